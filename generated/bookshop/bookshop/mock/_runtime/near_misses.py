"""Requests that reached no operation, and the operations they may have been meant for."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .journal import Recorded

_MOST = 3
_LEAST_LIKENESS = 0.5
_TEMPLATE = 0.8  # a templated segment takes any text, so it says less than an equal one


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation that a request may have been meant for, and what speaks against it."""

    call: str
    method: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A request that named no operation; the likeliest candidate comes first."""

    request: Recorded
    candidates: tuple[Candidate, ...]

    def __str__(self) -> str:
        told = [f"{self.request.method} {self.request.path} reached no operation"]
        told += [
            f"  {one.call} is {one.method} {one.path}: {one.reason}" for one in self.candidates
        ]
        return "\n".join(told)


def candidates(
    operations: Iterable[Mapping[str, Any]], method: str, path: str
) -> tuple[Candidate, ...]:
    """Return the operations most like a request, by the segments of the path and the method."""
    wanted = _segments(path)
    scored: list[tuple[float, Candidate]] = []
    for operation in operations:
        template = operation["path"].partition("?")[0]
        likeness = _likeness(wanted, _segments(template))
        if likeness < _LEAST_LIKENESS:
            continue
        own = operation["method"]
        reason = "another method" if _fits(wanted, _segments(template)) else "the path differs"
        found = Candidate(operation["call"], own, operation["path"], reason)
        scored.append((likeness + (0.05 if own == method else 0.0), found))
    scored.sort(key=lambda item: -item[0])
    return tuple(found for _, found in scored[:_MOST])


def _segments(path: str) -> list[str]:
    return path.strip("/").split("/")


def _fits(wanted: list[str], template: list[str]) -> bool:
    return len(wanted) == len(template) and all(
        one == other or other.startswith("{") for one, other in zip(wanted, template, strict=True)
    )


def _likeness(wanted: list[str], template: list[str]) -> float:
    """Return how alike two paths are: from 0 to 1, for the same."""
    longest = max(len(wanted), len(template))
    if min(len(wanted), len(template)) / longest < _LEAST_LIKENESS:
        return 0.0
    # Where one has a segment more, it is in front (a prefix forgotten) or at the end.
    ahead = _aligned(wanted, template)
    behind = _aligned(wanted[::-1], template[::-1])
    return max(ahead, behind) / longest


def _aligned(wanted: list[str], template: list[str]) -> float:
    return sum(_alike(one, other) for one, other in zip(wanted, template, strict=False))


def _alike(segment: str, template: str) -> float:
    if segment == template:
        return 1.0
    if template.startswith("{"):
        return _TEMPLATE if segment else 0.0
    matcher = SequenceMatcher(None, segment.lower(), template.lower())
    ratio = matcher.ratio() if matcher.quick_ratio() > _LEAST_LIKENESS else 0.0
    return ratio * _TEMPLATE * 0.99  # always less than one that fits
