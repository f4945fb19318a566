"""What every part of the parser shares: the tree, the diagnostics, and ways to read junk safely."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from ..ir.function_names import function_name
from ..source.pointers import to_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..diagnostics import Diagnostics
    from ..source import SpecTree

Node: TypeAlias = dict[str, Any]
T = TypeVar("T")

_REMOVED = frozenset({"dangling-reference", "refused-reference"})
_KINDS = {
    dict: "an object",
    list: "a list",
    str: "a text",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def kind_of(value: object) -> str:
    """Say in words what kind of JSON value this is."""
    return _KINDS.get(type(value), type(value).__name__)


def shown(value: object) -> str:
    """Show a value of the document in a message, cut short where it is long."""
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}..."


def text(node: Node, key: str) -> str:
    """Read a text member, outer whitespace stripped; numbers become text, all else is empty."""
    value = node.get(key)
    if value is None:
        return ""
    if type(value) is str:
        return value.strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def flag(node: Node, key: str) -> bool:
    """Read a boolean member; the text ``"true"`` counts, all else is false."""
    value = node.get(key)
    return value is True or value == "true"


def words_at(pointer: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of the component at ``pointer``; words given where there is no component."""
    return _component_at(pointer) or otherwise


@lru_cache(maxsize=4096)
def _component_at(pointer: str) -> tuple[str, ...]:
    keys = to_keys(pointer)
    return keys[2:] if len(keys) == 3 and keys[0] == "components" else ()


class Context:
    """One run of the parser over one document.

    ``operation_ids`` maps the ids met so far to the pointer of their operation.
    """

    def __init__(self, tree: SpecTree, diagnostics: Diagnostics) -> None:
        self.tree = tree
        self.diagnostics = diagnostics
        self.operation_ids: dict[str, str] = {}
        self._functions: dict[str, str] = {}
        self._shared: dict[tuple[str, str], Any] = {}
        self._open: set[str] = set()
        self._removed: frozenset[str] | None = None

    def is_removed(self, pointer: str) -> bool:
        """Whether nothing stands at ``pointer`` because its reference led nowhere, which was reported."""
        if self._removed is None:
            self._removed = frozenset(
                found.pointer for found in self.diagnostics if found.code in _REMOVED
            )
        return pointer in self._removed

    def function(self, operation_id: str, path: str, pointer: str) -> str:
        """Return what the models of an operation are called by: its function, if no other has that name."""
        name = function_name(operation_id, path)
        return name if self._functions.setdefault(name, pointer) == pointer else operation_id

    def enter(self, pointer: str) -> bool:
        """Note that what stands at ``pointer`` is being read; false if it is already."""
        if pointer in self._open:
            return False
        self._open.add(pointer)
        return True

    def leave(self, pointer: str) -> None:
        """Note that what stands at ``pointer`` has been read."""
        self._open.remove(pointer)

    def once(self, family: str, pointer: str, make: Callable[[], T]) -> T:
        """Return what ``make`` returned for this family and pointer the first time."""
        key = (family, pointer)
        if key not in self._shared:
            self._shared[key] = make()
        found: T = self._shared[key]
        return found

    def known(self, family: str, entry: object) -> Any:
        """Return what `once` has returned for what ``entry`` refers to, if it says nothing else."""
        if type(entry) is dict and len(entry) == 1 and type(ref := entry.get("$ref")) is str:
            return self._shared.get((family, ref))
        return None

    def resolve(self, node: object, pointer: str, what: str) -> tuple[Node, str] | None:
        """Follow ``$ref`` from ``node`` to the object that it means, and say where that stands.

        ``None``, with a diagnostic, where there is no object at the end.
        """
        seen: set[str] = set()
        place = pointer
        while isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
            found = self.follow(ref)
            if ref in seen or found is None:
                self.diagnostics.warn(
                    "unresolvable-reference",
                    pointer,
                    f"The reference {ref!r} leads to no {what}; it is left out.",
                    "Let the reference point to an existing object.",
                )
                return None
            seen.add(ref)
            node, place = found, ref
        if isinstance(node, dict):
            return node, place
        self.wrong(place, what, node, "an object", "left out")
        return None

    def follow(self, pointer: str) -> object:
        """Return the node at ``pointer``, ``None`` where there is none."""
        try:
            found: object = self.tree.follow(pointer)
        except KeyError:
            return None
        return found

    def mapping(self, node: Node, key: str, pointer: str) -> Node:
        """Read a member that should be an object; an empty one, with a diagnostic, where it is not."""
        value = node.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.wrong(f"{pointer}/{key}", f"`{key}`", value, "an object", "ignored")
        return {}

    def sequence(self, node: Node, key: str, pointer: str) -> list[Any]:
        """Read a member that should be a list; an empty one, with a diagnostic, where it is not."""
        value = node.get(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self.wrong(f"{pointer}/{key}", f"`{key}`", value, "a list", "ignored")
        return []

    def wrong(self, pointer: str, what: str, found: object, expected: str, done: str) -> None:
        """Report a value of the wrong kind and what was done about it."""
        self.diagnostics.warn(
            "wrong-kind",
            pointer,
            f"{what[:1].upper()}{what[1:]} is {kind_of(found)} instead of {expected}; it is {done}.",
            f"Write {expected} here.",
        )
