"""Runs commands in processes of their own and takes their time and memory; draws tables."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
_HEADINGS = ("", "wall s", "CPU s", "peak MB", "files", "lines", "ratio")
_UNIT = 1024**2 if sys.platform == "darwin" else 1024  # of ru_maxrss, in megabytes


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took; CPU time counts the processes it waited for."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``usage`` is ``None`` where the command failed."""

    name: str
    usage: Usage | None
    files: int = 0
    lines: int = 0


def run(command: Sequence[str], folder: Path = ROOT) -> Usage | None:
    """Run a command and return what it took, ``None`` if it failed."""
    environment = {key: value for key, value in os.environ.items() if key not in _UNWANTED}
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines()
            print(f"failed: {' '.join(command)}: {lines[-1] if lines else ''}", file=sys.stderr)
            return None
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _UNIT)


_UNWANTED = {"PYTHONDONTWRITEBYTECODE"}  # everybody is measured with compiled modules


def median(make: Callable[[int], Usage | None], times: int) -> Usage | None:
    """Return the medians of several runs after one that warms up; ``None`` if one fails."""
    if make(0) is None:
        return None
    found = [make(number) for number in range(1, times + 1)]
    used = [usage for usage in found if usage is not None]
    if len(used) < times:
        return None
    return Usage(
        statistics.median(usage.wall for usage in used),
        statistics.median(usage.cpu for usage in used),
        statistics.median(usage.peak for usage in used),
    )


def size_of(folder: Path) -> tuple[int, int]:
    """Return how many files are below a folder, and how many lines of Python are in them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    lines = sum(path.read_bytes().count(b"\n") for path in files if path.suffix == ".py")
    return len(files), lines


def table(title: str, rows: Sequence[Row]) -> str:
    """Return a Markdown table; the ratio is that of wall times to the first row's."""
    first = rows[0].usage if rows else None
    cells = [_HEADINGS, *(_cells(row, first) for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(_HEADINGS))]
    lines = [
        f"| {row[0]:<{widths[0]}} | "
        + " | ".join(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        + " |"
        for row in cells
    ]
    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])])
    return "\n".join([f"## {title}", "", lines[0], f"{rule}|", *lines[1:], ""])


def _cells(row: Row, first: Usage | None) -> tuple[str, ...]:
    used = row.usage
    if used is None:
        return (row.name, "failed", "", "", "", "", "")
    return (
        row.name,
        f"{used.wall:.3f}",
        f"{used.cpu:.3f}",
        f"{used.peak:,.0f}",
        f"{row.files:,}" if row.files else "",
        f"{row.lines:,}" if row.lines else "",
        f"{used.wall / first.wall:.1f}" if first else "",
    )
