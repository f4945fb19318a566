"""``type: object``: properties and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...ir.schemas import PLAIN, NeverSchema, ObjectSchema, Property
from ...source.pointers import escape
from .annotations import annotations_of
from .conditionals import conditional_properties
from .discriminators import discriminator_of_base
from .keywords import ANNOTATING, BRANCHES, COMPOSITION
from .scalars import ANYTHING, count
from .simple import bare_property, simple_schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Site

_RARE = frozenset(("patternProperties", "propertyNames", "minProperties", "maxProperties"))
_CHOICES = frozenset(("anyOf", "oneOf"))
_TEXT = {str}
_CLOSED = NeverSchema()


def convert_object(parser: SchemaParser, site: Site) -> Schema:
    """Convert an object schema."""
    node = site.node
    required = _required(parser, site) if "required" in node else {}
    properties = _properties(parser, site, required) if "properties" in node else ()
    if not BRANCHES.isdisjoint(node):
        names = {item.name for item in properties}
        properties += conditional_properties(parser, site, names, required)
    additional: Schema = ANYTHING
    explicit = "additionalProperties" in node
    if explicit:
        additional = _additional(parser, site)
    required_only = _undeclared(required, properties) if required else ()
    discriminator = discriminator_of_base(parser, site) if "discriminator" in node else None
    if _RARE.isdisjoint(node):
        return ObjectSchema(
            properties,
            additional,
            explicit,
            required_only=required_only,
            discriminator=discriminator,
            annotations=site.annotations,
            any_type="type" not in node,
            required_any=_required_any(node),
        )
    return ObjectSchema(
        properties,
        additional,
        explicit,
        _pattern_properties(parser, site),
        _property_names(parser, site),
        required_only,
        count(parser, site, "minProperties"),
        count(parser, site, "maxProperties"),
        discriminator,
        site.annotations,
        "type" not in node,
        _required_any(node),
    )


def _properties(
    parser: SchemaParser, site: Site, required: dict[str, None]
) -> tuple[Property, ...]:
    base = f"{site.pointer}/properties/"
    words, owner, place = site.words, site.owner, parser.place
    found = []
    for name, node in parser.context.mapping(site.node, "properties", site.pointer).items():
        name = str(name)
        schema: Schema | None = None
        annotations = PLAIN
        if type(node) is dict:
            if len(node) == 1 and type(reference := node.get("$ref")) is str:
                schema = parser.reference(reference)
            elif len(node) < 3 and (bare := bare_property(name, node, name in required)):
                found.append(bare)
                continue
            else:
                annotations = annotations_of(node)
                schema = simple_schema(node, annotations)
        if schema is None:
            schema = place(node, base + escape(name), (*words, name), owner, annotations)
        found.append(Property(name, schema, name in required, annotations))
    return tuple(found)


def _required(parser: SchemaParser, site: Site) -> dict[str, None]:
    """Read the required names in order; a boolean (draft 3 style) says nothing of this schema."""
    value = site.node["required"]
    if isinstance(value, list):
        if set(map(type, value)) <= _TEXT:
            return dict.fromkeys(value)
        names = {name: None for name in value if isinstance(name, str)}
        parser.context.wrong(
            f"{site.pointer}/required", "a required name", value, "a text", "ignored"
        )
        return names
    if value is not None:
        parser.context.diagnostics.warn(
            "invalid-required",
            f"{site.pointer}/required",
            "`required` of a schema is the list of its required properties; this is ignored.",
            "List the required names in `required` of the object that holds this property.",
        )
    return {}


def _undeclared(required: Collection[str], properties: Collection[Property]) -> tuple[str, ...]:
    declared = {item.name for item in properties}
    if declared.issuperset(required):
        return ()
    return tuple(name for name in required if name not in declared)


def _required_any(node: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Read the choice of required names in ``anyOf`` or ``oneOf``, if that is all these say."""
    if _CHOICES.isdisjoint(node):
        return ()
    for key in ("anyOf", "oneOf"):
        variants = node.get(key)
        if isinstance(variants, list) and variants and all(map(_only_requires, variants)):
            return tuple(tuple(variant["required"]) for variant in variants)
    return ()


def _only_requires(node: object) -> bool:
    if not isinstance(node, dict) or node.keys() - ANNOTATING - {"type", "required"}:
        return False
    names = node.get("required")
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def _additional(parser: SchemaParser, site: Site) -> Schema:
    node = site.node["additionalProperties"]
    if node is True or node == {}:
        return ANYTHING
    if node is False:
        return _CLOSED
    pointer = f"{site.pointer}/additionalProperties"
    return parser.place(node, pointer, (*site.words, "value"), site.owner)


def _pattern_properties(parser: SchemaParser, site: Site) -> tuple[tuple[str, Schema], ...]:
    patterns = parser.context.mapping(site.node, "patternProperties", site.pointer)
    return tuple(
        (
            pattern,
            parser.place(
                node,
                f"{site.pointer}/patternProperties/{escape(pattern)}",
                (*site.words, "value"),
                site.owner,
            ),
        )
        for pattern, node in patterns.items()
    )


def _property_names(parser: SchemaParser, site: Site) -> Schema | None:
    node = site.node.get("propertyNames")
    if node is None:
        return None
    if isinstance(node, dict) and "type" not in node and COMPOSITION.isdisjoint(node):
        node = {"type": "string", **node}  # names are strings whatever the schema says
    pointer = f"{site.pointer}/propertyNames"
    return parser.place(node, pointer, (*site.words, "name"), site.owner)
