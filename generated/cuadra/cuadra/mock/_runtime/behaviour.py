"""What was inferred of the API, read from ``behaviour.json``: resources, and a role per operation."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Parent:
    """An earlier parameter of the path; ``resource`` is empty where nothing stores what it names."""

    parameter: str
    resource: str
    field: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A collection of records; see ``behaviour.json`` for what each field rests on."""

    name: str
    path: str
    origin: str
    id_field: str
    id_parameter: str
    id_kind: str
    schema: str
    parents: tuple[Parent, ...] = ()
    id_shown_in: tuple[str, ...] = ()  # schemas whose id is not as the record's own schema has it
    other_names: tuple[str, ...] = ()  # fields by which a record may be asked for instead of its id
    association: str = ""
    kept_in: str = ""
    members: bool = False
    embedded: str = ""
    created_at: str = ""
    updated_at: str = ""
    deleted_at: str = ""
    status: str = ""
    states: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    referrers: tuple[tuple[str, str], ...] = ()
    is_nested: bool = False  # whether a server sets something inside a member: `metadata/name`


@dataclass(frozen=True, slots=True)
class Role:
    """What an operation does to which resource."""

    role: str = "sample"
    resource: str = ""
    wrapper: str = ""
    items: str = ""
    records: str = ""
    continues: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, str] = field(default_factory=dict)


_SAMPLE = Role()


@dataclass(frozen=True, slots=True)
class Behaviour:
    """All resources and roles, and the operations of which nothing could be inferred."""

    resources: Mapping[str, Resource]
    roles: Mapping[str, Role]
    not_inferred: tuple[str, ...] = ()
    _children: dict[str, list[Resource]] = field(init=False, repr=False, compare=False)
    _embedded: dict[str, list[Resource]] = field(init=False, repr=False, compare=False)
    _histories: dict[str, list[Resource]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: dict[str, list[Resource]] = {}
        embedded: dict[str, list[Resource]] = {}
        histories: dict[str, list[Resource]] = {}
        for item in self.resources.values():
            if not item.parents:
                continue
            above = item.parents[-1].resource
            children.setdefault(above, []).append(item)
            if item.embedded:
                embedded.setdefault(above, []).append(item)
            if item.origin == "history":
                histories.setdefault(above, []).append(item)
        object.__setattr__(self, "_children", children)
        object.__setattr__(self, "_embedded", embedded)
        object.__setattr__(self, "_histories", histories)

    def home(self, resource: Resource) -> Resource:
        """Return the resource that keeps the records of one: itself, unless it is a view of another."""
        return self.resources[resource.kept_in] if resource.kept_in else resource

    def children(self, resource: Resource) -> Sequence[Resource]:
        """Return the resources whose records belong to one record of ``resource``."""
        return self._children.get(resource.name, ())

    def embedded(self, resource: Resource) -> Sequence[Resource]:
        """Return those of the children whose records live inside the record."""
        return self._embedded.get(resource.name, ())

    def histories(self, resource: Resource) -> Sequence[Resource]:
        """Return those of the children whose records are versions of the record."""
        return self._histories.get(resource.name, ())

    def role(self, call: str) -> Role:
        """Return the role of an operation; one that nothing is known of answers samples."""
        return self.roles.get(call, _SAMPLE)

    @classmethod
    def load(cls, path: Path | str) -> Behaviour:
        """Read a file."""
        return cls.read(json.loads(Path(path).read_bytes()))

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Behaviour:
        """Read the content of ``behaviour.json``."""
        resources = {name: _resource(name, item) for name, item in raw.get("resources", {}).items()}
        roles = {call: _role(item) for call, item in raw.get("operations", {}).items()}
        return cls(resources, roles, tuple(raw.get("not_inferred") or ()))


def _resource(name: str, raw: Mapping[str, Any]) -> Resource:
    identity = raw.get("id") or {}
    status = raw.get("status") or {}
    parents = tuple(
        Parent(item["parameter"], item.get("resource", ""), item.get("field", ""))
        for item in raw.get("parents") or ()
    )
    places = [identity.get("field", ""), *(one.field for one in parents)]
    places += [raw.get(name, "") for name in ("created_at", "updated_at")]
    return Resource(
        name=name,
        path=raw.get("path", ""),
        origin=raw.get("origin", "created"),
        id_field=identity.get("field", "id"),
        id_parameter=identity.get("parameter", ""),
        id_kind=identity.get("kind", "string"),
        schema=raw.get("schema", ""),
        parents=parents,
        id_shown_in=tuple(identity.get("shown_in") or ()),
        other_names=tuple(raw.get("other_names") or ()),
        association=raw.get("association", ""),
        kept_in=raw.get("kept_in", ""),
        members=bool(raw.get("members")),
        embedded=raw.get("embedded", ""),
        created_at=raw.get("created_at", ""),
        updated_at=raw.get("updated_at", ""),
        deleted_at=raw.get("deleted_at", ""),
        status=status.get("field", ""),
        states=tuple(status.get("states") or ()),
        twins=tuple(raw.get("twins") or ()),
        referrers=tuple((item["resource"], item["field"]) for item in raw.get("referrers") or ()),
        is_nested=any("/" in place for place in places),
    )


def _role(raw: Mapping[str, Any]) -> Role:
    paging = raw.get("paging") or {}
    return Role(
        role=raw.get("role", "sample"),
        resource=raw.get("resource", ""),
        wrapper=raw.get("wrapper", ""),
        items=raw.get("items", ""),
        records=raw.get("records", ""),
        continues=raw.get("continues", ""),
        parameters=paging.get("parameters") or {},
        fields=paging.get("fields") or {},
        headers=paging.get("headers") or {},
        filters=raw.get("filters") or {},
        starts=raw.get("starts") or {},
    )
