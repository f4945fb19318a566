# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class QueueHandlers:
    """Operations on queue."""

    async def send(
        self,
        request: Request,
        body: models.PostQueueActionSendBody | None = None,
        *,
        action: str | None = None,
    ) -> Reply | None:
        """`POST /queue?action=send`."""
        raise NotImplementedError

    async def receive(self, request: Request) -> models.PostQueueActionReceiveResponse | Reply:
        """`POST /queue?action=receive`."""
        raise NotImplementedError

    async def purge(self, request: Request) -> Reply | None:
        """`POST /queue#purge`."""
        raise NotImplementedError
