"""`$dynamicRef` settled for good (JSON Schema 2020-12 core, sections 7.1 and 8.2.3.2).

What it means depends on the resources that evaluation came through. All of these are known in a
document, so a schema that means different things on different ways is copied for each, and every
`$dynamicRef` is an ordinary reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..frozen import dataclass
from . import pointers
from .scan import Edit, Site, apply_edits, find_sites

if TYPE_CHECKING:
    from collections.abc import Mapping

Keys: TypeAlias = tuple[str, ...]
Resource: TypeAlias = tuple[str, str]
_Meanings: TypeAlias = dict[str, Keys]  # which schema a dynamic anchor means
_Variant: TypeAlias = tuple[Keys, frozenset[tuple[str, Keys]]]

_SECTION: Final = ("components", "schemas")
_MOST_COPIES: Final = 1000  # more is no document, but an attack


@dataclass(frozen=True, slots=True)
class Copy:
    """A schema as it is on one way: where it was put, and where the schema itself is."""

    keys: Keys
    original: Keys


@dataclass(frozen=True, slots=True)
class Settled:
    """A tree without dynamic references: the copies made for it, and what the new ones lead to."""

    root: dict[str, Any]
    copies: tuple[Copy, ...] = ()
    targets: frozenset[str] = frozenset()


class DynamicScopes:
    """What bundling learned: which place is of which resource, and which anchors that has."""

    def __init__(self) -> None:
        self._resources: dict[Keys, tuple[Resource, bool]] = {}
        self._anchors: dict[Resource, _Meanings] = {}
        self._references: dict[Keys, str] = {}

    def enter(self, keys: Keys, resource: Resource, *, is_apart: bool = False) -> None:
        """Note that a resource begins at ``keys``; one that is apart is not inside what is around it."""
        self._resources.setdefault(keys, (resource, is_apart))

    def anchor(self, keys: Keys, resource: Resource, name: str) -> None:
        """Note a `$dynamicAnchor`."""
        self._anchors.setdefault(resource, {}).setdefault(name, keys)

    def refer(self, keys: Keys, name: str) -> None:
        """Note a `$dynamicRef` at ``keys``, which holds a `$ref` to what it means by itself."""
        self._references[keys] = name

    def settle(self, root: dict[str, Any]) -> Settled:
        """Return ``root`` with each of them referring to what it means where it stands."""
        if not self._references:
            return Settled(root)
        return _Settling(root, self._resources, self._anchors, self._references).run()


class _Settling:
    def __init__(
        self,
        root: dict[str, Any],
        resources: Mapping[Keys, tuple[Resource, bool]],
        anchors: Mapping[Resource, _Meanings],
        references: Mapping[Keys, str],
    ) -> None:
        self._root = root
        self._resources = resources
        self._anchors = anchors
        self._references = references
        self._sites = [one for one in find_sites(root, "openapi") if _refers(one)]
        self._below: dict[Keys, list[Keys]] = {}
        for site in self._sites:
            keys = _plain(site.keys)
            for length in range(len(keys) + 1):
                self._below.setdefault(keys[:length], []).append(keys)
        self._names: dict[Keys, frozenset[str]] = {}
        self._made: dict[_Variant, Keys] = {}
        self._waiting: list[tuple[Keys, _Meanings, Keys]] = []
        self._targets: set[str] = set()

    def run(self) -> Settled:
        root = apply_edits(self._root, self._edits(self._sites, (), None))
        added: dict[str, Any] = {}
        for original, meanings, keys in self._waiting:  # It grows while it is read.
            node = pointers.follow(self._root, original)
            sites = [one for one in find_sites(node, "schema") if _refers(one)]
            copied = apply_edits(node, self._edits(sites, original, meanings))
            added[keys[-1]] = {word: value for word, value in copied.items() if word != "$defs"}
        if added:
            components = root.get("components", {})
            schemas = {**components.get("schemas", {}), **added}
            root = {**root, "components": {**components, "schemas": schemas}}
        copies = tuple(Copy(keys, original) for original, _, keys in self._waiting)
        return Settled(root, copies, frozenset(self._targets))

    def _edits(
        self, sites: list[Site], start: Keys, meanings: _Meanings | None
    ) -> dict[tuple[str | int, ...], Edit]:
        """Return what changes in a schema that is reached with some meanings, or where it stands."""
        edits: dict[tuple[str | int, ...], Edit] = {}
        for site in sites:
            keys = (*start, *_plain(site.keys))
            here = self._inside(keys, len(start) + 1, meanings) if meanings is not None else None
            new = self._target(
                keys, site.node["$ref"], self._standing(keys) if here is None else here
            )
            if new != site.node["$ref"]:
                edits[site.keys] = Edit(put=(("$ref", new),))
                self._targets.add(new)
        return edits

    def _target(self, keys: Keys, reference: str, meanings: _Meanings) -> str:
        """Return what a reference at ``keys`` leads to if anchors have these meanings."""
        target = pointers.to_keys(reference)
        name = self._references.get(keys)
        if name is not None:
            target = meanings.get(name, target)
        resource = self._resource(target)
        there = {**self._anchors.get(resource, {}), **meanings}
        names = self._needed(target)
        wanted = frozenset((name, there[name]) for name in names if name in there)
        standing = self._standing(target)
        if wanted == {(name, standing[name]) for name in names if name in standing}:
            return pointers.from_keys(target)
        made = self._made.get((target, wanted))
        if made is None:
            if len(self._made) >= _MOST_COPIES:
                return pointers.from_keys(target)
            made = self._made[target, wanted] = (*_SECTION, self._free_name(keys, target))
            self._waiting.append((target, dict(wanted), made))
        return pointers.from_keys(made)

    def _standing(self, keys: Keys) -> _Meanings:
        """Return what anchors mean in a schema that is read where it stands."""
        return self._inside(keys, 0, {})

    def _inside(self, keys: Keys, start: int, meanings: _Meanings) -> _Meanings:
        """Return what anchors mean at ``keys``: resources from ``start`` on mean less than those before."""
        for length in range(start, len(keys) + 1):
            resource, is_apart = self._resources.get(keys[:length], (None, False))
            if resource is not None:
                before = {} if is_apart else meanings
                meanings = {**self._anchors.get(resource, {}), **before}
        return meanings

    def _resource(self, keys: Keys) -> Resource:
        lengths = range(len(keys), -1, -1)
        at = next(keys[:length] for length in lengths if keys[:length] in self._resources)
        return self._resources[at][0]

    def _needed(self, start: Keys) -> frozenset[str]:
        """Return the dynamic anchors that matter to a schema, or to what it leads to."""
        if start not in self._names:
            names: set[str] = set()
            seen: set[Keys] = set()
            waiting = [start]
            while waiting:
                at = waiting.pop()
                if at in seen:
                    continue
                seen.add(at)
                for keys in self._below.get(at, ()):
                    waiting.append(pointers.to_keys(pointers.follow(self._root, keys)["$ref"]))
                    name = self._references.get(keys)
                    if name is not None and name not in names:
                        names.add(name)
                        waiting += [one[name] for one in self._anchors.values() if name in one]
            self._names[start] = frozenset(names)
        return self._names[start]

    def _free_name(self, keys: Keys, target: Keys) -> str:
        """Name a copy after the component that needs it and the schema that is copied."""
        user = keys[2] if keys[:2] == _SECTION else ""
        name = "_".join(filter(None, (user, target[-1])))
        taken = {made[-1] for made in self._made.values()}
        taken.update(self._root.get("components", {}).get("schemas", {}))
        number, candidate = 1, name
        while candidate in taken:
            number += 1
            candidate = f"{name}_{number}"
        return candidate


def _refers(site: Site) -> bool:
    return site.kind == "schema" and isinstance(site.node.get("$ref"), str)


def _plain(keys: tuple[str | int, ...]) -> Keys:
    return tuple(map(str, keys))
