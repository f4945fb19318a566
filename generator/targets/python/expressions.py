"""Sample values as Python expressions, laid out by :mod:`.brackets`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .brackets import Bracketed, laid_out
from .literals import literal
from .sample_calls import SentParts, Upload

if TYPE_CHECKING:
    from collections.abc import Callable

    from .brackets import Expression
    from .sample_calls import Value


def expression(value: Value, file: Callable[[str], str]) -> Expression:
    """Return a value as an expression; ``file`` makes that of a file, given its name."""
    if isinstance(value, Upload):
        text = file(value.name)
        return f"[{text}]" if value.is_list else text
    if isinstance(value, SentParts):
        parts = tuple(expression(item, file) for item in value.items)
        if value.is_tuple:
            return _tuple(parts)
        return Bracketed("[", parts, "]", is_display=True)
    if isinstance(value, dict) and value:
        members = (
            headed(f"{literal(name)}: ", expression(item, file)) for name, item in value.items()
        )
        return Bracketed("{", tuple(members), "}", is_display=True)
    if isinstance(value, list) and value:
        items = tuple(expression(item, file) for item in value)
        return Bracketed("[", items, "]", is_display=True)
    return literal(value)


def _tuple(items: tuple[Expression, ...]) -> Expression:
    if len(items) == 1:
        return f"({laid_out(items[0])},)"
    return Bracketed("(", items, ")", is_display=True)


def headed(head: str, value: Expression) -> Expression:
    """Return ``value`` behind ``head``."""
    return f"{head}{value}" if isinstance(value, str) else replace(value, head=head + value.head)
