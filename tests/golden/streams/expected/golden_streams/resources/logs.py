# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, EventOperation, Events, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncStream, RequestOptions, Stream

_TAIL_LOGS: EventOperation[models.Line] = EventOperation(
    "GET",
    "/logs",
    {"200": {"application/x-ndjson": lambda: models.Line}},
    events=Events(lambda: models.Line),
)


class Logs(Resource):
    """Operations on logs."""

    def tail_logs(self, **options: Unpack[RequestOptions]) -> Stream[models.Line]:
        """`GET /logs`.

        Returns:
            Lines.

        Example:
            with client.logs.tail_logs() as stream: ...
        """
        return self._stream(_TAIL_LOGS, options=options)


class AsyncLogs(AsyncResource):
    """Operations on logs."""

    async def tail_logs(self, **options: Unpack[RequestOptions]) -> AsyncStream[models.Line]:
        """`GET /logs`.

        Returns:
            Lines.

        Example:
            async with await client.logs.tail_logs() as stream: ...
        """
        return await self._stream(_TAIL_LOGS, options=options)
