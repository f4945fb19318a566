"""Ids for new records, and for the records inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .id_places import IdPlaces
from .members import merged_values, nested, value_at
from .numeric_ids import LONGEST_NUMBER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource
    from .new_ids import NewIds
    from .samples import Sampler
    from .store import Key, Record, Store

_MOST_TRIES = 64  # where a schema has room for few ids, one of them is used again


class Identities:
    """Makes ids that no other record of the collection has."""

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        store: Store,
        sampler: Sampler,
        ids: NewIds,
    ) -> None:
        self._behaviour = behaviour
        self._store = store
        self._sampler = sampler
        self._ids = ids
        self._document = document
        self._places: IdPlaces | None = None
        self._asked: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {}

    def new(
        self, resource: Resource, collection: Key, taken: Collection[str] = ()
    ) -> tuple[str, int, Record | None]:
        """Return a new id, the number it was made of, and the record that has it where no other is left.

        Args:
            taken: ids that are not stored yet.
        """
        resource = self._behaviour.home(resource)
        places, words = self._asked.get(resource.name) or self._ask(resource)
        key, number, known = "", 0, None
        for _ in range(_MOST_TRIES):
            number = self._store.next_number(collection)
            chance = self._sampler.chance("id", *collection, number)
            key = str(self._ids.make(resource, places, words, chance, number))
            known = self._store.get(collection, key)
            if known is None and key not in taken and key not in words:
                break
        return key, number, known

    def _ask(self, resource: Resource) -> tuple[tuple[str, ...], frozenset[str]]:
        """Return what the paths ask of the ids of a resource: to fit schemas, and to be none of some words."""
        if self._places is None:
            self._places = IdPlaces(self._document, self._behaviour)
        found = self._places.schemas(resource), self._places.words(resource)
        self._asked[resource.name] = found
        return found

    def name_rows(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        data: dict[str, Any],
        sent: Mapping[str, Any],
    ) -> None:
        """Give each record inside ``data`` an id of its own, unless the request ``sent`` it with one."""
        for child in self._behaviour.embedded(resource):
            rows = data.get(child.embedded)
            if not isinstance(rows, list):
                continue
            place = (child.name, *collection[1:], key)
            given = _ids(child, sent.get(child.embedded))
            taken: set[str] = set()
            named: list[Any] = []
            for row in rows:
                own = str(value_at(row, child.id_field)) if isinstance(row, dict) else ""
                if own not in given or own in taken:
                    own, _, _ = self.new(child, place, taken | given)
                taken.add(own)
                if isinstance(row, dict):
                    row = merged_values(row, nested({child.id_field: typed_id(child, own)}))
                named.append(row)
            data[child.embedded] = named


def typed_id(resource: Resource, key: str) -> str | int:
    """Return an id as the records of a resource have it."""
    number = number_of(key) if resource.id_kind == "integer" else None
    return key if number is None else number


def number_of(key: str) -> int | None:
    """Return the whole number that an id spells, if it does."""
    return int(key) if key.isdecimal() and len(key) <= LONGEST_NUMBER else None


def _ids(resource: Resource, rows: Any) -> set[str]:
    found = rows if isinstance(rows, list) else []
    return {
        str(key)
        for row in found
        if isinstance(row, dict) and (key := value_at(row, resource.id_field)) is not None
    }
