"""The Python types of ``enum`` and ``const``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .types import ANY, BOOL, FLOAT, INT, NONE, DictOf, ListOf, LiteralOf

if TYPE_CHECKING:
    from .types import PyType


def enumeration(values: tuple[object, ...]) -> PyType:
    """Type an `enum`: a literal that other values of the same kind may join, else the base type."""
    listed = tuple(value for value in values if isinstance(value, (str, int)))
    if not values:
        return ANY
    if len(listed) == len(values):
        if any(_is_huge(value) for value in listed):
            return INT if all(isinstance(value, int) for value in listed) else ANY
        if all(isinstance(value, bool) for value in listed):
            return BOOL if len(listed) > 1 else LiteralOf(listed)
        return LiteralOf(listed, open=True)
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values):
        return FLOAT
    return ANY


def _is_huge(value: str | int) -> bool:
    """Whether it is an integer that type checkers do not take in a literal."""
    return isinstance(value, int) and not -(2**63) < value < 2**63


def constant(value: object) -> PyType:
    """Type a `const`: a literal of its value where Python has one, else the base type."""
    if isinstance(value, int) and _is_huge(value):
        return INT
    if isinstance(value, (str, int)):
        return LiteralOf((value,))
    if value is None:
        return NONE
    if isinstance(value, float):
        return FLOAT
    return ListOf(ANY) if isinstance(value, list) else DictOf(ANY)
