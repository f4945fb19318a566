"""References that lead to nothing but other references, in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .pointers import follower

if TYPE_CHECKING:
    from collections.abc import Iterable


def find_cycles(root: dict[str, Any], targets: Iterable[str]) -> list[str]:
    """Return the pointers of all references of such circles; ``targets`` is all that is referred to."""
    found: list[str] = []
    settled: set[str] = set()
    at = follower(root)
    for start in sorted(targets):
        chain: list[str] = []
        pointer: str | None = start
        while pointer is not None and pointer not in settled:
            settled.add(pointer)
            chain.append(pointer)
            pointer = _following(at(pointer))
        if pointer is not None and pointer in chain:
            found += chain[chain.index(pointer) :]
    return found


def _following(node: object) -> str | None:
    """Return where an object refers to, if it refers."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference if isinstance(reference, str) else None
