"""Patterns in the slashes of JavaScript (``/^[a-z]+$/i``), which JSON Schema has no use for.

A ``pattern`` is the expression alone (JSON Schema validation, section 6.3.3). With a slash before
``^`` it matches nothing, so that every text would be refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from .pointers import from_keys
from .scan import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostics import Diagnostics

    Keys = tuple[str | int, ...]

_SLASHED: Final = re.compile(r"/(\^.*)/([dgimsuvy]*)", re.DOTALL)
_PAYLOAD: Final = frozenset(("example", "examples", "default", "enum", "const", "value"))


def without_slashes(root: dict[str, Any], diagnostics: Diagnostics) -> Any:
    """Return the document with such patterns as they are meant, each reported."""
    edits: dict[Keys, Edit] = {}
    for keys, pattern in _patterns(root, ()):
        found = _SLASHED.fullmatch(pattern)
        if found is not None:
            meant = f"(?i:{found[1]})" if "i" in found[2] else found[1]
            edits[keys] = Edit(put=(("pattern", meant),))
            diagnostics.warn(
                "pattern-in-slashes",
                from_keys([*map(str, keys), "pattern"]),
                f"Nothing can match {pattern!r}, an expression in slashes; it is read without them.",
                "Leave the slashes out; a pattern has no flags.",
            )
    return apply_edits(root, edits)


def _patterns(node: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield the patterns of schemas with the keys of these, not what examples call so."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _patterns(item, (*keys, index))
    elif isinstance(node, dict):
        pattern = node.get("pattern")
        if isinstance(pattern, str):
            yield keys, pattern
        for key, item in node.items():
            if isinstance(item, dict | list) and not (key in _PAYLOAD or key.startswith("x-")):
                yield from _patterns(item, (*keys, key))
