"""JSON texts: read strictly (RFC 8259), written compactly from models and common Python values."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, NoReturn
from uuid import UUID

from pydantic_core import from_json
from pydantic_core import to_json as plain_to_json

_PLAIN = frozenset({str, int, float, bool, type(None)})
_NAMES = frozenset({str})


def parse_json(text: str | bytes) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: if it is not JSON, too deep, or holds half a surrogate pair.
    """
    try:
        return from_json(text, allow_inf_nan=False)
    except (
        ValueError
    ):  # it takes less than the RFC allows, such as other encodings and deep nesting
        return _parse_patiently(text)


def _parse_patiently(text: str | bytes) -> Any:
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text[:4]))
        value = _DECODER.decode(text)
        if "\\u" in text and "\\ud" in text.lower():
            json.dumps(value, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("JSON is nested too deeply") from None
    except UnicodeError:
        raise ValueError("JSON holds text that is not Unicode") from None
    return value


def dump_plain(value: Any) -> bytes:
    """Return a value that consists of JSON's types as JSON text in UTF-8.

    Raises:
        ValueError: if a text in it is not Unicode.
    """
    return plain_to_json(value)


def dump_json(value: Any) -> bytes:
    """Return a value as JSON text in UTF-8.

    Raises:
        TypeError: if something in it has no JSON form.
    """
    return _ENCODER.encode(value).encode()


def to_json(value: Any) -> Any:
    """Return a value in JSON's types: models as their wire names, dates as RFC 3339, and so on."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, dict):
        if _PLAIN.issuperset(map(type, value.values())) and _NAMES.issuperset(map(type, value)):
            return value
        return {
            str(key): item if type(item) in _PLAIN else to_json(item) for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [item if type(item) in _PLAIN else to_json(item) for item in value]
    if isinstance(value, (str, int, float)) and not isinstance(value, Enum):
        return value
    return to_json(json_value(value))


def json_value(value: Any) -> Any:
    """Return one non-JSON value one step nearer to JSON.

    Raises:
        TypeError: if it has no JSON form.
    """
    for method in ("to_dict", "model_dump"):
        found = getattr(value, method, None)
        if callable(found):
            return found() if method == "to_dict" else found(mode="json", by_alias=True)
    match value:
        case Enum():
            return value.value
        case datetime():
            text = value.isoformat()
            return f"{text[:-6]}Z" if text.endswith("+00:00") else text
        case date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case UUID():
            return str(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case set() | frozenset():
            return list(value)
        case bytes():
            return value.decode("utf-8", "replace")
        case _ if is_dataclass(value) and not isinstance(value, type):
            return asdict(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_ENCODER = json.JSONEncoder(default=json_value, ensure_ascii=False, separators=(",", ":"))
