"""Finds duplicate keys in JSON text that is known to have some."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from . import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEXEME: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]', re.DOTALL)


def find_duplicate_keys(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield pointer, key and offset of each key that its object already has; ``text`` is valid JSON."""
    # Per open container: its pointer, its keys (None in an array), the present key or index.
    stack: list[tuple[str, set[str] | None, str | int]] = []
    pointer: str = "#"
    keys: set[str] | None = None
    present: str | int = 0
    expects_key = False
    for match in _LEXEME.finditer(text):
        lexeme = match[0]
        if lexeme in "{[":
            stack.append((pointer, keys, present))
            if len(stack) > 1:
                pointer = pointers.join(pointer, present)
            expects_key = lexeme == "{"
            keys = set() if expects_key else None
            present = 0
        elif lexeme in "}]":
            pointer, keys, present = stack.pop()
            expects_key = False
        elif lexeme == ",":
            expects_key = keys is not None
            present = present + 1 if isinstance(present, int) else present
        elif expects_key and keys is not None:
            key: str = json.loads(lexeme, strict=False)
            if key in keys:
                yield pointers.join(pointer, key), key, match.start()
            keys.add(key)
            present, expects_key = key, False
