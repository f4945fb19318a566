"""Which operations create, read, change, delete and list what: the mock's idea of the API.

Everything is read off the paths and the schemas. A *collection* is a path with an item path below it
(``/pets`` and ``/pets/{petId}``), or one that is listed or created into; its earlier parameters are
its parents. Each finding carries the evidence it rests on, so that a reader of ``behaviour.json`` can
judge and overrule it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir.schemas import SchemaRef
from .behaviour import Identity, Lifecycle, Link, Origin, Resource, Role
from .entities import (
    Entity,
    escape,
    fields_of,
    find_field,
    is_scalar,
    item_schema,
    plain,
    same_schema,
    takes_null,
)
from .jobs import Jobs
from .learnable import also_shown_in, tells_id
from .lifecycle_ids import identity_of, parameter_schema, parents_of
from .lifecycle_roles import makes_one, role_of
from .lifecycle_states import states
from .members import inner_place, is_tellable
from .places import (
    Facts,
    Paths,
    Place,
    asks_for_ids,
    entity_at,
    facts_of,
    is_list,
    is_upsert,
)
from .views import with_views
from .words import is_plural, is_verb, singular, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..ir.api import Api
    from ..ir.schemas import Schema

__all__ = ["Lifecycle", "Resource", "Role", "lifecycle"]

_HISTORY = frozenset({"version", "revision", "history", "audit"})
_CREATED = (
    "createdat",
    "created",
    "creationtime",
    "createdon",
    "datecreated",
    "createtime",
    "createddate",
    "creationtimestamp",
)
_UPDATED = (
    "updatedat", "updated", "modifiedat", "lastmodified", "modified", "updatetime", "updatedon", "lastupdated",
    "dateupdated",
)  # fmt: skip
_ANYONES = frozenset(
    {"id", "uuid", "guid", "key", "name", "slug", "code", "number"}
)  # no one's own
_DELETED = ("deletedat", "deletedon", "datedeleted")


def lifecycle(api: Api) -> Lifecycle:
    """Infer resources and roles from an API. Pure: the same API gives the same answer."""
    facts = [facts_of(operation, api) for operation in api.operations]
    paths = Paths.of(facts)
    places = _collections(paths, api)
    names = _names(places)
    entities = {place: entity_at(paths, place) for place in places}
    embedded = _embedded(entities, api)
    entities |= {place: entity for place, (_, entity) in embedded.items()}
    resources = {place: _resource(place, entities[place], names, paths, api) for place in places}
    resources |= {
        place: replace(resources[place], embedded=name, origin="created")
        for place, (name, _) in embedded.items()
    }
    resources = with_views(_related(resources, entities), names, paths, api)
    jobs = Jobs(resources, entities, paths, api)
    roles = tuple(_role(fact, resources, paths, jobs, api) for fact in facts)
    unknown = tuple(item.pointer for item in roles if item.role == "sample")
    return Lifecycle(tuple(resources.values()), roles, unknown)


def _role(
    fact: Facts, resources: Mapping[Place, Resource], paths: Paths, jobs: Jobs, api: Api
) -> Role:
    role = role_of(fact, resources, paths, api)
    starts = jobs.started_by(fact.operation, role.resource)
    return replace(role, starts=starts) if starts else role


def _collections(paths: Paths, api: Api) -> list[Place]:
    """Return the places that hold records, in document order."""
    found: dict[Place, None] = {}
    for place, here in paths.here.items():
        if place.is_item and not all(map(is_list, here)):
            if _is_one_parameter(place.segments[-1]):
                found[place.parent] = None
        elif _is_whole_list(here, api) and not paths.below.get(place):
            continue
        elif (any(is_list(fact) for fact in here) and not _is_search(place)) or any(
            _creates(fact, paths, api) for fact in here
        ):
            found[place] = None
    return list(found)


def _embedded(entities: Mapping[Place, Entity | None], api: Api) -> dict[Place, tuple[str, Entity]]:
    """Return the collections that live inside the records of their parent.

    That is where the parent has a list called like the last segment, of the child's own entity or, where
    no response shows one, of any objects. A list that may be null is told on demand: its records have a
    place of their own. Each comes with the name of that property and the entity.
    """
    found: dict[Place, tuple[str, Entity]] = {}
    for place, own in entities.items():
        holder = entities.get(place.parent.parent) if place.parent.is_item else None
        name = find_field(holder.fields, plain(place.segments[-1])) if holder else ""
        rows = item_schema(holder.fields[name].schema, api) if holder and name else None
        if holder is None or rows is None or takes_null(holder.fields[name].schema, api):
            continue
        if own is not None and same_schema(rows, own.schema, api):
            found[place] = (name, own)
        elif own is None and fields_of(rows, api):
            inside = f"{holder.pointer}/properties/{escape(name)}/items"
            pointer = str(rows.id) if isinstance(rows, SchemaRef) else inside
            found[place] = (name, Entity(holder.status, pointer, rows, fields_of(rows, api)))
    return found


def _is_whole_list(here: Sequence[Facts], api: Api) -> bool:
    """Whether texts are listed that are only ever set together: they are one object, not records."""
    entities = [fact.entity for fact in here if is_list(fact) and fact.entity is not None]
    is_put = any(fact.operation.method == "PUT" for fact in here)
    is_added_to = any(fact.operation.method == "POST" for fact in here)
    are_scalars = bool(entities) and all(is_scalar(one.schema, api) for one in entities)
    return is_put and are_scalars and not is_added_to


def _is_one_parameter(segment: str) -> bool:
    return segment.startswith("{") and segment.endswith("}") and segment.count("{") == 1


def _is_search(place: Place) -> bool:
    words = split_words(place.segments[-1]) if place.segments else ()
    return bool(words) and is_verb(words[0]) and not is_plural(words[-1])


def _creates(fact: Facts, paths: Paths, api: Api) -> bool:
    """A POST that answers 201 with an identified entity, at a path that names things, not a verb."""
    entity = fact.entity
    if fact.operation.method != "POST" or entity is None or entity.items is not None:
        return False
    words = split_words(fact.place.segments[-1]) if fact.place.segments else ()
    if not words or not is_plural(words[-1]) or not find_field(entity.fields, "id", "uuid"):
        return False
    above = paths.here.get(fact.place.parent, ())
    return entity.status == "201" and not any(
        one.entity and same_schema(one.entity.schema, entity.schema, api) for one in above
    )


def _names(places: Sequence[Place]) -> dict[Place, str]:
    """Name each collection by its literal segments: ``models.datasets``; a number parts equals."""
    names: dict[Place, str] = {}
    taken: set[str] = set()
    for place in places:
        literals = [part for part in place.segments if "{" not in part]
        if len(literals) > 1 and _is_prefix(literals[0]):
            literals = literals[1:]
        base = name = ".".join(literals) or "root"
        number = 2
        while name in taken:
            name = f"{base}.{number}"
            number += 1
        taken.add(name)
        names[place] = name
    return names


def _is_prefix(segment: str) -> bool:
    return segment in {"api", "rest"} or (segment[:1] == "v" and segment[1:2].isdigit())


def _resource(
    place: Place,
    entity: Entity | None,
    names: Mapping[Place, str],
    paths: Paths,
    api: Api,
) -> Resource:
    fields = entity.fields if entity else {}
    fields = {name: item for name, item in fields.items() if is_tellable(name)}
    body = {
        name: item
        for fact in paths.here.get(place, ())
        if fact.operation.method == "POST"
        for name, item in fact.body.items()
    }
    status, ladder = states(fields, body, api)
    identity = identity_of(place, fields, paths, api)
    answers = [fact.entity for fact in paths.here.get(place, ()) if _shows_ids(fact)]
    shown_in = also_shown_in(filter(None, answers), fields, identity.field, api)
    identity = replace(identity, shown_in=shown_in)
    parents = parents_of(place, fields, names, paths, api)
    is_below_record = bool(parents) and bool(parents[-1].resource)
    return Resource(
        name=names[place],
        path=place.path,
        parents=parents,
        identity=identity,
        schema=entity.pointer if entity else "",
        origin=_origin(place, entity, identity, paths, api, is_below_record=is_below_record),
        created_at=find_field(fields, *_CREATED) or inner_place(fields, "", api, *_CREATED),
        updated_at=find_field(fields, *_UPDATED) or inner_place(fields, "", api, *_UPDATED),
        deleted_at=find_field(fields, *_DELETED),
        status=status,
        states=ladder,
    )


def _shows_ids(fact: Facts) -> bool:
    """Whether an operation on a collection answers with records of it."""
    return is_list(fact) or fact.operation.method == "POST"


def _origin(
    place: Place,
    entity: Entity | None,
    identity: Identity,
    paths: Paths,
    api: Api,
    *,
    is_below_record: bool,
) -> Origin:
    """Tell where the records of a collection come from; open where nothing tells their ids."""
    here, below = paths.here.get(place, ()), paths.below.get(place, ())
    posts = [fact for fact in here if fact.operation.method == "POST" and not is_list(fact)]
    posts += [fact for fact in paths.beside.get(place, ()) if makes_one(fact)]
    lists = [fact for fact in here if is_list(fact) and not asks_for_ids(fact)]
    lists += [fact for fact in paths.beside.get(place, ()) if _lists_all(fact, entity, api)]
    puts = [fact for fact in below if is_upsert(fact) and not _is_made_below(fact, paths)]
    is_named = place in paths.parameter
    asked = parameter_schema(identity.parameter, below)
    if (
        is_named
        and not puts
        and not any(_names_record(fact, identity, asked, api) for fact in (*posts, *lists))
    ):
        return "open"
    if posts or puts:
        return "created"
    words = split_words(place.segments[-1]) if place.segments else ()
    if is_below_record and words and singular(words[-1]) in _HISTORY:
        return "history"
    return "seeded" if lists else "open"


def _lists_all(fact: Facts, entity: Entity | None, api: Api) -> bool:
    """Whether an operation such as ``GET /fields/list`` lists the records without being asked for some."""
    return (
        _is_search(fact.place)
        and is_list(fact)
        and fact.entity is not None
        and entity is not None
        and same_schema(fact.entity.schema, entity.schema, api)
        and not any(one.required and one.location == "query" for one in fact.operation.parameters)
    )


def _is_made_below(fact: Facts, paths: Paths) -> bool:
    """Whether a POST to an item makes a record of the collection that the item is."""
    return fact.operation.method == "POST" and fact.place in paths.parameter


def _names_record(fact: Facts, identity: Identity, asked: Schema | None, api: Api) -> bool:
    """Whether a caller learns or gives the id of a record in an operation on its collection."""
    fields = fact.entity.fields if fact.entity else {}
    if tells_id(fields, identity.field, asked, api):
        return True
    if fact.operation.method == "POST":
        is_told = any(one.status == "201" for one in fact.operation.responses)
        return is_told or tells_id(fact.body, identity.field, asked, api)
    return fact.entity is not None and is_scalar(fact.entity.schema, api)


def _related(
    resources: Mapping[Place, Resource], entities: Mapping[Place, Entity | None]
) -> dict[Place, Resource]:
    """Add what resources have to do with each other: associations, twins, references."""
    ids = {
        plain(item.identity.parameter): item.name
        for item in resources.values()
        if item.identity.parameter
        and plain(item.identity.field) in {"id", "uuid"}
        and plain(item.identity.parameter) not in _ANYONES
        and item.schema
        and not item.parents
    }
    by_schema: dict[str, list[str]] = {}
    for place, entity in entities.items():
        if entity is not None and isinstance(entity.schema, SchemaRef):
            by_schema.setdefault(str(entity.schema.id), []).append(resources[place].name)
    links = _links(resources, entities, ids)
    found: dict[Place, Resource] = {}
    for place, resource in resources.items():
        entity = entities[place]
        same: list[str] = []
        if entity is not None and isinstance(entity.schema, SchemaRef):
            same = by_schema[str(entity.schema.id)]
        linked = ids.get(plain(resource.identity.parameter), "") if resource.parents else ""
        found[place] = replace(
            resource,
            association=linked if linked != resource.name else "",
            twins=tuple(name for name in same if name != resource.name),
            referrers=tuple(links.get(resource.name, ())),
        )
    return found


def _links(
    resources: Mapping[Place, Resource],
    entities: Mapping[Place, Entity | None],
    ids: Mapping[str, str],
) -> dict[str, list[Link]]:
    """Return for each resource the fields elsewhere that name it; its own children do not count."""
    links: dict[str, list[Link]] = {}
    for place, resource in resources.items():
        entity = entities[place]
        above = {item.resource for item in resource.parents}
        for name in entity.fields if entity else ():
            target = ids.get(plain(name))
            if target and target != resource.name and target not in above:
                links.setdefault(target, []).append(Link(resource.name, name))
    return links
