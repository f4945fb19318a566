"""Texts and numbers: believable by their names, and within the limits of their schemas."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .believable import number_for, text_for, text_of_format
from .patterns import match_pattern
from .schemas import plain

if TYPE_CHECKING:
    from random import Random

_OBJECTS = frozenset(
    [
        "metadata",
        "meta",
        "data",
        "extra",
        "attributes",
        "properties",
        "settings",
        "config",
        "context",
        "options",
    ]
)


def anything(name: str, random: Random) -> Any:
    """Return a value where everything is allowed: a text by the name, an object where it names one."""
    word = plain(name)
    return {} if not word or word in _OBJECTS else text_for(word, random)


def text_within(schema: dict[str, Any], random: Random, name: str) -> str:
    """Return a text of a name that has the format, pattern and length of its schema, as far as that is possible."""
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    pattern = schema.get("pattern")
    text = text_of_format(str(schema.get("format", "")), random)
    if isinstance(pattern, str):
        text = match_pattern(pattern, random, shortest) or text
        return text if text is not None else text_for(plain(name), random)
    if text is None:
        text = text_for(plain(name), random)
    if len(text) < shortest:
        text = (text + " ") * (shortest // (len(text) + 1) + 1)
        text = text[:shortest].rstrip().ljust(shortest, "x")
    return text[:longest] if isinstance(longest, int) else text


def number_within(schema: dict[str, Any], random: Random, name: str, *, whole: bool) -> int | float:
    """Return a number of a name within the bounds of its schema, and a multiple of what that asks for."""
    step = schema.get("multipleOf") or (1 if whole else 0)
    low, high = bounds(schema, 1 if whole else 0.01)
    value: int | float = number_for(plain(name), random)
    if low is not None and value < low:
        value = low
    if high is not None and value > high:
        value = high if low is None else low + (high - low) / 2
    if whole:
        value = math.ceil(value) if low is not None else math.floor(value)
    if step:
        value = math.ceil(value / step - 1e-9) * step
        if high is not None and value > high:
            value = math.floor(high / step) * step
    return int(value) if whole or value == int(value) else round(value, 6)


def bounds(schema: dict[str, Any], margin: float) -> tuple[Any, Any]:
    """Return the least and the greatest number of a schema, ``margin`` within a bound that is excluded."""
    low, high = schema.get("minimum"), schema.get("maximum")
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    if isinstance(above, (int, float)) and not isinstance(above, bool):
        low = above + margin if low is None else max(low, above + margin)
    if isinstance(below, (int, float)) and not isinstance(below, bool):
        high = below - margin if high is None else min(high, below - margin)
    return low, high
