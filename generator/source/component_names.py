"""Names for what comes in from other files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .pointers import follow

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from .references import Target

_ILLEGAL: Final = re.compile(r"[^A-Za-z0-9._-]+")
_TELLS_NOTHING: Final = frozenset(("schema", "items", "additionalProperties", "content"))


def free_name(target: Target, taken: Sequence[Container[str]]) -> str:
    """Name a part of a file after its own key, or after the file, unlike any name taken."""
    name = _own_name(target)
    candidates = [name]
    if target.keys:
        candidates.append(f"{_legal(target.source.stem)}_{name}")
    for candidate in candidates:
        if not any(candidate in names for names in taken):
            return candidate
    number = 2
    while any(f"{name}_{number}" in names for names in taken):
        number += 1
    return f"{name}_{number}"


def _own_name(target: Target) -> str:
    keys = [key for key in target.keys if not key.isdecimal()]
    if not keys:
        return _legal(target.source.stem)
    if keys[-1] == "schema" and len(keys) > 1:
        parameter = follow(target.source.data, target.keys[:-1])
        if isinstance(parameter, dict) and isinstance(parameter.get("name"), str):
            return _legal(parameter["name"])
    if keys[-1] in _TELLS_NOTHING and len(keys) > 1:
        return _legal("_".join(keys[-3:]))
    return _legal(keys[-1])


def _legal(name: str) -> str:
    """Keep the characters a component name may have (OpenAPI 3.1 section 4.8.7)."""
    return _ILLEGAL.sub("_", name).strip("_") or "Component"
