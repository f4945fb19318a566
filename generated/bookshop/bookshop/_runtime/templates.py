"""Path templates (OpenAPI, "Path Templating"), split once per operation."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PathTemplate:
    """``literals[0] {names[0]} literals[1] ...``: always one literal more than names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, path: str) -> PathTemplate:
        """Splits ``/pets/{id}``; empty braces stay text, a fragment is never sent (RFC 9110, 7.1)."""
        parts = _PLACEHOLDER.split(path.partition("#")[0])
        return cls(tuple(parts[::2]), tuple(parts[1::2]))
