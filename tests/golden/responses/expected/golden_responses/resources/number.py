# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[str] = Operation("GET", "/number", {"200": {"text/plain": lambda: str}})


class Number(Resource):
    """Operations on number."""

    def get(self, **options: Unpack[RequestOptions]) -> str:
        """Get number: `GET /number`.

        Example:
            result = client.number.get()
        """
        return self._call(_GET, options=options)


class AsyncNumber(AsyncResource):
    """Operations on number."""

    async def get(self, **options: Unpack[RequestOptions]) -> str:
        """Get number: `GET /number`.

        Example:
            result = await client.number.get()
        """
        return await self._call(_GET, options=options)
