"""Operations on one record: it is made, read, changed, replaced, deleted, copied, acted upon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import HTTPError, Reply
from . import contents
from .answers import path_values, values
from .bare_answers import bare
from .leading import to_record
from .members import merged_values, nested, without
from .outcomes import outcome
from .replying import body_schema, given, reply_with, sampled, stream, wants_stream
from .schemas import definition, plain
from .several_records import told_as_list
from .store import Record
from .streams_text import ANSWER
from .views import path_at_home
from .wanted_form import wanted_text

if TYPE_CHECKING:
    from ...server._runtime import Call
    from .backend import Backend
    from .behaviour import Resource, Role
    from .store import Key
_GONE = frozenset({"deleted", "isdeleted", "removed", "isremoved"})


def create(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Make a record, or go on with the one that the body names."""
    collections = backend.collections
    asked = resource
    collection = collections.place(resource, path_values(call) if resource.parents else ())
    body = given(backend, call, resource)
    if len(call.arguments) > len(call.placeholders):
        body = {**_asked(backend, call, resource), **body}
    key = str(body.get(role.continues) or "") if role.continues else ""
    record = _continued(backend, call, resource, collection, key) if key else None
    is_new = record is None
    if record is None:
        strict = call.operation.declares(409)
        key, record = collections.add(resource, collection, body, strict=strict)
        resource, collection = collections.home(resource, collection, record.data)
        contents.keep(backend, call, collection, key)
    answer = backend.answers.success(call)
    said = backend.conversation.take(resource, record, body, answer.schema, new=is_new)
    is_answered = call.operation.streams and _answered(backend, call, resource, record)
    if said is not None or is_answered:
        backend.store.put(collection, key, record)
    if call.operation.streams and wants_stream(call):
        return stream(backend, call, record.data, key)
    path = path_at_home(call, resource, collection) if asked.kept_in else call.request.path
    headers = to_record(backend, call, answer.status, path, key) if resource.id_parameter else {}
    if answer.rows:
        is_file = role.role == "upload"
        rows = [(key, record)] if is_file else collections.rows(resource, collection)
        listed = told_as_list(backend, call, role, resource, rows)
        return Reply(listed, answer.status, headers)
    told = backend.answers.told(call, resource, record, answer.place, key, collection, said)
    if not answer.schema:
        told = bare(backend, call, answer.status)
        return Reply(told.body, told.status, headers, told.media_type)
    return Reply(backend.answers.wrapped(call, answer, role, told), answer.status, headers)


def _answered(backend: Backend, call: Call, resource: Resource, record: Record) -> bool:
    """Give a record the text that its operation would stream, at its end; say whether it has room for one.

    What can be told while it is made is made when it is told: it is in its last state.
    """
    text = wanted_text(call.body, backend.sampler.seed)
    spoken = backend.speaker.spoken(
        resource.schema, record.data, text or ANSWER, anew=text is not None
    )
    if spoken is None:
        return False
    if resource.states:
        backend.shaper.assign(resource.schema, spoken, {resource.status: resource.states[-1]})
    record.data = spoken
    return True


def _asked(backend: Backend, call: Call, resource: Resource) -> dict[str, Any]:
    """Return what the query of a request says of the new record: ``POST /containers/create?name=web``."""
    known = {plain(name) for name in backend.shaper.fields(resource.schema)}
    asked = values(call, "query")
    return {name: value for name, value in asked.items() if plain(name) in known}


def _continued(
    backend: Backend, call: Call, resource: Resource, collection: Key, key: str
) -> Record | None:
    try:
        return backend.collections.find(resource, collection, key)
    except HTTPError:
        if call.operation.declares(404):
            raise
        return None


def found(backend: Backend, call: Call, resource: Resource) -> Record:
    """Return the record that the path of a request names."""
    return backend.collections.find(resource, *_item(backend, call, resource))


def get(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Read a record; one in progress moves on."""
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    backend.collections.advance(resource, collection, key, record)
    if not backend.answers.success(call).schema:
        file = contents.kept(backend, call, collection, key)
        if file is not None:
            return file
    return reply_with(backend, call, role, resource, record, key, collection)


def update(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Merge the body into a record; one that is not there is made, if the document says so."""
    collection, key = _item(backend, call, resource)
    body = given(backend, call, resource)
    if _makes(backend, call, resource, collection, key):
        _, record = _make(backend, resource, collection, key, body)
    else:
        record = backend.collections.change(resource, collection, key, body)
    return reply_with(backend, call, role, resource, record, key, collection)


def replace(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Put a record in its place; one that is not there is made, if the document says so."""
    collection, key = _item(backend, call, resource)
    body = given(backend, call, resource)
    if _makes(backend, call, resource, collection, key):
        _, record = _make(backend, resource, collection, key, body)
    else:
        schema = body_schema(call)
        record = backend.collections.replace(resource, collection, key, body, schema)
    return reply_with(backend, call, role, resource, record, key, collection)


def _makes(backend: Backend, call: Call, resource: Resource, collection: Key, key: str) -> bool:
    """Whether a record that is not there is made: 201 is declared, or a PUT refuses nothing.

    A PUT that takes no body has nothing to change: it adds to the list of the record above.
    """
    known = backend.store.get(collection, key)
    operation = call.operation
    is_added = bool(resource.embedded) and operation.body is None
    is_upsert = operation.method == "PUT" and (
        resource.origin == "open" or is_added or not operation.declares(404)
    )
    return (known is None or known.deleted) and (is_upsert or operation.declares(201))


def _make(
    backend: Backend, resource: Resource, collection: Key, key: str, body: dict[str, Any]
) -> tuple[str, Record]:
    made = merged_values(body, nested({resource.id_field: key}))
    return backend.collections.add(resource, collection, made, strict=False)


def delete(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Remove a record."""
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    guarded = call.operation.declares(409)
    backend.collections.remove(resource, collection, key, guarded=guarded)
    contents.forget(backend, collection, key)
    reply = reply_with(backend, call, role, resource, record, key, collection)
    place = backend.answers.success(call).schema
    if isinstance(reply.body, dict) and place:
        backend.shaper.assign(place, reply.body, _confirmed(reply.body))
    return reply


def _confirmed(body: dict[str, Any]) -> dict[str, bool]:
    """Return the flags of an answer that say that something was deleted."""
    return {name: True for name, value in body.items() if value is False and plain(name) in _GONE}


def copy(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Make another record like one, with those that belong to it."""
    collections = backend.collections
    collection, key = _item(backend, call, resource)
    original = collections.find(resource, collection, key)
    body = {**original.data, **given(backend, call, resource)}
    body = without(body, resource.id_field)
    if body.get("name") == original.data.get("name") and isinstance(body.get("name"), str):
        body["name"] = f"Copy of {body['name']}"
    copied, record = collections.add(resource, collection, body, strict=False)
    for child in backend.behaviour.children(resource):
        if child.embedded:
            continue  # came with the record
        for inner, row in backend.store.items((child.name, *collection[1:], key)):
            place = (child.name, *collection[1:], copied)
            data = merged_values(row.data, nested({child.id_field: inner}))
            collections.add(child, place, data, strict=False)
    return reply_with(backend, call, role, resource, record, copied, collection)


def act(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Change the item if the answer is the item; else say something of it."""
    path = values(call, "path")
    if len(path) <= len(resource.parents):
        if call.operation.method == "DELETE":
            _clear(backend, call, resource)
        return sampled(backend, call, {})
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    answer = backend.answers.success(call)
    if answer.place and _is_same(backend, answer.place, resource.schema):
        body = given(backend, call, resource)
        record = backend.collections.change(resource, collection, key, body)
        verb = call.operation.path.rstrip("/").rsplit("/", 1)[-1]
        left = outcome(backend.document, backend.shaper.fields(resource.schema), verb)
        if left:
            backend.shaper.assign(resource.schema, record.data, left)
            backend.store.put(collection, key, record)
        elif resource.states:
            record.data[resource.status] = resource.states[0]
            backend.collections.transitions.begin((*collection, key), resource.states[0])
            backend.store.put(collection, key, record)
        return reply_with(backend, call, role, resource, record, key, collection)
    if _attach(backend, call, resource, record):
        backend.store.put(collection, key, record)
    known = {**record.data, **path} if backend.shaper.fields(answer.schema) else path
    return sampled(backend, call, known)


def _clear(backend: Backend, call: Call, resource: Resource) -> None:
    """Remove all records of a collection, unless the request may mean some of them."""
    if call.has_body or len(call.arguments) > len(call.placeholders):
        return
    collections = backend.collections
    collection = collections.place(resource, path_values(call))
    guarded = call.operation.declares(409)
    for key, record in collections.rows(resource, collection):
        home, place = collections.home(resource, collection, record.data)
        collections.remove(home, place, key, guarded=guarded)


def _is_same(backend: Backend, left: str, right: str) -> bool:
    return definition(backend.document, left) == definition(backend.document, right)


def _attach(backend: Backend, call: Call, resource: Resource, record: Record) -> bool:
    """``POST /files/{id}/associations`` adds to the list of that name, where the record has one."""
    name = call.operation.path.rstrip("/").rsplit("/", 1)[-1]
    place = backend.shaper.fields(resource.schema).get(name)
    if place is None or not isinstance(call.body, dict):
        return False
    old = record.data.get(name)
    rows = [*(old if isinstance(old, list) else []), call.body]
    fitted, merged = backend.shaper.fit(rows, place, call.operation.path)
    if fitted:
        record.data[name] = merged
    return fitted


def singleton(backend: Backend, call: Call, resource: Resource | None) -> Any:
    """One object: sampled once, kept, and changed by what is sent to it."""
    path = values(call, "path")
    known: dict[str, Any] = dict(path)
    if resource is not None and len(path) > len(resource.parents):
        collection, key = _item(backend, call, resource)
        file = contents.kept(backend, call, collection, key)
        if file is not None:
            return file
        known = {**backend.collections.find(resource, collection, key).data, **path}
    body = call.body if isinstance(call.body, dict) else {}
    place = (f"singleton {call.operation.path}", *path.values())
    kept = backend.store.get(place, "")
    data = {**(kept.data if kept else {}), **body}
    if body:
        backend.store.put(place, "", Record(data))
    return sampled(backend, call, {**known, **data})


def _item(backend: Backend, call: Call, resource: Resource) -> tuple[Key, str]:
    path = path_values(call)
    collection = backend.collections.place(resource, path)
    return collection, backend.collections.key(resource, collection, path[len(resource.parents)])
