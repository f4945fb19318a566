"""The Discriminator Object, its mapping resolved to definitions (OpenAPI 3.1, section 4.8.25)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...ir.schemas import Discriminator, SchemaId, SchemaRef
from ...source.pointers import to_keys
from ..context import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...ir.schemas import Schema
    from ..context import Context
    from .parser import SchemaParser
    from .site import Site

_PREFIX = "#/components/schemas/"


def discriminator_of_union(
    parser: SchemaParser, site: Site, nodes: Sequence[Any], placed: Sequence[Schema]
) -> Discriminator | None:
    """Read the discriminator beside ``oneOf`` or ``anyOf``.

    A variant that the mapping leaves out goes by the values that its own schema gives the property,
    else by the name of its component. Several variants may have the same value.
    """
    name = _property_name(parser, site)
    if name is None:
        return None
    mapping = _explicit(parser, site)
    mapped = set(mapping.values())
    pairs = dict.fromkeys(mapping.items())
    for node, schema in zip(nodes, placed, strict=True):
        if isinstance(schema, SchemaRef) and schema.id not in mapped:
            values = _values(parser.context, node, name) or _component(schema.id)
            pairs.update({(value, schema.id): None for value in values if value not in mapping})
    return Discriminator(name, tuple(pairs))


def discriminator_of_base(parser: SchemaParser, site: Site) -> Discriminator | None:
    """Read the discriminator of an object that others extend with ``allOf``."""
    name = _property_name(parser, site)
    if name is None:
        return None
    mapping = _explicit(parser, site)
    mapped = set(mapping.values())
    for child in parser.children_of(SchemaId(site.pointer)):
        if child not in mapped:
            node = parser.context.follow(child)
            for value in _values(parser.context, node, name) or _component(child):
                mapping.setdefault(value, child)
    return Discriminator(name, tuple(mapping.items()))


def _property_name(parser: SchemaParser, site: Site) -> str | None:
    value = site.node.get("discriminator")
    if value is None:
        return None
    if isinstance(value, dict) and isinstance(value.get("propertyName"), str):
        name: str = value["propertyName"]
        return name
    parser.context.diagnostics.warn(
        "invalid-discriminator",
        f"{site.pointer}/discriminator",
        "The discriminator names no property; it is ignored.",
        "Write `discriminator: {propertyName: ...}`.",
    )
    return None


def _explicit(parser: SchemaParser, site: Site) -> dict[str, SchemaId]:
    pointer = f"{site.pointer}/discriminator"
    mapping = parser.context.mapping(site.node["discriminator"], "mapping", pointer)
    found: dict[str, SchemaId] = {}
    for value, target in mapping.items():
        pointed = _target(parser, target)
        if pointed is None:
            parser.context.diagnostics.warn(
                "unresolvable-mapping",
                f"{pointer}/mapping",
                f"The discriminator value {shown(value)} is mapped to {shown(target)}, which does not exist;"
                " the entry is left out.",
                "Map the value to a schema of `components/schemas`.",
            )
        else:
            parser.refer(pointed, pointer)
            found[str(value)] = SchemaId(pointed)
    return found


def _target(parser: SchemaParser, target: object) -> str | None:
    """Find what a mapping entry means: a pointer, or the bare name of a component."""
    if not isinstance(target, str):
        return None
    if target.startswith("#/"):
        return target if parser.context.follow(target) is not None else None
    return parser.component(target)


def _component(schema_id: str) -> tuple[str, ...]:
    return (to_keys(schema_id)[-1],) if schema_id.startswith(_PREFIX) else ()


def _values(context: Context, node: object, name: str) -> tuple[str, ...]:
    """Return the texts that a variant's own schema allows for the property.

    What it extends may list the values of all that extend it, and tells only if it has a single one.
    """
    waiting = [(node, 0, False)]
    while waiting:
        current, depth, is_base = waiting.pop(0)
        if not isinstance(current, dict) or depth > 4:
            continue
        properties = current.get("properties")
        found = _texts(context, properties.get(name)) if isinstance(properties, dict) else ()
        if found and (len(found) == 1 or not is_base):
            return found
        if isinstance(parts := current.get("allOf"), list):
            whole = [part for part in parts if isinstance(part, dict)]
            whole.sort(key=lambda part: "$ref" in part)
            waiting.extend((part, depth + 1, is_base or "$ref" in part) for part in whole)
        if isinstance(ref := current.get("$ref"), str):
            waiting.append((context.follow(ref), depth + 1, is_base))
    return ()


def _texts(context: Context, schema: object) -> tuple[str, ...]:
    if isinstance(schema, dict) and isinstance(ref := schema.get("$ref"), str):
        schema = context.follow(ref)
    if not isinstance(schema, dict):
        return ()
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if not isinstance(values, list):
        return ()
    return tuple(value for value in values if isinstance(value, str))
