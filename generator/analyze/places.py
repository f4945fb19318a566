"""The paths of an API as places, and what its operations do there, read off once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass
from .entities import Entity, fields_of, response_entity
from .paths import bare_path
from .responses import is_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..ir.api import Api
    from ..ir.operations import Operation
    from ..ir.schemas import Property


@dataclass(frozen=True, slots=True)
class Place:
    """A path cut in segments; ``item`` tells whether it ends in a parameter."""

    segments: tuple[str, ...]

    @property
    def is_item(self) -> bool:
        """Whether the path ends in a parameter; one after ``name=`` narrows, and names no record."""
        last = self.segments[-1] if self.segments else ""
        return "{" in last and not last.partition("{")[0].endswith("=")

    @property
    def parent(self) -> Place:
        """The path without its last segment."""
        return Place(self.segments[:-1])

    @property
    def path(self) -> str:
        """The path as text."""
        return "/" + "/".join(self.segments)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters."""
        return tuple(parameter_name(item) for item in self.segments if "{" in item)


@dataclass(frozen=True, slots=True)
class Facts:
    """One operation with what was read off it once."""

    operation: Operation
    place: Place
    entity: Entity | None
    body: Mapping[str, Property]
    is_upload: bool


@dataclass(frozen=True, slots=True)
class Paths:
    """The operations by path, those of the paths below by the path above, and its parameter.

    ``below`` are those of item paths, ``beside`` those of paths that end in a word.
    """

    here: Mapping[Place, Sequence[Facts]]
    below: Mapping[Place, Sequence[Facts]]
    beside: Mapping[Place, Sequence[Facts]]
    parameter: Mapping[Place, str]

    @classmethod
    def of(cls, facts: Sequence[Facts]) -> Paths:
        """Sort operations by their paths.

        A parameter at the end of a path that only lists narrows the list, and names no record.
        """
        here: dict[Place, list[Facts]] = {}
        below: dict[Place, list[Facts]] = {}
        beside: dict[Place, list[Facts]] = {}
        parameter: dict[Place, str] = {}
        for fact in facts:
            here.setdefault(fact.place, []).append(fact)
        lists = {one for one, some in here.items() if one.is_item and all(map(is_list, some))}
        lists -= {one for one in lists if _leads_on(one, here)}
        for fact in facts:
            if fact.place in lists:
                continue
            under = below if fact.place.is_item else beside
            under.setdefault(fact.place.parent, []).append(fact)
            for index, segment in enumerate(fact.place.segments):
                if "{" not in segment or not Place((segment,)).is_item:
                    continue
                if not lists or Place(fact.place.segments[: index + 1]) not in lists:
                    parameter.setdefault(
                        Place(fact.place.segments[:index]), parameter_name(segment)
                    )
        return cls(here, below, beside, parameter)


def _leads_on(place: Place, places: Iterable[Place]) -> bool:
    """Whether other paths begin with a path."""
    length = len(place.segments)
    return any(
        len(one.segments) > length and one.segments[:length] == place.segments for one in places
    )


def facts_of(operation: Operation, api: Api) -> Facts:
    """Read off an operation what the inference needs of it."""
    place = Place(tuple(part for part in bare_path(operation.path).split("/") if part))
    body: Mapping[str, Property] = {}
    is_upload = False
    if operation.request_body is not None:
        for media in operation.request_body.content:
            if media.schema is None:
                continue
            is_upload = is_upload or media.name.startswith("multipart/")
            is_read = is_json(media.name) or "form" in media.name or media.name == "*/*"
            if not body and is_read:
                body = fields_of(media.schema, api)
    return Facts(operation, place, response_entity(operation, api), body, is_upload)


def parameter_name(segment: str) -> str:
    """Return the name in a templated segment."""
    return segment[segment.find("{") + 1 : segment.find("}")]


def is_list(fact: Facts) -> bool:
    """Whether an operation lists something."""
    return (
        fact.operation.method == "GET" and fact.entity is not None and fact.entity.items is not None
    )


def asks_for_ids(fact: Facts) -> bool:
    """Whether a list has to be told the ids of what it lists, so that nobody learns one of it."""
    return any(
        one.required and one.location == "query" and one.name.lower() in {"id", "ids"}
        for one in fact.operation.parameters
    )


def is_upsert(fact: Facts) -> bool:
    """Whether an operation on an item makes what is not there: 201 is declared, or a PUT refuses nothing.

    Source: RFC 9110, section 9.3.4.
    """
    statuses = {response.status for response in fact.operation.responses}
    method = fact.operation.method
    return method in {"PUT", "POST", "PATCH"} and (
        "201" in statuses or (method == "PUT" and "404" not in statuses)
    )


def entity_at(paths: Paths, place: Place) -> Entity | None:
    """Return the richest description: what an item is read as, made as, or listed as."""
    here, below = paths.here.get(place, ()), paths.below.get(place, ())
    ranked = [fact for fact in below if fact.operation.method in {"GET", "PUT", "PATCH"}]
    ranked += [fact for fact in here if fact.operation.method == "GET"]
    ranked += [fact for fact in here if fact.operation.method == "POST"]
    found = [fact.entity for fact in ranked if fact.entity is not None and fact.entity.fields]
    return found[0] if found else None
