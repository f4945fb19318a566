"""Answers plain requests at once, and leaves connections that bring anything else to uvicorn.

For each request uvicorn makes a task, a cycle and several messages, which takes longer than to answer it. Most
requests to a mock need none of that: they are small and complete, and so is the answer when they have been read.
They are parsed as uvicorn does it, by httptools. Whatever is not plain is not even begun here: its bytes go to
uvicorn's own protocol, and from then on so do all that the connection brings.
"""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ...server._runtime import Headers, Request, Response
from ...server._runtime.exchange import lower_name
from .delivering import BEGUN
from .dispatching import Postponed
from .known_heads import KnownHeads

if TYPE_CHECKING:
    from collections.abc import Awaitable

    import uvicorn
    from uvicorn.server import ServerState

    from ...server._runtime import App

_MOST = 64 * 1024  # bytes of a plain request, and of those that come before it is answered
_STATUS_LINES = {
    one.value: f"HTTP/1.1 {one.value} {one.phrase}\r\n" for one in HTTPStatus if one >= 200
}
_EMPTY = frozenset({204, 304})  # have no content, and so no length (RFC 9110, section 8.6)
_LENGTH = "content-length: "
# What asks for more than an answer to a request that is complete.
_DEMANDING = frozenset({"expect", "transfer-encoding", "upgrade"})
_FRAMING = frozenset({"connection", "transfer-encoding", "upgrade"})
_KNOWN = KnownHeads()  # of all connections
_NAME = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")  # RFC 9110, section 5.6.2


class PlainHTTP(asyncio.Protocol):
    """One connection; for ``uvicorn.Config(http=PlainHTTP)``, without access log and limits.

    Args:
        config: its application is an ``App``.
        server_state: what uvicorn knows of all connections.
        app_state: what the application set when it started.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        if not config.loaded:
            config.load()
        self._config = config
        self._server_state = server_state
        self._connections: set[Any] = server_state.connections
        self._app_state = app_state
        self._loop = _loop or asyncio.get_running_loop()
        self._dispatcher = cast("App", config.loaded_app).dispatcher
        self._transport: asyncio.Transport
        # Of the connection.
        self._parser = httptools.HttpRequestParser(self)
        self._raw = b""  # since the last answer
        self._later = b""  # came before the answer to that
        self._is_answering = False  # and has to wait for it
        self._is_last = False
        self._is_full = False  # the client does not take what is sent
        self._is_reading = True
        self._idle_since = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._known_fields: object = None
        self._fields = ""  # of all answers
        # Of the request.
        self._method = self._target = b""
        self._items: list[tuple[str, str]] = []
        self._body = b""
        self._is_complete = False
        self._is_plain = True

    # What happens to the connection.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._leave()

    def data_received(self, data: bytes) -> None:
        """Answer the request that is complete, or else wait for the rest of it."""
        if self._is_answering:
            self._later += data
            self._balance()
            return
        if not self._raw:
            self._raw = data
            request = _KNOWN.read(data) if len(data) <= _MOST else None
            if request is not None:
                self._answer(request)
                return
        else:
            self._raw += data
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._is_plain = False
        if not self._is_plain or len(self._raw) > _MOST:
            self._hand_over()
        elif self._is_complete:
            self._answer(self._parsed())

    def pause_writing(self) -> None:
        """Read nothing more until what was sent is taken."""
        self._is_full = True
        self._balance()

    def resume_writing(self) -> None:
        """Go on."""
        self._is_full = False
        self._balance()

    def shutdown(self) -> None:
        """Close the connection in order: uvicorn is asked to stop."""
        if self._is_answering:
            self._is_last = True
        elif self._raw:
            self._hand_over().shutdown()
        else:
            self._transport.close()

    # What the parser finds.

    def on_message_begin(self) -> None:
        """Begin a request; where it comes before the one before it is answered, that is not plain."""
        if self._is_complete:
            self._is_plain = False
        self._target = self._body = b""
        self._items = []

    def on_url(self, url: bytes) -> None:
        """Take a part of the target."""
        self._target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header field."""
        lower = lower_name(name)
        if lower in _DEMANDING:
            self._is_plain = False
        self._items.append((lower, value.decode("latin-1")))

    def on_headers_complete(self) -> None:
        """Judge whether the request is plain, as far as its first line tells."""
        parser, target = self._parser, self._target
        self._method = parser.get_method()
        if not (
            parser.should_keep_alive()
            and parser.get_http_version() == "1.1"
            and self._method != b"HEAD"
            and target[:1] == b"/"
            and b"#" not in target
            and target.isascii()
        ):
            self._is_plain = False

    def on_body(self, body: bytes) -> None:
        """Take a part of the content."""
        self._body = self._body + body if self._body else body

    def on_message_complete(self) -> None:
        """End a request."""
        self._is_complete = True

    # How it is answered.

    def _parsed(self) -> Request:
        """Return the request that the parser has found."""
        self._is_complete = False
        path, _, query = self._target.decode("ascii").partition("?")
        headers = Headers(self._items, is_lower=True)
        request = Request(self._method.decode("ascii"), path, query, headers, self._body)
        _KNOWN.keep(self._raw, request)
        return request

    def _answer(self, request: Request) -> None:
        try:
            found = copy_context().run(self._dispatcher.start, request)
        except Exception as error:  # noqa: BLE001 - uvicorn tells of it and answers
            found = _raising(error)
        if isinstance(found, Response):
            self._send(found)
        elif isinstance(found, Postponed):
            self._is_answering = True
            found.then(self._send_late)
        else:
            self._hand_over(found)

    def _send_late(self, response: Response) -> None:
        """Send an answer that had to wait, and go on with what came meanwhile."""
        self._is_answering = False
        if self._transport.is_closing():
            return
        self._send(response)
        data, self._later = self._later, b""
        if data and self._transport.get_protocol() is self and not self._is_last:
            self._balance()
            self.data_received(data)

    def _send(self, response: Response) -> None:
        if self._server_state.default_headers is not self._known_fields:
            self._write_fields()
        fields = self._fields
        message = _message(response, f"{fields}connection: close\r\n" if self._is_last else fields)
        if not message:
            self._hand_over(_made(response))
            return
        self._raw = b""
        self._server_state.total_requests += 1
        self._transport.write(message)
        if self._is_last:
            self._transport.close()
            return
        self._idle_since = self._loop.time()
        if self._timer is None:
            self._wait(self._config.timeout_keep_alive)

    def _write_fields(self) -> None:
        """Write the header fields of all answers, such as the date: uvicorn makes them anew every second."""
        self._known_fields = fields = self._server_state.default_headers
        lines = (b"%b: %b\r\n" % field for field in fields)
        self._fields = b"".join(lines).decode("latin-1")

    # When it is not.

    def _hand_over(self, answering: Awaitable[Response] | None = None) -> HttpToolsProtocol:
        """Leave the connection to uvicorn, with all that was not answered.

        Args:
            answering: what to await for the answer to the first request of it, if that was begun here.
        """
        self._leave()
        state = self._app_state if answering is None else {**self._app_state, BEGUN: [answering]}
        protocol = HttpToolsProtocol(
            config=self._config, server_state=self._server_state, app_state=state, _loop=self._loop
        )
        self._transport.set_protocol(protocol)
        protocol.connection_made(self._transport)
        if not self._is_reading:
            self._transport.resume_reading()
        protocol.data_received(self._raw + self._later)
        return protocol

    def _leave(self) -> None:
        self._connections.discard(self)
        if self._timer is not None:
            self._timer.cancel()
        del self._parser  # it refers to this

    def _balance(self) -> None:
        """Read no more than can be dealt with."""
        is_reading = not self._is_full and len(self._later) <= _MOST
        if is_reading != self._is_reading:
            self._is_reading = is_reading
            if is_reading:
                self._transport.resume_reading()
            else:
                self._transport.pause_reading()

    def _wait(self, seconds: float) -> None:
        self._timer = self._loop.call_later(seconds, self._end_if_idle)

    def _end_if_idle(self) -> None:
        """Close the connection if nothing has come for too long since the last answer."""
        self._timer = None
        if self._is_answering or self._raw:
            return  # the next answer begins to wait anew
        left = self._idle_since + self._config.timeout_keep_alive - self._loop.time()
        if left > 0:
            self._wait(left)
        else:
            self._transport.close()


def _message(response: Response, fields: str) -> bytes:
    """Write a response as it goes over the wire; nothing for one that is not plain."""
    status, body = response.status, response.body
    if status not in _STATUS_LINES or type(body) is not bytes:
        return b""
    lines, told = [_STATUS_LINES[status], fields], ""
    for name, value in response.headers:
        begin = _field(name)
        if not begin or not value.isprintable():
            return b""
        if begin == _LENGTH:
            told = value
        lines += (begin, value, "\r\n")
    length = str(len(body)) if body or status not in _EMPTY else ""
    if told != length:
        return b""
    lines.append("\r\n")
    return "".join(lines).encode("latin-1", "replace") + body


@lru_cache(1024)
def _field(name: str) -> str:
    """Write the name of a header field; nothing for one that says how a message is framed, or is none."""
    lower = name.lower()
    if lower in _FRAMING or not lower or not _NAME.issuperset(lower):
        return ""
    return f"{lower}: "


async def _made(response: Response) -> Response:
    return response


async def _raising(error: Exception) -> Response:
    raise error
