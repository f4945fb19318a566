# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/optional", {"204": {}}, security=((), ("bearer",)))


class Optional(Resource):
    """Operations on optional."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get optional: `GET /optional`.

        Example:
            client.optional.get()
        """
        return self._call(_GET, options=options)


class AsyncOptional(AsyncResource):
    """Operations on optional."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get optional: `GET /optional`.

        Example:
            await client.optional.get()
        """
        return await self._call(_GET, options=options)
