"""Python values -> JSON, in the way the API's documents mean them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias
from uuid import UUID

from .omission import Omit
from .timestamps import rfc3339

JsonValue: TypeAlias = "dict[str, JsonValue] | list[JsonValue] | str | int | float | bool | None"


class _OmitFoundError(Exception):
    """An ``omit`` below the top of a body: the slower walk drops it."""


def to_json_value(value: object) -> Any:
    """Returns ``value`` as plain JSON data; members that are ``omit`` are dropped.

    Models give their wire form; bytes become base64 (RFC 4648, section 4), dates RFC 3339, durations
    ISO 8601. Raises ``TypeError`` for values that have no JSON form.
    """
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Enum):
        return to_json_value(value.value)
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {
            _key(key): to_json_value(member)
            for key, member in value.items()
            if not isinstance(member, Omit)
        }
    if isinstance(value, list | tuple):
        return [to_json_value(member) for member in value if not isinstance(member, Omit)]
    return to_json_value(_simplify(value))


def to_json_bytes(value: object) -> bytes:
    """Returns compact JSON text in UTF-8. Raises like :func:`to_json_value`; ``ValueError`` for NaN."""
    try:
        text = _ENCODER.encode(value)
    except (_OmitFoundError, TypeError):  # TypeError: keys that only the walk knows how to write
        text = _ENCODER.encode(to_json_value(value))
    try:
        return text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: legal in JSON only as an escape
        return json.dumps(json.loads(text), separators=(",", ":")).encode()


def to_text(value: object) -> str:
    """Returns a scalar of the JSON data model as text, without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, int | float):
        return repr(value)
    return to_json_bytes(value).decode()


def _key(key: object) -> str:
    return key if type(key) is str else to_text(to_json_value(key))


def _simplify(value: object) -> object:
    """Takes one step towards JSON: what ``json`` cannot write becomes something it can."""
    if isinstance(value, Omit):
        raise _OmitFoundError
    to_dict = getattr(value, "to_dict", None)
    if to_dict is not None:
        return to_dict()
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return iso_duration(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return b64encode(value).decode("ascii")
    model_dump = getattr(value, "model_dump", None)
    if model_dump is not None:
        return model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_simplify
)


def iso_duration(value: timedelta) -> str:
    """Returns an ISO 8601 duration of days and seconds (RFC 3339, appendix A)."""
    sign = "-" if value < timedelta(0) else ""
    value = abs(value)
    seconds = f"{value.seconds}.{value.microseconds:06}".rstrip("0").rstrip(".")
    if value.microseconds == 0:
        seconds = str(value.seconds)
    days = f"{value.days}D" if value.days else ""
    clock = f"T{seconds}S" if seconds != "0" or not days else ""
    return f"{sign}P{days}{clock}"
