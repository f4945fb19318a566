"""The SQLite file that records are kept in: its tables, what is written, what other processes changed.

Every change has a number, in the order of the changes of all processes. A new record is stored under the number
of the change that made it, and with how far its collection has counted, so it needs no other mention: one page is
written for it. All else is told by a log.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from .store import MemoryStore, Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .store import Key

_FORMAT: Final = 3
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
    reads INTEGER NOT NULL, deleted INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS log (
    position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT, record INTEGER);
"""
_ADD_RECORD = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?)"
_CHANGE_RECORD = "UPDATE record SET data = ?, reads = ?, deleted = ? WHERE position = ?"
_REMOVE_RECORD = "DELETE FROM record WHERE position = ?"
_PUT_COLLECTION = """
INSERT INTO collection (key, number, known) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET number = excluded.number, known = excluded.known
"""
_RECORDS = "SELECT position, collection, id, data, reads, deleted, number FROM record"
_COLLECTIONS = "SELECT key, number, known FROM collection"
_LAST = """
SELECT max(coalesce((SELECT max(position) FROM record), 0), coalesce((SELECT max(position) FROM log), 0))
"""

Row = tuple[str, int, bool]
"""A record as it is written: its data as JSON, how often it was read, whether it was deleted."""


class StateFileError(Exception):
    """The file is not one of ours, or cannot be used."""


@dataclass(slots=True)
class Changes:
    """What is to be written, in this order: what goes away first.

    Attributes:
        wiped: whether everything in the file goes away.
        dropped: collections that go away.
        gone: records that go away.
        known: collections that are there, with their numbers.
        rows: records that are new or changed.
    """

    wiped: bool = False
    dropped: dict[Key, None] = field(default_factory=dict)
    gone: dict[tuple[Key, str], None] = field(default_factory=dict)
    known: dict[Key, None] = field(default_factory=dict)
    rows: dict[tuple[Key, str], Row] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget all."""
        self.wiped = False
        for part in (self.dropped, self.gone, self.known, self.rows):
            part.clear()


class StateFile:
    """A connection to the file.

    Args:
        path: the file; made if it is not there.

    Raises:
        StateFileError: if the file holds something else, or cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = path
        self._epoch = -1  # that the reader knows; a restored store begins another
        self._seen = 0  # the last change that the reader knows
        self._version = -1  # of the file, as this connection saw it last
        self._positions: dict[Key, dict[str, int]] = {}  # under which records are stored
        try:
            self._connection = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._run = self._connection.execute
            self._prepare()
        except sqlite3.Error as error:
            raise StateFileError(f"{path} cannot be used as a state file: {error}.") from error

    def _prepare(self) -> None:
        mark = self._run("PRAGMA application_id").fetchone()[0]
        tables = self._run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if (tables or mark) and mark != _MARK:
            raise StateFileError(f"{self._path} is a database of something else.")
        version = self._run("PRAGMA user_version").fetchone()[0]
        if version not in (0, _FORMAT):
            told = f"{self._path} was made by another version (format {version}, not {_FORMAT})."
            raise StateFileError(told)
        self._run("PRAGMA page_size = 1024")  # of a new file: a small change writes less
        self._run("PRAGMA journal_mode = WAL")
        self._run("PRAGMA synchronous = NORMAL")
        self._run("PRAGMA wal_autocheckpoint = 4000")  # pages
        self.begin()
        for statement in _TABLES.split(";"):
            self._run(statement)
        if self._run("SELECT count(*) FROM epoch").fetchone()[0] == 0:
            self._run("INSERT INTO epoch VALUES (0)")
            self._run(f"PRAGMA application_id = {_MARK}")
            self._run(f"PRAGMA user_version = {_FORMAT}")
        self.commit()

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open: no other process can write."""
        return self._connection.in_transaction

    @property
    def is_stale(self) -> bool:
        """Whether the reader has to read everything again."""
        return self._epoch < 0

    def begin(self) -> None:
        """Open a transaction that writes."""
        self._run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """End the transaction: what was written survives the end of the process."""
        self._run("COMMIT")

    def give_up(self) -> None:
        """End the transaction without a trace; the reader has to read everything again."""
        self._epoch = self._version = -1
        if self._connection.in_transaction:
            self._run("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def newer(self, memory: MemoryStore) -> MemoryStore:
        """Return memory brought up to what other processes wrote: itself, or another one."""
        version = self._run("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return memory
        own = not self._connection.in_transaction
        if own:
            self._run("BEGIN")  # all that is read below is of one moment
        try:
            epoch = self._run("SELECT number FROM epoch").fetchone()[0]
            last = self._run(_LAST).fetchone()[0]
            if epoch != self._epoch or last - self._seen > _REMEMBERED:
                memory = self._all()
            elif last > self._seen:
                self._follow(memory)
            self._epoch, self._seen, self._version = epoch, last, version
        finally:
            if own:
                self._run("COMMIT")
        return memory

    def _all(self) -> MemoryStore:
        memory = MemoryStore()
        self._positions.clear()
        for key, number, known in self._run(_COLLECTIONS):
            memory.begin(_read_key(key), number, known=bool(known))
        for row in self._run(f"{_RECORDS} ORDER BY position"):
            self._take(memory, *row)
        return memory

    def _follow(self, memory: MemoryStore) -> None:
        """Read what has changed: what went away, what is new, what is another."""
        log = "SELECT collection, id, record FROM log WHERE position > ? ORDER BY position"
        collections: dict[str, None] = {}
        changed: dict[int, None] = {}
        for collection, name, record in self._run(log, (self._seen,)):
            if record is not None and name is not None:
                changed[record] = None
            elif record is not None:
                collections[collection] = None
            elif name is not None:
                self._forget(memory, _read_key(collection), name)
            else:
                collections.pop(collection, None)
                self._positions.pop(_read_key(collection), None)
                memory.drop(_read_key(collection))
        for key in collections:
            for found in self._run(f"{_COLLECTIONS} WHERE key = ?", (key,)):
                memory.begin(_read_key(found[0]), found[1], known=bool(found[2]))
        for row in self._run(f"{_RECORDS} WHERE position > ? ORDER BY position", (self._seen,)):
            self._take(memory, *row)
        for position in changed:
            if position <= self._seen:
                for row in self._run(f"{_RECORDS} WHERE position = ?", (position,)):
                    self._take(memory, *row)

    def _forget(self, memory: MemoryStore, collection: Key, name: str) -> None:
        memory.forget(collection, name)
        self._positions.get(collection, {}).pop(name, None)

    def _take(
        self,
        memory: MemoryStore,
        position: int,
        key: str,
        name: str,
        data: str,
        reads: int,
        deleted: int,
        number: int,
    ) -> None:
        collection = _read_key(key)
        if number > memory.numbers().get(collection, 0):
            memory.begin(collection, number, known=True)
        memory.put(collection, name, Record(json.loads(data), reads, bool(deleted)))
        self._positions.setdefault(collection, {})[name] = position

    def write(self, changes: Changes, memory: MemoryStore) -> None:
        """Write changes into the open transaction; ``memory`` knows the numbers of collections."""
        if changes.wiped:
            self._wipe()
        for collection in changes.dropped:
            self._drop(collection)
        begun = dict(changes.known)
        for collection, name in changes.gone:
            position = self._positions.get(collection, {}).pop(name, None)
            if position is not None:
                self._run(_REMOVE_RECORD, (position,))
                self._log(_written_key(collection), name, None)
                if memory.numbers().get(collection) or not memory.all(collection):
                    begun[collection] = None  # what the record told of it has gone as well
        told = self._put(changes.rows, memory.numbers())
        for collection in begun:
            if collection not in told:
                key, number = _written_key(collection), memory.numbers().get(collection, 0)
                self._run(_PUT_COLLECTION, (key, number, memory.is_known(collection)))
                self._log(key, None, 0)

    def _wipe(self) -> None:
        self._run("DELETE FROM record")
        self._run("DELETE FROM collection")
        self._run("UPDATE epoch SET number = number + 1")
        self._positions.clear()
        self._epoch += 1
        # Numbers go on, however little of the log is left.
        self._log("[]", None, None)

    def _drop(self, collection: Key) -> None:
        key = _written_key(collection)
        stored = self._positions.pop(collection, {})
        self._connection.executemany(_REMOVE_RECORD, ((one,) for one in stored.values()))
        self._run("DELETE FROM collection WHERE key = ?", (key,))
        self._log(key, None, None)

    def _put(self, rows: dict[tuple[Key, str], Row], numbers: Mapping[Key, int]) -> set[Key]:
        """Write records; return the collections of which new ones tell how far they have counted."""
        added: list[tuple[int, str, str, str, int, bool, int]] = []
        told: set[Key] = set()
        for (collection, name), row in rows.items():
            positions = self._positions.setdefault(collection, {})
            known = positions.get(name)
            if known is None:
                positions[name] = position = self._next()
                number = numbers.get(collection, 0)
                added.append((position, _written_key(collection), name, *row, number))
                told.add(collection)
            else:
                self._run(_CHANGE_RECORD, (*row, known))
                self._log(_written_key(collection), name, known)
        self._connection.executemany(_ADD_RECORD, added)
        return told

    def _log(self, key: str, name: str | None, record: int | None) -> None:
        """Tell other processes of a change to a collection, or to a record of this name in it.

        ``record`` is where the record is, 0 for a collection; none says that it is gone.
        """
        self._run("INSERT INTO log VALUES (?, ?, ?, ?)", (self._next(), key, name, record))

    def _next(self) -> int:
        self._seen += 1
        if self._seen % _PRUNED == 0:
            self._run("DELETE FROM log WHERE position < ?", (self._seen - _REMEMBERED,))
        return self._seen


@lru_cache(4096)
def _written_key(key: Key) -> str:
    return json.dumps(key, separators=(",", ":"))


@lru_cache(4096)
def _read_key(text: str) -> Key:
    return tuple(json.loads(text))
