"""Bases of the generated resource classes: thin, they hand descriptor and arguments to the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .request import Arguments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .async_client import AsyncBaseClient
    from .bodies import Body
    from .client import SyncClient
    from .operations import EventOperation, Operation, PageOperation, SwitchOperation
    from .options import RequestOptions
    from .pages import AsyncPage, Page
    from .streams import AsyncStream, Stream
    from .whole import AsyncStreamedMethods, RawMethods

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

    def _call(
        self,
        operation: Operation[R],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> R:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return self._client.call(operation, arguments)

    def _paginate(
        self,
        operation: PageOperation[I, B],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> Page[I, B]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return self._client.paginate(operation, arguments)

    def _stream(
        self,
        operation: EventOperation[E],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> Stream[E]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return self._client.stream(operation, arguments)

    def _call_or_stream(
        self,
        operation: SwitchOperation[R, E],
        *,
        stream: bool,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> R | Stream[E]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return self._client.call_or_stream(operation, arguments, stream=stream)


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

    async def _call(
        self,
        operation: Operation[R],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> R:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return await self._client.call(operation, arguments)

    def _paginate(
        self,
        operation: PageOperation[I, B],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[I, B]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return self._client.paginate(operation, arguments)

    async def _stream(
        self,
        operation: EventOperation[E],
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncStream[E]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return await self._client.stream(operation, arguments)

    async def _call_or_stream(
        self,
        operation: SwitchOperation[R, E],
        *,
        stream: bool,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        cookies: Mapping[str, object] | None = None,
        body: Body | None = None,
        options: RequestOptions | None = None,
    ) -> R | AsyncStream[E]:
        arguments = Arguments(path, query, headers, cookies, body, options)
        return await self._client.call_or_stream(operation, arguments, stream=stream)
