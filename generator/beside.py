"""Does a piece of work in a second process, a copy of this one, while this one goes on."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE = (0.01, 0.05, 0.2, 0.5, 1.0)  # seconds; a signal that comes too early is lost
_PIPE = 1 << 20  # bytes: what Linux grants everybody


@contextmanager
def beside(work: Callable[[], Iterator[object]]) -> Iterator[Iterator[object]]:
    """Begin ``work``; what is given to the block yields its results, and waits for each.

    Only where `can_fork`. The results must pickle, and nothing else of the work is seen here. What fails
    over there is done again here when its results are asked for.
    """
    reader, writer = os.pipe()
    _widen(writer)
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(work, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        try:
            yield _results(answer, work)
        finally:
            _end(child)


def _widen(pipe: int) -> None:
    """Let megabytes go through with few changes between the processes, where the system allows it."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _end(child: int) -> None:
    """Wait for a process that has answered; of one that is of no use any more, let it tidy up first."""
    for patience in (0.0, *_PATIENCE):
        time.sleep(patience)
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGINT)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def can_fork() -> bool:
    """Say whether a second process gains anything, and whether this one can safely be copied.

    It cannot with other threads in it, whose locks the copy would hold for ever; on macOS, the
    libraries of the system have such threads.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _answer(work: Callable[[], Iterator[object]], writer: int) -> None:
    """Write the results of ``work`` and end this process, without what would be done at its exit."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with os.fdopen(writer, "wb") as answer:
            for result in work():
                pickle.dump(result, answer, pickle.HIGHEST_PROTOCOL)
                answer.flush()
        code = 0
    finally:
        os._exit(code)


def _results(answer: BinaryIO, work: Callable[[], Iterator[object]]) -> Iterator[object]:
    """Yield what is answered; when that ends, what is missing, or what stopped it is raised here."""
    number = 0
    while True:
        try:
            result = pickle.load(answer)  # noqa: S301 -- written by our own process
        except (EOFError, pickle.UnpicklingError):
            break
        number += 1
        yield result
    yield from islice(work(), number, None)
