# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/public", {"204": {}}, security=())


class Public(Resource):
    """Operations on public."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get public: `GET /public`.

        Example:
            client.public.get()
        """
        return self._call(_GET, options=options)


class AsyncPublic(AsyncResource):
    """Operations on public."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get public: `GET /public`.

        Example:
            await client.public.get()
        """
        return await self._call(_GET, options=options)
