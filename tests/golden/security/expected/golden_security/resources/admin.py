# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/admin", {"204": {}}, security=(("adminToken",),))


class Admin(Resource):
    """Operations on admin."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get admin: `GET /admin`.

        Example:
            client.admin.get()
        """
        return self._call(_GET, options=options)


class AsyncAdmin(AsyncResource):
    """Operations on admin."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get admin: `GET /admin`.

        Example:
            await client.admin.get()
        """
        return await self._call(_GET, options=options)
