# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/both", {"204": {}}, security=(("bearer", "query"),))


class Both(Resource):
    """Operations on both."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get both: `GET /both`.

        Example:
            client.both.get()
        """
        return self._call(_GET, options=options)


class AsyncBoth(AsyncResource):
    """Operations on both."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get both: `GET /both`.

        Example:
            await client.both.get()
        """
        return await self._call(_GET, options=options)
