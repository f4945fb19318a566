# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_CALL_123: Operation[None] = Operation("DELETE", "/client", {"204": {}})


class Resource1St(Resource):
    """Operations on resource 1 st."""

    def call_123(self, **options: Unpack[RequestOptions]) -> None:
        """`DELETE /client`.

        Example:
            client.resource_1_st.call_123()
        """
        return self._call(_CALL_123, options=options)


class AsyncResource1St(AsyncResource):
    """Operations on resource 1 st."""

    async def call_123(self, **options: Unpack[RequestOptions]) -> None:
        """`DELETE /client`.

        Example:
            await client.resource_1_st.call_123()
        """
        return await self._call(_CALL_123, options=options)
