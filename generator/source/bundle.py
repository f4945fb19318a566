"""Settles every reference of a document: what it leads to is brought in, or the reference goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..frozen import dataclass
from . import pointers
from .component_names import free_name
from .cycles import find_cycles
from .dialects import unknown_keywords, without_keywords
from .dynamic_scope import DynamicScopes
from .grammar import SECTIONS, kind_at
from .links import Links
from .references import DanglingError, References, Target, warn_dropped
from .scan import Edit, Site, apply_edits, find_sites
from .sources import Sources
from .tree import Origin

if TYPE_CHECKING:
    from ..diagnostics import Diagnostics
    from .document import Document
    from .sources import Source

_IDENTIFIERS: Final = frozenset(("$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"))
_REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")
_SETTLED_WORDS: Final = _IDENTIFIERS.union(_REFERENCES)
_OLD_SECTIONS: Final = {"schema": "definitions", "parameter": "parameters", "response": "responses"}
_MAX_NESTED_FILES: Final = 50


@dataclass(frozen=True, slots=True)
class Bundled:
    """A document whose references all lead into itself.

    ``origins`` says where its foreign parts came from, ``pointers`` what its references lead to,
    ``consulted`` which files were looked for (see `Sources`).
    """

    root: dict[str, Any]
    origins: dict[str, Origin]
    pointers: frozenset[str]
    consulted: dict[str, str]


def bundle(
    document: Document,
    diagnostics: Diagnostics,
    *,
    allow_remote: bool,
    sites: list[Site] | None = None,
) -> Bundled:
    """Bring in all that the document refers to; it stays in the version it is written in.

    ``sites`` are those of the document, if they are known. A document that refers to nothing outside,
    and to nothing in a way that must be changed, is returned as it is.
    """
    sources = Sources(document, diagnostics, allow_remote=allow_remote)
    if sites is None:
        sites = find_sites(document.data, "openapi")
    return _Bundler(sources, diagnostics).run(sites)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file that is being settled: where it is, and where it will be."""

    source: Source
    keys: tuple[str, ...] = ()
    at: tuple[str, ...] = ()

    def resource(self, *way: str) -> tuple[str, str]:
        """Return the schema resource at a way from here: by its file and its `$id`."""
        return str(self.source.place), self.source.identifiers.base((*self.keys, *way))


class _Bundler:
    def __init__(self, sources: Sources, diagnostics: Diagnostics) -> None:
        self._root = sources.root
        self._consulted = sources.consulted
        self._references = References(sources, diagnostics)
        self._diagnostics = diagnostics
        self._origins = {"#": Origin(sources.root.document)}
        self._places: dict[tuple[Target, str], str] = {}
        self._claims: set[str] = set()
        self._queue: list[tuple[Target, str, tuple[str, ...]]] = []
        self._open: list[tuple[Target, str]] = []
        self._added: dict[tuple[str, ...], dict[str, Any]] = {}
        self._used: set[str] = set()
        self._links = Links(self._references, diagnostics)
        self._scopes = DynamicScopes()
        self._unknown: dict[tuple[str, ...], frozenset[str]] = {}

    def run(self, sites: list[Site]) -> Bundled:
        """Settle the root document, given its sites, then everything that it brought in."""
        self._root.identify(sites)
        for site in sites:
            if _is_component(site):
                self._claim_component(site)
        root = self._settle(self._root.data, sites, _Part(self._root))
        for target, kind, keys in self._queue:  # It grows while it is read.
            part = _Part(target.source, target.keys, keys)
            self._scopes.enter(keys, part.resource(), is_apart=True)
            node = self._settle(target.node, find_sites(target.node, kind), part)
            self._added[keys[:-1]][keys[-1]] = node
        for section, nodes in self._added.items():
            root = _with_members(root, section, nodes)
        root = self._without_dynamic_references(root)
        root = self._without_cycles(root)
        root = without_keywords(
            root,
            {
                pointers.typed_keys(root, pointers.from_keys(at)): one
                for at, one in self._unknown.items()
            },
        )
        root = self._links.settle(root, self._origins)
        return Bundled(root, self._origins, frozenset(self._used), self._consulted)

    def _settle(self, node: Any, sites: list[Site], part: _Part) -> Any:
        """Return ``node`` with the references at ``sites`` settled for its new place."""
        self._scopes.enter(part.at, part.resource())
        edits: dict[tuple[str | int, ...], Edit] = {}
        is_plain, is_root = self._references.is_plain, part.source.is_root
        for site in sites:
            edit = None
            if not _SETTLED_WORDS.isdisjoint(site.node):
                reference = site.node.get("$ref")
                if (
                    type(reference) is str
                    and is_root
                    and is_plain(reference, site.kind)
                    and (len(site.node) == 1 or _only_refers(site.node))
                ):
                    self._used.add(reference)
                    if len(site.node) == 1:
                        continue
                else:
                    edit = self._edit(site, part)
            if site.kind == "schema" and "$schema" in site.node:
                self._note_dialect(site, part)
            if site.kind == "schema" and "discriminator" in site.node:
                edit = self._with_mapping(site, part, edit)
            elif site.kind == "link" and isinstance(site.node.get("operationRef"), str):
                pointer = pointers.from_keys((*part.at, *map(str, site.keys)))
                self._links.note(pointer, part.source, site.node["operationRef"])
            if edit is not None:
                edits[site.keys] = edit
        return apply_edits(node, edits)

    def _claim_component(self, site: Site) -> None:
        """Let a component that only refers to another file be the place for what is there."""
        reference = site.node.get("$ref")
        if len(site.node) > 1 or not isinstance(reference, str):
            return
        keys = tuple(map(str, site.keys))
        try:
            target = self._references.find(reference, site.kind, self._root, keys)
        except DanglingError:
            return
        if not target.source.is_root:
            pointer = self._places.setdefault((target, site.kind), pointers.from_keys(keys))
            self._claims.add(pointer)

    def _edit(self, site: Site, part: _Part) -> Edit | None:
        """Decide what becomes of one reference, and of the identifiers beside it."""
        node = site.node
        if site.kind == "schema":
            self._note_scope(site, part)
            drop = frozenset(_SETTLED_WORDS.intersection(node))
            word = next((word for word in _REFERENCES if word in node), None)
        else:
            drop = frozenset(("$ref",)).intersection(node)
            word = "$ref" if drop else None
        if word is None:
            return Edit(drop=drop) if drop else None
        reference = node[word]
        way = tuple(map(str, site.keys))
        pointer = pointers.from_keys((*part.at, *way))
        try:
            if not isinstance(reference, str):
                raise DanglingError("it is no string")
            if word == "$recursiveRef":
                target = self._references.find_recursive(part.source, (*part.keys, *way))
            else:
                target = self._references.find(
                    reference, site.kind, part.source, (*part.keys, *way), pointer
                )
            edit = self._settle_target(site, target, (*part.at, *way), drop)
        except DanglingError as error:
            warn_dropped(self._diagnostics, error, word, reference, pointer, site.kind)
            return Edit(drop=drop)
        if word == "$dynamicRef" and _is_dynamic(target, reference):
            self._scopes.refer((*part.at, *way), reference.rpartition("#")[2])
        elif word == "$recursiveRef":
            self._diagnostics.note(
                "dynamic-reference",
                pointer,
                f"{word} {reference!r} is read as a $ref to what it means if nothing extends the schema",
                "Use $ref if the schema is not extended elsewhere.",
            )
        return edit

    def _note_scope(self, site: Site, part: _Part) -> None:
        if "$id" not in site.node and "$dynamicAnchor" not in site.node:
            return
        way = tuple(map(str, site.keys))
        keys, resource, anchor = (
            (*part.at, *way),
            part.resource(*way),
            site.node.get("$dynamicAnchor"),
        )
        if "$id" in site.node:
            self._scopes.enter(keys, resource)
        if isinstance(anchor, str):
            self._scopes.anchor(keys, resource, anchor)

    def _note_dialect(self, site: Site, part: _Part) -> None:
        way = tuple(map(str, site.keys))
        source, name = part.source, site.node["$schema"]
        if isinstance(name, str):
            found = source.identifiers.find(name, (*part.keys, *way), source.data)
            words = unknown_keywords(pointers.follow(source.data, found)) if found else None
            if words:
                self._unknown[*part.at, *way] = words

    def _without_dynamic_references(self, root: dict[str, Any]) -> dict[str, Any]:
        settled = self._scopes.settle(root)
        for copy in settled.copies:
            self._origins[pointers.from_keys(copy.keys)] = self._origin_of(copy.original)
        self._used |= settled.targets
        return settled.root

    def _origin_of(self, keys: tuple[str, ...]) -> Origin:
        """Return where in the sources something in the bundle comes from."""
        for length in range(len(keys), 0, -1):
            origin = self._origins.get(pointers.from_keys(keys[:length]))
            if origin is not None:
                return Origin(origin.document, (*origin.keys, *keys[length:]))
        return Origin(self._root.document, keys)

    def _settle_target(
        self, site: Site, target: Target, place: tuple[str, ...], drop: frozenset[str]
    ) -> Edit:
        """Refer to the target, or put it in the place of the reference.

        Raises:
            DanglingError: it leads back to itself.
        """
        known = self._places.get((target, site.kind))
        is_claimed = known in self._claims and known == pointers.from_keys(place)
        is_first_path = site.kind == "path_item" and known is None
        if target.is_local:
            new = pointers.from_keys(target.keys)
        elif is_claimed or is_first_path or site.kind not in SECTIONS:
            return self._inline(site, target, place, drop)
        else:
            new = known or self._queue_target(target, site.kind)
        self._used.add(new)
        return Edit(drop=drop, put=(("$ref", new),))

    def _inline(
        self, site: Site, target: Target, place: tuple[str, ...], drop: frozenset[str]
    ) -> Edit:
        """Put what is referred to in the place of the reference."""
        pointer = pointers.from_keys(place)
        if (target, site.kind) in self._open or len(self._open) >= _MAX_NESTED_FILES:
            raise DanglingError("it leads back to itself through other files")
        self._claims.discard(pointer)
        self._origins[pointer] = Origin(target.source.document, target.keys)
        if site.kind in SECTIONS:
            self._places[target, site.kind] = pointer
        self._open.append((target, site.kind))
        part = _Part(target.source, target.keys, place)
        content = self._settle(target.node, find_sites(target.node, site.kind), part)
        self._open.pop()
        siblings = {key: value for key, value in site.node.items() if key not in drop}
        if siblings and isinstance(content, dict):
            content = {**content, **siblings}
        return Edit(replace=(content,))

    def _queue_target(self, target: Target, kind: str) -> str:
        """Give a part of another file a name among the components."""
        section: tuple[str, ...] = ("components", SECTIONS[kind])
        if self._root.version.startswith("2") and kind in _OLD_SECTIONS:
            section = (_OLD_SECTIONS[kind],)
        added = self._added.setdefault(section, {})
        name = free_name(target, (_section(self._root.data, section), added))
        added[name] = {}
        keys = (*section, name)
        pointer = pointers.from_keys(keys)
        self._places[target, kind] = pointer
        self._origins[pointer] = Origin(target.source.document, target.keys)
        self._queue.append((target, kind, keys))
        return pointer

    def _with_mapping(self, site: Site, part: _Part, edit: Edit | None) -> Edit | None:
        """Settle the references in a discriminator's mapping (OpenAPI 3.1 section 4.8.25)."""
        discriminator = site.node["discriminator"]
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        if not isinstance(mapping, dict) or (edit and edit.replace):
            return edit
        settled = {
            value: new
            for value, reference in mapping.items()
            if (new := self._mapped(value, reference, site, part)) is not None
        }
        if settled == mapping:
            return edit
        known = edit or Edit()
        put = ("discriminator", {**discriminator, "mapping": settled})
        return Edit(known.drop, (*known.put, put))

    def _mapped(self, value: str, reference: Any, site: Site, part: _Part) -> Any:
        """Return what a mapping's value becomes; ``None`` if it leads nowhere."""
        if not isinstance(reference, str):
            return reference
        if not any(mark in reference for mark in "#/") and not reference.endswith(
            (".json", ".yaml")
        ):
            keys = ("components", "schemas", reference)
            if part.source.is_root or not part.source.has(keys):
                return reference
            reference = pointers.from_keys(keys)
        if part.source.is_root and self._references.is_plain(reference, "schema"):
            return reference
        way = tuple(map(str, site.keys))
        pointer = pointers.from_keys((*part.at, *way, "discriminator", "mapping", value))
        try:
            target = self._references.find(
                reference, "schema", part.source, (*part.keys, *way), pointer
            )
        except DanglingError as error:
            warn_dropped(self._diagnostics, error, "mapping", reference, pointer, "mapping")
            return None
        edit = self._settle_target(Site("schema", {}, None), target, (), frozenset())
        return edit.put[0][1]

    def _without_cycles(self, root: dict[str, Any]) -> dict[str, Any]:
        """Cut references that lead to nothing but each other."""
        edits: dict[tuple[str | int, ...], Edit] = {}
        for pointer in find_cycles(root, self._used):
            error = DanglingError("it leads back to itself")
            reference = pointers.follow(root, pointers.to_keys(pointer))["$ref"]
            warn_dropped(
                self._diagnostics, error, "$ref", reference, pointer, _kind_at(root, pointer)
            )
            edits[pointers.typed_keys(root, pointer)] = Edit(drop=frozenset(("$ref",)))
        settled: dict[str, Any] = apply_edits(root, edits)
        return settled


def _is_dynamic(target: Target, reference: str) -> bool:
    anchor = target.node.get("$dynamicAnchor") if isinstance(target.node, dict) else None
    return isinstance(anchor, str) and anchor == reference.rpartition("#")[2]


def _kind_at(root: dict[str, Any], pointer: str) -> str:
    return kind_at(root, pointers.to_keys(pointer)) or ""


def _only_refers(node: dict[str, Any]) -> bool:
    return "$ref" in node and len(_SETTLED_WORDS.intersection(node)) == 1


def _is_component(site: Site) -> bool:
    """Say whether a site is an entry of a section of components, without spelling its keys."""
    section = site.path[0] if site.path else None
    if section is None:
        return False
    return section[0] == (None, "components") or (
        section[0] is None and section[1] in _OLD_SECTIONS.values()
    )


def _section(root: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    node: Any = root
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def _with_members(root: dict[str, Any], section: tuple[str, ...], nodes: dict[str, Any]) -> Any:
    head, *rest = section
    inner = _section(root, (head,))
    new = _with_members(inner, tuple(rest), nodes) if rest else {**inner, **nodes}
    return {**root, head: new}
