"""Headers of a response in their declared types (OpenAPI, Header Object: always style ``simple``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from .decoding import decoder_for
from .errors import DecodeError
from .strictness import type_mismatches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .api import Headers

T = TypeVar("T")


class TypedHeaders(Mapping[str, Any]):
    """The headers of one response by name, in any case; those that are not declared are text.

    A value that does not have its declared type is text, too.
    """

    def __init__(self, headers: Mapping[str, str], declared: Headers | None, status: int) -> None:
        self._headers = headers
        table = declared or {}
        found = table.get(str(status)) or table.get(f"{status // 100}XX") or table.get("default")
        self._types = {name.lower(): thunk for name, thunk in (found or {}).items()}

    def __getitem__(self, name: str) -> Any:
        text = self._headers[name]
        thunk = self._types.get(name.lower())
        return text if thunk is None else _read(text, thunk(), text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._headers)

    def __len__(self) -> int:
        return len(self._headers)

    def get_as(self, name: str, cast_to: type[T]) -> T | None:
        """Returns a header read as ``cast_to``; ``None`` if it did not come.

        Raises ``DecodeError`` if it cannot be read so.
        """
        text = self._headers.get(name)
        if text is None:
            return None
        found = _read(text, cast_to, None)
        if found is None:
            raise DecodeError(f"the header {name} cannot be read as {cast_to!r}", text=text)
        value: T = found
        return value

    def __repr__(self) -> str:
        return f"TypedHeaders({', '.join(self)})"


def _read(text: str, tp: Any, otherwise: str | None) -> Any:
    """Returns the text as ``tp``, or ``otherwise`` where it is none."""
    for value in _values(text):
        if not type_mismatches(tp, value):
            return decoder_for(tp).from_json(json.dumps(value).encode())
    return otherwise


def _values(text: str) -> Iterator[Any]:
    """Yields what a text may mean as JSON: itself, a scalar or JSON text, an array of either."""
    yield text
    if (scalar := _scalar(text)) != text:
        yield scalar
    parts = [part.strip() for part in text.split(",")] if text else []
    yield parts
    yield [_scalar(part) for part in parts]


def _scalar(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_json)
    except (ValueError, RecursionError):
        return text


def _no_json(name: str) -> Any:
    raise ValueError(name)
