# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[None] = Operation("GET", "/no/slash/{a}{b}", {"204": {}})


class NoSlash(Resource):
    """Operations on no slash."""

    def get(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """`GET /no/slash/{a}{b}`.

        Example:
            client.no.slash.get("text", "text")
        """
        return self._call(_GET, path={"a": a, "b": b}, options=options)


class AsyncNoSlash(AsyncResource):
    """Operations on no slash."""

    async def get(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """`GET /no/slash/{a}{b}`.

        Example:
            await client.no.slash.get("text", "text")
        """
        return await self._call(_GET, path={"a": a, "b": b}, options=options)
