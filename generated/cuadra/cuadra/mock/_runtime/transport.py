"""Carries the requests of a client to the mock inside the process: no socket, no thread."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import httpx2

from ...server._runtime import Headers, Request, Response
from ...server._runtime.exchange import aclose, close, lower_name
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
        if isinstance(body, bytes):
            return _Whole(request, response, body)
        if isinstance(body, AsyncIterator):
            raise RuntimeError("an asynchronous stream needs the asynchronous client")
        return _write(request, response, _Pieces(body))


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
        if isinstance(body, bytes):
            return _Whole(request, response, body)
        return _write(request, response, _AsyncPieces(body))


class _Whole(httpx2.Response):
    """A response that is all there: read at once, and not piece by piece through decoders.

    Who reads it as a stream finds one.
    """

    def __init__(self, request: httpx2.Request, response: Response, body: bytes) -> None:
        self._whole = b"" if request.method == "HEAD" else body
        headers, self._is_encoded = _fields(tuple(response.headers))
        super().__init__(
            response.status,
            headers=headers,
            stream=httpx2.ByteStream(self._whole),
            request=request,
        )
        self.headers.encoding = "ascii"  # so they were written; else it would be found out

    @property
    def num_bytes_downloaded(self) -> int:
        """How many bytes were read."""
        return len(self._whole) if self.is_stream_consumed else 0

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the decoded body."""
        if chunk_size is not None or not self._is_fresh():
            yield from super().iter_bytes(chunk_size)
            return
        self.is_stream_consumed = True
        if self._whole:
            yield self._whole
        self.close()

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes, None]:
        """Yield the decoded body."""
        if chunk_size is not None or not self._is_fresh():
            async for piece in super().aiter_bytes(chunk_size):
                yield piece
            return
        self.is_stream_consumed = True
        if self._whole:
            yield self._whole
        await self.aclose()

    def _is_fresh(self) -> bool:
        """Whether nobody has read it or closed it, and no decoder is needed."""
        return not (self.is_stream_consumed or self.is_closed or self._is_encoded)


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


@lru_cache(1024)
def _fields(items: tuple[tuple[str, str], ...]) -> tuple[httpx2.Headers, bool]:
    """Return header fields, which are not to be changed, and whether they tell of a coding of the content."""
    headers = httpx2.Headers(items)
    return headers, "content-encoding" in headers


def _read(request: httpx2.Request, body: bytes) -> Request:
    """Return a request as it would come over a socket."""
    target = request.url.raw_path.decode("ascii", "replace")
    path, _, query = target.partition("?")
    return Request(request.method, path, query, _sent(tuple(request.headers.raw)), body)


@lru_cache(1024)
def _sent(raw: tuple[tuple[bytes, bytes], ...]) -> Headers:
    """Return the fields of a request: a client sends mostly the same ones."""
    items = ((lower_name(name), value.decode("latin-1")) for name, value in raw)
    return Headers(items, is_lower=True)


def _write(
    request: httpx2.Request,
    response: Response,
    stream: httpx2.SyncByteStream | httpx2.AsyncByteStream,
) -> httpx2.Response:
    return httpx2.Response(
        response.status, headers=response.headers, stream=stream, request=request
    )
