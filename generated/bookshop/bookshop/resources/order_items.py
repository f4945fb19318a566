# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_REPLACE: Operation[models.OrderItem] = Operation(
    "PUT",
    "/orders/{order_id}/items/{item_id}",
    {"200": {"application/json": lambda: models.OrderItem}},
)
_DELETE: Operation[None] = Operation("DELETE", "/orders/{order_id}/items/{item_id}", {"204": {}})


class OrderItems(Resource):
    """Operations on items of orders."""

    def replace(
        self,
        order_id: str,
        item_id: int,
        *,
        publication_id: str,
        quantity: int | Omit = omit,
        gift_note: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.OrderItem:
        """Change a line of an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.
            quantity: The server's default is 1.

        Returns:
            Line with its new values.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            item = client.orders.items.replace(
                "550e8400-e29b-41d4-a716-446655440000",
                1,
                publication_id="550e8400-e29b-41d4-a716-446655440000",
            )
        """
        return self._call(
            _REPLACE,
            path={"order_id": order_id, "item_id": item_id},
            body=Json(
                {"publication_id": publication_id, "quantity": quantity, "gift_note": gift_note}
            ),
            options=options,
        )

    def delete(self, order_id: str, item_id: int, **options: Unpack[RequestOptions]) -> None:
        """Remove a line from an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            client.orders.items.delete("550e8400-e29b-41d4-a716-446655440000", 1)
        """
        return self._call(_DELETE, path={"order_id": order_id, "item_id": item_id}, options=options)


class AsyncOrderItems(AsyncResource):
    """Operations on items of orders."""

    async def replace(
        self,
        order_id: str,
        item_id: int,
        *,
        publication_id: str,
        quantity: int | Omit = omit,
        gift_note: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.OrderItem:
        """Change a line of an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.
            quantity: The server's default is 1.

        Returns:
            Line with its new values.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            item = await client.orders.items.replace(
                "550e8400-e29b-41d4-a716-446655440000",
                1,
                publication_id="550e8400-e29b-41d4-a716-446655440000",
            )
        """
        return await self._call(
            _REPLACE,
            path={"order_id": order_id, "item_id": item_id},
            body=Json(
                {"publication_id": publication_id, "quantity": quantity, "gift_note": gift_note}
            ),
            options=options,
        )

    async def delete(self, order_id: str, item_id: int, **options: Unpack[RequestOptions]) -> None:
        """Remove a line from an order.

        Possible until the order is shipped.

        Args:
            order_id: Identifies the order.
            item_id: Number of the line in the order.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            await client.orders.items.delete("550e8400-e29b-41d4-a716-446655440000", 1)
        """
        return await self._call(
            _DELETE, path={"order_id": order_id, "item_id": item_id}, options=options
        )
