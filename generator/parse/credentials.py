"""Parameters that say a second time what a security scheme says: the key that a client sends by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir.security import ApiKeyScheme, SecurityRequirement

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
    demanded = [places[_place(one.location, one.name)] for one in doubled if one.required]
    return replace(operation, parameters=kept, security=_with(operation, demanded))


def _with(operation: Operation, demanded: Iterable[str]) -> tuple[SecurityRequirement, ...]:
    """Add what required parameters demand to each requirement: alternatives may name one key each."""
    found: dict[frozenset[str], SecurityRequirement] = {}
    for requirement in operation.security or ():
        named = {scheme for scheme, _ in requirement.schemes}
        missing = tuple((scheme, ()) for scheme in demanded if scheme not in named)
        whole = SecurityRequirement((*requirement.schemes, *missing))
        found.setdefault(frozenset(scheme for scheme, _ in whole.schemes), whole)
    return tuple(found.values())


def _place(location: str, name: str) -> tuple[str, str]:
    """Return what makes a parameter unique: names of headers have no case."""
    return location, name.lower() if location == "header" else name
