"""Where the mock keeps its records: the interface, and the store in memory."""

from __future__ import annotations

import copy
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from ...server._runtime import Response

Key = tuple[str, ...]
"""A collection: the resource's name, then the ids of the parents.

Names that begin with ``$`` are the mock's own (issued tokens, answers to be repeated): they live, are shared
and are kept as all records are, but no operation tells them.
"""


@dataclass(slots=True)
class Record:
    """One record: its data under wire names, how often it was read, whether it was deleted.

    Reads are counted where a life cycle may depend on them. ``answers`` are finished responses that
    tell the record; they are forgotten when it is put.
    """

    data: dict[str, Any]
    reads: int = 0
    deleted: bool = False
    answers: dict[tuple[str, str], Response] = field(
        default_factory=dict, repr=False, compare=False
    )


class Store(Protocol):
    """Ordered collections of records. All methods may be called from any thread.

    A record is changed in place and then put again, both within one transaction.
    """

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other caller, thread or process changes the store.

        What was changed is kept when the outermost context is left, also by an exception. A request
        that only reads says so, and does not wait for other processes.
        """
        ...

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        ...

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        ...

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        ...

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        ...

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        ...

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        ...

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, except the last ``beyond`` of them."""
        ...

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents; of all with no name."""
        ...

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        ...

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection."""
        ...

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        ...

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store.

        Raises:
            ValueError: if it is no snapshot; then nothing is changed.
        """
        ...

    def close(self) -> None:
        """Let go of files, if there are any."""
        ...


@dataclass(slots=True)
class MemoryStore:
    """Keeps records in memory."""

    _lock: threading.RLock = field(default_factory=threading.RLock)
    _records: dict[Key, dict[str, Record]] = field(default_factory=dict)
    _numbers: dict[Key, int] = field(default_factory=dict)
    _by_resource: dict[str, dict[Key, None]] = field(default_factory=dict)
    _deleted: dict[tuple[Key, str], None] = field(default_factory=dict)

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other thread changes the store."""
        return self._lock

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002
        """Return a record, deleted ones included."""
        with self._lock:
            records = self._records.get(collection)
            return records.get(id) if records else None

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        record.answers.clear()
        with self._lock:
            records = self._records.get(collection)
            if records is None:
                self.begin(collection, 0, known=True)
                records = self._records[collection]
            records[id] = record
            if record.deleted:
                self._deleted[collection, id] = None
            elif self._deleted:
                self._deleted.pop((collection, id), None)

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        with self._lock:
            records = self._records.get(collection, {})
            return [(key, record) for key, record in records.items() if not record.deleted]

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        with self._lock:
            self._records.get(collection, {}).pop(id, None)
            self._deleted.pop((collection, id), None)

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        with self._lock:
            for name in self._records.pop(collection, ()):
                self._deleted.pop((collection, name), None)
            self._numbers.pop(collection, None)
            self._by_resource.get(collection[0], {}).pop(collection, None)

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        with self._lock:
            for name in self.oldest(collection, most):
                self.forget(collection, name)

    def oldest(self, collection: Key, most: int) -> list[str]:
        """Return the records of a collection except the newest ``most``."""
        with self._lock:
            records = self._records.get(collection, {})
            return [name for name, _ in zip(records, range(len(records) - most), strict=False)]

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, except the last ``beyond`` of them."""
        with self._lock:
            count = len(self._deleted) - beyond
            return [place for place, _ in zip(self._deleted, range(count), strict=False)]

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents; of all with no name."""
        with self._lock:
            return list(self._by_resource.get(resource, ()) if resource else self._records)

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        with self._lock:
            return collection in self._records

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection."""
        with self._lock:
            number = self._numbers.get(collection, 0) + 1
            self._numbers[collection] = number
            return number

    def begin(self, collection: Key, number: int, *, known: bool) -> None:
        """Go on counting after ``number``; a ``known`` collection is there though it may be empty."""
        with self._lock:
            if number:
                self._numbers[collection] = number
            if known and collection not in self._records:
                self._records[collection] = {}
                self._by_resource.setdefault(collection[0], {})[collection] = None

    def numbers(self) -> dict[Key, int]:
        """Return how far each collection has counted."""
        return self._numbers

    def all(self, collection: Key) -> dict[str, Record]:
        """Return the records of a collection, deleted ones included."""
        return self._records.get(collection, {})

    def count(self) -> int:
        """Return how many records there are, deleted ones included."""
        return sum(map(len, self._records.values()))

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        with self._lock:
            collections = [
                {
                    "key": list(key),
                    "records": [
                        {
                            "id": name,
                            "data": copy.deepcopy(record.data),
                            "reads": record.reads,
                            "deleted": record.deleted,
                        }
                        for name, record in records.items()
                    ],
                }
                for key, records in self._records.items()
            ]
            numbers = [{"key": list(key), "number": value} for key, value in self._numbers.items()]
            return {"version": 1, "collections": collections, "numbers": numbers}

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store.

        Raises:
            ValueError: if it is no snapshot; then nothing is changed.
        """
        try:
            records = {_key(item): _records(item) for item in snapshot.get("collections", ())}
            numbers = {_key(item): int(item["number"]) for item in snapshot.get("numbers", ())}
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"this is no snapshot of a mock: {error!r}") from error
        with self._lock:
            self._records.clear()
            self._numbers.clear()
            self._by_resource.clear()
            self._deleted.clear()
            self._numbers |= numbers
            for key, rows in records.items():
                self.begin(key, 0, known=True)
                for name, record in rows.items():
                    self.put(key, name, record)

    def close(self) -> None:
        """Do nothing: there is no file."""


def _key(item: dict[str, Any]) -> Key:
    key = item["key"]
    if not (isinstance(key, list) and key and all(isinstance(part, str) for part in key)):
        raise TypeError(f"no key of a collection: {key!r}")
    return tuple(key)


def _records(item: dict[str, Any]) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for one in item["records"]:
        if not isinstance(one["data"], dict):
            raise TypeError("the data of a record is an object")
        record = Record(
            copy.deepcopy(one["data"]), int(one.get("reads", 0)), bool(one.get("deleted"))
        )
        found[str(one["id"])] = record
    return found
