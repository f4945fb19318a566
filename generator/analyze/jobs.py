"""Jobs that operations start: an answer with ``{"action": {...}}`` where ``/actions/{id}`` tells how it goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..ir.schemas import ArraySchema, IntersectionSchema, SchemaRef, UnionSchema
from .entities import definition_of, escape, fields_of, item_schema, takes_null
from .responses import is_json, successes
from .words import find_noun, same_noun, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..ir.api import Api
    from ..ir.operations import Operation
    from ..ir.schemas import Schema
    from .behaviour import Resource
    from .entities import Entity
    from .places import Paths, Place

_HOLDERS = SchemaRef | ArraySchema | IntersectionSchema | UnionSchema
_FEWEST = 4  # properties by which a kind of job is known where its schema has no name


@dataclass(frozen=True, slots=True)
class _Job:
    """A resource whose records move on by themselves and are read at a place of their own."""

    resource: str
    noun: tuple[str, ...]
    kind: str | None
    names: frozenset[str]


class Jobs:
    """The jobs of an API.

    Args:
        resources: what it keeps.
        entities: what the records of each place are.
        paths: what is at the places.
        api: all of it.
    """

    def __init__(
        self,
        resources: Mapping[Place, Resource],
        entities: Mapping[Place, Entity | None],
        paths: Paths,
        api: Api,
    ) -> None:
        self._api = api
        jobs = [
            _Job(
                resource.name,
                split_words(place.segments[-1]),
                definition_of(entity.schema, api),
                frozenset(entity.fields),
            )
            for place, resource in resources.items()
            if resource.states and not resource.parents and paths.below.get(place)
            if (entity := entities[place]) is not None and not place.is_item and place.segments
        ]
        self._jobs = sorted(jobs, key=lambda job: job.resource.count("."))
        self._by_kind = {job.kind: job for job in reversed(self._jobs)}

    def started_by(self, operation: Operation, resource: str) -> tuple[tuple[str, str], ...]:
        """Return where an answer tells of new jobs, and their resource; ``resource`` is the operation's own.

        What a path names by its id is there already: ``/jobs/{id}/stop`` starts none.
        """
        if operation.method not in {"POST", "DELETE"} or not self._jobs:
            return ()
        found: dict[str, str] = {}
        for response in successes(operation):
            for media in response.content:
                if is_json(media.name) and media.schema is not None:
                    for place, schema in _parts(media.schema, self._api):
                        job = self._job(place, schema)
                        if job is None or job.resource == resource:
                            continue
                        if not _is_named_in(operation.path, job.noun):
                            found.setdefault(place, job.resource)
        return tuple(found.items())

    def _job(self, place: str, schema: Schema) -> _Job | None:
        kind = definition_of(schema, self._api)
        if kind is None or kind in self._by_kind:
            return self._by_kind[kind] if kind is not None else None
        words = split_words(place)
        alike = [job for job in self._jobs if find_noun(words, job.noun) >= 0]
        names = frozenset(fields_of(schema, self._api)) if alike else frozenset[str]()
        found = (job for job in alike if len(names) >= _FEWEST and names == job.names)
        return next(found, None)


def _is_named_in(path: str, noun: tuple[str, ...]) -> bool:
    """Whether a path leads through one record of a noun."""
    pairs = pairwise(path.split("/"))
    return any("{" in item and same_noun(split_words(part), noun) for part, item in pairs)


def _parts(schema: Schema, api: Api) -> Iterator[tuple[str, Schema]]:
    """Yield an answer and what is always in it, the items of lists in their place."""
    yield "", item_schema(schema, api) or schema
    body = fields_of(schema, api)
    for name, item in body.items():
        is_sure = item.required or len(body) == 1
        if is_sure and isinstance(item.schema, _HOLDERS) and not takes_null(item.schema, api):
            yield escape(name), item_schema(item.schema, api) or item.schema
