"""Bases of the generated resource classes: thin, they hand descriptor and arguments to the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .request import Arguments

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypedDict, Unpack

    from .async_client import AsyncBaseClient
    from .bodies import Body
    from .client import SyncClient
    from .operations import EventOperation, Operation, PageOperation, SwitchOperation
    from .options import RequestOptions
    from .pages import AsyncPage, Page
    from .streams import AsyncStream, Stream
    from .whole import AsyncStreamedMethods, RawMethods

    class Parts(TypedDict, total=False):
        """What a method passes on of its arguments."""

        path: Mapping[str, object]
        query: Mapping[str, object]
        headers: Mapping[str, object]
        cookies: Mapping[str, object]
        body: Body
        options: RequestOptions


R = TypeVar("R")
E = TypeVar("E")
I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


class Resource:
    """A group of operations of the synchronous client."""

    __slots__ = ("__dict__", "_client")

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawMethods:
        """The same methods, giving ``RawResponse``; :func:`raw` does so with types."""
        from .views import View
        from .whole import RawMethods

        return RawMethods(type(self)(View.of(self._client, unread=False)))

    @property
    def with_streaming_response(self) -> RawMethods:
        """The same methods, giving ``StreamedResponse``; :func:`streamed` does so with types."""
        from .views import View
        from .whole import RawMethods

        return RawMethods(type(self)(View.of(self._client, unread=True)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def _call(self, operation: Operation[R], **parts: Unpack[Parts]) -> R:
        return self._client.call(operation, Arguments(**parts))

    def _paginate(self, operation: PageOperation[I, B], **parts: Unpack[Parts]) -> Page[I, B]:
        return self._client.paginate(operation, Arguments(**parts))

    def _stream(self, operation: EventOperation[E], **parts: Unpack[Parts]) -> Stream[E]:
        return self._client.stream(operation, Arguments(**parts))

    def _call_or_stream(
        self,
        operation: SwitchOperation[R, E],
        *,
        stream: bool,
        **parts: Unpack[Parts],
    ) -> R | Stream[E]:
        return self._client.call_or_stream(operation, Arguments(**parts), stream=stream)


class AsyncResource:
    """A group of operations of the asynchronous client."""

    __slots__ = ("__dict__", "_client")

    def __init__(self, client: AsyncBaseClient) -> None:
        self._client = client

    @property
    def with_raw_response(self) -> RawMethods:
        """The same methods, giving ``RawResponse``; :func:`async_raw` does so with types."""
        from .views import AsyncView
        from .whole import RawMethods

        return RawMethods(type(self)(AsyncView.of(self._client, unread=False)))

    @property
    def with_streaming_response(self) -> AsyncStreamedMethods:
        """The same methods, giving ``AsyncStreamedResponse``; :func:`async_streamed` does so with types."""
        from .views import AsyncView
        from .whole import AsyncStreamedMethods

        return AsyncStreamedMethods(type(self)(AsyncView.of(self._client, unread=True)))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    async def _call(self, operation: Operation[R], **parts: Unpack[Parts]) -> R:
        return await self._client.call(operation, Arguments(**parts))

    def _paginate(self, operation: PageOperation[I, B], **parts: Unpack[Parts]) -> AsyncPage[I, B]:
        return self._client.paginate(operation, Arguments(**parts))

    async def _stream(self, operation: EventOperation[E], **parts: Unpack[Parts]) -> AsyncStream[E]:
        return await self._client.stream(operation, Arguments(**parts))

    async def _call_or_stream(
        self,
        operation: SwitchOperation[R, E],
        *,
        stream: bool,
        **parts: Unpack[Parts],
    ) -> R | AsyncStream[E]:
        return await self._client.call_or_stream(operation, Arguments(**parts), stream=stream)
