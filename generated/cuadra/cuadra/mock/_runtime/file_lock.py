"""A lock that several processes may want; it is let go of when the process that has it ends, however that comes."""

from __future__ import annotations

import os
import sys
import time
from typing import Final

_PATIENCE: Final = 30.0  # seconds to wait for another process
_SHORTEST: Final = 0.00005  # seconds between two tries
_LONGEST: Final = 0.001

if sys.platform == "win32":
    import msvcrt

    # A byte that nothing is ever written to: there, others could not read what is locked.
    _FAR: Final = 2**62

    def _take(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def unlock(file: int) -> None:
        """Let go of the lock on a file."""
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def unlock(file: int) -> None:
        """Let go of the lock on a file."""
        fcntl.flock(file, fcntl.LOCK_UN)


def lock(file: int) -> None:
    """Lock a file, and wait for whoever has it locked.

    Raises:
        TimeoutError: if that takes too long.
    """
    if not try_lock(file):
        _wait(file)


def try_lock(file: int) -> bool:
    """Lock a file, unless somebody has it locked."""
    try:
        _take(file)
    except OSError:
        return False
    return True


def _wait(file: int) -> None:
    end, pause = time.monotonic() + _PATIENCE, _SHORTEST
    while time.monotonic() < end:
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST)
        if try_lock(file):
            return
    raise TimeoutError("another process has had the state file locked for too long")
