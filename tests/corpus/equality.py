"""When two JSON values say the same: the same instant and the same number count as equal."""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import Any

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def same(one: Any, other: Any) -> bool:
    """Compare two JSON values."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or math.isclose(one, other, rel_tol=1e-15)
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _same_instant(one, other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def same_wire(given: Any, read: Any) -> bool:
    """Compare what was given to a client with what was read off the wire, where texts have no type."""
    if isinstance(given, bytes):
        given = given.decode("utf-8", "replace")
    if isinstance(given, dict) and isinstance(read, dict):
        kept = {key: value for key, value in given.items() if not says_nothing(value)}
        return all(key in read and same_wire(value, read[key]) for key, value in kept.items())
    if isinstance(given, list) and isinstance(read, list):
        return len(given) == len(read) and all(map(same_wire, given, read))
    if isinstance(given, list) and len(given) == 1:
        return same_wire(given[0], read)
    if isinstance(read, list) and len(read) == 1:
        return same_wire(given, read[0])
    return same(given, read) or _text(given) == _text(read)


def says_nothing(value: Any) -> bool:
    """Say whether a value leaves nothing on a wire of names and texts: no form holds empty lists."""
    if isinstance(value, dict):
        return all(map(says_nothing, value.values()))
    return value in (None, [])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _same_instant(one: str, other: str) -> bool:
    if not (_DATE_TIME.fullmatch(one) and _DATE_TIME.fullmatch(other)):
        return False
    try:
        return datetime.fromisoformat(one) == datetime.fromisoformat(other)
    except ValueError:
        return False
