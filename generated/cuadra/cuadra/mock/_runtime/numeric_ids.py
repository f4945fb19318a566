"""Ids that are numbers, at least in one of the places where they stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...server._runtime.coercion import json_types
from .scalars import bounds
from .schemas import merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...server._runtime import Document
    from .chance import Chance
    from .samples import Sampler

LONGEST_NUMBER = 40
"""The digits that a number has at most; whoever asks for a longer one means a text."""
_DRAWS = 8  # of a pattern: one that may begin with zeros gives texts that no number spells
_LONGEST = 18  # digits of a number that is made for the length of a text
_NUMERIC = frozenset({"integer", "number"})
# What a schema may say without refusing a small positive number, or the text of one.
_HARMLESS = frozenset(
    {
        "type",
        "title",
        "description",
        "default",
        "deprecated",
        "example",
        "examples",
        "readOnly",
    }
)
_UNLIMITED = _HARMLESS | {"format", "minimum"}


def spells_number(text: str) -> bool:
    """Whether a text is a whole number as it is usually written, so that a reader gives back the same text."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return is_number and (text[0] != "0" or text == "0")


def spelled(sampler: Sampler, value: Any, place: str) -> Any:
    """Return an id under the type of a schema, where that wants a number for a text or the other way round."""
    other: Any = None
    if isinstance(value, str) and spells_number(value):
        other = int(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        other = str(value)
    if other is None or not place or sampler.is_valid(value, place):
        return value
    return other if sampler.is_valid(other, place) else value


def takes_numbers_only(document: Document, place: str) -> bool:
    """Whether a schema accepts numbers and no texts."""
    types = json_types(document, document.schema(place))
    return "string" not in types and not _NUMERIC.isdisjoint(types)


def takes_each_number(document: Document, place: str) -> bool:
    """Whether a schema surely accepts each of 1, 2, 3 ..., as a number or as its text; no schema does."""
    if not place:
        return True
    raw = document.schema(place)
    schema = merged(document, raw) if isinstance(raw, dict) else {}
    types = json_types(document, schema)
    if _NUMERIC.isdisjoint(types):
        return "string" in types and schema.keys() <= _HARMLESS
    return schema.keys() <= _UNLIMITED and schema.get("minimum", 0) <= 1


def numbers(
    document: Document, sampler: Sampler, places: Sequence[str], chance: Chance, number: int
) -> Iterator[int | str]:
    """Yield numbers that may be ids under several schemas, each by its text where a schema wants one."""
    yield number
    for place in places:
        schema = merged(document, document.schema(place))
        if not _NUMERIC.isdisjoint(json_types(document, schema)):
            yield from _within(schema, number)
        elif schema.get("minLength", 0) > 1:
            yield 10 ** (min(schema["minLength"], _LONGEST) - 1) + number - 1
    for place in places:
        for _ in range(_DRAWS):
            drawn = sampler.sample(place, "id", chance.getrandbits(64))
            if spells_number(str(drawn)):
                yield str(drawn)


def _within(schema: dict[str, Any], number: int) -> Iterator[int]:
    """Yield the ``number``-th of the numbers that a schema has room for, from the first again after the last."""
    low, high = bounds(schema, 1)
    given = schema.get("multipleOf")
    step = int(given) if isinstance(given, (int, float)) and given >= 1 and given % 1 == 0 else 1
    first = step if low is None else max(math.ceil(low / step) * step, step)
    room = None if high is None else (math.floor(high) - first) // step + 1
    if room is None or room > 0:
        yield first + step * ((number - 1) % room if room else number - 1)
