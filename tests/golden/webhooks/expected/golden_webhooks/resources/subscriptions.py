# Generated from Webhooks 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Json, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_SUBSCRIBE: Operation[None] = Operation("POST", "/subscriptions", {"201": {}})


class Subscriptions(Resource):
    """Operations on subscriptions."""

    def subscribe(self, *, url: str, **options: Unpack[RequestOptions]) -> None:
        """`POST /subscriptions`.

        Example:
            client.subscriptions.subscribe(url="https://example.com/atlas")
        """
        return self._call(_SUBSCRIBE, body=Json({"url": url}), options=options)


class AsyncSubscriptions(AsyncResource):
    """Operations on subscriptions."""

    async def subscribe(self, *, url: str, **options: Unpack[RequestOptions]) -> None:
        """`POST /subscriptions`.

        Example:
            await client.subscriptions.subscribe(url="https://example.com/atlas")
        """
        return await self._call(_SUBSCRIBE, body=Json({"url": url}), options=options)
