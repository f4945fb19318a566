# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class OrdersHandlers:
    """What customers buy, line by line."""

    async def list(
        self,
        request: Request,
        *,
        offset: int = 0,
        limit: int = 25,
        status: builtins.list[models.OrderStatus] | None = None,
    ) -> models.OrderPage | Reply:
        """List orders.

        Args:
            offset: Number of entries to skip.
            limit: Entries per page.
            status: Return orders in any of these states.
        """
        raise NotImplementedError

    async def create(
        self,
        request: Request,
        body: models.NewOrder,
        *,
        idempotency_key: str | None = None,
        visit_id: str | None = None,
    ) -> models.Order | Reply:
        """Place an order.

        Reserves the stock and charges the payment method.

        Args:
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.
            visit_id: Visit to the web shop that led to the order.
        """
        raise NotImplementedError

    async def get(self, request: Request, order_id: str) -> models.Order | Reply:
        """Get an order.

        Args:
            order_id: Identifies the order.
        """
        raise NotImplementedError
