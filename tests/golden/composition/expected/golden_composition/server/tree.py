# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class TreeHandlers:
    """Operations on tree."""

    async def get(self, request: Request) -> models.Node | Reply:
        """Get tree: `GET /tree`."""
        raise NotImplementedError
