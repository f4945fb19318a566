"""Runs commands in processes of their own and takes their time and memory; draws tables."""

from __future__ import annotations

import atexit
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
_LAUNCHER = Path(__file__).parent / "launcher.py"
_HEADINGS = ("", "wall s", "CPU s", "peak MB", "files", "lines", "ratio")
_UNIT = 1024**2 if sys.platform == "darwin" else 1024  # of ru_maxrss, in megabytes


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took; CPU time counts the processes it waited for.

    ``peak`` is of the largest of these. ``stopped`` means that it took longer than it was given.
    """

    wall: float
    cpu: float
    peak: float
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``usage`` is ``None`` where there is no figure, and ``instead`` says why."""

    name: str
    usage: Usage | None
    files: int = 0
    lines: int = 0
    instead: str = "failed"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long one run of another generator may take, and the moment (`time.monotonic`) of the last to begin."""

    each: float
    until: float

    @property
    def left(self) -> float:
        """The seconds that the next run may take, 0 if none may begin; one that is cut short says little."""
        return self.each if time.monotonic() < self.until else 0.0


@dataclass(slots=True)
class Summary:
    """What the tables come down to: one line for each budget, collected while they are made."""

    lines: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, what: str, figure: str, budget: str = "") -> None:
        """Keep one line."""
        self.lines.append((what, figure, budget))

    def table(self) -> str:
        """Return all lines as a Markdown table."""
        rows = [f"| {what} | {figure} | {budget} |" for what, figure, budget in self.lines]
        return "\n".join(["## All in all", "", "| | here | budget |", "|---|---:|---:|", *rows, ""])


def run(
    command: Sequence[str],
    folder: Path = ROOT,
    *,
    limit: float | None = None,
    variables: Mapping[str, str] | None = None,
) -> Usage | None:
    """Run a command and return what it took, ``None`` if it failed; stop it after ``limit`` seconds."""
    environment = {key: value for key, value in os.environ.items() if key not in _UNWANTED}
    environment.update(variables or {})
    # As in an activated environment: openapi-python-client formats with the `ruff` that it finds.
    environment["PATH"] = os.pathsep.join((str(Path(command[0]).parent), os.environ["PATH"]))
    with tempfile.TemporaryDirectory(prefix="bench-") as name, tempfile.TemporaryFile() as errors:
        report = Path(name, "report")
        launch = [PYTHON, "-I", "-S", str(_LAUNCHER), str(report), str(limit or 0)]
        subprocess.run(
            [*launch, *command],
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            check=False,
        )
        usage = _read(report)
        if usage is None:
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines()
            print(f"failed: {' '.join(command)}: {lines[-1] if lines else ''}", file=sys.stderr)
    return usage


def _read(report: Path) -> Usage | None:
    """Return what the launcher has written down, ``None`` of a command that failed or could not be started."""
    if not report.exists():
        return None
    code, wall, cpu, peak, stopped = map(float, report.read_text("ascii").split())
    return None if code and not stopped else Usage(wall, cpu, peak / _UNIT, bool(stopped))


def scratch() -> Path:
    """Return a new empty folder, which is removed at the end of all.

    Not earlier: for minutes after a deletion ext4 creates files more slowly the more were deleted.
    """
    return Path(tempfile.mkdtemp(dir=_scratches()))


@cache
def _scratches() -> str:
    folder = tempfile.mkdtemp(prefix="bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


_UNWANTED = {"PYTHONDONTWRITEBYTECODE"}  # everybody is measured with compiled modules


def median(make: Callable[[int], Usage | None], times: int, *, warm: bool = True) -> Usage | None:
    """Return the medians of several runs after one that warms up; ``None`` if one fails."""
    if warm and ((first := make(0)) is None or first.stopped):
        return first
    used: list[Usage] = []
    for number in range(1, times + 1):
        usage = make(number)
        if usage is None or usage.stopped:
            return usage
        used.append(usage)
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
        return (row.name, row.instead, "", "", "", "", "")
    more = "> " if used.stopped else ""
    return (
        row.name,
        f"{more}{used.wall:.3f}",
        f"{more}{used.cpu:.3f}",
        f"{more}{used.peak:,.0f}",
        f"{row.files:,}" if row.files else "",
        f"{row.lines:,}" if row.lines else "",
        f"{more}{used.wall / first.wall:.1f}" if first else "",
    )
