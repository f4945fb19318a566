"""Operations on several records: they are listed, made or changed together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import HTTPError, Reply
from .answers import matches, path_values, values
from .linking import links, urls
from .members import set_path, value_at
from .page_headers import page_headers
from .paging import cut, fill
from .replying import sampled
from .schemas import plain
from .selectors import selects
from .sorting import ordered

if TYPE_CHECKING:
    from ...server._runtime import Call
    from .backend import Backend
    from .behaviour import Resource, Role
    from .paging import Page
    from .store import Key, Record

_BY_ID = ("id", "ids")
_SELECTOR = "labelselector"
_ALL = ("all", "any", "*", "")  # as the value of a filter: no filter


def list_records(backend: Backend, call: Call, role: Role, resource: Resource) -> Reply:
    """Tell the records of a collection that pass the filters, page by page."""
    answers = backend.answers
    query = values(call, "query")
    collection = backend.collections.place(resource, path_values(call))
    rows = _stocked(backend, call, role, resource, collection)
    for parameter, name in role.filters.items():
        wanted = query.get(parameter, answers.default(call, parameter))
        is_told = parameter not in query and resource.origin == "seeded"
        if is_told and name == resource.id_field:
            continue  # no list is of one record: authors write examples so
        if parameter.lower() in _BY_ID and name == resource.id_field and wanted:
            rows = _asked_for(backend, resource, collection, wanted)
        elif wanted is not None and wanted not in _ALL:
            passes = _selected if plain(parameter) == _SELECTOR else matches
            left = [row for row in rows if passes(value_at(row[1].data, name), wanted)]
            rows = rows if not left and (is_told or _is_flag(rows, name, wanted)) else left
    shown = backend.filters.get(call.operation.call)
    if shown is not None:
        rows = [row for row in rows if shown(call, row[1].data)]
    rows = ordered(rows, {**answers.defaults(call), **query}, resource.created_at)
    asked = {**values(call, "header"), **query} if role.headers else query
    page, found = cut(rows, role, asked, answers.limits(call, role))
    return paged(backend, call, role, page, told_as_list(backend, call, role, resource, found))


def _selected(labels: Any, wanted: Any) -> bool:
    return selects(str(wanted), labels if isinstance(labels, dict) else {})


def _is_flag(rows: list[tuple[str, Record]], name: str, wanted: Any) -> bool:
    """Whether a text such as ``yes`` is asked of booleans, of which it leaves none by itself."""
    return isinstance(wanted, str) and all(isinstance(row[1].data.get(name), bool) for row in rows)


def _asked_for(
    backend: Backend, resource: Resource, collection: Key, wanted: Any
) -> list[tuple[str, Record]]:
    """Return the records that a request names, in its order; what is not there is left out."""
    found: list[tuple[str, Record]] = []
    for key in wanted if isinstance(wanted, list) else str(wanted).split(","):
        try:
            record = backend.collections.find(resource, collection, str(key).strip())
        except HTTPError:
            continue
        found.append((str(key).strip(), record))
    return found


def _stocked(
    backend: Backend, call: Call, role: Role, resource: Resource, collection: Key
) -> list[tuple[str, Record]]:
    """Return all records; where nothing makes them, one has what a request of this list must ask for."""
    query = values(call, "query")
    asked = {
        role.filters[one.name]: query[one.name]
        for one in call.operation.parameters
        if one.required and one.name in role.filters and one.name in query
    }
    rows = backend.collections.rows(resource, collection)
    if resource.origin != "seeded" or not asked:
        return rows
    for _, record in rows:
        if all(matches(record.data.get(name), asked[name]) for name in asked):
            return rows
    backend.collections.stock(resource, collection, asked)
    return backend.collections.rows(resource, collection)


def paged(backend: Backend, call: Call, role: Role, page: Page, body: Any) -> Reply:
    """Return the reply that is one page: its body and its header tell where it lies."""
    answer = backend.answers.success(call)
    headers = links(call, role, page)
    if role.headers:
        headers |= page_headers(call, role, page, backend.document)
    if role.items and isinstance(body, dict):
        cursor = role.parameters.get("cursor", "")
        asked = (one.schema for one in call.operation.parameters if one.name == cursor)
        place = next(asked, "")
        body = fill(
            body, page, role, backend.document, answer.schema, urls(call, role, page), place
        )
    return Reply(body, answer.status, headers)


def page_of_samples(backend: Backend, call: Call, role: Role, sampled: Reply) -> Reply:
    """Return a page of what a sampled answer lists, so that a client comes to the end of it."""
    rows: Any = value_at(sampled.body, role.items) if role.items else sampled.body
    if not isinstance(rows, list):
        return sampled
    limits = backend.answers.limits(call, role)
    keyed = [(_key(row, index), row) for index, row in enumerate(rows)]
    asked = {**(call.body if isinstance(call.body, dict) else {}), **values(call, "query")}
    page, found = cut(keyed, role, asked, limits)
    shown = [row for _, row in found]
    if not role.items:
        return paged(backend, call, role, page, shown)
    body = dict(sampled.body)
    set_path(body, role.items, shown)
    return paged(backend, call, role, page, body)


def _key(row: Any, index: int) -> str:
    return str(row.get("id", index) if isinstance(row, dict) else index)


def told_as_list(
    backend: Backend, call: Call, role: Role, resource: Resource, rows: list[tuple[str, Record]]
) -> Any:
    """Return records as the list of an answer, with the sampled envelope around it if it has one."""
    schema = backend.answers.success(call).schema
    items = _told(backend, call, resource, rows, backend.answers.item_place(schema, role.items))
    if not role.items:
        return items
    sample = backend.sampler.sample(schema, call.operation.call)
    body = dict(sample) if isinstance(sample, dict) else {}
    set_path(body, role.items, items)
    return body


def batch_create(backend: Backend, call: Call, role: Role, resource: Resource) -> Reply:
    """Make the records of the body; what exists already is skipped."""
    collection = backend.collections.place(resource, path_values(call))
    done: list[tuple[str, Record]] = []
    skipped: list[dict[str, Any]] = []
    for item in _batch(call, role):
        try:
            done.append(backend.collections.add(resource, collection, item, strict=True))
        except HTTPError as error:
            if error.status != 409:
                raise
            skipped.append({**item, "reason": error.detail})
    return _batch_reply(backend, call, role, resource, done, skipped)


def batch_update(backend: Backend, call: Call, role: Role, resource: Resource) -> Reply:
    """Change the records that the body names; what does not exist is skipped."""
    collection = backend.collections.place(resource, path_values(call))
    done: list[tuple[str, Record]] = []
    skipped: list[dict[str, Any]] = []
    wanted = (plain(resource.id_field), "id")
    for item in _batch(call, role):
        key = next((str(value) for name, value in item.items() if plain(name) in wanted), "")
        try:
            done.append((key, backend.collections.change(resource, collection, key, item)))
        except HTTPError as error:
            skipped.append({**item, "reason": error.detail})
    return _batch_reply(backend, call, role, resource, done, skipped)


def replace_all(backend: Backend, call: Call, role: Role, resource: Resource) -> Reply:
    """Put the records of the body in the place of all that the collection has (RFC 9110, section 9.3.4)."""
    collection = backend.collections.place(resource, path_values(call))
    for key, _ in backend.collections.rows(resource, collection):
        backend.store.forget(collection, key)
    sent = call.body if isinstance(call.body, list) else []
    items = [item for item in sent if isinstance(item, dict)]
    done = [backend.collections.add(resource, collection, item, strict=False) for item in items]
    answer = backend.answers.success(call)
    if not answer.rows:
        return sampled(backend, call, {})
    return Reply(told_as_list(backend, call, role, resource, done), answer.status)


def _batch(call: Call, role: Role) -> list[dict[str, Any]]:
    body = call.body if isinstance(call.body, dict) else {}
    items = body.get(role.records)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _batch_reply(
    backend: Backend,
    call: Call,
    role: Role,
    resource: Resource,
    done: list[tuple[str, Record]],
    skipped: list[dict[str, Any]],
) -> Reply:
    answer = backend.answers.success(call)
    place = answer.rows
    items = _told(backend, call, resource, done, place)
    known: dict[str, Any] = {role.items: items, "skipped": skipped, "failed": skipped}
    body = backend.shaper.project(known, answer.schema, call.operation.call)
    return Reply(body, answer.status)


def _told(
    backend: Backend,
    call: Call,
    resource: Resource,
    rows: list[tuple[str, Record]],
    place: str,
) -> list[Any]:
    collection: Key = (resource.name, *path_values(call)[: len(resource.parents)])
    return [
        backend.answers.told(call, resource, record, place, key, collection) for key, record in rows
    ]
