# Generated from All of 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[models.Limits] = Operation(
    "GET", "/limits", {"200": {"application/json": lambda: models.Limits}}
)


class Limits(Resource):
    """Operations on limits."""

    def get(self, **options: Unpack[RequestOptions]) -> models.Limits:
        """Get limits: `GET /limits`.

        Example:
            limit = client.limits.get()
        """
        return self._call(_GET, options=options)


class AsyncLimits(AsyncResource):
    """Operations on limits."""

    async def get(self, **options: Unpack[RequestOptions]) -> models.Limits:
        """Get limits: `GET /limits`.

        Example:
            limit = await client.limits.get()
        """
        return await self._call(_GET, options=options)
