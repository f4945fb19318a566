# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_SEND: Operation[Any] = Operation("POST", "/queue?action=send", {"200": {"*/*": lambda: Any}})
_RECEIVE: Operation[models.PostQueueActionReceiveResponse] = Operation(
    "POST",
    "/queue?action=receive",
    {"200": {"application/json": lambda: models.PostQueueActionReceiveResponse}},
)
_PURGE: Operation[None] = Operation("POST", "/queue#purge", {"204": {}})


class Queue(Resource):
    """Operations on queue."""

    def send(
        self,
        *,
        action: str | Omit = omit,
        text: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """`POST /queue?action=send`.

        Args:
            text: What it says.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = client.queue.send(text="Hello!")
        """
        return self._call(
            _SEND,
            query={"action": action},
            body=Json({"text": text}, optional=True),
            options=options,
        )

    def receive(self, **options: Unpack[RequestOptions]) -> models.PostQueueActionReceiveResponse:
        """`POST /queue?action=receive`.

        Example:
            queue = client.queue.receive()
        """
        return self._call(_RECEIVE, options=options)

    def purge(self, **options: Unpack[RequestOptions]) -> None:
        """`POST /queue#purge`.

        Example:
            client.queue.purge()
        """
        return self._call(_PURGE, options=options)


class AsyncQueue(AsyncResource):
    """Operations on queue."""

    async def send(
        self,
        *,
        action: str | Omit = omit,
        text: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """`POST /queue?action=send`.

        Args:
            text: What it says.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = await client.queue.send(text="Hello!")
        """
        return await self._call(
            _SEND,
            query={"action": action},
            body=Json({"text": text}, optional=True),
            options=options,
        )

    async def receive(
        self, **options: Unpack[RequestOptions]
    ) -> models.PostQueueActionReceiveResponse:
        """`POST /queue?action=receive`.

        Example:
            queue = await client.queue.receive()
        """
        return await self._call(_RECEIVE, options=options)

    async def purge(self, **options: Unpack[RequestOptions]) -> None:
        """`POST /queue#purge`.

        Example:
            await client.queue.purge()
        """
        return await self._call(_PURGE, options=options)
