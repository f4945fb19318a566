"""The keywords of JSON Schema that judge a value by itself (draft 2020-12 validation, section 6)."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import SchemaError, SchemaValidator
from pydantic_core import core_schema as cs

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable


def canonical(value: Any) -> Hashable:
    """Returns a key that is equal for equal JSON values: ``1`` and ``1.0`` are, ``1`` and ``true`` are not."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, list):
        return ("array", *map(canonical, value))
    if isinstance(value, dict):
        return ("object", frozenset((name, canonical(item)) for name, item in value.items()))
    return value  # type: ignore[no-any-return]  # null, texts and numbers are their own keys


def has_type(value: Any, name: str) -> bool:
    """Whether ``value`` is of the type that JSON Schema calls ``name``; 1.0 is an integer."""
    match name:
        case "string":
            return isinstance(value, str)
        case "object":
            return isinstance(value, dict)
        case "array":
            return isinstance(value, list)
        case "null":
            return value is None
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return _is_number(value)
        case "integer":
            return _is_number(value) and (isinstance(value, int) or value.is_integer())
        case _:
            return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _type(expected: str | list[str], value: Any) -> str | None:
    names = [expected] if isinstance(expected, str) else expected
    if any(has_type(value, name) for name in names):
        return None
    return f"should be of type {' or '.join(names)}"


def _enum(values: list[Any], value: Any) -> str | None:
    found = canonical(value)
    if any(canonical(one) == found for one in values):
        return None
    return f"should be one of {', '.join(map(repr, values[:10]))}"


def _const(expected: Any, value: Any) -> str | None:
    return None if canonical(value) == canonical(expected) else f"should be {expected!r}"


def _minimum(limit: float, value: Any) -> str | None:
    return f"should be at least {limit}" if value < limit else None


def _maximum(limit: float, value: Any) -> str | None:
    return f"should be at most {limit}" if value > limit else None


def _exclusive_minimum(limit: float, value: Any) -> str | None:
    return f"should be greater than {limit}" if value <= limit else None


def _exclusive_maximum(limit: float, value: Any) -> str | None:
    return f"should be less than {limit}" if value >= limit else None


def _multiple_of(step: float, value: Any) -> str | None:
    exact = isinstance(step, int) and isinstance(value, int)
    # The decimal digits are what the document means, not the binary fraction behind them.
    rest = value % step if exact else Fraction(repr(value)) % Fraction(repr(step))
    return f"should be a multiple of {step}" if rest else None


def _min_length(limit: int, value: Any) -> str | None:
    return f"should have at least {limit} characters" if len(value) < limit else None


def _max_length(limit: int, value: Any) -> str | None:
    return f"should have at most {limit} characters" if len(value) > limit else None


def _pattern(pattern: str, value: Any) -> str | None:
    return None if matches(pattern, value) else f"should match {pattern}"


def _min_items(limit: int, value: Any) -> str | None:
    return f"should have at least {limit} items" if len(value) < limit else None


def _max_items(limit: int, value: Any) -> str | None:
    return f"should have at most {limit} items" if len(value) > limit else None


def _unique_items(wanted: bool, value: Any) -> str | None:
    if wanted and len(set(map(canonical, value))) < len(value):
        return "should have no equal items"
    return None


def _min_properties(limit: int, value: Any) -> str | None:
    return f"should have at least {limit} properties" if len(value) < limit else None


def _max_properties(limit: int, value: Any) -> str | None:
    return f"should have at most {limit} properties" if len(value) > limit else None


def _required(names: list[str], value: Any) -> str | None:
    return _missing(names, value, "is missing")


def _dependent_required(needs: dict[str, list[str]], value: Any) -> str | None:
    for name, names in needs.items():
        if name in value and (found := _missing(names, value, f"is missing beside {name!r}")):
            return found
    return None


def _missing(names: Iterable[str], value: Any, what: str) -> str | None:
    lacking = [name for name in names if name not in value]
    return f"{', '.join(map(repr, lacking))} {what}" if lacking else None


CHECKS: Final[dict[str, tuple[str, Callable[[Any, Any], str | None]]]] = {
    "type": ("", _type),
    "enum": ("", _enum),
    "const": ("", _const),
    "minimum": ("number", _minimum),
    "maximum": ("number", _maximum),
    "exclusiveMinimum": ("number", _exclusive_minimum),
    "exclusiveMaximum": ("number", _exclusive_maximum),
    "multipleOf": ("number", _multiple_of),
    "minLength": ("string", _min_length),
    "maxLength": ("string", _max_length),
    "pattern": ("string", _pattern),
    "minItems": ("array", _min_items),
    "maxItems": ("array", _max_items),
    "uniqueItems": ("array", _unique_items),
    "minProperties": ("object", _min_properties),
    "maxProperties": ("object", _max_properties),
    "required": ("object", _required),
    "dependentRequired": ("object", _dependent_required),
}
"""Keyword -> the type it speaks of, and what says why a value of that type is refused."""


def matches(pattern: str, text: str) -> bool:
    """Whether an ECMA-262 ``pattern`` is found in ``text``; one that no engine here takes always is."""
    search = _search(pattern)
    return search is None or search(text)


_SPELLED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(?![=!])|\$", re.DOTALL)
_CLASSES = {r"\d": "[0-9]", r"\D": "[^0-9]", r"\w": "[0-9A-Za-z_]", r"\W": "[^0-9A-Za-z_]"}
_IN_BRACKETS = re.compile(r"\\.|(?<!^)\[|(?<=&)&|(?<=-)-|(?<=~)~", re.DOTALL)


@lru_cache(maxsize=512)
def _search(pattern: str) -> Callable[[str], bool] | None:
    """Prefer the engine whose time grows with the text alone; it knows no lookaround."""
    return _rust_search(pattern) or _python_search(pattern)


def _rust_search(pattern: str) -> Callable[[str], bool] | None:
    try:
        schema = cs.str_schema(pattern=_SPELLED.sub(_as_rust, pattern))
        return SchemaValidator(schema).isinstance_python
    except SchemaError:
        return None


def _as_rust(found: re.Match[str]) -> str:
    """Turns what ECMA-262 reads otherwise: classes are of ASCII, ``[`` and ``&&`` in brackets are themselves."""
    text = found[0]
    if text.startswith("["):
        return _IN_BRACKETS.sub(lambda one: _CLASSES.get(one[0]) or _escaped(one[0]), text)
    return _CLASSES.get(text) or {r"\b": r"(?-u:\b)", r"\B": r"(?-u:\B)"}.get(text, text)


def _escaped(text: str) -> str:
    return text if text.startswith("\\") else f"\\{text}"


def _python_search(pattern: str) -> Callable[[str], bool] | None:
    try:
        compiled = re.compile(_SPELLED.sub(_as_python, pattern), re.ASCII)
    except re.error:
        return None
    return lambda text: compiled.search(text) is not None


def _as_python(found: re.Match[str]) -> str:
    """Turns what ECMA-262 writes otherwise: ``$`` is the very end, groups are named ``(?<name>``."""
    return {"$": r"\Z", "(?<": "(?P<"}.get(found[0], found[0])
