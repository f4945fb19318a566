"""Does work in a second process, a copy of this one, while this one goes on."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Work: TypeAlias = Callable[[], Iterator[object]]
"""Yields results until it is done."""

_PATIENCE = (0.01, 0.05, 0.2, 0.5, 1.0)  # seconds; a signal that comes too early is lost
_PIPE = 1 << 20  # bytes: what Linux grants everybody


@contextmanager
def beside(*works: Work) -> Iterator[tuple[Iterator[object], ...]]:
    """Begin pieces of work, one after the other; the block is given what yields the results of each.

    It waits for each result. Those of the last piece are sent as they are made, and of the others when
    all are done; a third process, begun later, can take those of one piece instead of this one.
    Only where `can_fork`. The results must pickle, and nothing else of the work is seen here. What fails
    over there is done again here when its results are asked for.
    """
    pipes = [os.pipe() for _ in works]
    for _, writer in pipes:
        _widen(writer)
    child = os.fork()
    if child == 0:
        for reader, _ in pipes:
            os.close(reader)
        _answer(works, [writer for _, writer in pipes])
    for _, writer in pipes:
        os.close(writer)
    with ExitStack() as files:
        answers = [files.enter_context(os.fdopen(reader, "rb")) for reader, _ in pipes]
        try:
            yield tuple(map(_results, answers, works))
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


def _answer(works: Sequence[Work], writers: Sequence[int]) -> None:
    """Write the results of all works and end this process, without what would be done at its exit."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        made = [list(work()) for work in works[:-1]]
        _send(works[-1](), writers[-1])
        for results, writer in zip(made, writers, strict=False):
            _send(results, writer)
        code = 0
    finally:
        os._exit(code)


def _send(results: Iterable[object], writer: int) -> None:
    with os.fdopen(writer, "wb") as answer:
        for result in results:
            pickle.dump(result, answer, pickle.HIGHEST_PROTOCOL)
            answer.flush()


def _results(answer: BinaryIO, work: Work) -> Iterator[object]:
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
