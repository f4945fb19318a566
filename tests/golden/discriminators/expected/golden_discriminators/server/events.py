# Generated from Discriminators 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class EventsResourceHandlers:
    """Operations on events."""

    async def list(self, request: Request) -> builtins.list[models.Event] | Reply:
        """List events: `GET /events`."""
        raise NotImplementedError

    async def send(self, request: Request, body: models.Event) -> models.Everything | Reply:
        """Send event: `POST /events`."""
        raise NotImplementedError
