"""The store in a SQLite file: it outlives the process, and several processes share it.

Everything is also held in memory, so reading costs what it costs there. What a transaction changed is with the
operating system before its answer goes out, and so survives the end of the process, however it comes. Each
transaction begins by taking over what other processes changed since the last one.

A server may have all changes of one pass of its event loop written at once. Then an answer waits for the end of the
pass, see :meth:`SqliteStore.settled`. As long as the requests come one by one, there is nothing to wait for, and each
is written by itself.
"""

from __future__ import annotations

import asyncio
import threading
from contextvars import Context
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from .state_changes import Changes
from .state_file import StateFile, StateFileError
from .store import MemoryStore, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from .store import Key

__all__ = ["NotKeptError", "SqliteStore", "StateFileError"]

NOT_KEPT: Final = "What was changed could not be written to the state file."
_get_ident = threading.get_ident  # asked several times by each request


class NotKeptError(Exception):
    """What a request changed could not be written to the file."""


class SqliteStore:
    """Keeps records in a file.

    Args:
        path: the file; made if it is not there.
        together: whether changes of one pass of an event loop are written together. Whoever answers
            then has to wait for :meth:`settled`. Other threads write at once all the same.

    Attributes:
        lost: how many times something could not be written.

    Raises:
        StateFileError: if the file holds something else, or cannot be opened.
    """

    def __init__(self, path: Path | str, *, together: bool = False) -> None:
        self.lost = 0
        self._lock = threading.RLock()
        self._depth = 0
        self._inside = 0  # the thread that is in a transaction
        self._writing = 0  # the same, if it may write
        self._file = StateFile(path)
        self._memory = MemoryStore()
        self._changes = Changes()  # of the present transaction
        self._lines: list[bytes] = []  # changes that have yet to be written
        self._together = together
        self._pass: asyncio.AbstractEventLoop | None = None  # the loop whose pass has not ended
        self._ended = 0  # transactions of this pass
        self._quiet = 0  # passes since one that had several of them
        self._unnoticed = 0  # transactions since the last pass whose end was noticed
        self._waiting: list[Callable[[], None]] = []  # for its end
        self._reader = _Reader(self)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._finish()
            self._file.close()

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other thread, and if it writes no other process, changes the store."""
        return self if writes else self._reader

    async def settled(self, lost: int) -> None:
        """Wait until everything that was changed is in the file.

        Args:
            lost: the attribute of that name before the changes.

        Raises:
            NotKeptError: if something could not be written since.
        """
        if not self.is_settled:
            waiter = asyncio.get_running_loop().create_future()
            self.when_settled(partial(_release, waiter))
            await waiter
        self.check(lost)

    def check(self, lost: int) -> None:
        """Make sure that nothing that should be in the file is not.

        Raises:
            NotKeptError: if something could not be written since the attribute ``lost`` was that.
        """
        if self.lost != lost:
            raise NotKeptError(NOT_KEPT)

    @property
    def is_settled(self) -> bool:
        """Whether nothing that was changed has yet to be written."""
        return self._pass is None or not self._file.is_writing

    def when_settled(self, then: Callable[[], None]) -> None:
        """Have a function called when it is :attr:`is_settled`, which it must not be so far."""
        self._waiting.append(then)

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        if self._inside != _get_ident():
            with self._reader:
                return self._memory.get(collection, id)
        return self._memory.get(collection, id)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        if self._writing != _get_ident():
            with self:
                self.put(collection, id, record)
            return
        self._memory.put(collection, id, record)
        self._changes.keep(collection, id, record)

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        with self._within():
            return self._memory.items(collection)

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        with self._changing():
            self._memory.forget(collection, id)
            self._changes.forget(collection, id)

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        with self._changing():
            self._memory.drop(collection)
            self._changes.drop(collection)

    def trim(self, collection: Key, most: int) -> None:
        """Drop the oldest records of a collection, so that at most so many are left."""
        with self._changing():
            for name in self._memory.oldest(collection, most):
                self.forget(collection, name)

    def deleted(self, beyond: int) -> list[tuple[Key, str]]:
        """Return the records that were deleted first, except the last ``beyond`` of them."""
        with self._within():
            return self._memory.deleted(beyond)

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents; of all with no name."""
        with self._within():
            return self._memory.collections(resource)

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection."""
        with self._within():
            return self._memory.is_known(collection)

    def next_number(self, collection: Key) -> int:
        """Return 1, 2, 3 ... for each collection."""
        if self._writing != _get_ident():
            with self:
                return self.next_number(collection)
        self._changes.counted[collection] = None
        return self._memory.next_number(collection)

    def snapshot(self) -> dict[str, Any]:
        """Return everything as JSON values."""
        with self._within():
            return self._memory.snapshot()

    def restore(self, snapshot: dict[str, Any]) -> None:
        """Replace everything by a snapshot; an empty one clears the store.

        Raises:
            ValueError: if it is no snapshot; then nothing is changed.
        """
        with self._changing():
            self._memory.restore(snapshot)
            self._changes.clear()
            self._changes.wiped = True

    def __enter__(self) -> None:
        """Begin a transaction that writes."""
        self._lock.acquire()
        try:
            if not self._file.is_writing:
                self._begin()
        except BaseException:
            self._lock.release()
            raise
        self._depth += 1
        self._inside = self._writing = _get_ident()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End a transaction."""
        try:
            self._depth -= 1
            if not self._depth:
                self._inside = self._writing = 0
                if self._file.is_writing:
                    self._end()
        finally:
            self._lock.release()

    def begin_reading(self) -> None:
        """Begin a transaction that is not meant to write."""
        self._lock.acquire()
        try:
            if not self._depth and self._file.is_behind:
                self._memory = self._file.newer(self._memory)
        except BaseException:
            self._lock.release()
            raise
        self._depth += 1
        self._inside = _get_ident()
        if self._file.is_writing:
            self._writing = self._inside

    def _within(self) -> AbstractContextManager[object]:
        """Return the context of what reads, in a transaction or by itself."""
        return self._lock if self._inside == _get_ident() else self._reader

    def _changing(self) -> AbstractContextManager[object]:
        """Return the context of what writes, in a transaction or by itself."""
        return self._lock if self._writing == _get_ident() else self

    def _begin(self) -> None:
        try:
            self._file.begin()
            self._memory = self._file.newer(self._memory)
        except BaseException:
            self._file.give_up()
            raise

    def _end(self) -> None:
        """End the outermost transaction: write it, or have it written when the pass ends."""
        try:
            self._lines += self._changes.taken(self._memory)
        except BaseException:
            # Memory shows what cannot be in the file: write what others did, and read it again.
            self._finish()
            self._file.give_up()
            raise
        if not (self._begin_pass() and self._quiet < _QUIET):
            self._finish()
            self._memory = self._file.tidy(self._memory)

    def _finish(self) -> None:
        """Write and commit all changes."""
        if not self._file.is_writing:
            return
        try:
            self._file.write(self._lines)
            self._file.commit()
        except BaseException:
            self.lost += 1
            self._file.give_up()
            raise
        finally:
            self._lines.clear()

    def _begin_pass(self) -> bool:
        """Have the end of the present pass of the event loop be noticed; false if it is not.

        Where requests come one by one, that would only cost time: then it is done now and then, to see
        whether they still do.
        """
        if not self._together:
            return False
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if self._pass is None:
            if self._quiet >= _QUIET:
                self._unnoticed = (self._unnoticed + 1) % _QUIET
                if self._unnoticed:
                    return False
            self._pass = loop
            self._ended = 0
            loop.call_soon(self._end_pass, loop, context=Context())
        self._ended += 1
        return self._pass is loop

    def _end_pass(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._lock:
            self._pass = None
            self._quiet = 0 if self._ended > 1 else self._quiet + 1
            waiting, self._waiting = self._waiting, []
            try:
                self._finish()
            finally:
                _call(iter(waiting), loop)
            self._memory = self._file.tidy(self._memory)


def _call(waiting: Iterator[Callable[[], None]], loop: asyncio.AbstractEventLoop) -> None:
    """Call functions; what one of them raises concerns none of the others."""
    try:
        for then in waiting:
            then()
    except Exception as error:  # noqa: BLE001 - the loop tells of it, as of any callback
        loop.call_exception_handler({"message": "An answer was not sent.", "exception": error})
        _call(waiting, loop)


def _release(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


class _Reader:
    """The context of a transaction that is not meant to write."""

    def __init__(self, store: SqliteStore) -> None:
        self._begin = store.begin_reading
        self._end = store.__exit__

    def __enter__(self) -> None:
        self._begin()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end(kind, error, trace)


_QUIET: Final = 8  # passes in which requests come one by one, before that is what is expected
