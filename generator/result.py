"""What one run of the pipeline returns, and the clock that its stages are timed with."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from .diagnostics import Severity
from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .diagnostics import Diagnostic
    from .files import GeneratedFile
    from .output import WriteReport


@dataclass(frozen=True, slots=True)
class Result:
    """What one run made: files, what there is to say, and, if it wrote, what became of the files.

    ``sources`` are the documents read, each with the SHA-256 of its bytes; ``timings`` the seconds
    of each stage. ``ok`` is false if ``strict`` turned something into an error: then there are no
    files.
    """

    package: str
    files: tuple[GeneratedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[tuple[str, str], ...]
    timings: tuple[tuple[str, float], ...]
    report: WriteReport | None = None
    ok: bool = True


class Stages:
    """Times the stages and tells when each begins."""

    def __init__(self, progress: Callable[[str], None] | None) -> None:
        self._progress = progress
        self._begun: list[tuple[str, float]] = []

    def begin(self, name: str) -> None:
        """End the stage that runs and begin another."""
        self._begun.append((name, time.perf_counter()))
        if self._progress:
            self._progress(name)

    def end(self) -> tuple[tuple[str, float], ...]:
        """End the last stage; return the seconds of each."""
        ends = [*(start for _, start in self._begun[1:]), time.perf_counter()]
        return tuple(
            (name, end - start) for (name, start), end in zip(self._begun, ends, strict=True)
        )


def as_errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return all, with warnings turned into errors."""
    return tuple(
        replace(one, severity=Severity.ERROR) if one.severity is Severity.WARNING else one
        for one in diagnostics
    )


def without_repeated(
    diagnostics: Iterable[Diagnostic], others: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return all but those that say of a value what one of the others says: that it is of the wrong kind.

    The parser says what it did about it, the meta-schema that the document is invalid.
    """
    told = {(one.pointer, one.code in _DEGRADED) for one in others if one.code in _WRONG_VALUE}
    return tuple(
        one
        for one in diagnostics
        if one.code not in _WRONG_VALUE or (one.pointer, one.code not in _DEGRADED) not in told
    )


_DEGRADED = frozenset({"wrong-kind", "invalid-constraint"})
_WRONG_VALUE = _DEGRADED | {"invalid-openapi"}
