# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/d", {})


class D(Resource):
    """Operations on d."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get d: `GET /d`.

        Example:
            client.d.get()
        """
        return self._call(_GET, options=options)


class AsyncD(AsyncResource):
    """Operations on d."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get d: `GET /d`.

        Example:
            await client.d.get()
        """
        return await self._call(_GET, options=options)
