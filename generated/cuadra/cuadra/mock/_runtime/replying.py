"""The reply of an operation: a record, a sample, or a stream, in the declared form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload, Reply
from ...server._runtime.operations import is_json, media_range
from ...server._runtime.responses import quality
from .answers import status_of, values
from .bare_answers import bare
from .schemas import merged, plain
from .uploads import facts_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Call
    from ...server._runtime.operations import MediaSpec, ResponseSpec
    from .backend import Backend
    from .behaviour import Resource, Role
    from .store import Key, Record

_STREAM_SWITCHES = frozenset({"stream", "streaming"})
_STREAM_HEADERS = {"cache-control": "no-cache"}


def reply_with(
    backend: Backend,
    call: Call,
    role: Role,
    resource: Resource,
    record: Record,
    key: str,
    collection: Key,
) -> Reply:
    """Tell a record in the form of the response, in its wrapper."""
    answers = backend.answers
    answer = answers.success(call)
    if call.operation.method == "DELETE" and call.operation.declares(204):
        return Reply(None, 204)
    if not answer.schema:
        return bare(backend, call, answer.status)
    told = answers.told(call, resource, record, answer.place, key, collection)
    return Reply(answers.wrapped(call, answer, role, told), answer.status)


def sampled(backend: Backend, call: Call, known: Mapping[str, Any]) -> Reply:
    """Answer from the schema, with what is known under the same names."""
    if wants_stream(call):
        return stream(backend, call, {}, call.operation.call)
    answer = backend.answers.success(call)
    if not answer.schema:
        return bare(backend, call, answer.status)
    path = values(call, "path")
    is_parts = isinstance(call.body, list) and call.media_type.startswith("multipart/")
    body = _joined(call.body) if is_parts else call.body
    fields = body if isinstance(body, dict) else {}
    sent = {n: v for n, v in fields.items() if not isinstance(v, (FileUpload, bytes))}
    told = {**path, **known, **sent}
    key = (call.operation.path, *path.values())
    shown = backend.examples.answer(answer.schema)
    if not backend.shaper.is_valid(shown, answer.schema):
        told, shown = {**(shown if isinstance(shown, dict) else {}), **told}, None
    projected = backend.shaper.project(told, answer.schema, *key, base=shown)
    return Reply(_one_for_each(backend, call, projected), answer.status)


def _one_for_each(backend: Backend, call: Call, told: Any) -> Any:
    """Return an answer with a row for each of several texts or lists that a request has to give.

    That is where its rows tell their place: ``{"index": 0, "embedding": [...]}``.
    """
    if not isinstance(told, dict):
        return told
    lists = [value for value in told.values() if isinstance(value, list)]
    rows = lists[0] if len(lists) == 1 and len(lists[0]) == 1 else []
    if not (rows and isinstance(rows[0], dict) and type(rows[0].get("index")) is int):
        return told
    schema = merged(backend.document, backend.document.schema(body_schema(call)))
    body = call.body if isinstance(call.body, dict) else {}
    asked = [body.get(name) for name in schema.get("required") or ()]
    several = [one for one in asked if isinstance(one, list) and len(one) > 1]
    if len(several) != 1 or not all(isinstance(one, (str, list)) for one in several[0]):
        return told
    each = [{**rows[0], "index": index} for index in range(len(several[0]))]
    return {name: each if value is rows else value for name, value in told.items()}


def wants_stream(call: Call) -> bool:
    """Whether this request is answered by a stream: the switch in it decides, then ``Accept``."""
    streams = call.operation.streams
    if not streams:
        return False
    others = [m for r in call.operation.successes() for m in r.content if not m.is_stream]
    if not others:
        return True
    switch = call.operation.switch
    body = call.body if isinstance(call.body, dict) else {}
    for name, value in {**body, **values(call, "query")}.items():
        if (name == switch or plain(name) in _STREAM_SWITCHES) and isinstance(value, bool):
            return value
    if switch:
        return False
    accept = call.request.headers.get("accept")
    wish = max((quality(accept, media.name) for media in streams), default=0.0)
    return bool(accept) and wish > max(quality(accept, media.name) for media in others)


def stream(backend: Backend, call: Call, data: Mapping[str, Any], key: str) -> Reply:
    """Answer with the events of a stream about ``data``; ``key`` tells it from others."""
    response, media = _stream_of(call)
    events = backend.streamer.events(
        media.items or media.schema,
        data,
        key,
        framed=media_range(media.name) == "text/event-stream",
    )
    return Reply(events, status_of(response), dict(_STREAM_HEADERS), media.name)


def as_wished(backend: Backend, call: Call, reply: Any) -> Any:
    """Return a reply as a stream where the request wants one and the reply is none: rows one by one."""
    body = reply.body if isinstance(reply, Reply) else None
    if not isinstance(body, (dict, list)) or not wants_stream(call):
        return reply
    if isinstance(body, dict):
        return stream(backend, call, body, call.request.path)
    response, media = _stream_of(call)
    place = media.items or media.schema
    if place and not all(backend.shaper.is_valid(row, place) for row in body):
        return stream(backend, call, {}, call.request.path)
    return Reply(iter(body), status_of(response), dict(_STREAM_HEADERS), media.name)


def _stream_of(call: Call) -> tuple[ResponseSpec, MediaSpec]:
    for response in call.operation.successes():
        for media in response.content:
            if media.is_stream:
                return response, media
    raise LookupError(f"{call.operation.call} declares no stream")


def body_schema(call: Call) -> str:
    """Return where the body of a request is described: nowhere for a media type without a schema."""
    kind = media_range(call.request.headers.get("content-type"))
    media = call.operation.body or ()
    found = [item for item in media if media_range(item.name) == kind] or list(media)
    return found[0].schema if found else ""


def given(backend: Backend, call: Call, resource: Resource) -> dict[str, Any]:
    """Return the body as data of a record; a file as what is told of it."""
    if type(call.body) is dict and len(call.body) > 1 and is_json(call.media_type):
        return call.body.copy()  # there can be no files in it, and it is no wrapper
    names = backend.shaper.fields(resource.schema)
    if isinstance(call.body, FileUpload):
        return facts_of(call.body, names)
    if isinstance(call.body, bytes):
        kind = call.request.headers.get("content-type")
        return facts_of(FileUpload("", kind, call.body), names)
    if isinstance(call.body, list) and call.media_type.startswith("multipart/"):
        files = [part for part in call.body if isinstance(part, FileUpload)]
        return {**(facts_of(files[0], names) if files else {}), **_joined(call.body)}
    body = call.body
    if not isinstance(body, dict):
        return {}
    if len(body) == 1:
        body = _unwrapped(backend, body, resource)
    if is_json(call.media_type):
        return dict(body)  # there can be no files in it
    found: dict[str, Any] = {}
    for value in body.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, FileUpload):
                found |= facts_of(item, names)
    sent = {n: v for n, v in body.items() if not isinstance(v, FileUpload)}
    beside = [v for n, v in sent.items() if isinstance(v, dict) and n not in names]
    told = _joined(beside) if found else {}  # a part beside the file tells of it
    return {**found, **told, **sent}


def _joined(parts: list[Any]) -> dict[str, Any]:
    """Return what the parts of a body say together; an earlier one counts for more."""
    found: dict[str, Any] = {}
    for part in parts:
        if isinstance(part, dict):
            found = {**part, **found}
    return found


def _unwrapped(backend: Backend, body: dict[str, Any], resource: Resource) -> dict[str, Any]:
    """Return the record in a body that is nothing but a property around it: ``{"data": {...}}``."""
    name, inner = next(iter(body.items()))
    fields = backend.shaper.fields(resource.schema)
    return inner if isinstance(inner, dict) and fields and name not in fields else body
