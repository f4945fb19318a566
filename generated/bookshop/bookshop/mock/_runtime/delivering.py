"""Carries out what faults say of an answer: it waits, is cut off, or never comes."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...server._runtime import App, Dispatcher, Response
from ...server._runtime.asgi import respond
from ...server._runtime.exchange import aclose, close
from ...server._runtime.operations import media_range
from .cross_origin import allow
from .injection import UNTOUCHED, Effects
from .resuming import aresumed, resumed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Mapping, MutableMapping

    from ...server._runtime import Request
    from ...server._runtime.asgi import Receive, Send

BEGUN = "mock.begun"
"""In the ``state`` of a scope: a list of what to await for the answer to the next request, if it was begun."""
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class ConnectionDropped(Exception):  # noqa: N818 - what happens, not what went wrong in here
    """The connection closes here, as the mock was told; transports and servers act on it."""


class FaultyDispatcher(Dispatcher):
    """A dispatcher whose answers suffer what ``request.effects`` says, an :class:`Effects`."""

    def handle(self, request: Request) -> Response:
        """Answer a request synchronously.

        Raises:
            ConnectionDropped: if the answer gets lost.
        """
        response = super().handle(request)
        effects = _finish(request, response)
        if effects is UNTOUCHED and isinstance(response.body, bytes):
            return response
        if effects.delay:
            time.sleep(effects.delay)
        _begin(response, effects)
        body = response.body
        if isinstance(body, bytes):
            if effects.truncated_after is not None:
                response.body = _cut(body, effects.truncated_after)
        elif isinstance(body, Iterator) and _is_touched(request, effects):
            events = resumed(body, request.headers.get("last-event-id"))
            response.body = _events(events, effects, _error_event(response, effects))
        return response

    def start(self, request: Request) -> Response | Awaitable[Response]:
        """Answer a request, at once where nothing has to be awaited.

        What is awaited raises :class:`ConnectionDropped` if the answer gets lost.
        """
        found = super().start(request)
        if not isinstance(found, Response):
            return _later(request, found)
        effects = _finish(request, found)
        if effects is UNTOUCHED and isinstance(found.body, bytes):
            return found
        return _delivered(request, found, effects)


class FaultyApp(App):
    """The ASGI application of a :class:`FaultyDispatcher`; it closes connections that are to close."""

    async def serve(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request, which may have been begun outside of ASGI; see `BEGUN`.

        Raises:
            ConnectionDropped: under a server whose connections cannot be reached; it sends a 500 then.
        """
        try:
            begun = scope.get("state", _NOTHING).get(BEGUN)
            if begun:
                await respond(await begun.pop(), scope, receive, send)
            else:
                await super().serve(scope, receive, send)
        except ConnectionDropped:
            # ASGI has no message for it; under uvicorn `send` belongs to an object that knows.
            transport = getattr(getattr(send, "__self__", None), "transport", None)
            if transport is None:
                raise
            transport.close()
            while (await receive())["type"] != "http.disconnect":
                pass


async def _later(request: Request, answering: Awaitable[Response]) -> Response:
    response = await answering
    return await _delivered(request, response, _finish(request, response))


async def _delivered(request: Request, response: Response, effects: Effects) -> Response:
    """Return a response as its effects leave it.

    Raises:
        ConnectionDropped: if it gets lost.
    """
    if effects.delay:
        await asyncio.sleep(effects.delay)
    _begin(response, effects)
    body = response.body
    if isinstance(body, bytes):
        if effects.truncated_after is not None:
            response.body = _cut(body, effects.truncated_after)
    elif _is_touched(request, effects):
        events = aresumed(body, request.headers.get("last-event-id"))
        response.body = _aevents(events, effects, _error_event(response, effects))
    return response


def _finish(request: Request, response: Response) -> Effects:
    """Return what becomes of a response; one of the API itself may be read by pages of other origins."""
    if not isinstance(request.effects, Effects):
        return UNTOUCHED
    if "origin" in request.headers.by_name:
        allow(response)
    return request.effects


def _is_touched(request: Request, effects: Effects) -> bool:
    """Whether a stream is not sent as it is."""
    is_struck = effects.pace or effects.broken or effects.truncated_after is not None
    return bool(is_struck) or "last-event-id" in request.headers


def _begin(response: Response, effects: Effects) -> None:
    if effects.dropped:
        if isinstance(response.body, Iterator):
            close(response.body)
        raise ConnectionDropped
    if effects.headers:
        names = {name.lower() for name in effects.headers}
        kept = [item for item in response.headers if item[0].lower() not in names]
        response.headers[:] = [*kept, *effects.headers.items()]


def _cut(body: bytes, after: int) -> Iterator[bytes]:
    yield body[:after]
    raise ConnectionDropped


def _events(pieces: Iterator[bytes], effects: Effects, error: bytes) -> Iterator[bytes]:
    sent = 0
    try:
        for number, piece in enumerate(pieces):
            if effects.broken is not None and number >= effects.broken.after:
                if not error:
                    raise ConnectionDropped
                yield error
                return
            if effects.pace is not None:
                time.sleep(effects.pace.draw(effects.random, number))
            left = _left(effects, sent)
            if left is not None and len(piece) > left:
                yield piece[:left]
                raise ConnectionDropped
            sent += len(piece)
            yield piece
    finally:
        close(pieces)


async def _aevents(
    pieces: AsyncIterator[bytes], effects: Effects, error: bytes
) -> AsyncIterator[bytes]:
    number = sent = 0
    try:
        async for piece in pieces:
            if effects.broken is not None and number >= effects.broken.after:
                if not error:
                    raise ConnectionDropped
                yield error
                return
            if effects.pace is not None:
                await asyncio.sleep(effects.pace.draw(effects.random, number))
            left = _left(effects, sent)
            if left is not None and len(piece) > left:
                yield piece[:left]
                raise ConnectionDropped
            sent += len(piece)
            number += 1
            yield piece
    finally:
        await aclose(pieces)


def _left(effects: Effects, sent: int) -> int | None:
    return None if effects.truncated_after is None else max(effects.truncated_after - sent, 0)


def _error_event(response: Response, effects: Effects) -> bytes:
    """Return the event that ends a broken stream; empty where the connection just closes."""
    if effects.broken is None or effects.broken.error is None:
        return b""
    text = json.dumps(effects.broken.error, ensure_ascii=False)
    kind = next((value for name, value in response.headers if name == "content-type"), "")
    if media_range(kind) == "text/event-stream":
        return f"event: error\ndata: {text}\n\n".encode()
    return f"{text}\n".encode()
