# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource, Server

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/relative", {"204": {}}, server=Server("../other"))


class Relative(Resource):
    """Operations on relative."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get relative: `GET /relative`.

        Example:
            client.relative.get()
        """
        return self._call(_GET, options=options)


class AsyncRelative(AsyncResource):
    """Operations on relative."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get relative: `GET /relative`.

        Example:
            await client.relative.get()
        """
        return await self._call(_GET, options=options)
