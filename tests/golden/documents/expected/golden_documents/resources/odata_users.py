# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[str] = Operation(
    "GET", "/odata/Users('{name}')", {"200": {"application/json": lambda: str}}
)


class OdataUsers(Resource):
    """Operations on odata users."""

    def get(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """`GET /odata/Users('{name}')`.

        Example:
            result = client.odata.users.get("Atlas")
        """
        return self._call(_GET, path={"name": name}, options=options)


class AsyncOdataUsers(AsyncResource):
    """Operations on odata users."""

    async def get(self, name: str, **options: Unpack[RequestOptions]) -> str:
        """`GET /odata/Users('{name}')`.

        Example:
            result = await client.odata.users.get("Atlas")
        """
        return await self._call(_GET, path={"name": name}, options=options)
