"""Where the mock keeps its records."""

from __future__ import annotations

import copy
import json
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, ...]
"""A collection: the resource's name, then the ids of the parents."""


@dataclass(slots=True)
class Record:
    """One record: its data under wire names, how often it was read, whether it was deleted."""

    data: dict[str, Any]
    reads: int = 0
    deleted: bool = False


class Store(Protocol):
    """Ordered collections of records. All methods may be called from any thread."""

    lock: threading.RLock

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

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents."""
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
        """Replace everything by a snapshot; an empty one clears the store."""
        ...


@dataclass(slots=True)
class MemoryStore:
    """Keeps records in memory."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    _records: dict[Key, dict[str, Record]] = field(default_factory=dict)
    _numbers: dict[Key, int] = field(default_factory=dict)

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002
        """Return a record, deleted ones included."""
        with self.lock:
            return self._records.get(collection, {}).get(id)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        with self.lock:
            self._records.setdefault(collection, {})[id] = record

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        with self.lock:
            records = self._records.get(collection, {})
            return [(key, record) for key, record in records.items() if not record.deleted]

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        with self.lock:
            self._records.get(collection, {}).pop(id, None)

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents."""
        with self.lock:
            return [key for key in self._records if key[0] == resource]

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        with self.lock:
            return collection in self._records

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection."""
        with self.lock:
            number = self._numbers.get(collection, 0) + 1
            self._numbers[collection] = number
            return number

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        with self.lock:
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
        """Replace everything by a snapshot; an empty one clears the store."""
        records = {
            tuple(item["key"]): {
                one["id"]: Record(copy.deepcopy(one["data"]), one["reads"], one["deleted"])
                for one in item["records"]
            }
            for item in snapshot.get("collections", ())
        }
        numbers = {tuple(item["key"]): item["number"] for item in snapshot.get("numbers", ())}
        with self.lock:
            self._records = records
            self._numbers = numbers


def load_state(store: Store, path: Path) -> None:
    """Restore a store from a file, if there is one."""
    if path.exists():
        store.restore(json.loads(path.read_text("utf-8")))


def save_state(store: Store, path: Path) -> None:
    """Write a store to a file, whole or not at all."""
    temporary = path.with_name(f"{path.name}.part")
    temporary.write_text(json.dumps(store.snapshot(), indent=1), "utf-8")
    temporary.replace(path)
