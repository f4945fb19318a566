# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from .. import models
    from ._runtime import Reply, Request


class CompletionsHandlers:
    """Operations on completions."""

    async def create(
        self, request: Request, body: models.CreateCompletionBody
    ) -> models.Completion | AsyncIterator[models.Chunk] | Reply:
        """Create completion: `POST /completions`."""
        raise NotImplementedError
