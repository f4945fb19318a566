# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, OffsetPages, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .order_items import AsyncOrderItems, OrderItems

_LIST: PageOperation[models.Order, models.OrderPage] = PageOperation(
    "GET",
    "/orders",
    {"200": {"application/json": lambda: models.OrderPage}},
    pages=OffsetPages(
        items="items", offset="offset", limit="limit", total="total", default_size=25, max_size=100
    ),
)
_CREATE: Operation[models.Order] = Operation(
    "POST",
    "/orders",
    {"201": {"application/json": lambda: models.Order}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.Order] = Operation(
    "GET", "/orders/{order_id}", {"200": {"application/json": lambda: models.Order}}
)


class Orders(Resource):
    """What customers buy, line by line."""

    @cached_property
    def items(self) -> OrderItems:
        """Operations on items of orders."""
        from .order_items import OrderItems

        return OrderItems(self._client)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        status: Sequence[models.OrderStatus] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Order, models.OrderPage]:
        """List orders.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.
            status: Return orders in any of these states.

        Returns:
            Orders of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            for order in client.orders.list(): ...
        """
        return self._paginate(
            _LIST, query={"offset": offset, "limit": limit, "status": status}, options=options
        )

    def create(
        self,
        *,
        items: Sequence[models.NewOrderItem | params.NewOrderItemParam],
        email: str,
        payment_token: str,
        idempotency_key: str | Omit = omit,
        visit_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Order:
        """Place an order.

        Reserves the stock and charges the payment method.

        Args:
            payment_token: One-time token of the payment provider.
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.
            visit_id: Visit to the web shop that led to the order.

        Returns:
            Order that was placed.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            order = client.orders.create(
                items=[{"publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341", "quantity": 2}],
                email="ada@example.com",
                payment_token="payment_123",
            )
        """
        return self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            cookies={"visit_id": visit_id},
            body=Json({"items": items, "email": email, "payment_token": payment_token}),
            options=options,
        )

    def get(self, order_id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """Get an order.

        Args:
            order_id: Identifies the order.

        Returns:
            Order with that id.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            order = client.orders.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_GET, path={"order_id": order_id}, options=options)


class AsyncOrders(AsyncResource):
    """What customers buy, line by line."""

    @cached_property
    def items(self) -> AsyncOrderItems:
        """Operations on items of orders."""
        from .order_items import AsyncOrderItems

        return AsyncOrderItems(self._client)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        status: Sequence[models.OrderStatus] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Order, models.OrderPage]:
        """List orders.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.
            status: Return orders in any of these states.

        Returns:
            Orders of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            async for order in client.orders.list(): ...
        """
        return self._paginate(
            _LIST, query={"offset": offset, "limit": limit, "status": status}, options=options
        )

    async def create(
        self,
        *,
        items: Sequence[models.NewOrderItem | params.NewOrderItemParam],
        email: str,
        payment_token: str,
        idempotency_key: str | Omit = omit,
        visit_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Order:
        """Place an order.

        Reserves the stock and charges the payment method.

        Args:
            payment_token: One-time token of the payment provider.
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.
            visit_id: Visit to the web shop that led to the order.

        Returns:
            Order that was placed.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            order = await client.orders.create(
                items=[{"publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341", "quantity": 2}],
                email="ada@example.com",
                payment_token="payment_123",
            )
        """
        return await self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            cookies={"visit_id": visit_id},
            body=Json({"items": items, "email": email, "payment_token": payment_token}),
            options=options,
        )

    async def get(self, order_id: str, **options: Unpack[RequestOptions]) -> models.Order:
        """Get an order.

        Args:
            order_id: Identifies the order.

        Returns:
            Order with that id.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            order = await client.orders.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_GET, path={"order_id": order_id}, options=options)
