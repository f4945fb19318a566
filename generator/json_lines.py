"""JSON that people can compare line by line and that is still quick to write.

The encoder of the standard library falls back to Python code when it indents, twenty times slower;
here it writes whole members in C.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

json_text = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""Return a value as JSON text on one line."""


class JsonText(str):
    """A value that is JSON text already."""

    __slots__ = ()


def json_lines(value: object, depth: int = 2) -> str:
    """Return ``value`` as JSON text: a line for each member, down to ``depth`` levels of nesting.

    Below that, a member of an object or of a list of objects is one line.
    """
    parts: list[str] = []
    _write(value, depth, "\n", parts.append)
    parts.append("\n")
    return "".join(parts)


def _write(value: object, depth: int, line: str, put: Callable[[str], None]) -> None:
    """Put the text of ``value`` in pieces; ``line`` begins a line of where it stands."""
    inner = f"{line}  "
    if depth and isinstance(value, dict) and value:
        before = "{"
        for key, item in value.items():
            put(f"{before}{inner}{json_text(key)}: ")
            _write(item, depth - 1, inner, put)
            before = ","
        put(f"{line}}}")
    elif depth and isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
        before = "["
        for item in value:
            put(f"{before}{inner}")
            _write(item, depth - 1, inner, put)
            before = ","
        put(f"{line}]")
    else:
        put(value if type(value) is JsonText else json_text(value))
