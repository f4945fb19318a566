"""Turns what a handler returns into a response: status, media type, bytes or a stream."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .exchange import Reply, Response, aclose, close
from .json_text import dump_plain, to_json
from .operations import MediaSpec, ResponseSpec, is_json_sequence, media_range
from .part_writing import PartsWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .operations import OperationSpec

_ONE_OF = {
    "audio": "audio/mpeg",
    "font": "font/ttf",
    "image": "image/png",
    "text": "text/plain",
    "video": "video/mp4",
}
_JSON = MediaSpec("application/json")
_EVENTS = MediaSpec("text/event-stream")
_BINARY = MediaSpec("application/octet-stream")
_TEXT = MediaSpec("text/plain; charset=utf-8")
_NOTHING = ResponseSpec("", (), {})
_EMPTY = frozenset({204, 205, 304})
_REMEMBERED = 64  # ways in which one operation answers; clients may ask for more


class Event:
    """A server-sent event that says more than its data (WHATWG HTML, 9.2.6)."""

    __slots__ = ("data", "event", "id", "retry")

    def __init__(
        self,
        data: Any = None,
        *,
        event: str = "",
        id: str = "",  # noqa: A002 - the name of the field
        retry: int | None = None,
    ) -> None:
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry


class Chosen(NamedTuple):
    """A response to write: status, declared media type, body; ``terminator`` ends a stream of events."""

    status: int
    media: MediaSpec | None
    body: Any
    headers: tuple[tuple[str, str], ...] = ()
    terminator: str = ""


def choose(operation: OperationSpec, result: Any, accept: str) -> Chosen:
    """Find the declared response and media type that ``result`` goes into."""
    reply = result if isinstance(result, Reply) else Reply(result)
    kind = _kind(reply.body)
    key = (kind, str(reply.status), reply.media_type, accept)
    found: tuple[int, MediaSpec | None] | None = operation.answers.get(key)
    if found is None:
        found = _choose(operation, reply, kind, accept)
        if len(operation.answers) < _REMEMBERED:
            operation.answers[key] = found
    status, media = found
    headers = tuple(reply.headers.items()) if reply.headers else ()
    return Chosen(status, media, reply.body, headers, operation.terminator)


def write_plain(
    operation: OperationSpec,
    reply: Any,
    accept: str,
    judge: Callable[[Any, str], None],
    exact: tuple[Any, str],
) -> Response | None:
    """Write an object as JSON, as `choose` and `render` do, where nothing else is possible; else nothing.

    Args:
        exact: a value, and the schema that has accepted it already.
    """
    if type(reply) is not Reply or type(reply.body) is not dict or reply.media_type:
        return None
    key = ("plain", reply.status, accept)
    form = operation.answers.get(key) or _plain_form(operation, reply, accept)
    if form is None:
        return None
    status, media, schema, content_type = form
    head = [content_type]
    for field in reply.headers.items():
        if field[0].lower() == "content-type":
            return None
        head.append(field)
    known, accepting = exact
    is_known = reply.body is known and schema == accepting
    content = dump_plain(known) if is_known else _content(reply.body, media, judge)
    head.append(("content-length", str(len(content))))
    return Response(status, head, content)


class _PlainForm(NamedTuple):
    """How an operation answers with an object, worked out once."""

    status: int
    media: MediaSpec
    schema: str
    content_type: tuple[str, str]


def _plain_form(operation: OperationSpec, reply: Reply, accept: str) -> _PlainForm | None:
    key = ("plain", reply.status, accept)
    try:
        found: _PlainForm | None = operation.answers[key]
    except KeyError:
        found = None
        status, media = _choose(operation, reply, "json", accept)
        if media is not None and media.is_json and status not in _EMPTY:
            found = _PlainForm(status, media, media.schema, ("content-type", _concrete(media)))
        if len(operation.answers) < _REMEMBERED:
            operation.answers[key] = found
    return found


def _choose(
    operation: OperationSpec, reply: Reply, kind: str, accept: str
) -> tuple[int, MediaSpec | None]:
    declared = _declared(operation, reply.status, kind)
    status = reply.status or _status(declared, kind)
    if reply.media_type:
        wanted = media_range(reply.media_type)
        known = (item for item in declared.content if media_range(item.name) == wanted)
        return status, next(known, MediaSpec(reply.media_type))
    if kind == "none" and not declared.content:
        return status, None
    return status, _media(declared.content, kind, accept)


def render(chosen: Chosen, judge: Callable[[Any, str], None] | None = None) -> Response:
    """Write a chosen response.

    Args:
        judge: called with each JSON value and the pointer of its schema before it is written.
    """
    media, body, headers = chosen.media, chosen.body, list(chosen.headers)
    if media is None or chosen.status in _EMPTY:
        length = [] if chosen.status in (204, 304) else [("content-length", "0")]
        return Response(chosen.status, [*headers, *length])
    if not headers or "content-type" not in map(str.lower, dict(headers)):
        headers.insert(0, ("content-type", _concrete(media)))
    if media.is_multipart and isinstance(body, (list, tuple, Iterator, AsyncIterator)):
        return _render_parts(chosen, media, headers, judge)
    if type(body) not in _WHOLE:
        if isinstance(body, AsyncIterator):
            return Response(chosen.status, headers, _write_async(body, chosen, media, judge))
        if isinstance(body, Iterator):
            return Response(chosen.status, headers, _write_each(body, chosen, media, judge))
    content = _content(body, media, judge)
    headers.append(("content-length", str(len(content))))
    return Response(chosen.status, headers, content)


def _render_parts(
    chosen: Chosen,
    media: MediaSpec,
    headers: list[tuple[str, str]],
    judge: Callable[[Any, str], None] | None,
) -> Response:
    writer, body = PartsWriter(media, judge), chosen.body
    headers = [
        (name, writer.content_type(value) if name.lower() == "content-type" else value)
        for name, value in headers
    ]
    if isinstance(body, AsyncIterator):
        return Response(chosen.status, headers, _each_part_async(body, writer))
    if isinstance(body, Iterator):
        return Response(chosen.status, headers, _each_part(body, writer))
    content = writer.whole(body)
    return Response(chosen.status, [*headers, ("content-length", str(len(content)))], content)


def _each_part(values: Iterator[Any], writer: PartsWriter) -> Iterator[bytes]:
    try:
        for value in values:
            yield writer.part(value)
    finally:
        close(values)
    yield writer.end()


async def _each_part_async(values: AsyncIterator[Any], writer: PartsWriter) -> AsyncIterator[bytes]:
    try:
        async for value in values:
            yield writer.part(value)
    finally:
        await aclose(values)
    yield writer.end()


_WHOLE = frozenset({dict, list, bytes, str})  # types that are surely no stream


def _kind(body: Any) -> str:
    if type(body) is dict:
        return "json"
    if isinstance(body, (list, tuple)):
        return "array"
    if body is None:
        return "none"
    if isinstance(body, (Iterator, AsyncIterator)):
        return "stream"
    if isinstance(body, (bytes, bytearray, memoryview)):
        return "binary"
    return "text" if isinstance(body, str) else "json"


def _declared(operation: OperationSpec, status: int | None, kind: str) -> ResponseSpec:
    if status is not None:
        return operation.response(status) or _NOTHING
    successes = operation.successes()
    for response in successes:
        if kind == "none" and not response.content:
            return response
        if any(_fits(media, kind) for media in response.content):
            return response
    return successes[0] if successes else _NOTHING


def _fits(media: MediaSpec, kind: str) -> bool:
    match kind:
        case "stream":
            return media.is_stream
        case "json":
            return media.is_json
        case "array":
            return media.is_json or media.is_multipart
        case "none":
            return False
        case "text":
            return not media.is_stream
        case _:
            return not media.is_stream and not media.is_json


def _status(declared: ResponseSpec, kind: str) -> int:
    if declared.status.isdigit():
        return int(declared.status)
    return 204 if kind == "none" and not declared.content else 200


def _media(content: Sequence[MediaSpec], kind: str, accept: str) -> MediaSpec:
    fitting = [media for media in content if _fits(media, kind)]
    if fitting:
        return _preferred(fitting, accept)
    if (
        content
        and kind in ("json", "array", "none")
        and not any(media.is_stream for media in content)
    ):
        return content[0]
    return {"stream": _EVENTS, "binary": _BINARY, "text": _TEXT}.get(kind, _JSON)


def _preferred(content: list[MediaSpec], accept: str) -> MediaSpec:
    """Return the first media type of the best range in ``Accept`` (RFC 9110, section 12.5.1)."""
    if len(content) == 1 or not accept:
        return content[0]
    return max(content, key=lambda media: quality(accept, media.name))


def quality(accept: str, media_type: str) -> float:
    """Return how much a client wants a media type: 0 to 1, by the most specific range that matches."""
    name = media_range(media_type)
    best = (-1, 0.0)
    for part in accept.split(","):
        wanted = media_range(part)
        specificity = 2 if wanted == name else 1 if wanted == f"{name.partition('/')[0]}/*" else 0
        if specificity or wanted in ("*/*", "*"):
            best = max(best, (specificity, _q(part)))
    return best[1]


def _q(part: str) -> float:
    for parameter in part.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return float(value)
            except ValueError:
                return 1.0
    return 1.0


@lru_cache(1024)
def _concrete_name(name: str, is_json: bool) -> str:
    kind, _, subtype = media_range(name).partition("/")
    if subtype and "*" not in subtype:
        return name
    if is_json:
        return "application/json"
    return _ONE_OF.get(kind, "application/octet-stream")


def _concrete(media: MediaSpec) -> str:
    """Return a media type that can be sent where the document has a range."""
    return _concrete_name(media.name, media.is_json)


def _content(body: Any, media: MediaSpec, judge: Callable[[Any, str], None] | None) -> bytes:
    if type(body) is not dict:
        if isinstance(body, (bytes, bytearray, memoryview)):
            return bytes(body)
        if isinstance(body, str) and not media.is_json:
            return body.encode()
    value = to_json(body)
    if judge is not None and media.schema and media.is_json:
        judge(value, media.schema)
    return dump_plain(value)


def _write_each(
    events: Iterator[Any],
    chosen: Chosen,
    media: MediaSpec,
    judge: Callable[[Any, str], None] | None,
) -> Iterator[bytes]:
    try:
        for event in events:
            yield _event(event, media, judge)
    finally:
        close(events)
    yield from _end(chosen, media)


async def _write_async(
    events: AsyncIterator[Any],
    chosen: Chosen,
    media: MediaSpec,
    judge: Callable[[Any, str], None] | None,
) -> AsyncIterator[bytes]:
    try:
        async for event in events:
            yield _event(event, media, judge)
    finally:
        await aclose(events)
    for chunk in _end(chosen, media):
        yield chunk


def _end(chosen: Chosen, media: MediaSpec) -> Iterator[bytes]:
    """Write the sentinel that the document says a stream ends with."""
    if chosen.terminator and media_range(media.name) == "text/event-stream":
        yield _server_sent(Event(), chosen.terminator)


def _event(event: Any, media: MediaSpec, judge: Callable[[Any, str], None] | None) -> bytes:
    if isinstance(event, (bytes, bytearray)):
        return bytes(event)
    told = event if isinstance(event, Event) else Event(event)
    data = to_json(told.data)
    if judge is not None and media.items and not isinstance(event, (Event, str)):
        judge(data, media.items)
    name = media_range(media.name)
    if name == "text/event-stream":
        return _server_sent(told, data)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\x1e" + text + b"\n" if is_json_sequence(name) else text + b"\n"


def _server_sent(event: Event, data: Any) -> bytes:
    lines = [
        f"{name}: {value}" for name, value in (("event", event.event), ("id", event.id)) if value
    ]
    if event.retry is not None:
        lines.append(f"retry: {event.retry}")
    if data is not None:
        text = (
            data
            if isinstance(data, str)
            else json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        )
        lines.extend(f"data: {line}" for line in text.replace("\r\n", "\n").split("\n"))
    return ("\n".join(lines) + "\n\n").encode()
