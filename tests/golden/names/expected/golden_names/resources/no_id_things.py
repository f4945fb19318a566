# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import RequestOptions

_LIST: Operation[list[str]] = Operation(
    "GET", "/no-id/{a-b}/things", {"200": {"application/json": lambda: list[str]}}
)
_CREATE: Operation[None] = Operation("POST", "/no-id/{a-b}/things", {"204": {}})


class NoIdThings(Resource):
    """Operations on no id things."""

    def list(self, a_b: str, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """`GET /no-id/{a-b}/things`.

        Returns:
            All.

        Example:
            result = client.no_id.things.list("text")
        """
        return self._call(_LIST, path={"a-b": a_b}, options=options)

    def create(self, a_b: str, **options: Unpack[RequestOptions]) -> None:
        """`POST /no-id/{a-b}/things`.

        Example:
            client.no_id.things.create("text")
        """
        return self._call(_CREATE, path={"a-b": a_b}, options=options)


class AsyncNoIdThings(AsyncResource):
    """Operations on no id things."""

    async def list(self, a_b: str, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """`GET /no-id/{a-b}/things`.

        Returns:
            All.

        Example:
            result = await client.no_id.things.list("text")
        """
        return await self._call(_LIST, path={"a-b": a_b}, options=options)

    async def create(self, a_b: str, **options: Unpack[RequestOptions]) -> None:
        """`POST /no-id/{a-b}/things`.

        Example:
            await client.no_id.things.create("text")
        """
        return await self._call(_CREATE, path={"a-b": a_b}, options=options)
