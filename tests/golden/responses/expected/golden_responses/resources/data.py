# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, BinaryResponse, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[BinaryResponse] = Operation(
    "GET", "/data", {"200": {"*/*": lambda: BinaryResponse}}
)


class Data(Resource):
    """Operations on data."""

    def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Get data: `GET /data`.

        Example:
            result = client.data.get()
        """
        return self._call(_GET, options=options)


class AsyncData(AsyncResource):
    """Operations on data."""

    async def get(self, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """Get data: `GET /data`.

        Example:
            result = await client.data.get()
        """
        return await self._call(_GET, options=options)
