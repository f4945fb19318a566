"""The reply of an operation: a record, a sample, or a stream, in the declared form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload, Reply
from ...server._runtime.operations import media_range
from ...server._runtime.responses import quality
from .answers import status_of, values
from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Call
    from .backend import Backend
    from .behaviour import Resource, Role
    from .store import Key, Record

_STREAM_SWITCHES = frozenset({"stream", "streaming"})


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
        return answers.bare(call, answer)
    place = answers.entity_place(answer, role)
    told = answers.told(call, resource, record, place, key, collection)
    return Reply(answers.wrapped(call, answer, role, told), answer.status)


def sampled(backend: Backend, call: Call, known: Mapping[str, Any]) -> Reply:
    """Answer from the schema, with what is known under the same names."""
    if wants_stream(call):
        return stream(backend, call, {}, call.operation.call)
    answer = backend.answers.success(call)
    if not answer.schema:
        return backend.answers.bare(call, answer)
    path = values(call, "path")
    body = call.body if isinstance(call.body, dict) else {}
    sent = {n: v for n, v in body.items() if not isinstance(v, (FileUpload, bytes))}
    told = {**path, **known, **sent}
    key = (call.operation.path, *path.values())
    return Reply(backend.shaper.project(told, answer.schema, *key), answer.status)


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
    for response in call.operation.successes():
        for media in response.content:
            if media.is_stream:
                events = backend.streamer.events(
                    media.items or media.schema,
                    data,
                    key,
                    framed=media_range(media.name) == "text/event-stream",
                )
                headers = {"cache-control": "no-cache"}
                return Reply(events, status_of(response), headers, media.name)
    raise LookupError(f"{call.operation.call} declares no stream")


def body_schema(call: Call) -> str:
    """Return where the body of a request is described: nowhere for a media type without a schema."""
    kind = media_range(call.request.headers.get("content-type"))
    media = call.operation.body or ()
    found = [item for item in media if media_range(item.name) == kind] or list(media)
    return found[0].schema if found else ""


def given(backend: Backend, call: Call, resource: Resource) -> dict[str, Any]:
    """Return the body as data of a record; a file as what is told of it."""
    upload = backend.shaper.upload
    if isinstance(call.body, FileUpload):
        return upload(resource.schema, call.body)
    if isinstance(call.body, bytes):
        kind = call.request.headers.get("content-type")
        return upload(resource.schema, FileUpload("", kind, call.body))
    body = _unwrapped(backend, call.body, resource)
    if not isinstance(body, dict):
        return {}
    found: dict[str, Any] = {}
    for value in body.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, FileUpload):
                found |= upload(resource.schema, item)
    sent = {n: v for n, v in body.items() if not isinstance(v, FileUpload)}
    return {**found, **sent}


def _unwrapped(backend: Backend, body: Any, resource: Resource) -> Any:
    """Return the record in a body that has nothing but a property around it: ``{"data": {...}}``."""
    if isinstance(body, dict) and len(body) == 1:
        name, inner = next(iter(body.items()))
        fields = backend.shaper.fields(resource.schema)
        if isinstance(inner, dict) and fields and name not in fields:
            return inner
    return body
