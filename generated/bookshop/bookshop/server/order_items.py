# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class OrderItemsHandlers:
    """Operations on items of orders."""

    async def replace(
        self, request: Request, order_id: str, item_id: int, body: models.NewOrderItem
    ) -> models.OrderItem | Reply:
        """Change a line of an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.
        """
        raise NotImplementedError

    async def delete(self, request: Request, order_id: str, item_id: int) -> Reply | None:
        """Remove a line from an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.
        """
        raise NotImplementedError
