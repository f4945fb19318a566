"""The walk over schemas: what is defined under which id, and what stays where it is."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from ...ir.schemas import (
    PLAIN,
    NameHint,
    NeverSchema,
    SchemaDefinition,
    SchemaId,
    SchemaRef,
)
from ...source.pointers import escape, to_keys
from ..context import text
from ..made_names import made_names
from . import cycles
from .annotations import annotations_of
from .arrays import convert_array
from .endless import demands, tell_of_endless
from .keywords import CHOSEN, COMPOSITION
from .names import words_of_pointer
from .nullable import is_nullable, or_null, with_null_type
from .objects import convert_object
from .scalars import ANYTHING
from .select import BY_TYPE, DEEPEST, given, select, select_plain
from .site import Converter, Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...ir.schemas import Annotations, Schema
    from ..context import Context

_COMPONENTS = "#/components/schemas/"
_INNER = ("$defs", "definitions")
_IS_INNER = frozenset(_INNER)


class SchemaParser:
    """Converts the schemas of one document.

    A schema that could be a named type is queued under its pointer and answered with a reference, so
    that neither recursion nor depth of the document matters.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._definitions: dict[SchemaId, SchemaDefinition | None] = {}
        self._queue: deque[tuple[SchemaId, Site, Converter, NameHint]] = deque()
        self._referenced: dict[SchemaId, None] = {}
        self._references: dict[str, SchemaRef] = {}
        self._children: dict[str, list[SchemaId]] | None = None
        self._depth = 0
        components = context.tree.root.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        self._components: dict[str, Any] = schemas if isinstance(schemas, dict) else {}

    def define_components(self) -> None:
        """Define every schema of ``components/schemas`` and what stands inside."""
        made = made_names(self._components, self.context.tree.root.get("paths"))
        for name, node in self._components.items():
            schema_id = SchemaId(_COMPONENTS + escape(str(name)))
            self._define(schema_id, node, (made.get(name, str(name)),), named=True)
            self._work()

    def convert(self, node: object, pointer: str, words: tuple[str, ...]) -> Schema:
        """Convert the schema of a parameter, header or media type."""
        schema = self.place(node, pointer, words, None)
        self._work()
        return schema

    def finish(self) -> Mapping[SchemaId, SchemaDefinition]:
        """Define what only references led to, and return all definitions."""
        while self._referenced:
            schema_id = next(iter(self._referenced))
            del self._referenced[schema_id]
            if schema_id not in self._definitions:
                node = self.context.follow(schema_id)
                self._define(
                    schema_id, node, words_of_pointer(self.context, schema_id), named=False
                )
                self._work()
        found = {key: value for key, value in self._definitions.items() if value is not None}
        if not cycles.back_edges(demands(found)):
            return found
        unbroken = cycles.broken(found, self.context.diagnostics)
        tell_of_endless(unbroken, self.context.diagnostics)
        return unbroken

    def place(
        self,
        node: object,
        pointer: str,
        words: tuple[str, ...],
        owner: SchemaId | None,
        annotations: Annotations | None = None,
    ) -> Schema:
        """Convert a schema where it stands; what deserves a name is hoisted and referred to."""
        if type(node) is not dict:
            return self.not_an_object(node, pointer)
        if is_nullable(node):
            wider = with_null_type(node)
            schema = self.place(wider, pointer, words, owner, annotations)
            return or_null(schema, wider, pointer, self.context.diagnostics)
        if len(node) == 1 and isinstance(ref := node.get("$ref"), str):
            return self.reference(ref)
        if annotations is None:
            annotations = annotations_of(node)
        return self.place_site(Site(node, pointer, words, owner, annotations), pointer)

    def place_site(self, site: Site, pointer: str) -> Schema:
        """Convert a schema where it stands, hoisting under ``pointer``, which need not be its own."""
        node = site.node
        kind = node.get("type")
        if type(kind) is str and kind in BY_TYPE and CHOSEN.isdisjoint(node):
            if kind == "object":
                return self.hoist(pointer, site, convert_object)
            if kind == "array":
                return self._nested(site, convert_array)
            return BY_TYPE[kind](self, site)
        if COMPOSITION.isdisjoint(node):
            convert, hoisted = select_plain(self, site, inline=True)
        else:
            site, convert, hoisted = select(self, site, inline=True)
        if hoisted:
            return self.hoist(pointer, site, convert)
        self._define_inner(site)
        return self._nested(site, convert)

    def hoist(self, pointer: str, site: Site, convert: Converter) -> SchemaRef:
        """Queue a definition under ``pointer``, unless there is one, and refer to it."""
        schema_id = SchemaId(pointer)
        if schema_id not in self._definitions:
            self._definitions[schema_id] = None
            title = site.annotations.title or text(site.node, "title")
            hint = NameHint(site.words, "derived", title)
            self._queue.append((schema_id, site, convert, hint))
        return SchemaRef(schema_id)

    def refer(self, reference: object, pointer: str) -> SchemaId | None:
        """Return the id of what ``$ref`` points to; ``None``, with a diagnostic, if it is no text."""
        if not isinstance(reference, str):
            self.context.wrong(f"{pointer}/$ref", "`$ref`", reference, "a text", "ignored")
            return None
        return self._refer(reference)

    def reference(self, reference: str) -> SchemaRef:
        """Return a ``$ref`` with nothing beside it; equal ones are one value."""
        found = self._references.get(reference)
        if found is None:
            found = self._references[reference] = SchemaRef(self._refer(reference))
        return found

    def _refer(self, reference: str) -> SchemaId:
        schema_id = SchemaId(reference)
        if schema_id not in self._definitions:
            self._referenced[schema_id] = None
        return schema_id

    def property_of_another(self, pointer: str) -> Schema:
        """Refer to a schema that belongs to another definition, which names it."""
        return SchemaRef(self._refer(pointer))

    def component(self, name: str) -> str | None:
        """Return the pointer of a component schema by its bare name."""
        return _COMPONENTS + escape(name) if name in self._components else None

    def children_of(self, parent: SchemaId) -> list[SchemaId]:
        """Return the component schemas that extend ``parent`` with ``allOf``, directly or not."""
        if self._children is None:
            self._children = self._find_children()
        found: dict[SchemaId, None] = {}
        waiting = list(self._children.get(parent, ()))
        while waiting:
            child = waiting.pop(0)
            if child not in found and child != parent:
                found[child] = None
                waiting.extend(self._children.get(child, ()))
        return list(found)

    def _find_children(self) -> dict[str, list[SchemaId]]:
        children: dict[str, list[SchemaId]] = {}
        for name, node in self._components.items():
            parts = node.get("allOf") if isinstance(node, dict) else None
            for part in parts if isinstance(parts, list) else ():
                if isinstance(part, dict) and isinstance(ref := part.get("$ref"), str):
                    child = SchemaId(_COMPONENTS + escape(str(name)))
                    children.setdefault(ref, []).append(child)
        return children

    def _define(
        self, schema_id: SchemaId, node: object, words: tuple[str, ...], *, named: bool
    ) -> None:
        """Queue a definition for whatever stands at ``schema_id``."""
        self._definitions[schema_id] = None
        if type(node) is not dict:
            schema = self.not_an_object(node, schema_id)
            site = Site({}, schema_id, words, None, PLAIN)
            self._queue.append((schema_id, site, given(schema), NameHint(words, "derived")))
            return
        if is_nullable(node):
            node = with_null_type(node)
        owner = schema_id if named else self._owner(schema_id)
        annotations = annotations_of(node)
        hint = NameHint(words, "named" if named else "derived", annotations.title)
        site = Site(node, schema_id, words, owner, annotations)
        site, convert, _ = select(self, site, inline=False)
        self._queue.append((schema_id, site, convert, hint))

    def _owner(self, schema_id: SchemaId) -> SchemaId | None:
        if not schema_id.startswith(_COMPONENTS):
            return None
        return SchemaId(_COMPONENTS + escape(to_keys(schema_id)[2]))

    def _work(self) -> None:
        """Convert what is queued, in order."""
        queue, definitions = self._queue, self._definitions
        while queue:
            schema_id, site, convert, hint = queue.popleft()
            self._define_inner(site)
            owner = None if site.owner == schema_id else site.owner
            schema = convert(self, site)
            definitions[schema_id] = SchemaDefinition(schema_id, schema, hint, owner)

    def _define_inner(self, site: Site) -> None:
        """Define the schemas of ``$defs``, under the names that the author gave them."""
        if _IS_INNER.isdisjoint(site.node):
            return
        for key in _INNER:
            if key in site.node:
                for name, node in self.context.mapping(site.node, key, site.pointer).items():
                    schema_id = SchemaId(f"{site.pointer}/{key}/{escape(str(name))}")
                    if schema_id not in self._definitions:
                        self._define(schema_id, node, (str(name),), named=False)

    def _nested(self, site: Site, convert: Converter) -> Schema:
        """Convert in place, but not deeper than the interpreter's stack allows."""
        if self._depth >= DEEPEST:
            return self.too_deep(site.pointer)
        self._depth += 1
        try:
            return convert(self, site)
        finally:
            self._depth -= 1

    def not_an_object(self, node: object, pointer: str) -> Schema:
        """Convert ``true`` and ``false``; anything else is no schema and says nothing."""
        if node is True:
            return ANYTHING
        if node is False:
            return NeverSchema()
        self.context.wrong(pointer, "the schema", node, "an object", "taken to accept anything")
        return ANYTHING

    def too_deep(self, pointer: str) -> Schema:
        """Convert what is nested too deep to be looked at."""
        self.context.diagnostics.warn(
            "schema-too-deep",
            pointer,
            f"More than {DEEPEST} schemas are nested here; what is inside may be anything.",
            "Name the inner schemas in `components/schemas` and refer to them.",
        )
        return ANYTHING
