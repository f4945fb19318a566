# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation(
    "GET", "/basic", {"204": {}}, security=(("basic",), ("session",), ("digest",), ("mtls",))
)


class Basic(Resource):
    """Operations on basic."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get basic: `GET /basic`.

        Example:
            client.basic.get()
        """
        return self._call(_GET, options=options)


class AsyncBasic(AsyncResource):
    """Operations on basic."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get basic: `GET /basic`.

        Example:
            await client.basic.get()
        """
        return await self._call(_GET, options=options)
