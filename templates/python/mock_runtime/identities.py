"""Ids for new records, and for the records inside them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource
    from .samples import Sampler
    from .shaping import Shaper
    from .store import Key, Store

_SEGMENT = re.compile(r"/\{([^{}/]+)\}(?=/|$)")
_PARAMETER = re.compile(r"\{[^{}/]*\}")
_MOST_TRIES = 64  # where a schema has room for few ids, one of them is used again


class Identities:
    """Makes ids that no other record of the collection has."""

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        store: Store,
        sampler: Sampler,
        shaper: Shaper,
    ) -> None:
        self._behaviour = behaviour
        self._store = store
        self._sampler = sampler
        self._shaper = shaper
        self._document = document
        self._places: dict[str, tuple[str, ...]] | None = None

    def new(
        self, resource: Resource, collection: Key, taken: Collection[str] = ()
    ) -> tuple[str, int]:
        """Return a new id, and the number it was made of; ``taken`` are ids not stored yet."""
        if self._places is None:
            self._places = _id_places(self._document)
        places = self._places.get(_shape(resource.path), ())
        key, number = "", 0
        for _ in range(_MOST_TRIES):
            number = self._store.next_number(collection)
            chance = self._sampler.chance("id", *collection, number)
            key = str(self._shaper.new_id(resource, places, chance, number))
            if key not in taken and self._store.get(collection, key) is None:
                break
        return key, number

    def name_rows(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        data: dict[str, Any],
        sent: Mapping[str, Any],
    ) -> None:
        """Give each record inside ``data`` an id of its own, unless the request ``sent`` it with one."""
        for child in self._behaviour.children(resource):
            rows = data.get(child.embedded) if child.embedded else None
            if not isinstance(rows, list):
                continue
            place = (child.name, *collection[1:], key)
            given = _ids(child, sent.get(child.embedded))
            taken: set[str] = set()
            named: list[Any] = []
            for row in rows:
                own = str(row.get(child.id_field)) if isinstance(row, dict) else ""
                if own not in given or own in taken:
                    own, _ = self.new(child, place, taken | given)
                taken.add(own)
                named.append(
                    {**row, child.id_field: typed_id(child, own)} if isinstance(row, dict) else row
                )
            data[child.embedded] = named


def typed_id(resource: Resource, key: str) -> str | int:
    """Return an id as the records of a resource have it."""
    return int(key) if resource.id_kind == "integer" and key.isdigit() else key


def _ids(resource: Resource, rows: Any) -> set[str]:
    found = rows if isinstance(rows, list) else []
    return {
        str(row[resource.id_field])
        for row in found
        if isinstance(row, dict) and resource.id_field in row
    }


def _id_places(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the schemas of the path parameters that name a record, by the path of its collection.

    That is a parameter of the item path and of all paths below it: an id has to pass each of them.
    """
    found: dict[str, dict[str, str]] = {}
    for raw in document.operations["operations"]:
        schemas = {
            item["name"]: item["schema"]
            for item in raw.get("parameters") or ()
            if item["in"] == "path" and item.get("schema")
        }
        path = raw["path"].partition("?")[0].partition("#")[0]
        for match in _SEGMENT.finditer(path):
            pointer = schemas.get(match[1])
            if pointer:
                known = found.setdefault(_shape(path[: match.start()]), {})
                known.setdefault(repr(document.resolve(document.schema(pointer))), pointer)
    return {path: tuple(places.values()) for path, places in found.items()}


@lru_cache(1024)
def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path.rstrip("/"))
