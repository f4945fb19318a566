"""What the generator has to say about a document, as data: where, what, what was done, what to do."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Severity(StrEnum):
    """How bad it is: an error stops the run, a warning degrades something, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file: 1-based line and column, ``None`` where they cannot be told."""

    uri: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        if self.line is None:
            return self.uri
        return f"{self.uri}:{self.line}:{self.column or 1}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about the document.

    ``code`` is a stable kebab-case name, ``pointer`` a JSON pointer (RFC 6901) with a leading ``#``,
    ``message`` says what is wrong and what was done about it, ``hint`` how to fix it.
    """

    code: str
    severity: Severity
    pointer: str
    message: str
    hint: str = ""
    location: Location | None = None

    def __str__(self) -> str:
        place = str(self.location) if self.location else "document"
        text = f"{place}: {self.severity}: {self.message} [{self.code}] at {self.pointer or '#'}"
        return f"{text}\n    {self.hint}" if self.hint else text


class DiagnosticError(Exception):
    """A fault of the document or the configuration that leaves nothing to generate."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class Diagnostics:
    """Collects the diagnostics of one run, each (code, pointer, message) once, in the order found."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str], Diagnostic] = {}

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep one diagnostic."""
        key = (diagnostic.code, diagnostic.pointer, diagnostic.message)
        self._found.setdefault(key, diagnostic)

    def warn(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        """Keep a warning: something was degraded."""
        self.add(Diagnostic(code, Severity.WARNING, pointer, message, hint))

    def note(self, code: str, pointer: str, message: str, hint: str = "") -> None:
        """Keep a note: something was decided that the author may want to know."""
        self.add(Diagnostic(code, Severity.NOTE, pointer, message, hint))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several diagnostics."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def insert(self, position: int, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several diagnostics as if they had been found when there were only so many."""
        known = list(self._found.values())
        self._found.clear()
        self.extend((*known[:position], *diagnostics, *known[position:]))

    def located(self, locate: Callable[[str], Location]) -> tuple[Diagnostic, ...]:
        """Return all diagnostics, each with its place in the source; places are found only now."""
        return tuple(
            found if found.location else replace(found, location=locate(found.pointer))
            for found in self._found.values()
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)
