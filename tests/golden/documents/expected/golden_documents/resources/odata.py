# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET_USER: Operation[str] = Operation(
    "GET", "/odata/Users('{name}')", {"200": {"application/json": lambda: str}}
)


class Odata(Resource):
    """Operations on odata."""

    def get_user(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """GET /odata/Users('{name}')"""
        return self._call(_GET_USER, path={"name": name}, options=options)


class AsyncOdata(AsyncResource):
    """Operations on odata."""

    async def get_user(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """GET /odata/Users('{name}')"""
        return await self._call(_GET_USER, path={"name": name}, options=options)
