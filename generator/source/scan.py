"""Finds the references in a tree, and rewrites trees without touching the original."""

from __future__ import annotations

from typing import Any, Final, NamedTuple, TypeAlias

from ..frozen import dataclass
from .grammar import EXTENSIBLE_MAPS, FIELDS, LEAF, MAPS

# Keys that make an object a reference or the target of one; discriminators and links refer, too.
MARKS: Final = frozenset(
    (
        "$ref",
        "$dynamicRef",
        "$recursiveRef",
        "$id",
        "$anchor",
        "$dynamicAnchor",
        "$recursiveAnchor",
        "$schema",
        "discriminator",
        "operationRef",
    )
)


# A way through a tree as nested pairs (the way to the parent, the last key): cheap to extend.
Path: TypeAlias = tuple[Any, str | int]


class Site(NamedTuple):
    """An object that refers, or can be referred to by name: its kind, and its keys from the start."""

    kind: str
    node: dict[str, Any]
    path: Path | None

    @property
    def keys(self) -> tuple[str | int, ...]:
        """The keys from where the walk started."""
        keys: list[str | int] = []
        path = self.path
        while path is not None:
            keys.append(path[1])
            path = path[0]
        return tuple(reversed(keys))


def find_sites(start: Any, start_kind: str) -> list[Site]:
    """Return every object below ``start`` that refers or is named, in document order."""
    sites: list[Site] = []
    stack: list[tuple[str, Any, Path | None]] = [(start_kind, start, None)]
    pop, push = stack.pop, stack.append
    while stack:
        kind, node, path = pop()
        # Members are pushed in reverse, so that the first comes off the stack first.
        if type(node) is list:
            for index in range(len(node) - 1, -1, -1):
                if type(node[index]) is dict:
                    push((kind, node[index], (path, index)))
        elif type(node) is not dict or (kind == "schema" and LEAF.issuperset(node)):
            continue  # A schema that is true or false, or has nothing to be found in.
        elif kind in FIELDS:
            if not MARKS.isdisjoint(node):
                sites.append(Site(kind, node, path))
            fields = FIELDS[kind]
            for key in reversed(node):
                if key in fields:
                    value = node[key]
                    if type(value) is dict or type(value) is list:
                        push((fields[key], value, (path, key)))
        else:
            entry = MAPS[kind]
            if type(node.get("$ref")) is str:
                sites.append(Site(kind, node, path))
            extensible = kind in EXTENSIBLE_MAPS
            for key in reversed(node):
                value = node[key]
                if type(value) is not dict or (entry == "schema" and LEAF.issuperset(value)):
                    continue
                if not (extensible and key.startswith("x-")):
                    push((entry, value, (path, key)))
    return sites


@dataclass(frozen=True, slots=True)
class Edit:
    """What to do to one object: members to drop and to set, or another node in its place."""

    drop: frozenset[str] = frozenset()
    put: tuple[tuple[str, Any], ...] = ()
    replace: tuple[Any, ...] = ()

    def apply(self, node: Any) -> Any:
        """Return the edited object."""
        if self.replace:
            return self.replace[0]
        kept = {key: value for key, value in node.items() if key not in self.drop}
        kept.update(self.put)
        return kept


def apply_edits(root: Any, edits: dict[tuple[str | int, ...], Edit]) -> Any:
    """Return ``root`` with the objects at the given keys edited; all else is shared with it."""
    if not edits:
        return root
    branches: dict[Any, Any] = {}
    for keys, edit in edits.items():
        branch = branches
        for key in keys:
            branch = branch.setdefault(key, {})
        branch[_EDIT] = edit
    return _rebuild(root, branches)


_EDIT: Final = object()


def _rebuild(node: Any, branches: dict[Any, Any]) -> Any:
    edit = branches.pop(_EDIT, None)
    if branches:
        node = list(node) if isinstance(node, list) else dict(node)
        for key, branch in branches.items():
            node[key] = _rebuild(node[key], branch)
    return edit.apply(node) if edit else node
