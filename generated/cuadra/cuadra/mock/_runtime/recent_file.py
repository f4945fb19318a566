"""The file beside the state file that takes what was changed last: a line for all that is written together.

To append one takes two system calls, where a commit of SQLite takes twenty; and who reads sees by a look at memory
that nothing has changed. The lines go on to the state file now and then.

The file begins with a header that all processes share in memory:

=====  ======================================================================
bytes
=====  ======================================================================
0-7    identity of the state file that this one belongs to
8-15   ``end``: where the next line goes
16-23  ``base``: where the first line is that is here
24-31  1 while lines go on to the state file, else 0
=====  ======================================================================

A place counts all bytes that were ever written before it; so places only grow, and nobody takes a new line for one that
was there before. ``end`` moves on when a line is complete: what a killed process left behind it is none. Each line
begins with a checksum of its place and text: after a power failure the file may lack what the header promises.
"""

from __future__ import annotations

import mmap
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from weakref import finalize
from zlib import crc32

from .file_lock import lock, try_lock, unlock

if TYPE_CHECKING:
    from pathlib import Path

_IDENTITY: Final = slice(0, 8)
_END: Final = slice(8, 16)
_BASE: Final = slice(16, 24)
_MOVING: Final = slice(24, 32)
_HEADER: Final = 32
_SUM: Final = 9  # a checksum in eight digits, and a space
_PLACES: Final = 2**32  # that a checksum tells apart


class RecentFile:
    """The file, open.

    Args:
        path: the file; made if it is not there.

    Attributes:
        is_locked: whether this process may write.

    Raises:
        OSError: if it cannot be made.
    """

    def __init__(self, path: Path | str) -> None:
        self.is_locked = False
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._let_go = finalize(self, os.close, self._file)
        self.lock()
        if os.fstat(self._file).st_size < _HEADER:
            os.truncate(self._file, _HEADER)
        self._header = mmap.mmap(self._file, _HEADER)
        self.unlock()

    def close(self) -> None:
        """Let go of the file."""
        self._header.close()
        self._let_go()

    @property
    def is_open(self) -> bool:
        """Whether it was not closed."""
        return not self._header.closed

    def lock(self) -> None:
        """Become the one that may write.

        Raises:
            TimeoutError: if another process does not let go of it.
        """
        lock(self._file)
        self.is_locked = True

    def try_lock(self) -> bool:
        """Become the one that may write, unless there is another."""
        self.is_locked = try_lock(self._file)
        return self.is_locked

    def unlock(self) -> None:
        """Let others write."""
        self.is_locked = False
        unlock(self._file)

    @property
    def identity(self) -> bytes:
        """Which state file it belongs to."""
        return self._header[_IDENTITY]

    @property
    def end(self) -> int:
        """Where the next line goes."""
        return int.from_bytes(self._header[_END], "little")

    @end.setter
    def end(self, place: int) -> None:
        self._header[_END] = place.to_bytes(8, "little")

    @property
    def base(self) -> int:
        """Where the first line is that is here."""
        return int.from_bytes(self._header[_BASE], "little")

    @property
    def length(self) -> int:
        """How many bytes the lines are that are here."""
        return self.end - self.base

    @property
    def is_moving(self) -> bool:
        """Whether lines go on to the state file, or did so when a process was killed."""
        return any(self._header[_MOVING])

    @is_moving.setter
    def is_moving(self, value: bool) -> None:
        self._header[_MOVING] = value.to_bytes(8, "little")

    @property
    def mark(self) -> bytes:
        """What is another one whenever lines have come."""
        return self._header[_END]

    def begin(self, identity: bytes, place: int) -> None:
        """Empty the file; the next line goes to ``place``."""
        self._header[_IDENTITY] = bytes(8)  # belongs to none until all is right
        # In this order: who reads meanwhile finds nothing here, and looks into the state file.
        self._header[_BASE] = place.to_bytes(8, "little")
        self.end = place
        self.is_moving = False
        self._header[_IDENTITY] = identity
        with suppress(
            OSError
        ):  # Windows leaves a file as long as it is while others have it in memory
            os.truncate(self._file, _HEADER)

    def write(self, lines: bytes) -> int:
        """Write lines behind the end and return where they end; they count once that is the end.

        Raises:
            OSError: if there is no room.
        """
        end = self.end
        os.lseek(self._file, _HEADER + end - self.base, os.SEEK_SET)
        left = memoryview(lines)
        while left:
            left = left[os.write(self._file, left) :]
        return end + len(lines)

    def read(self, place: int, most: int | None = None) -> bytes | None:
        """Return what follows a place; nothing if it is no longer here.

        Only lines that are :func:`sound` are lines.

        Args:
            place: where the reading begins.
            most: bytes; the last line may not be whole then.
        """
        while True:
            base, length = self.base, self.end - place
            if place < base:
                return None
            if most is not None:
                length = min(length, most)
            os.lseek(self._file, _HEADER + place - base, os.SEEK_SET)
            found = os.read(self._file, length) if length > 0 else b""
            if self.base == base:  # else something may be written over it
                return found


def line(text: bytes, place: int) -> bytes:
    """Return the line of a text without line breaks, for a place."""
    return b"%08x %b\n" % (crc32(text, place % _PLACES), text)


def sound(lines: bytes, place: int) -> bytes:
    """Return as many lines as have the checksums of their texts and places."""
    at = 0
    while (end := lines.find(b"\n", at)) >= 0:
        expected = crc32(memoryview(lines)[at + _SUM : end], (place + at) % _PLACES)
        if lines[at : at + _SUM] != b"%08x " % expected:
            break
        at = end + 1
    return lines[:at]


def texts(lines: bytes) -> list[bytes]:
    """Return the texts of lines."""
    return [one[_SUM:] for one in lines.split(b"\n")[:-1]]
