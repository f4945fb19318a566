"""What is inferred of an API's behaviour, as values: resources, roles, and their form as JSON."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .lifecycle_paging import ListPaging

RoleName = Literal[
    "list",
    "create",
    "upload",
    "get",
    "update",
    "replace",
    "delete",
    "batch_create",
    "batch_update",
    "replace_all",
    "action",
    "copy",
    "singleton",
    "page",
    "sample",
]
Origin = Literal["created", "seeded", "open", "history"]


@dataclass(frozen=True, slots=True)
class Parent:
    """An earlier parameter of the path: whose child the record is.

    ``resource`` is empty where nothing stores what the parameter names; ``field`` is the entity's
    property of the same meaning, if it has one.
    """

    parameter: str
    resource: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """How a record is told from others: the property, and the path parameter that names it.

    ``others`` are properties that the parameter may give instead. ``shown_in`` are schemas of answers that
    have the property where the record itself has none, or one of another type: the rows of a list.
    """

    field: str
    parameter: str
    kind: Literal["string", "integer"]
    others: tuple[str, ...] = ()
    shown_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A property of another resource that names a record of this one."""

    resource: str
    field: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A collection of records at a path.

    ``schema`` points to the richest schema of its entity. ``origin`` tells where records come from:
    ``created`` by an operation, ``seeded`` for lists without a creator, ``open`` where any id exists,
    ``history`` for versions of the parent. ``association`` is set where a record links its parent to a
    record of another resource: that resource. ``kept_in`` names the resource that keeps the records which
    this one only shows and adds to: those that tell its parents, or with ``members`` those added here. ``embedded`` names the property of the parent that holds
    the records, where they have no place of their own.
    """

    name: str
    path: str
    parents: tuple[Parent, ...]
    identity: Identity
    schema: str
    origin: Origin
    association: str = ""
    kept_in: str = ""
    members: bool = False
    embedded: str = ""
    created_at: str = ""
    updated_at: str = ""
    deleted_at: str = ""
    status: str = ""
    states: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()  # other resources that hold the same entity
    referrers: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What one operation does to which resource.

    ``wrapper`` is the path in the response of what holds the entity, ``items`` that of its list,
    ``records`` the body property with the records of a batch, ``continues`` the one that names an
    existing record to go on with. ``filters`` maps query parameters to properties of the entity,
    ``starts`` places of the response to the resources of the jobs told there.
    """

    pointer: str
    role: RoleName
    resource: str
    evidence: str
    wrapper: str = ""
    items: str = ""
    records: str = ""
    continues: str = ""
    paging: ListPaging | None = None
    filters: tuple[tuple[str, str], ...] = ()
    starts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """All resources by name, the role of every operation, and the operations nothing is known of."""

    resources: tuple[Resource, ...]
    roles: tuple[Role, ...]
    not_inferred: tuple[str, ...] = field(default=())

    def to_json(self, calls: Mapping[str, str]) -> dict[str, Any]:
        """Return the content of ``behaviour.json``; ``calls`` maps operation pointers to call names."""
        return {
            "version": 1,
            "resources": {item.name: _resource_json(item) for item in self.resources},
            "operations": {
                calls[item.pointer]: _role_json(item)
                for item in self.roles
                if item.pointer in calls
            },
            "not_inferred": [calls[item] for item in self.not_inferred if item in calls],
        }


def _resource_json(item: Resource) -> dict[str, Any]:
    told: dict[str, Any] = {
        "path": item.path,
        "origin": item.origin,
        "id": {
            "field": item.identity.field,
            "parameter": item.identity.parameter,
            "kind": item.identity.kind,
            **({"shown_in": list(item.identity.shown_in)} if item.identity.shown_in else {}),
        },
        "other_names": list(item.identity.others),
        "parents": [
            {"parameter": one.parameter, "resource": one.resource, "field": one.field}
            for one in item.parents
        ],
        "schema": item.schema,
        "association": item.association,
        "kept_in": item.kept_in,
        "members": item.members or None,
        "embedded": item.embedded,
        "created_at": item.created_at,
        "updated_at": item.updated_at,
        "deleted_at": item.deleted_at,
        "status": {"field": item.status, "states": list(item.states)} if item.states else None,
        "twins": list(item.twins),
        "referrers": [{"resource": one.resource, "field": one.field} for one in item.referrers],
    }
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _role_json(item: Role) -> dict[str, Any]:
    told: dict[str, Any] = {
        "role": item.role,
        "resource": item.resource,
        "evidence": item.evidence,
        "wrapper": item.wrapper,
        "items": item.items,
        "records": item.records,
        "continues": item.continues,
        "paging": item.paging.to_json() if item.paging else None,
        "filters": dict(item.filters),
        "starts": dict(item.starts),
    }
    return {key: value for key, value in told.items() if value not in (None, "", {})}
