"""The store in a SQLite file: it outlives the process, and several processes share it.

Everything is also held in memory, so reading costs what it costs there. A transaction that changed something
is in the file before its answer goes out (write-ahead log: what was committed survives the end of the
process, however it comes). Each begins by taking over what other processes changed since the last one.

A server may have all changes of one pass of its event loop written at once: most of what a change costs is the
commit. Then an answer waits for the end of the pass, see :meth:`SqliteStore.settled`. As long as the requests
come one by one, there is nothing to wait for, and each is written by itself.
"""

from __future__ import annotations

import asyncio
import json
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import to_json

from .state_file import Changes, StateFile, StateFileError
from .store import MemoryStore, Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from .store import Key

__all__ = ["NotKeptError", "SqliteStore", "StateFileError"]


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
        self._file = StateFile(path)
        self._memory = MemoryStore()
        self._touched: dict[tuple[Key, str], Record] = {}  # put in the present transaction
        self._changes = Changes()
        self._together = together
        self._pass: asyncio.AbstractEventLoop | None = None  # the loop whose pass has not ended
        self._ended = 0  # transactions of this pass
        self._quiet = 0  # passes since one that had several of them
        self._unnoticed = 0  # transactions since the last pass whose end was noticed
        self._waiting: list[Callable[[], None]] = []  # for its end
        self._thread = 0  # that runs this loop
        self._reader = _Transaction(self._enter_reader, self._leave)
        self._writer = _Transaction(self._enter_writer, self._leave)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._finish()
            self._file.close()

    def transaction(self, *, writes: bool = True) -> AbstractContextManager[object]:
        """Return a context in which no other thread, and if it writes no other process, changes the store."""
        return self._writer if writes else self._reader

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
            raise NotKeptError("What was changed could not be written to the state file.")

    @property
    def is_settled(self) -> bool:
        """Whether nothing that was changed has yet to be written."""
        return not self._file.is_writing or self._pass is None

    def when_settled(self, then: Callable[[], None]) -> None:
        """Have a function called when it is :attr:`is_settled`, which it must not be so far."""
        self._waiting.append(then)

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        with self._reading():
            return self._memory.get(collection, id)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; a new one goes to the end."""
        with self._writing():
            if not self._memory.is_known(collection):
                self._changes.known[collection] = None
            self._memory.put(collection, id, record)
            self._touched[collection, id] = record

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        with self._reading():
            return self._memory.items(collection)

    def forget(self, collection: Key, id: str) -> None:  # noqa: A002
        """Drop a record for good."""
        with self._writing():
            self._memory.forget(collection, id)
            self._touched.pop((collection, id), None)
            self._changes.rows.pop((collection, id), None)
            self._changes.gone[collection, id] = None

    def drop(self, collection: Key) -> None:
        """Drop a collection for good, as if there had never been one."""
        with self._writing():
            self._memory.drop(collection)
            for places in (self._touched, self._changes.rows):
                for place in [place for place in places if place[0] == collection]:
                    del places[place]
            self._changes.known.pop(collection, None)
            self._changes.dropped[collection] = None

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
            self._changes.known[collection] = None
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
            self._touched.clear()
            self._changes.clear()
            self._changes.wiped = True
            for collection in self._memory.collections(""):
                self._changes.known[collection] = None
                for name, record in self._memory.all(collection).items():
                    self._touched[collection, name] = record
            self._changes.known |= dict.fromkeys(self._memory.numbers())

    def _reading(self) -> AbstractContextManager[object]:
        is_inside = self._inside == threading.get_ident()
        return self._lock if is_inside else self._reader

    def _writing(self) -> AbstractContextManager[object]:
        is_inside = self._inside == threading.get_ident() and self._file.is_writing
        return self._lock if is_inside else self._writer

    def _enter_reader(self) -> None:
        self._lock.acquire()
        try:
            if not self._depth and not self._is_fresh():
                self._memory = self._file.newer(self._memory)
                self._begin_pass()
        except BaseException:
            self._lock.release()
            raise
        self._depth += 1
        self._inside = threading.get_ident()

    def _enter_writer(self) -> None:
        self._lock.acquire()
        try:
            if not self._file.is_writing:
                self._file.begin()
                self._memory = self._file.newer(self._memory)
        except BaseException:
            self._lock.release()
            raise
        self._depth += 1
        self._inside = threading.get_ident()

    def _is_fresh(self) -> bool:
        """Whether this is the thread of a pass that has looked at the file already."""
        if self._pass is None or self._file.is_stale:
            return False
        return threading.get_ident() == self._thread

    def _leave(self) -> None:
        try:
            self._depth -= 1
            if not self._depth:
                self._inside = 0
                if self._file.is_writing:
                    self._end()
                self._ended += 1
        finally:
            self._lock.release()

    def _end(self) -> None:
        """End the outermost transaction: write it, or have it written when the pass ends."""
        try:
            rows = {
                place: (_json(record.data), record.reads, record.deleted)
                for place, record in self._touched.items()
            }
        except BaseException:
            # Memory shows what cannot be in the file: write what others did, and read it again.
            self._finish()
            self._file.give_up()
            raise
        finally:
            self._touched.clear()
        self._changes.rows |= rows
        if not (self._begin_pass() and self._quiet < _QUIET):
            self._finish()

    def _finish(self) -> None:
        """Write and commit all changes."""
        if not self._file.is_writing:
            return
        try:
            self._file.write(self._changes, self._memory)
            self._file.commit()
        except BaseException:
            self.lost += 1
            self._file.give_up()
            raise
        finally:
            self._changes.clear()

    def _begin_pass(self) -> bool:
        """Have the end of the present pass of the event loop be noticed; false if it is not.

        All of one pass began before its end. So what it reads need not be newer than its beginning: an
        answer that another process gave was not yet known to whoever asks here.

        Where requests come one by one, that would only cost time: then it is done now and then, to see
        whether they still do.
        """
        if not self._together or self._is_unnoticed():
            return False
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        if self._pass is None:
            self._pass = loop
            self._thread = threading.get_ident()
            self._ended = 0
            loop.call_soon(self._end_pass)
        return self._pass is loop

    def _is_unnoticed(self) -> bool:
        if self._pass is not None or self._quiet < _QUIET:
            return False
        self._unnoticed = (self._unnoticed + 1) % _QUIET
        return self._unnoticed != 0

    def _end_pass(self) -> None:
        with self._lock:
            self._pass = None
            self._quiet = 0 if self._ended > 1 else self._quiet + 1
            waiting, self._waiting = self._waiting, []
            try:
                self._finish()
            finally:
                for then in waiting:
                    then()


def _json(data: dict[str, Any]) -> str:
    """Write the data of a record.

    Raises:
        TypeError: if something in it has no JSON form.
        ValueError: if it refers to itself.
    """
    if _PLAIN.issuperset(map(type, data.values())):
        try:
            return to_json(data, inf_nan_mode="constants").decode()
        except ValueError:  # half a surrogate pair, which the other one escapes
            pass
    return _ENCODER.encode(data)


def _release(waiter: asyncio.Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


class _Transaction:
    """The context of a transaction; it may be entered again within itself."""

    def __init__(self, enter: Callable[[], None], leave: Callable[[], None]) -> None:
        self._enter = enter
        self._leave = leave

    def __enter__(self) -> None:
        self._enter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave()


_QUIET: Final = 8  # passes in which requests come one by one, before that is what is expected
_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))
