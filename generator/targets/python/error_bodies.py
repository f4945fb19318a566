"""Types of error bodies: what the whole API shares, and what an operation has of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from .responses import success_statuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .plan import Method
    from .types import PyType

ErrorBodies: TypeAlias = "dict[str, dict[str, PyType]]"


def shared_errors(methods: Iterable[Method]) -> ErrorBodies:
    """Return the most common type of each status and media type that two operations agree on."""
    counts: dict[tuple[str, str], Counter[PyType]] = {}
    for method in methods:
        for status, bodies in _errors(method).items():
            for media_type, kind in bodies.items():
                counts.setdefault((status, media_type), Counter())[kind] += 1
    shared: ErrorBodies = {}
    for (status, media_type), found in sorted(counts.items()):
        kind, times = found.most_common(1)[0]
        if times > 1:
            shared.setdefault(status, {})[media_type] = kind
    return shared


def own_errors(method: Method, shared: Mapping[str, Mapping[str, PyType]]) -> ErrorBodies:
    """Return the error bodies of an operation for statuses at which they are not the shared ones."""
    return {
        status: bodies
        for status, bodies in _errors(method).items()
        if any(shared.get(status, {}).get(name) != kind for name, kind in bodies.items())
    }


def _errors(method: Method) -> ErrorBodies:
    statuses = success_statuses(method.operation)
    errors: ErrorBodies = {}
    for plan in method.responses:
        if plan.status not in statuses and plan.type is not None:
            errors.setdefault(plan.status, {})[plan.media_type] = plan.type
    return errors
