# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime import AsyncResource, Events, Json, Resource, SwitchOperation, omit

if TYPE_CHECKING:
    from typing import Literal, Unpack

    from .._runtime import AsyncStream, Omit, RequestOptions, Stream

_CREATE: SwitchOperation[models.Completion, models.Chunk] = SwitchOperation(
    "POST",
    "/completions",
    {
        "200": {
            "application/json": lambda: models.Completion,
            "text/event-stream": lambda: models.Chunk,
        },
    },
    errors={"429": {"application/json": lambda: models.Error}},
    events=Events(lambda: models.Chunk, terminator="[DONE]"),
)


class Completions(Resource):
    """Operations on completions."""

    @overload
    def create(
        self,
        *,
        prompt: str,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Completion: ...

    @overload
    def create(
        self, *, prompt: str, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> Stream[models.Chunk]: ...

    @overload
    def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Completion | Stream[models.Chunk]: ...

    def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Completion | Stream[models.Chunk]:
        """Create completion: `POST /completions`.

        Args:
            stream: Whether to stream the answer. The server's default is False.

        Returns:
            The answer; streams end with `[DONE]`.

        Raises:
            RateLimitError: Slow down.

        Example:
            with client.completions.create(prompt="Hello!", stream=True) as stream: ...
        """
        return self._call_or_stream(
            _CREATE,
            stream=bool(stream),
            body=Json({"prompt": prompt, "stream": stream}),
            options=options,
        )


class AsyncCompletions(AsyncResource):
    """Operations on completions."""

    @overload
    async def create(
        self,
        *,
        prompt: str,
        stream: Literal[False] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Completion: ...

    @overload
    async def create(
        self, *, prompt: str, stream: Literal[True], **options: Unpack[RequestOptions]
    ) -> AsyncStream[models.Chunk]: ...

    @overload
    async def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Completion | AsyncStream[models.Chunk]: ...

    async def create(
        self, *, prompt: str, stream: bool | Omit = omit, **options: Unpack[RequestOptions]
    ) -> models.Completion | AsyncStream[models.Chunk]:
        """Create completion: `POST /completions`.

        Args:
            stream: Whether to stream the answer. The server's default is False.

        Returns:
            The answer; streams end with `[DONE]`.

        Raises:
            RateLimitError: Slow down.

        Example:
            async with await client.completions.create(prompt="Hello!", stream=True) as stream: ...
        """
        return await self._call_or_stream(
            _CREATE,
            stream=bool(stream),
            body=Json({"prompt": prompt, "stream": stream}),
            options=options,
        )
