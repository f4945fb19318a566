"""How long does the command take to say something about itself?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .measure import PYTHON, Row, Summary, median, run, table

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure(times: int, summary: Summary) -> Iterator[str]:
    """Yield one table."""
    commands = {
        "python -c pass": ["-c", "pass"],
        "twinspec --version": ["-m", "generator", "--version"],
        "twinspec --help": ["-m", "generator", "--help"],
    }
    rows = [_row(name, arguments, times) for name, arguments in commands.items()]
    for row in rows[1:]:
        if row.usage:
            summary.add(row.name, f"{row.usage.wall:.3f} s", "<= 0.15 s")
    yield table("start", rows)


def _row(name: str, arguments: list[str], times: int) -> Row:
    return Row(name, median(lambda _: run([PYTHON, *arguments]), times))
