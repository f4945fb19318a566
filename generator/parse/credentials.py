"""Parameters that say a second time what a security scheme says: the key that a client sends by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir.security import ApiKeyScheme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ir.operations import Operation
    from ..ir.security import SecurityScheme
    from .context import Context


def without_credentials(
    context: Context, operations: Iterable[Operation], schemes: Iterable[SecurityScheme]
) -> tuple[Operation, ...]:
    """Leave out the parameters of operations that are the API key of a scheme these require."""
    keys = {
        one.id: _place(one.location, one.name) for one in schemes if isinstance(one, ApiKeyScheme)
    }
    return tuple(_without(context, one, keys) if keys else one for one in operations)


def _without(context: Context, operation: Operation, keys: dict[str, tuple[str, str]]) -> Operation:
    required = {scheme for one in operation.security or () for scheme, _ in one.schemes}
    places = {place: scheme for scheme, place in keys.items() if scheme in required}
    doubled = [one for one in operation.parameters if _place(one.location, one.name) in places]
    if not doubled:
        return operation
    for one in doubled:
        scheme = places[_place(one.location, one.name)]
        context.diagnostics.note(
            "credential-parameter",
            one.pointer,
            f"The parameter {one.name!r} is the key of the security scheme {scheme!r}; it is sent as that.",
            "Remove the parameter: `security` says it.",
        )
    kept = tuple(one for one in operation.parameters if one not in doubled)
    return replace(operation, parameters=kept)


def _place(location: str, name: str) -> tuple[str, str]:
    """Return what makes a parameter unique: names of headers have no case."""
    return location, name.lower() if location == "header" else name
