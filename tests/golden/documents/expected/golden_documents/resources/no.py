# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET_SLASH: Operation[None] = Operation("GET", "/no/slash/{a}{b}", {"204": {}})


class No(Resource):
    """Operations on no."""

    def get_slash(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """GET /no/slash/{a}{b}"""
        return self._call(_GET_SLASH, path={"a": a, "b": b}, options=options)


class AsyncNo(AsyncResource):
    """Operations on no."""

    async def get_slash(self, a: str, b: str, **options: Unpack[RequestOptions]) -> None:
        """GET /no/slash/{a}{b}"""
        return await self._call(_GET_SLASH, path={"a": a, "b": b}, options=options)
