"""Records that no request made: as the document's examples show them, or else samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import value_at
from .varying import varied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .behaviour import Resource
    from .examples import Examples
    from .identities import Identities
    from .samples import Sampler
    from .server_fields import ServerFields
    from .shaping import Shaper
    from .store import Key

_SAMPLES = 3  # of a list that nothing creates and no example shows


class Seeds:
    """Makes what a list holds that nothing creates; so it is not empty for ever."""

    def __init__(
        self,
        sampler: Sampler,
        shaper: Shaper,
        identities: Identities,
        server_fields: ServerFields,
        examples: Examples,
    ) -> None:
        self._sampler = sampler
        self._shaper = shaper
        self._identities = identities
        self._server_fields = server_fields
        self._examples = examples

    def all(self, resource: Resource, collection: Key) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the ids and data of a new collection; each has to be kept before the next is made."""
        listed = self._examples.listed(resource)
        if listed:
            taken: set[str] = set()
            for row in listed:
                key, data = self._shown(resource, collection, row)
                if key not in taken:
                    taken.add(key)
                    yield key, data
            return
        shown = self._examples.record(resource, "get")
        if shown is not None:
            yield self._shown(resource, collection, shown)
        for _ in range(_SAMPLES - (shown is not None)):
            yield self.sample(resource, collection, {})

    def sample(
        self, resource: Resource, collection: Key, given: Mapping[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """Return the id and data of a record of which some properties are ``given``.

        The first one is as the schema's examples show it, others have names and titles of their own.
        """
        key, number, _ = self._identities.new(resource, collection)
        sample = self._sampler.sample(resource.schema, *collection, number, rich=True)
        data = dict(sample) if isinstance(sample, dict) else {}
        if number > 1 or given:
            random = self._sampler.random("own", *collection, number)
            data = varied(resource, data, self._sampler, self._shaper, random)
        self._shaper.assign(resource.schema, data, given)
        own = self._server_fields.new(resource, collection, key, number, {})
        self._shaper.assign_own(resource, data, own)
        return key, data

    def _shown(
        self, resource: Resource, collection: Key, row: Mapping[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """Return the id and data of a record that an example shows.

        Below a parent it gets an id of its own: each parent has such a record.
        """
        key, number, _ = self._identities.new(resource, collection)
        told = self._shaper.project(row, resource.schema, *collection, number)
        data = dict(told) if isinstance(told, dict) else {}
        given = value_at(row, resource.id_field)
        is_kept = value_at(data, resource.id_field) in (given, None)  # else no schema lets it pass
        if type(given) in (str, int) and given != "" and is_kept and not resource.parents:
            key = str(given)
        own = self._server_fields.new(resource, collection, key, number, data)
        places = {resource.id_field, *(parent.field for parent in resource.parents)}
        new = {
            name: item
            for name, item in own.items()
            if name in places or value_at(data, name) is None
        }
        self._shaper.assign_own(resource, data, new)
        return key, data
