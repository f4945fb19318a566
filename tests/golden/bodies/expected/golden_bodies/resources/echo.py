# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Raw, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_ECHO: Operation[str] = Operation("POST", "/echo", {"200": {"text/plain": lambda: str}})


class Echo(Resource):
    """Operations on echo."""

    def echo(self, *, body: str, **options: Unpack[RequestOptions]) -> str:
        """`POST /echo`.

        Returns:
            The same.

        Example:
            result = client.echo.echo(body="text")
        """
        return self._call(_ECHO, body=Raw(body, "text/plain"), options=options)


class AsyncEcho(AsyncResource):
    """Operations on echo."""

    async def echo(self, *, body: str, **options: Unpack[RequestOptions]) -> str:
        """`POST /echo`.

        Returns:
            The same.

        Example:
            result = await client.echo.echo(body="text")
        """
        return await self._call(_ECHO, body=Raw(body, "text/plain"), options=options)
