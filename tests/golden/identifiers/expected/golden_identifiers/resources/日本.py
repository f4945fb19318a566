# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_SAME: Operation[models.日本語] = Operation(
    "PUT", "/client", {"200": {"application/json": lambda: models.日本語}}
)


class Model日本(Resource):
    """Operations on 日本."""

    def same(self, **options: Unpack[RequestOptions]) -> models.日本語:
        """`PUT /client`.

        Example:
            日本 = client.日本.same()
        """
        return self._call(_SAME, options=options)


class AsyncModel日本(AsyncResource):
    """Operations on 日本."""

    async def same(self, **options: Unpack[RequestOptions]) -> models.日本語:
        """`PUT /client`.

        Example:
            日本 = await client.日本.same()
        """
        return await self._call(_SAME, options=options)
