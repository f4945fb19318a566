"""What a hand-written ``behaviour.py`` works with: the records of a mock, and its own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Call
    from .behaviour import Behaviour
    from .record_collections import Collections
    from .store import Key, Store

Extension: TypeAlias = "Callable[[Call, Callable[[], Any]], Any]"
"""Answers a call; its second argument gives the answer that the mock would give by itself."""

Filter: TypeAlias = "Callable[[Call, Mapping[str, Any]], bool]"
"""Says whether a list shows a record."""


class Records:
    """The records of a mock by resource, as ``behaviour.json`` names them, under their wire names.

    What is returned are copies; :meth:`add` and :meth:`update` change what is kept.
    """

    def __init__(self, store: Store, behaviour: Behaviour, collections: Collections) -> None:
        self._store = store
        self._behaviour = behaviour
        self._collections = collections

    def all(self, resource: str, *parents: str) -> list[dict[str, Any]]:
        """Return the records below ``parents``, oldest first; without parents, those below any."""
        places: list[Key] = [(resource, *parents)] if parents else self._store.collections(resource)
        return [dict(row.data) for place in places for _, row in self._store.items(place)]

    def get(self, resource: str, *path: str) -> dict[str, Any] | None:
        """Return one record by the ids of its parents and its own; ``None`` if it is not there."""
        found = self._store.get((resource, *path[:-1]), path[-1])
        return None if found is None or found.deleted else dict(found.data)

    def add(
        self, resource: str, *parents: str, values: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Make a record below ``parents``, as if the API had been asked to, and return it.

        Raises:
            KeyError: if there is no such resource.
            HTTPError: as the API answers: 404 for parents that are not there, 409 for an id that is taken.
        """
        found = self._behaviour.resources[resource]
        place = self._collections.place(found, parents)
        _, record = self._collections.add(found, place, values or {}, strict=True)
        return dict(record.data)

    def update(self, resource: str, *path: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Set properties of a record and return it; the schema is not asked.

        Raises:
            LookupError: if it is not there.
        """
        place = (resource, *path[:-1])
        found = self._store.get(place, path[-1])
        if found is None or found.deleted:
            raise LookupError(f"no {resource} at {'/'.join(path)}")
        found.data = {**found.data, **values}
        self._store.put(place, path[-1], found)
        return dict(found.data)
