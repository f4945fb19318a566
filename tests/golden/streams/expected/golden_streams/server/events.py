# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class EventsResourceHandlers:
    """Operations on events."""

    async def list(
        self, request: Request, *, cursor: str | None = None, limit: int | None = None
    ) -> models.ListEventsResponse | Reply:
        """List events: `GET /events`."""
        raise NotImplementedError
