# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime import AsyncResource, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[Any] = Operation("GET", "/a/{id}", {"200": {"application/json": lambda: Any}})


class A(Resource):
    """Operations on a."""

    def get(self, id: str, *, q: Any = omit, **options: Unpack[RequestOptions]) -> Any:
        """Get a: `GET /a/{id}`.

        Example:
            result = client.a.get("a_123")
        """
        return self._call(_GET, path={"id": id}, query={"q": q}, options=options)


class AsyncA(AsyncResource):
    """Operations on a."""

    async def get(self, id: str, *, q: Any = omit, **options: Unpack[RequestOptions]) -> Any:
        """Get a: `GET /a/{id}`.

        Example:
            result = await client.a.get("a_123")
        """
        return await self._call(_GET, path={"id": id}, query={"q": q}, options=options)
