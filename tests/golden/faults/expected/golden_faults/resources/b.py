# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Any, Unpack

    from .._runtime import RequestOptions

_GET: Operation[models.Broken] = Operation(
    "POST", "/b", {"200": {"application/json": lambda: models.Broken}}
)


class B(Resource):
    """Operations on b."""

    def get(self, *, body: Any = omit, **options: Unpack[RequestOptions]) -> models.Broken:
        """Get a: `POST /b`.

        Example:
            b = client.b.get()
        """
        return self._call(_GET, body=Json(body), options=options)


class AsyncB(AsyncResource):
    """Operations on b."""

    async def get(self, *, body: Any = omit, **options: Unpack[RequestOptions]) -> models.Broken:
        """Get a: `POST /b`.

        Example:
            b = await client.b.get()
        """
        return await self._call(_GET, body=Json(body), options=options)
