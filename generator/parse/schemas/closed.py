"""Says where ``allOf`` admits no object, because a member allows none of what another one demands."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ..context import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..context import Context
    from .site import Site

_MOST_PARTS: Final = 100
"""More members, also of members, are not looked at."""


def tell_of_closed_members(context: Context, site: Site) -> None:
    """Report a required property that a member with ``additionalProperties: false`` does not declare.

    Such a member speaks of its own ``properties`` only (JSON Schema, section 10.3.2.3), whatever stands
    in the others.
    """
    parts = list(islice(_parts(context, site.node), _MOST_PARTS))
    closed = [part for part in parts if _is_closed(part)]
    if not closed:
        return
    demanded = dict.fromkeys(name for part in parts for name in _required(part))
    for part in closed:
        name = next((name for name in demanded if name not in _properties(part)), None)
        if name is not None:
            context.diagnostics.warn(
                "closed-all-of",
                site.pointer,
                f"No object fits: {shown(name)} is required, and a member has `additionalProperties:"
                " false` and does not declare it. The model has the properties of all members.",
                "Write `unevaluatedProperties: false` beside `allOf` instead.",
            )
            return


def _parts(context: Context, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas that hold at once where ``node`` does: itself, what it refers to, ``allOf``."""
    waiting: list[object] = [node]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict) or id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        if isinstance(reference := part.get("$ref"), str):
            waiting.append(context.follow(reference))
        if isinstance(members := part.get("allOf"), list):
            waiting.extend(reversed(members))


def _is_closed(part: dict[str, Any]) -> bool:
    return part.get("additionalProperties") is False and not part.get("patternProperties")


def _required(part: dict[str, Any]) -> list[str]:
    names = part.get("required")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _properties(part: dict[str, Any]) -> dict[str, Any]:
    properties = part.get("properties")
    return properties if isinstance(properties, dict) else {}
