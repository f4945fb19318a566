# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_SAME: Operation[models.Client] = Operation(
    "POST", "/client", {"200": {"application/json": lambda: models.Client}}
)


class ClientResource(Resource):
    """Operations on client."""

    def same(
        self,
        *,
        page: models.Page | params.PageParam | Omit = omit,
        models: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Client:
        """`POST /client`.

        Example:
            client_ = client.client.same(models="models")
        """
        return self._call(
            _SAME, body=Json({"Page": page, "models": models}, optional=True), options=options
        )


class AsyncClientResource(AsyncResource):
    """Operations on client."""

    async def same(
        self,
        *,
        page: models.Page | params.PageParam | Omit = omit,
        models: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Client:
        """`POST /client`.

        Example:
            client_ = await client.client.same(models="models")
        """
        return await self._call(
            _SAME, body=Json({"Page": page, "models": models}, optional=True), options=options
        )
