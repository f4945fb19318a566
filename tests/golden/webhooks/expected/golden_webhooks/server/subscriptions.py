# Generated from Webhooks 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class SubscriptionsHandlers:
    """Operations on subscriptions."""

    async def subscribe(self, request: Request, body: models.SubscribeBody) -> Reply | None:
        """`POST /subscriptions`."""
        raise NotImplementedError
