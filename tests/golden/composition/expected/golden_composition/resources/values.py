# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_PUT: Operation[models.Shapes] = Operation(
    "POST", "/values", {"200": {"application/json": lambda: models.Shapes}}
)


class Values(Resource):
    """Operations on values."""

    def put(self, *, body: models.JsonValue, **options: Unpack[RequestOptions]) -> models.Shapes:
        """Put value: `POST /values`.

        Returns:
            It.

        Example:
            value = client.values.put(body="text")
        """
        return self._call(_PUT, body=Json(body), options=options)


class AsyncValues(AsyncResource):
    """Operations on values."""

    async def put(
        self, *, body: models.JsonValue, **options: Unpack[RequestOptions]
    ) -> models.Shapes:
        """Put value: `POST /values`.

        Returns:
            It.

        Example:
            value = await client.values.put(body="text")
        """
        return await self._call(_PUT, body=Json(body), options=options)
