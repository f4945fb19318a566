"""The store in a SQLite file: it outlives the process, and several processes share it.

Everything is also held in memory, so reading costs what it costs there. A transaction that changed something
is in the file before its answer goes out (write-ahead log: what was committed survives the end of the
process, however it comes). Each begins by taking over what other processes changed since the last one.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from .store import MemoryStore, Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from .store import Key

_FORMAT: Final = 1
_MARK: Final = 0x7477696E  # the application id of our files (SQLite file format, section 1.3.15)
_PATIENCE = 30.0  # seconds to wait for another process that writes
_REMEMBERED = 10_000  # changes; a process that missed more reads everything again
_PRUNED = 1_000  # changes between two looks at the log for what can go
_TABLES = """
CREATE TABLE IF NOT EXISTS epoch (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS collection (
    key TEXT PRIMARY KEY, number INTEGER NOT NULL, known INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (
    position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL,
    reads INTEGER NOT NULL, deleted INTEGER NOT NULL, UNIQUE (collection, id));
CREATE TABLE IF NOT EXISTS log (
    position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT, removed INTEGER NOT NULL);
"""
_PUT_RECORD = """
INSERT INTO record (collection, id, data, reads, deleted) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (collection, id) DO UPDATE SET data = excluded.data, reads = excluded.reads,
    deleted = excluded.deleted
"""
_PUT_COLLECTION = """
INSERT INTO collection (key, number, known) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET number = excluded.number, known = excluded.known
"""
_RECORDS = "SELECT collection, id, data, reads, deleted FROM record"
_COLLECTIONS = "SELECT key, number, known FROM collection"


class StateFileError(Exception):
    """The file is not one of ours, or cannot be used."""


class SqliteStore:
    """Keeps records in a file.

    Args:
        path: the file; made if it is not there.

    Raises:
        StateFileError: if the file holds something else, or cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._depth = 0
        self._memory = MemoryStore()
        self._epoch = -1  # that memory shows; a restored store begins another
        self._seen = 0  # the change in the log that memory shows
        self._position = 0  # the change that the present transaction made last
        self._version = -1  # of the file, as this connection saw it last
        self._records: dict[tuple[Key, str], Record | None] = {}  # to be written; None: removed
        self._known: dict[Key, bool] = {}  # collections to be written; False: dropped
        try:
            self._file = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except sqlite3.Error as error:
            raise StateFileError(f"{path} cannot be used as a state file: {error}.") from error

    def _prepare(self) -> None:
        mark = self._file.execute("PRAGMA application_id").fetchone()[0]
        tables = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if (tables or mark) and mark != _MARK:
            raise StateFileError(f"{self._path} is a database of something else.")
        version = self._file.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _FORMAT):
            raise StateFileError(f"{self._path} was made by a newer version (format {version}).")
        self._file.execute("PRAGMA page_size = 1024")  # of a new file: a small change writes less
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = NORMAL")
        self._file.execute("BEGIN IMMEDIATE")
        for statement in _TABLES.split(";"):
            self._file.execute(statement)
        if self._file.execute("SELECT count(*) FROM epoch").fetchone()[0] == 0:
            self._file.execute("INSERT INTO epoch VALUES (0)")
            self._file.execute(f"PRAGMA application_id = {_MARK}")
            self._file.execute(f"PRAGMA user_version = {_FORMAT}")
        self._file.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._file.close()

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other thread, and if it writes no other process, changes the store."""
        return self._transaction(writes)

    @contextmanager
    def _transaction(self, writes: bool) -> Iterator[None]:
        with self._lock:
            if self._depth:
                if writes and not self._file.in_transaction:
                    self._begin()
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            if writes:
                self._begin()
            else:
                self._take_over()
            self._depth = 1
            try:
                yield
            finally:
                self._depth = 0
                self._commit()

    def _begin(self) -> None:
        self._file.execute("BEGIN IMMEDIATE")
        self._take_over()
        self._position = self._seen

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        with self._reading():
            return self._memory.get(collection, id)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        with self._writing():
            if not self._memory.is_known(collection):
                self._known[collection] = True
            self._memory.put(collection, id, record)
            self._records[collection, id] = record

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        with self._reading():
            return self._memory.items(collection)

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        with self._writing():
            self._memory.forget(collection, id)
            self._records.pop((collection, id), None)
            self._flush()  # so that a record put later under this id goes to the end
            self._records[collection, id] = None

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        with self._writing():
            self._memory.drop(collection)
            self._flush()
            self._known[collection] = False
            self._flush()

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        with self._writing():
            for name in self._memory.oldest(collection, most):
                self.forget(collection, name)

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, except the last ``beyond`` of them."""
        with self._reading():
            return self._memory.deleted(beyond)

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents; of all with no name."""
        with self._reading():
            return self._memory.collections(resource)

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        with self._reading():
            return self._memory.is_known(collection)

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection."""
        with self._writing():
            self._known[collection] = True
            return self._memory.next_number(collection)

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        with self._reading():
            return self._memory.snapshot()

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store.

        Raises:
            ValueError: if it is no snapshot; then nothing is changed.
        """
        with self._writing():
            self._memory.restore(snapshot)
            self._records.clear()
            self._known.clear()
            self._file.execute("DELETE FROM record")
            self._file.execute("DELETE FROM collection")
            self._file.execute("UPDATE epoch SET number = number + 1")
            self._epoch += 1
            for collection in self._memory.collections(""):
                self._known[collection] = True
                for name, record in self._memory.all(collection).items():
                    self._records[collection, name] = record
            self._known |= dict.fromkeys(self._memory.numbers(), True)

    def _reading(self) -> AbstractContextManager[object]:
        return self._lock if self._depth else self._transaction(False)

    def _writing(self) -> AbstractContextManager[object]:
        return self._transaction(True)

    def _take_over(self) -> None:
        """Bring memory up to what other processes wrote."""
        version = self._file.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        own = not self._file.in_transaction
        if own:
            self._file.execute("BEGIN")  # all that is read below is of one moment
        try:
            epoch = self._file.execute("SELECT number FROM epoch").fetchone()[0]
            first, last = self._file.execute(
                "SELECT min(position), max(position) FROM log"
            ).fetchone()
            if epoch != self._epoch or self._seen < (first or 0) - 1:
                self._load()
            elif last is not None and last > self._seen:
                self._follow()
            self._epoch, self._seen, self._version = epoch, last or 0, version
        finally:
            if own:
                self._file.execute("COMMIT")

    def _load(self) -> None:
        """Read everything."""
        self._memory = MemoryStore()
        for row in self._file.execute(_COLLECTIONS):
            self._begin_collection(*row)
        for row in self._file.execute(f"{_RECORDS} ORDER BY position"):
            self._put_record(*row)

    def _follow(self) -> None:
        """Read what the log says has changed."""
        log = "SELECT collection, id, removed FROM log WHERE position > ? ORDER BY position"
        changed: dict[tuple[str, str | None], None] = {}
        for collection, name, removed in self._file.execute(log, (self._seen,)):
            if not removed:
                changed[collection, name] = None
                continue
            changed.pop((collection, name), None)
            if name is None:
                self._memory.drop(_read_key(collection))
            else:
                self._memory.forget(_read_key(collection), name)
        for collection, name in changed:
            if name is None:
                found = self._file.execute(
                    f"{_COLLECTIONS} WHERE key = ?", (collection,)
                ).fetchone()
                if found is not None:
                    self._begin_collection(*found)
            else:
                place = f"{_RECORDS} WHERE collection = ? AND id = ?"
                found = self._file.execute(place, (collection, name)).fetchone()
                if found is not None:
                    self._put_record(*found)

    def _begin_collection(self, key: str, number: int, known: int) -> None:
        self._memory.begin(_read_key(key), number, known=bool(known))

    def _put_record(self, key: str, name: str, data: str, reads: int, deleted: int) -> None:
        self._memory.put(_read_key(key), name, Record(json.loads(data), reads, bool(deleted)))

    def _commit(self) -> None:
        if not self._file.in_transaction:
            return
        try:
            self._flush()
            self._file.execute("COMMIT")
            self._seen = self._position
        except BaseException:
            # Memory shows what the file does not have: read it again.
            self._epoch = self._version = -1
            self._records.clear()
            self._known.clear()
            if self._file.in_transaction:
                self._file.execute("ROLLBACK")
            raise

    def _flush(self) -> None:
        """Write what was changed since the transaction began, or since the last flush."""
        for collection, is_there in self._known.items():
            self._write_collection(_written_key(collection), collection, is_there)
        self._known.clear()
        for (collection, name), record in self._records.items():
            self._write_record(_written_key(collection), name, record)
        self._records.clear()
        if self._position // _PRUNED > self._seen // _PRUNED:
            oldest = self._position - _REMEMBERED
            self._file.execute("DELETE FROM log WHERE position < ?", (oldest,))

    def _write_collection(self, key: str, collection: Key, is_there: bool) -> None:
        if is_there:
            number = self._memory.numbers().get(collection, 0)
            known = self._memory.is_known(collection)
            self._file.execute(_PUT_COLLECTION, (key, number, known))
        else:
            self._file.execute("DELETE FROM record WHERE collection = ?", (key,))
            self._file.execute("DELETE FROM collection WHERE key = ?", (key,))
        self._log(key, None, removed=not is_there)

    def _write_record(self, key: str, name: str, record: Record | None) -> None:
        if record is None:
            self._file.execute("DELETE FROM record WHERE collection = ? AND id = ?", (key, name))
        else:
            data = _ENCODER.encode(record.data)
            self._file.execute(_PUT_RECORD, (key, name, data, record.reads, record.deleted))
        self._log(key, name, removed=record is None)

    def _log(self, key: str, name: str | None, *, removed: bool) -> None:
        self._position += 1
        row = (self._position, key, name, removed)
        self._file.execute("INSERT INTO log VALUES (?, ?, ?, ?)", row)


_ENCODER = json.JSONEncoder(separators=(",", ":"))


@lru_cache(4096)
def _written_key(key: Key) -> str:
    return json.dumps(key, separators=(",", ":"))


@lru_cache(4096)
def _read_key(text: str) -> Key:
    return tuple(json.loads(text))
