"""Records that only their owner sees: each caller has collections of its own in one store."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from .store import Key, Record, Store

_MARK = "@"  # between the name of a resource and that of an owner


class CallerStore:
    """A store as one caller sees it; who that is, :meth:`acting_for` says.

    The default owner, with an empty name, has the collections under their plain names. Numbers are shared, so
    no two callers ever have a record of the same id.
    """

    def __init__(self, inner: Store) -> None:
        self._inner = inner
        self._owner: ContextVar[str] = ContextVar("owner", default="")

    @contextmanager
    def acting_for(self, owner: str) -> Iterator[None]:
        """Show the records of an owner until the context is left."""
        token = self._owner.set(owner)
        try:
            yield
        finally:
            self._owner.reset(token)

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other caller changes the store."""
        return self._inner.transaction(writes=writes)

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        return self._inner.get(self._own(collection), id)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        self._inner.put(self._own(collection), id, record)

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        return self._inner.items(self._own(collection))

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        self._inner.forget(self._own(collection), id)

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        self._inner.drop(self._own(collection))

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        self._inner.trim(self._own(collection), most)

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, as far as they are the owner's."""
        found = self._inner.deleted(beyond)
        return [(self._bare(place), key) for place, key in found if self._is_own(place[0])]

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents; of all with no name."""
        if resource:
            return [
                self._bare(place) for place in self._inner.collections(self._own((resource,))[0])
            ]
        return [
            self._bare(place) for place in self._inner.collections("") if self._is_own(place[0])
        ]

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        return self._inner.is_known(self._own(collection))

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection, whoever asks."""
        return self._inner.next_number(collection)

    def snapshot(self) -> dict[str, Any]:
        """Return everything of everybody as JSON values."""
        return self._inner.snapshot()

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store."""
        self._inner.restore(snapshot)

    def close(self) -> None:
        """Let go of files, if there are any."""
        self._inner.close()

    def _own(self, collection: Key) -> Key:
        owner = self._owner.get()
        return (f"{collection[0]}{_MARK}{owner}", *collection[1:]) if owner else collection

    def _bare(self, collection: Key) -> Key:
        return (collection[0].partition(_MARK)[0], *collection[1:])

    def _is_own(self, name: str) -> bool:
        return name.partition(_MARK)[2] == self._owner.get()
