"""By what else a record may be asked for than by its id: "ID or name of the container"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .entities import find_field, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.schemas import Property

_NAMES = frozenset(
    [
        "id",
        "uuid",
        "guid",
        "uid",
        "name",
        "slug",
        "key",
        "code",
        "login",
        "username",
        "email",
        "handle",
        "externalid",
        "fingerprint",
    ]
)
_TOLD = re.compile(
    r"(?:(?:the|an?|unique)\s+)*(?:\w+\s+)?(name|slug|login|handle|key|code)\s+(?:of|for)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"([\w-]+)(?:\)|\s+\([^()]*\))?,?\s+or\s+(?:(?:its|the|an?|unique)\s+)*([\w-]+)", re.IGNORECASE
)


def told_name(text: str) -> str:
    """Return the property that a description says a path parameter holds: "The name of the repository"."""
    found = _TOLD.match(text.strip())
    return plain(found[1]) if found else ""


def other_names(text: str, identity: str, fields: Mapping[str, Property]) -> tuple[str, ...]:
    """Return the fields beside ``identity`` that the description of a path parameter names as a choice."""
    found: dict[str, None] = {}
    for left, right in _CHOICE.findall(text):
        words = [plain(left), plain(right)]
        if _NAMES.issuperset(words):
            names = (find_field(fields, word) for word in words)
            found |= dict.fromkeys(name for name in names if name and name != identity)
    return tuple(found)
