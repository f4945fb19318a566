"""Carries the requests of a client to the mock inside the process: no socket, no thread."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

import httpx2

from ...server._runtime import Headers, Request, Response
from ...server._runtime.exchange import aclose, close
from .delivering import ConnectionDropped

if TYPE_CHECKING:
    from ...server._runtime import Dispatcher

# As httpx2 words it over a socket.
_UNANSWERED = "Server disconnected without sending a response."
_INCOMPLETE = "peer closed connection without sending complete message body"


class MockTransport(httpx2.BaseTransport):
    """A transport for ``httpx2.Client``."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request; a stream stays a stream."""
        try:
            response = self._dispatcher.handle(_read(request, request.read()))
        except ConnectionDropped as lost:
            raise httpx2.RemoteProtocolError(_UNANSWERED, request=request) from lost
        body = response.body
        if isinstance(body, AsyncIterator):
            raise RuntimeError("an asynchronous stream needs the asynchronous client")
        stream = _Bytes(_sent(request, body)) if isinstance(body, bytes) else _Pieces(body)
        return _write(request, response, stream)


class AsyncMockTransport(httpx2.AsyncBaseTransport):
    """A transport for ``httpx2.AsyncClient``."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer one request; a stream stays a stream."""
        try:
            response = await self._dispatcher.handle_async(_read(request, await request.aread()))
        except ConnectionDropped as lost:
            raise httpx2.RemoteProtocolError(_UNANSWERED, request=request) from lost
        body = response.body
        stream = _Bytes(_sent(request, body)) if isinstance(body, bytes) else _AsyncPieces(body)
        return _write(request, response, stream)


class _Bytes(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class _Pieces(httpx2.SyncByteStream):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._pieces
        except ConnectionDropped as lost:
            raise httpx2.RemoteProtocolError(_INCOMPLETE) from lost

    def close(self) -> None:
        close(self._pieces)


class _AsyncPieces(httpx2.AsyncByteStream):
    """Hands pieces on as its own iterator: a generator between them would have to be closed, too."""

    def __init__(self, pieces: Iterator[bytes] | AsyncIterator[bytes]) -> None:
        self._pieces = pieces

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            if isinstance(self._pieces, AsyncIterator):
                return await anext(self._pieces)
            for piece in self._pieces:
                return piece
        except ConnectionDropped as lost:
            raise httpx2.RemoteProtocolError(_INCOMPLETE) from lost
        raise StopAsyncIteration

    async def aclose(self) -> None:
        await aclose(self._pieces)


def _read(request: httpx2.Request, body: bytes) -> Request:
    target = request.url.raw_path.decode("ascii", "replace")
    path, _, query = target.partition("?")
    return Request(request.method, path, query, Headers(request.headers.multi_items()), body)


def _sent(request: httpx2.Request, body: bytes) -> bytes:
    return b"" if request.method == "HEAD" else body


def _write(
    request: httpx2.Request,
    response: Response,
    stream: httpx2.SyncByteStream | httpx2.AsyncByteStream,
) -> httpx2.Response:
    return httpx2.Response(
        response.status, headers=response.headers, stream=stream, request=request
    )
