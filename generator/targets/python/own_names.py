"""Texts of a document with the names that arguments have in Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .plan import Argument

_SPAN = re.compile(r"(?<!`)`([^\s`]+)`(?!`)")
# A header is spoken of as one (``the header `X-Format```), not as an argument.
_PLACES = frozenset({"path", "query", "property"})


def in_python(arguments: Iterable[Argument]) -> Callable[[str], str]:
    """Return a function that puts the names of these arguments for what they are called in the document.

    Only code that is nothing but such a name is changed: ``given `chatId` `` becomes ``given `chat_id` ``.
    """
    names: dict[str, str] = {}
    ambiguous: set[str] = set()
    for one in arguments:
        if one.place in _PLACES and names.setdefault(one.wire_name, one.name) != one.name:
            ambiguous.add(one.wire_name)
    changed = {wire: name for wire, name in names.items() if wire != name and wire not in ambiguous}
    if not changed:
        return str

    def said(text: str) -> str:
        if "`" not in text:
            return text
        return _SPAN.sub(lambda span: f"`{changed.get(span[1], span[1])}`", text)

    return said
