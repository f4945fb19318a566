# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/", {"200": {}})


class Root(Resource):
    """Operations on root."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """The root.

        Example:
            client.root.get()
        """
        return self._call(_GET, options=options)


class AsyncRoot(AsyncResource):
    """Operations on root."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """The root.

        Example:
            await client.root.get()
        """
        return await self._call(_GET, options=options)
