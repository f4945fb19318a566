# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/scoped", {"204": {}}, security=(("oauth",), ("oidc",)))


class Scoped(Resource):
    """Operations on scoped."""

    def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get scoped: `GET /scoped`.

        Example:
            client.scoped.get()
        """
        return self._call(_GET, options=options)


class AsyncScoped(AsyncResource):
    """Operations on scoped."""

    async def get(self, **options: Unpack[RequestOptions]) -> None:
        """Get scoped: `GET /scoped`.

        Example:
            await client.scoped.get()
        """
        return await self._call(_GET, options=options)
