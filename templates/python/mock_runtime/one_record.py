"""Operations on one record: it is made, read, changed, replaced, deleted, copied, acted upon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import HTTPError, Reply
from .answers import path_values, values
from .replying import body_schema, given, reply_with, sampled, stream, wants_stream
from .schemas import definition
from .several_records import told_as_list
from .store import Record

if TYPE_CHECKING:
    from ...server._runtime import Call
    from .answers import Answer
    from .backend import Backend
    from .behaviour import Resource, Role
    from .store import Key


def create(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Make a record, or go on with the one that the body names."""
    collections = backend.collections
    collection = collections.place(resource, path_values(call) if resource.parents else ())
    body = given(backend, call, resource)
    key = str(body.get(role.continues) or "") if role.continues else ""
    record = _continued(backend, call, resource, collection, key) if key else None
    is_new = record is None
    if record is None:
        strict = call.operation.declares(409)
        key, record = collections.add(resource, collection, body, strict=strict)
    answer = backend.answers.success(call)
    said = backend.conversation.take(resource, record, body, answer.schema, new=is_new)
    if said is not None:
        backend.store.put(collection, key, record)
    if call.operation.streams and wants_stream(call):
        return stream(backend, call, record.data, key)
    headers = _location(call, resource, key, answer)
    if answer.rows:
        rows = collections.rows(resource, collection)
        listed = told_as_list(backend, call, role, resource, rows)
        return Reply(listed, answer.status, headers)
    told = backend.answers.told(call, resource, record, answer.place, key, collection, said)
    if not answer.schema:
        bare = backend.answers.bare(call, answer)
        return Reply(bare.body, bare.status, headers, bare.media_type)
    return Reply(backend.answers.wrapped(call, answer, role, told), answer.status, headers)


def _continued(
    backend: Backend, call: Call, resource: Resource, collection: Key, key: str
) -> Record | None:
    try:
        return backend.collections.find(resource, collection, key)
    except HTTPError:
        if call.operation.declares(404):
            raise
        return None


def _location(call: Call, resource: Resource, key: str, answer: Answer) -> dict[str, str]:
    """Return where a new record is found (RFC 9110, section 15.3.2)."""
    if not resource.id_parameter:
        return {}
    if answer.status != 201:
        declared = call.operation.response(answer.status)
        if not declared or "location" not in {name.lower() for name in declared.headers}:
            return {}
    return {"location": f"{call.request.path.rstrip('/')}/{key}"}


def found(backend: Backend, call: Call, resource: Resource) -> Record:
    """Return the record that the path of a request names."""
    path = path_values(call)
    collection = backend.collections.place(resource, path)
    return backend.collections.find(resource, collection, path[len(resource.parents)])


def get(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Read a record; one in progress moves on."""
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    backend.collections.advance(resource, collection, key, record)
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
    made = {**body, resource.id_field: key}
    return backend.collections.add(resource, collection, made, strict=False)


def delete(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Remove a record."""
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    guarded = call.operation.declares(409)
    backend.collections.remove(resource, collection, key, guarded=guarded)
    return reply_with(backend, call, role, resource, record, key, collection)


def copy(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Make another record like one, with those that belong to it."""
    collections = backend.collections
    collection, key = _item(backend, call, resource)
    original = collections.find(resource, collection, key)
    body = {**original.data, **given(backend, call, resource)}
    body.pop(resource.id_field, None)
    if body.get("name") == original.data.get("name") and isinstance(body.get("name"), str):
        body["name"] = f"Copy of {body['name']}"
    copied, record = collections.add(resource, collection, body, strict=False)
    for child in backend.behaviour.children(resource):
        if child.embedded:
            continue  # came with the record
        for inner, row in backend.store.items((child.name, *collection[1:], key)):
            place = (child.name, *collection[1:], copied)
            data = {**row.data, child.id_field: inner}
            collections.add(child, place, data, strict=False)
    return reply_with(backend, call, role, resource, record, copied, collection)


def act(backend: Backend, call: Call, role: Role, resource: Resource) -> Any:
    """Change the item if the answer is the item; else say something of it."""
    path = values(call, "path")
    if len(path) <= len(resource.parents):
        return sampled(backend, call, {})
    collection, key = _item(backend, call, resource)
    record = backend.collections.find(resource, collection, key)
    answer = backend.answers.success(call)
    if answer.place and _is_same(backend, answer.place, resource.schema):
        body = given(backend, call, resource)
        record = backend.collections.change(resource, collection, key, body)
        if resource.states:
            record.data[resource.status] = resource.states[0]
            backend.collections.transitions.begin((*collection, key), resource.states[0])
            backend.store.put(collection, key, record)
        return reply_with(backend, call, role, resource, record, key, collection)
    if _attach(backend, call, resource, record):
        backend.store.put(collection, key, record)
    known = {**record.data, **path} if backend.shaper.fields(answer.schema) else path
    return sampled(backend, call, known)


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
    return backend.collections.place(resource, path), path[len(resource.parents)]
