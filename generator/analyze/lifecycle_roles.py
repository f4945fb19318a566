"""What one operation does to the resource at its path."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir.schemas import ArraySchema, SchemaRef
from .behaviour import Role, RoleName
from .entities import fields_of, find_field, is_object, item_schema, plain
from .lifecycle_paging import list_filters, list_paging
from .pagination import paging as client_paging
from .places import entity_at, is_list, parameter_name
from .responses import resolve
from .words import singular, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.api import Api
    from .behaviour import Resource
    from .entities import Entity
    from .places import Facts, Paths, Place

_COPY = frozenset({"copy", "clone", "duplicate", "fork"})


def role_of(
    fact: Facts,
    resources: Mapping[Place, Resource],
    paths: Paths,
    api: Api,
) -> Role:
    """Return the role of an operation: by its path, then its method, then what it takes and answers."""
    role = _role(fact, resources, paths, api)
    is_read = fact.operation.method == "GET"
    is_list_by_key = is_read and role.role == "get" and not _has_id(fact.entity)
    if not (is_list_by_key or role.role == "sample" or (is_read and role.role == "singleton")):
        return role
    pages = client_paging(fact.operation, api)
    if pages is None:
        return role
    # Nothing is kept of it, but a client that goes through its pages has to come to the end.
    return replace(
        role,
        role="page",
        resource=fact.place.path if is_list_by_key else role.resource,
        items=pages.items,
        paging=list_paging(fact.operation, api, pages),
    )


def _has_id(entity: Entity | None) -> bool:
    return entity is not None and entity.items is None and bool(find_field(entity.fields, "id"))


def _role(fact: Facts, resources: Mapping[Place, Resource], paths: Paths, api: Api) -> Role:
    place, method = fact.place, fact.operation.method
    own = resources.get(place)
    holder = resources.get(place.parent)
    if place.is_item and (own or holder) and _names_several(fact, api):
        return _plain_role(fact, "sample", "", "several ids in one segment")
    if own is not None and not (holder is not None and place.is_item and _is_of_item(fact)):
        return _collection_role(fact, own, api)
    if holder is not None and place.is_item:
        return _item_role(fact, holder, fact.entity or entity_at(paths, place.parent))
    if holder is not None:
        batch = _batch_role(fact, holder, api)
        if batch is not None:
            return batch
        if method == "GET" and is_list(fact):
            return _list_role(fact, holder, api, f"searches {holder.path}")
        if makes_one(fact):
            return _creating(fact, holder, f"`{place.segments[-1]}` below the collection")
        if place.parent.is_item and method != "GET":
            return _plain_role(fact, "action", holder.name, f"{method} below the collection")
    item = resources.get(place.parent.parent) if place.parent.is_item else None
    if item is not None:
        return _below_item_role(fact, item, paths)
    if not place.is_item and method in {"GET", "PUT", "PATCH", "POST", "DELETE"}:
        here = paths.here.get(place, ())
        if any(one.operation.method == "GET" and one.entity for one in here):
            return _plain_role(fact, "singleton", place.path, "one object at a path without id")
    return _plain_role(fact, "sample", "", "nothing tells what it keeps")


def _names_several(fact: Facts, api: Api) -> bool:
    """Whether the last segment of a path holds a list of ids."""
    name = parameter_name(fact.place.segments[-1])
    return any(
        one.location == "path"
        and one.name == name
        and one.schema is not None
        and isinstance(resolve(one.schema, api), ArraySchema)
        for one in fact.operation.parameters
    )


def _is_of_item(fact: Facts) -> bool:
    """Whether an operation means the record at ``/keys/{name}``, where that is a collection as well."""
    method = fact.operation.method
    return method in {"PUT", "PATCH"} or (method == "GET" and _has_id(fact.entity))


def _collection_role(fact: Facts, resource: Resource, api: Api) -> Role:
    method = fact.operation.method
    if method == "GET":
        return _list_role(fact, resource, api, "GET of the collection")
    if method == "POST":
        return _creating(fact, resource, "POST to the collection")
    if method == "DELETE":
        return _plain_role(fact, "action", resource.name, "DELETE of the collection")
    if method == "PUT" and _sends_records(fact, resource, api):
        found = _plain_role(
            fact, "replace_all", resource.name, "PUT of all that the collection has"
        )
        return replace(found, items=(fact.entity.items if fact.entity else None) or "")
    return _plain_role(fact, "action", resource.name, f"{method} of the collection")


def _sends_records(fact: Facts, resource: Resource, api: Api) -> bool:
    """Whether a body is the list of a collection: its items are described as the records are.

    An answer that lists the records tells as much of a body that is a list of objects.
    """
    entity, request = fact.entity, fact.operation.request_body
    is_told = entity is not None and entity.items is not None and entity.pointer == resource.schema
    schemas = [one.schema for one in request.content if one.schema is not None] if request else []
    rows = [row for one in schemas if (row := item_schema(one, api)) is not None]
    return bool(resource.schema) and any(
        (is_told and is_object(row, api))
        or (isinstance(row, SchemaRef) and str(row.id) == resource.schema)
        for row in rows
    )


def makes_one(fact: Facts) -> bool:
    """Whether an operation is told by its last word to make a record: ``POST /containers/create``.

    A file may go to ``POST /files/content``. Below an item it says what is done with that.
    """
    last = fact.place.segments[-1:]
    is_named = last == ("create",) or (fact.is_upload and last in {("upload",), ("content",)})
    is_below_all = not fact.place.parent.is_item
    return is_named and is_below_all and fact.operation.method == "POST" and fact.entity is not None


def _creating(fact: Facts, resource: Resource, evidence: str) -> Role:
    role: RoleName = "upload" if fact.is_upload else "create"
    noun = singular(plain(resource.path.rsplit("/", 1)[-1]))
    continued = find_field(fact.body, f"{noun}id")
    # What always has to be named is another record: nothing new could ever be made.
    is_needed = bool(continued) and fact.body[continued].required
    if resource.association or is_needed or continued == resource.identity.field:
        continued = ""
    return replace(
        _plain_role(fact, role, resource.name, evidence),
        continues=continued,
        items=(fact.entity.items if fact.entity else None) or "",
    )


def _list_role(fact: Facts, resource: Resource, api: Api, evidence: str) -> Role:
    entity = fact.entity
    pages = client_paging(fact.operation, api)
    items = entity.items if entity is not None else None
    if items is None and pages is not None:
        items = pages.items
    if entity is None or items is None:
        return _plain_role(fact, "singleton", fact.place.path, "GET without a list")
    pages = pages if pages is not None and pages.items == items else None
    paging = list_paging(fact.operation, api, pages)
    fields = entity.fields if entity.items is not None else {}
    return replace(
        _plain_role(fact, "list", resource.name, evidence),
        wrapper="",
        items=items,
        paging=paging,
        filters=list_filters(fact.operation, paging, fields, api),
    )


def _item_role(fact: Facts, resource: Resource, entity: Entity | None) -> Role:
    roles: dict[str, RoleName] = {
        "GET": "get",
        "PATCH": "update",
        "PUT": "replace",
        "DELETE": "delete",
        "POST": "update",
    }
    method = fact.operation.method
    role = roles.get(method, "sample")
    if role == "replace" and _is_partial(fact, entity):
        return _plain_role(fact, "update", resource.name, "PUT of an item, of parts of it")
    return _plain_role(fact, role, resource.name, f"{method} of an item")


def _is_partial(fact: Facts, entity: Entity | None) -> bool:
    """Whether a PUT changes what it names: nothing has to be sent, though every entity has some of it."""
    if any(item.required for item in fact.body.values()):
        return False
    if entity is None or not fact.body:
        return True
    return any(
        entity.fields[name].required and not entity.fields[name].annotations.read_only
        for name, item in fact.body.items()
        if name in entity.fields and not item.annotations.read_only
    )


def _batch_role(fact: Facts, resource: Resource, api: Api) -> Role | None:
    """A list of records in the body and a list of the collection's entities in the answer.

    Lists of anything else are what an action takes and tells; an answer may also be one record with a
    list in it.
    """
    entity = fact.entity
    body_lists = [
        name
        for name, item in fact.body.items()
        if (rows := item_schema(item.schema, api)) is not None and is_object(rows, api)
    ]
    if len(body_lists) != 1 or entity is None:
        return None
    answers = [
        name
        for name, item in entity.fields.items()
        if (rows := item_schema(item.schema, api)) is not None and fields_of(rows, api)
    ]
    listed = entity.items if entity.items is not None else next(iter(answers), None)
    if listed is None or not _lists_records(entity, listed, resource, api):
        return None
    roles: dict[str, RoleName] = {
        "POST": "batch_create",
        "PATCH": "batch_update",
        "PUT": "batch_update",
    }
    role = roles.get(fact.operation.method)
    if role is None:
        return None
    found = _plain_role(fact, role, resource.name, f"`{body_lists[0]}` holds several records")
    return replace(found, records=body_lists[0], items=listed)


def _lists_records(entity: Entity, listed: str, resource: Resource, api: Api) -> bool:
    """Whether the list in an answer is described as the records of a collection are."""
    if entity.pointer == resource.schema:
        return entity.items is not None
    rows = item_schema(entity.fields[listed].schema, api) if entity.items is None else None
    return isinstance(rows, SchemaRef) and str(rows.id) == resource.schema


def _below_item_role(fact: Facts, resource: Resource, paths: Paths) -> Role:
    """``/pets/{id}/verb``: it changes or copies the item, or tells something of it, or changes what is told."""
    words = split_words(fact.place.segments[-1])
    if fact.operation.method == "GET":
        return _plain_role(fact, "singleton", resource.name, "one object below an item")
    if words and words[0] in _COPY:
        return _plain_role(fact, "copy", resource.name, f"`{words[0]}` makes another one")
    if fact.operation.method in {"PUT", "PATCH"} and _is_told_beside(fact, resource, paths):
        return _plain_role(fact, "singleton", resource.name, "it changes what a GET tells here")
    return _plain_role(fact, "action", resource.name, f"{fact.operation.method} below an item")


def _is_told_beside(fact: Facts, resource: Resource, paths: Paths) -> bool:
    """Whether a GET at the path of an operation tells an object that is not the item itself."""
    told = [one.entity for one in paths.here.get(fact.place, ()) if one.operation.method == "GET"]
    return any(one is not None and one.pointer != resource.schema for one in told) and (
        fact.entity is None or fact.entity.pointer != resource.schema
    )


def _plain_role(fact: Facts, role: RoleName, resource: str, evidence: str) -> Role:
    wrapper = fact.entity.wrapper if fact.entity and fact.entity.items is None else ""
    return Role(fact.operation.pointer, role, resource, evidence, wrapper)
