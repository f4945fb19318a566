# Generated from Recursion 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[models.Sister] = Operation(
    "GET", "/sisters", {"200": {"application/json": lambda: models.Sister}}
)


class Sisters(Resource):
    """Operations on sisters."""

    def get(self, **options: Unpack[RequestOptions]) -> models.Sister:
        """Get sister: `GET /sisters`.

        Example:
            sister = client.sisters.get()
        """
        return self._call(_GET, options=options)


class AsyncSisters(AsyncResource):
    """Operations on sisters."""

    async def get(self, **options: Unpack[RequestOptions]) -> models.Sister:
        """Get sister: `GET /sisters`.

        Example:
            sister = await client.sisters.get()
        """
        return await self._call(_GET, options=options)
