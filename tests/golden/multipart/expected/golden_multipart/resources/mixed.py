# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Multipart, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_SEND: Operation[str] = Operation("POST", "/mixed", {"200": {"application/xml": lambda: str}})


class Mixed(Resource):
    """Operations on mixed."""

    def send(self, *, body: Sequence[str] | Omit = omit, **options: Unpack[RequestOptions]) -> str:
        """Send mixed: `POST /mixed`.

        Example:
            result = client.mixed.send()
        """
        return self._call(
            _SEND, body=Multipart(body, media_type="multipart/mixed"), options=options
        )


class AsyncMixed(AsyncResource):
    """Operations on mixed."""

    async def send(
        self, *, body: Sequence[str] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> str:
        """Send mixed: `POST /mixed`.

        Example:
            result = await client.mixed.send()
        """
        return await self._call(
            _SEND, body=Multipart(body, media_type="multipart/mixed"), options=options
        )
