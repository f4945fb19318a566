"""What the command says on standard error: colours and progress on a terminal, plain lines else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from .diagnostics import Severity
from .report import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console as Terminal

    from .diagnostics import Diagnostic

SHOWN = 20
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class Console:
    """Prints messages; ``quiet`` leaves errors only."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty()

    def say(self, text: str) -> None:
        """Print one line that is no diagnostic."""
        if not self._quiet:
            self._print(text, "")

    def diagnose(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Print all errors, the first warnings, and how many more there are; notes are counted."""
        left = {}
        for severity in _ORDER[:1] if self._quiet else _ORDER:
            those = [one for one in diagnostics if one.severity is severity]
            shown = {Severity.WARNING: SHOWN, Severity.NOTE: 0}.get(severity, len(those))
            for one in those[:shown]:
                self._print(as_text(one), _STYLES[severity])
            if those[shown:]:
                left[severity] = len(those) - shown
        if left:
            counts = " and ".join(count(number, severity) for severity, number in left.items())
            self._print(f"... and {counts} more; --report FILE.json has all", "dim")

    @contextmanager
    def progress(self, title: str) -> Iterator[Callable[[str], None] | None]:
        """Show the running stage while the block runs, on a terminal; give what to call with it."""
        if self._quiet or not self._terminal:
            yield None
            return
        from rich.live import Live
        from rich.text import Text

        # Without a thread that would redraw it: a process that has one cannot be copied (`beside`).
        with Live(Text(title), console=self._rich, auto_refresh=False, transient=True) as live:
            yield lambda stage: live.update(Text(f"{title}: {stage}"), refresh=True)

    def _print(self, text: str, style: str) -> None:
        if self._terminal:
            self._rich.print(text, style=style, markup=False, emoji=False, soft_wrap=True)
        else:
            sys.stderr.write(text + "\n")

    @cached_property
    def _rich(self) -> Terminal:
        """Imported for terminals only: it costs as much as the rest of the command."""
        from rich.console import Console as Terminal

        return Terminal(stderr=True, highlight=False)


def count(number: int, noun: str) -> str:
    """Return the number with its noun: ``1 warning``, ``2 warnings``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
