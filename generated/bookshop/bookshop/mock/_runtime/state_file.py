"""The files that records are kept in: a SQLite file, and beside it one with what was changed last.

Both hold one log of changes, each at its place among all that were ever written. Records are found in memory; the log
is only read to follow what other processes wrote, and from its beginning when a process starts. What comes is
appended to the recent file, which is one line for all that is written together. From there it goes to SQLite when
it is much, and when the file is closed. Once most of what the log tells is out of date, it is written anew.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from .recent_file import RecentFile, line, sound, texts
from .state_changes import everything, take_over, together
from .store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_FORMAT: Final = 4
_MARK: Final = 0x7477696E  # the application id of our files (SQLite file format, section 1.3.15)
_PATIENCE: Final = 30.0  # seconds to wait for another process that writes
_RECENT: Final = 16 * 1024 * 1024  # bytes that the recent file holds
_PIECE: Final = 1024 * 1024  # bytes that go on from there at once
_AT_ONCE: Final = 1_000  # changes of a line, at most
_OUTDATED: Final = 4  # changes for each record before the log is written anew
_SHORT: Final = 10_000  # changes that need not be told in fewer
_TABLES = """
CREATE TABLE IF NOT EXISTS state (identity BLOB NOT NULL, epoch INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS log (place INTEGER PRIMARY KEY, lines BLOB NOT NULL);
"""
_ADD = "INSERT INTO log VALUES (?, ?)"
_END = "SELECT coalesce(max(place + length(lines)), 0) FROM log"
_FOLLOW = """
SELECT place, lines FROM log
WHERE place >= coalesce((SELECT max(place) FROM log WHERE place <= ?), 0) ORDER BY place
"""

_log = logging.getLogger(__name__)


class StateFileError(Exception):
    """The file is not one of ours, or cannot be used."""


class StateFile:
    """A connection to the files.

    Args:
        path: the SQLite file; made if it is not there, as is ``PATH-recent``.

    Attributes:
        is_writing: whether a transaction is open: no other process can write.

    Raises:
        StateFileError: if the file holds something else, or cannot be opened.
    """

    def __init__(self, path: Path | str) -> None:
        self.is_writing = False
        self._path = path
        self._epoch = -1  # that the reader knows; a log that is written anew begins another
        self._seen = 0  # where what the reader does not know begins
        self._marked = b""  # what the recent file showed when the reader followed it
        self._told = 0  # changes that the log tells
        self._written = 0  # where what the open transaction wrote ends
        self._room = _RECENT  # bytes of the recent file before its lines go on
        try:
            self._connection = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._run = self._connection.execute
            self._recent = RecentFile(f"{path}-recent")
            self._recent.lock()  # one prepares, others that begin at the same time wait
            try:
                self._identity = self._prepare()
                self._recover()
            finally:
                self._recent.unlock()
        except (sqlite3.Error, OSError) as error:
            raise StateFileError(f"{path} cannot be used as a state file: {error}.") from error

    def _prepare(self) -> bytes:
        """Make the tables, if they are not there, and return the identity of the file."""
        mark = self._run("PRAGMA application_id").fetchone()[0]
        tables = self._run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        version = self._run("PRAGMA user_version").fetchone()[0]
        if (tables or mark) and mark != _MARK:
            raise StateFileError(f"{self._path} is a database of something else.")
        if version not in (0, _FORMAT):
            told = f"{self._path} was made by another version (format {version}, not {_FORMAT})."
            raise StateFileError(told)
        self._run("PRAGMA journal_mode = WAL")
        self._run("PRAGMA secure_delete = OFF")  # no secrets: what goes need not be written over
        self._run("BEGIN IMMEDIATE")
        for statement in _TABLES.split(";"):
            self._run(statement)
        if self._run("SELECT count(*) FROM state").fetchone()[0] == 0:
            self._run("INSERT INTO state VALUES (?, 0)", (os.urandom(8),))
            self._run(f"PRAGMA application_id = {_MARK}")
            self._run(f"PRAGMA user_version = {_FORMAT}")
        identity: bytes = self._run("SELECT identity FROM state").fetchone()[0]
        self._run("COMMIT")
        return identity

    def _recover(self) -> None:
        """Put right what a process left that was killed while lines went on to the SQLite file.

        The recent file must be locked.
        """
        recent, end = self._recent, self._run(_END).fetchone()[0]
        goes_on = recent.identity == self._identity and recent.base <= end < recent.end
        if not goes_on:  # there is nothing that the SQLite file lacks, or it is of another one
            recent.begin(self._identity, end)
        recent.is_moving = False

    @property
    def is_behind(self) -> bool:
        """Whether there is something that the reader does not know."""
        return self._recent.mark != self._marked

    def begin(self) -> None:
        """Open a transaction that writes.

        Raises:
            TimeoutError: if another process does not end its own.
        """
        self._recent.lock()
        self._begun()

    def _begun(self) -> None:
        self.is_writing = True
        if self._recent.is_moving:
            self._recover()

    def commit(self) -> None:
        """End the transaction: what was written survives the end of the process."""
        if self._written:
            self._recent.end = self._seen = self._written
            self._marked = self._recent.mark
            self._written = 0
        self.is_writing = False
        self._recent.unlock()

    def give_up(self) -> None:
        """End the transaction without a trace; the reader has to read everything again."""
        self._epoch = -1
        self._marked = b""
        self._written = 0
        self.is_writing = False
        try:
            if self._connection.in_transaction:
                self._run("ROLLBACK")
        finally:
            if self._recent.is_locked:
                self._recent.unlock()

    def close(self) -> None:
        """Close the files; all is in the SQLite file then, unless another process is about to write."""
        if self._recent.is_open and self._recent.length and self._recent.try_lock():
            self._begun()
            with self._tidying():
                while self._move():
                    pass
                self.commit()
        self._connection.close()
        self._recent.close()

    def newer(self, memory: MemoryStore) -> MemoryStore:
        """Return memory brought up to what other processes wrote: itself, or another one."""
        marked = self._recent.mark  # before all else: what comes from now on shows next time
        if marked == self._marked:
            return memory
        while (lines := None if self._epoch < 0 else self._recent.read(self._seen)) is None:
            memory = self._stored(memory)
        found = sound(lines, self._seen)
        self._take(memory, found)
        if len(found) == len(lines):
            self._marked = marked
        elif self.is_writing:  # the rest went with the power of the machine
            self._recent.end = self._seen
        return memory

    def _stored(self, memory: MemoryStore) -> MemoryStore:
        """Follow what is in the SQLite file."""
        base = self._recent.base
        self._run("BEGIN")  # all that is read below is of one moment
        try:
            epoch = self._run("SELECT epoch FROM state").fetchone()[0]
            if epoch != self._epoch:
                memory = MemoryStore()
                self._seen = self._told = 0
            self._epoch = -1  # until all went well
            before = self._seen
            for place, lines in self._run(_FOLLOW, (before,)):
                self._seen = max(place, self._seen)
                self._take(memory, lines[self._seen - place :])
            if self._seen == before:
                self._seen = max(base, before)  # what was between is nowhere
            self._epoch = epoch
        finally:
            self._run("COMMIT")
        return memory

    def _take(self, memory: MemoryStore, lines: bytes) -> None:
        try:
            for text in texts(lines):
                self._told += take_over(memory, text)
        except BaseException:
            self._epoch = -1
            raise
        self._seen += len(lines)

    def write(self, changes: list[bytes]) -> None:
        """Write changes, as :mod:`.state_changes` tells them, into the open transaction.

        Raises:
            OSError: if there is no room.
        """
        if changes:
            made = line(together(changes), self._recent.end)
            self._written = self._recent.write(made)
            self._told += len(changes)

    def tidy(self, memory: MemoryStore) -> MemoryStore:
        """Have lines of the recent file go on, if they are many; no transaction may be open.

        It is done piece by piece, so that nobody waits long. Where most of the log is out of date, it is written anew.

        Returns:
            Memory, as :meth:`newer` does.
        """
        if not self._recent.is_open or self._recent.length < self._room:
            return memory
        with self._tidying():
            self.begin()
            memory = self.newer(memory)
            self._room = _RECENT
            if self._told > _SHORT + _OUTDATED * memory.count():
                self._rewrite(memory)
            elif self._move():
                self._room = 0
            self.commit()
        return memory

    @contextmanager
    def _tidying(self) -> Iterator[None]:
        """Let what fails for want of room be done later: nothing is lost, the recent file grows."""
        try:
            yield
        except sqlite3.Error as error:
            self.give_up()
            self._room = 2 * self._recent.length
            _log.warning("%s: changes stay in the file beside it: %s", self._path, error)
        except BaseException:
            self.give_up()
            raise

    def _move(self) -> bool:
        """Write some lines of the recent file into the SQLite file; say whether there are more."""
        place = max(self._run(_END).fetchone()[0], self._recent.base)
        lines = sound(self._recent.read(place, _PIECE) or b"", place)
        lines = lines or sound(self._recent.read(place) or b"", place)  # the first may be longer
        end = place + len(lines)
        if lines:
            # What the recent file still has need not be on the disk at once.
            is_last = end >= self._recent.end
            self._run(f"PRAGMA synchronous = {'FULL' if is_last else 'NORMAL'}")
            self._recent.is_moving = True
            self._run(_ADD, (place, lines))
            if not is_last:
                self._recent.is_moving = False
                return True
        self._recent.begin(self._identity, end)
        return False

    def _rewrite(self, memory: MemoryStore) -> None:
        """Write what is in memory in place of all changes that led there."""
        self._recent.is_moving = True
        self._run("PRAGMA synchronous = FULL")
        self._run("BEGIN IMMEDIATE")
        self._run("DELETE FROM log")
        self._run("UPDATE state SET epoch = epoch + 1")
        place, told = self._recent.end, 0
        # Places have to go on, so there is a line at least, even if nothing is in it.
        for some in chain([[]], _parts(everything(memory))):
            made = line(together(some), place)
            self._run(_ADD, (place, made))
            place, told = place + len(made), told + len(some)
        self._run("COMMIT")
        self._recent.begin(self._identity, place)
        self._epoch, self._told = self._epoch + 1, told
        self._seen, self._marked = place, self._recent.mark


def _parts(changes: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(changes)
    while some := list(islice(left, _AT_ONCE)):
        yield some
