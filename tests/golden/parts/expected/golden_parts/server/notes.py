# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class NotesHandlers:
    """Operations on notes."""

    async def add(self, request: Request, body: list[str | int | models.Letter]) -> Reply | None:
        """Add notes: `POST /notes`."""
        raise NotImplementedError
