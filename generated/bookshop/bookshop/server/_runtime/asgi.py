"""The ASGI application around a dispatcher (ASGI 3.0, HTTP and lifespan)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, MutableMapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from .exchange import Headers, Request, Response, aclose, lower_name
from .problems import Problem

if TYPE_CHECKING:
    from .dispatch import Dispatcher

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

MAX_BODY = 128 * 1024 * 1024
_DONE = object()


class _TooLargeError(Exception):
    """The request body exceeds the limit."""


class _GoneError(Exception):
    """The client went away before its request was complete."""


class App:
    """An ASGI application.

    Args:
        dispatcher: answers the requests.
        max_body: the largest request body taken, in bytes; more is answered with 413.
    """

    def __init__(self, dispatcher: Dispatcher, *, max_body: int = MAX_BODY) -> None:
        self.dispatcher = dispatcher
        self._max_body = max_body

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI wants it."""
        kind = scope["type"]
        if kind == "http":
            await self.serve(scope, receive, send)
        elif kind == "lifespan":
            await self._lifespan(receive, send)
        elif kind == "websocket":
            await send({"type": "websocket.close", "code": 1000})

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def serve(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            body = await self._read_body(receive)
        except _GoneError:
            return
        except _TooLargeError:
            detail = f"The body is larger than {self._max_body} bytes."
            response = self.dispatcher.errors.write(None, Problem(413, detail))
        else:
            response = await self.dispatcher.handle_async(_request(scope, body))
        await respond(response, scope, receive, send)

    async def _read_body(self, receive: Receive) -> bytes:
        chunks: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _GoneError
            chunk: bytes = message.get("body", b"")
            size += len(chunk)
            if size > self._max_body:
                raise _TooLargeError
            if not message.get("more_body", False):
                return b"".join((*chunks, chunk)) if chunks else chunk
            chunks.append(chunk)


def _request(scope: MutableMapping[str, Any], body: bytes) -> Request:
    raw: bytes | None = scope.get("raw_path")
    path = (
        raw.decode("latin-1").partition("?")[0]
        if raw
        else quote(scope["path"], safe="/~!$&'()*+,;=:@")
    )
    root = scope.get("root_path", "")
    if root and path.startswith(root):
        path = path[len(root) :] or "/"
    items = [(lower_name(name), value.decode("latin-1")) for name, value in scope["headers"]]
    query = scope.get("query_string", b"").decode("latin-1")
    return Request(scope["method"], path, query, Headers(items, is_lower=True), body)


async def respond(
    response: Response, scope: MutableMapping[str, Any], receive: Receive, send: Send
) -> None:
    """Send the answer to a request."""
    is_head = scope["method"].upper() == "HEAD"
    headers = [
        (
            _header_name(name),
            (value if value.isprintable() else _one_line(value)).encode("latin-1", "replace"),
        )
        for name, value in response.headers
    ]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    body = response.body
    if isinstance(body, bytes):
        await send({"type": "http.response.body", "body": b"" if is_head else body})
    elif is_head:
        await aclose(body)
        await send({"type": "http.response.body", "body": b""})
    else:
        await _stream(body, receive, send)


@lru_cache(1024)
def _header_name(name: str) -> bytes:
    return name.lower().encode("latin-1", "replace")


def _one_line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")


async def _stream(
    body: Iterator[bytes] | AsyncIterator[bytes], receive: Receive, send: Send
) -> None:
    """Send a body piece by piece until it ends or the client goes away."""
    sending = asyncio.create_task(_send_all(body, send))
    watching = asyncio.create_task(_wait_for_disconnect(receive))
    try:
        await asyncio.wait({sending, watching}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (sending, watching):
            if not task.done():
                task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        try:
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await sending
        finally:
            await aclose(body)


async def _send_all(body: Iterator[bytes] | AsyncIterator[bytes], send: Send) -> None:
    if isinstance(body, AsyncIterator):
        async for chunk in body:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    else:
        while True:
            chunk = await _next(body)
            if chunk is _DONE:
                break
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _next(body: Iterator[bytes]) -> Any:
    reading = asyncio.ensure_future(asyncio.to_thread(next, body, _DONE))
    try:
        return await asyncio.shield(reading)
    except asyncio.CancelledError:
        await reading  # what is running in its thread cannot be closed
        raise


async def _wait_for_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
