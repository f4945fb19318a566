"""Starts what is measured, and writes down what it took.

A process begins with the peak of the one that starts it: ``ru_maxrss`` outlives ``execve`` (getrusage(2)). A
benchmark that holds a large document would find its own memory in every figure, so this program, which holds
hardly anything, stands between the two.
"""

from __future__ import annotations

import os
import signal
import sys
import time


def main() -> None:
    """Run ``sys.argv[3:]`` for at most ``sys.argv[2]`` seconds; 0 means as long as it takes.

    The file ``sys.argv[1]`` then holds the exit code, seconds, seconds of CPU, ``ru_maxrss``, and 1 if the
    command was stopped.
    """
    report, limit, *command = sys.argv[1:]
    stopped = 0
    started = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, setsid=True)

    def stop(_signal: int, _frame: object) -> None:
        nonlocal stopped
        stopped = 1
        os.killpg(child, signal.SIGKILL)  # with the processes that it has started

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, float(limit))
    try:
        _, status, used = os.wait4(child, 0)
    except KeyboardInterrupt:
        os.killpg(child, signal.SIGKILL)
        raise
    wall = time.perf_counter() - started
    signal.setitimer(signal.ITIMER_REAL, 0)
    cpu = used.ru_utime + used.ru_stime
    figures = (os.waitstatus_to_exitcode(status), wall, cpu, used.ru_maxrss, stopped)
    with open(report, "w", encoding="ascii") as file:  # noqa: PTH123 -- pathlib would take memory
        file.write(" ".join(map(str, figures)))


if __name__ == "__main__":
    main()
