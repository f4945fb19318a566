"""What strict clients judge by: the schemas of all models, without what does not constrain.

Written as data beside the models (``models/_schemas.json``), so that the classes stay plain and clients
that are not strict never read it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...files import GeneratedFile
from ...ir.schemas import UnionSchema
from ...json_lines import JsonText, json_lines, json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ...ir.schemas import Discriminator, SchemaDefinition, SchemaId

_COMPONENTS = "#/components/schemas/"
_LONGEST_CHAIN = 16  # references that lead from one to the next

# JSON Schema draft 2020-12, sections 10 and 11: the keywords whose values are or hold schemas.
_SCHEMA = frozenset(
    (
        "additionalProperties",
        "contains",
        "else",
        "if",
        "items",
        "not",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    )
)
_SCHEMA_LISTS = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_SCHEMA_MAPS = frozenset(("$defs", "dependentSchemas", "patternProperties", "properties"))
_ASSERTIONS = frozenset(
    (
        "$anchor",
        "$dynamicAnchor",
        "$dynamicRef",
        "$id",
        "$ref",
        "const",
        "dependentRequired",
        "enum",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "maxContains",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minContains",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "pattern",
        "type",
        "uniqueItems",
    )
)


Reduced = tuple[JsonText, tuple[str, ...]]
"""A copy of a schema as text, and the pointers that it refers to."""


def reduced_components(
    schemas: Mapping[str, Any], follow: Callable[[str], Any]
) -> dict[str, Reduced]:
    """Copy named schemas ahead, before it is known which are wanted; return them by pointer."""
    reduced: dict[str, Reduced] = {}
    for name, schema in schemas.items():
        references: list[str] = []
        copied = _Copier(follow, references.append).copy(schema)
        token = name.replace("~", "~0").replace("/", "~1")
        reduced[_COMPONENTS + token] = (JsonText(json_text(copied)), tuple(references))
    return reduced


def plan_strict_schemas(
    classes: Iterable[tuple[str, str]],
    follow: Callable[[str], Any],
    discriminators: Sequence[tuple[str, Discriminator]],
    bodies: Iterable[tuple[str, str]] = (),
    reduced: Mapping[str, Reduced] = MappingProxyType({}),
) -> GeneratedFile:
    """Plan ``models/_schemas.json``; the path counts from the package.

    ``classes`` are names with the pointers of their schemas, ``follow`` returns what stands at a pointer
    of the document or raises ``KeyError``, ``discriminators`` are those of unions, by pointer,
    ``bodies`` responses that are no classes (see :mod:`.strict_bodies`) with pointers, ``reduced`` what
    is copied already (see `reduced_components`).
    Classes that merging made have no schema of their own and are left out.
    """
    marked = {_root(pointer) for pointer, _ in discriminators}
    reduction = _Reduction(
        follow, {key: copy for key, copy in reduced.items() if key not in marked}
    )
    names = {name: pointer for name, pointer in classes if reduction.include(pointer)}
    judged = {body: pointer for body, pointer in bodies if reduction.include(pointer)}
    schemas = reduction.finish()
    for pointer, discriminator in discriminators:
        _add_discriminator(schemas, pointer, discriminator)
    data = {"models": names, "bodies": judged, "schemas": schemas}
    return GeneratedFile("models/_schemas.json", json_lines(data))


def discriminators_of(
    schemas: Mapping[SchemaId, SchemaDefinition],
) -> tuple[tuple[str, Discriminator], ...]:
    """Return the discriminators of all unions with the pointers of these."""
    return tuple(
        (key, found.discriminator)
        for key, definition in schemas.items()
        if isinstance(found := definition.schema, UnionSchema) and found.discriminator is not None
    )


def _add_discriminator(schemas: dict[str, Any], pointer: str, discriminator: Discriminator) -> None:
    """Write which variant each value means, resolved, into the copy of a union; a list where several do."""
    place = pointer.removesuffix("/oneOf").removesuffix("/anyOf")  # unions beside other keywords
    tokens: list[str] = []
    while place and place not in schemas:
        place, _, token = place.rpartition("/")
        tokens.append(token.replace("~1", "/").replace("~0", "~"))
    node: Any = schemas.get(place)
    for token in reversed(tokens):
        if isinstance(node, list):
            node = node[int(token)] if token.isdigit() and int(token) < len(node) else None
        else:
            node = node.get(token) if isinstance(node, dict) else None
    if isinstance(node, dict):
        variants: dict[str, list[str]] = {}
        for value, variant in discriminator.mapping:
            variants.setdefault(value, []).append(variant)
        mapping = {value: one[0] if len(one) == 1 else one for value, one in variants.items()}
        node["discriminator"] = {"propertyName": discriminator.property_name, "mapping": mapping}


class _Reduction:
    """Copies schemas, and those they refer to, as responses have them and without annotations."""

    def __init__(self, follow: Callable[[str], Any], reduced: Mapping[str, Reduced]) -> None:
        self._follow = follow
        self._reduced = reduced
        self._copier = _Copier(follow, self.include)
        self._schemas: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}

    def include(self, pointer: str) -> bool:
        """Note a schema to be copied; ``False`` if there is none at ``pointer``."""
        root = _root(pointer)
        if root not in self._schemas and root not in self._waiting:
            try:
                self._waiting[root] = self._follow(root)
            except KeyError:
                return False
        if root is pointer:
            return True
        try:
            self._follow(pointer)
        except KeyError:
            return False
        return True

    def finish(self) -> dict[str, Any]:
        """Return the copies by pointer; what stands inside another is found there."""
        while self._waiting:
            pointer, node = self._waiting.popitem()
            if pointer in self._reduced:
                self._schemas[pointer], references = self._reduced[pointer]
                for reference in references:
                    self.include(reference)
            else:
                self._schemas[pointer] = self._copier.copy(node)
        known = self._schemas
        return {key: known[key] for key in sorted(known) if not _stands_inside(key, known)}


class _Copier:
    """Copies one schema; ``refer`` is told what it refers to."""

    def __init__(self, follow: Callable[[str], Any], refer: Callable[[str], object]) -> None:
        self._follow = follow
        self._refer = refer

    def copy(self, node: Any) -> Any:
        """Return the copy."""
        if type(node) is not dict:
            return node
        copied: dict[str, Any] = {}
        copy = self.copy
        for key, value in node.items():
            if key in _ASSERTIONS:
                if key == "$ref":
                    if not isinstance(value, str):
                        continue
                    self._refer(value)
                copied[key] = value
            elif key in _SCHEMA:
                copied[key] = copy(value)
            elif key in _SCHEMA_MAPS:
                if isinstance(value, dict):
                    copied[key] = {name: copy(inner) for name, inner in value.items()}
            elif key in _SCHEMA_LISTS:
                if isinstance(value, list) and value:  # an empty one is none (section 10.2.1)
                    copied[key] = [copy(inner) for inner in value]
            elif key == "required" and isinstance(value, list):
                copied[key] = self._shown(value, node.get("properties"))
        if "oneOf" in copied and any(map(self._has_format, node["oneOf"])):
            copied["toldApartByFormat"] = True
        if "enum" in copied and "items" in copied:
            _list_in_items(copied)
        return copied

    def _has_format(self, member: Any) -> bool:
        """Whether a member of a union has a format, which strict clients do not judge."""
        reference = member.get("$ref") if isinstance(member, dict) else None
        if isinstance(reference, str):
            try:
                member = self._follow(reference)
            except KeyError:
                return False
        return isinstance(member, dict) and "format" in member

    def _shown(self, required: list[Any], properties: Any) -> list[Any]:
        """Leave out what no response shows (OpenAPI 3.0, Schema Object, ``writeOnly``)."""
        if not isinstance(properties, dict):
            return required
        return [
            name
            for name in required
            if not (isinstance(name, str) and self._is_hidden(properties.get(name)))
        ]

    def _is_hidden(self, schema: Any) -> bool:
        for _ in range(_LONGEST_CHAIN):
            if type(schema) is not dict:
                return False
            if schema.get("writeOnly") is True:
                return True
            reference = schema.get("$ref")
            if not isinstance(reference, str):
                return False
            try:
                schema = self._follow(reference)
            except KeyError:
                return False
        return False


def _list_in_items(schema: dict[str, Any]) -> None:
    """Move an ``enum`` of scalars beside ``type: array`` to the items, whose values it means in models, too."""
    values, items = schema["enum"], schema["items"]
    is_array = schema.get("type") in ("array", ["array"], ["array", "null"])
    if not (is_array and isinstance(values, list) and isinstance(items, dict)):
        return
    if not any(isinstance(value, list) for value in values):
        del schema["enum"]
        if items.keys().isdisjoint(("enum", "$ref")):
            schema["items"] = {**items, "enum": values}


def _root(pointer: str) -> str:
    """Return the component around a pointer; inline schemas of operations stand for themselves."""
    if not pointer.startswith(_COMPONENTS):
        return pointer
    end = pointer.find("/", len(_COMPONENTS))
    return pointer if end < 0 else pointer[:end]


def _stands_inside(pointer: str, known: Mapping[str, Any]) -> bool:
    if pointer.startswith(_COMPONENTS):
        return False
    parent = pointer.rpartition("/")[0]
    while parent:
        if parent in known:
            return True
        parent = parent.rpartition("/")[0]
    return False
