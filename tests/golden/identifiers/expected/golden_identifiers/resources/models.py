# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_UPDATE_CLIENT: Operation[None] = Operation("PATCH", "/client", {"204": {}})


class Models(Resource):
    """Operations on models."""

    def update_client(self, **options: Unpack[RequestOptions]) -> None:
        """`PATCH /client`.

        Example:
            client.models.update_client()
        """
        return self._call(_UPDATE_CLIENT, options=options)


class AsyncModels(AsyncResource):
    """Operations on models."""

    async def update_client(self, **options: Unpack[RequestOptions]) -> None:
        """`PATCH /client`.

        Example:
            await client.models.update_client()
        """
        return await self._call(_UPDATE_CLIENT, options=options)
