# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_COMPARE: Operation[None] = Operation("GET", "/versions/{a}..{b}:compare", {"204": {}})


class Versions(Resource):
    """Operations on versions."""

    def compare(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """`GET /versions/{a}..{b}:compare`.

        Example:
            client.versions.compare("text", "text")
        """
        return self._call(_COMPARE, path={"a": a, "b": b}, options=options)


class AsyncVersions(AsyncResource):
    """Operations on versions."""

    async def compare(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """`GET /versions/{a}..{b}:compare`.

        Example:
            await client.versions.compare("text", "text")
        """
        return await self._call(_COMPARE, path={"a": a, "b": b}, options=options)
