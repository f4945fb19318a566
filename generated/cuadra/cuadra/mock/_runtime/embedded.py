"""Records that live inside the record of their parent, such as the lines of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import value_at
from .store import Record

if TYPE_CHECKING:
    from .behaviour import Behaviour, Resource
    from .store import Key, Store

_REMEMBERED = 1_000  # deleted records; one that was deleted earlier is as if it had never been


class EmbeddingStore:
    """A store in which embedded records are read from, and written into, the list of their parent.

    All other records are those of the store around which it is put.
    """

    def __init__(self, inner: Store, behaviour: Behaviour) -> None:
        self._inner = inner
        self.transaction = inner.transaction
        self.next_number = inner.next_number
        self._behaviour = behaviour
        self._resources = behaviour.resources
        self._embedded = {
            name: resource for name, resource in behaviour.resources.items() if resource.embedded
        }

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included, except those that were embedded."""
        resource = self._embedded.get(collection[0])
        if resource is None:
            return self._inner.get(collection, id)
        found = (row for row in self._rows(resource, collection) if _key(resource, row) == id)
        row = next(found, None)
        return None if row is None else Record(dict(row))

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; one that is embedded is replaced in its place, goes to the end, or goes away."""
        record.answers.clear()
        resource = self._embedded.get(collection[0])
        if resource is None:
            self._inner.put(collection, id, record)
            if record.deleted:
                self._bury()
            return
        holder = self._holder(resource, collection)
        if holder is None:
            return
        rows = self._rows(resource, collection)
        keys = [_key(resource, row) for row in rows]
        at = keys.index(id) if id in keys else len(rows)
        rows[at : at + 1] = [] if record.deleted else [dict(record.data)]
        holder.data = {**holder.data, resource.embedded: rows}
        self.put(*_above(resource, collection), holder)

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        resource = self._embedded.get(collection[0])
        if resource is None:
            return self._inner.items(collection)
        rows = self._rows(resource, collection)
        return [(_key(resource, row), Record(dict(row))) for row in rows]

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        if self._embedded.get(collection[0]) is None:
            self._inner.forget(collection, id)
        else:
            self.put(collection, id, Record({}, deleted=True))

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, with all below its records."""
        resource = self._resources.get(collection[0])
        for child in self._behaviour.children(resource) if resource is not None else ():
            for key, _ in self._inner.items(collection):
                self.drop((child.name, *collection[1:], key))
        self._inner.drop(collection)

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        self._inner.trim(collection, most)

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, except the last ``beyond`` of them."""
        return self._inner.deleted(beyond)

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents."""
        found = self._resources.get(resource)
        if found is None or not found.embedded:
            return self._inner.collections(resource)
        return [
            (resource, *above[1:], key)
            for above in self.collections(found.parents[-1].resource)
            for key, _ in self.items(above)
        ]

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        resource = self._embedded.get(collection[0])
        if resource is None:
            return self._inner.is_known(collection)
        return self._holder(resource, collection) is not None

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        return self._inner.snapshot()

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store."""
        self._inner.restore(snapshot)

    def close(self) -> None:
        """Let go of files, if there are any."""
        self._inner.close()

    def _bury(self) -> None:
        """Forget the records that were deleted long ago, with all below them: else memory only grows."""
        for collection, key in self._inner.deleted(_REMEMBERED):
            resource = self._resources.get(collection[0])
            for child in self._behaviour.children(resource) if resource is not None else ():
                self.drop((child.name, *collection[1:], key))
            self._inner.forget(collection, key)

    def _holder(self, resource: Resource, collection: Key) -> Record | None:
        return self.get(*_above(resource, collection))

    def _rows(self, resource: Resource, collection: Key) -> list[dict[str, Any]]:
        holder = self._holder(resource, collection)
        rows = holder.data.get(resource.embedded) if holder is not None else None
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _above(resource: Resource, collection: Key) -> tuple[Key, str]:
    """Return where the parent of an embedded collection is: its collection and its id."""
    return (resource.parents[-1].resource, *collection[1:-1]), collection[-1]


def _key(resource: Resource, row: dict[str, Any]) -> str:
    key = value_at(row, resource.id_field)
    return "" if key is None else str(key)
