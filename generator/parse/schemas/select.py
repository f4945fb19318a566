"""Which kind a schema is of: how to convert it, and whether it gets a definition where it stands inline."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ...ir.overlay import overlay
from ..context import shown
from .annotations import annotations_of
from .arrays import convert_array
from .closed import tell_of_closed_members
from .compositions import select_part, split
from .enums import convert_enum, convert_nullable_enum, is_scalar
from .keywords import COMPOSITION, TYPES, implied_type
from .objects import convert_object
from .scalars import (
    convert_any,
    convert_boolean,
    convert_const,
    convert_integer,
    convert_null,
    convert_number,
    convert_string,
)
from .unions import convert_types

if TYPE_CHECKING:
    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Converter, Site

BY_TYPE: dict[str, Converter] = {
    "string": convert_string,
    "integer": convert_integer,
    "number": convert_number,
    "boolean": convert_boolean,
    "null": convert_null,
    "array": convert_array,
    "object": convert_object,
    "": convert_any,
}
DEEPEST = 64
"""How deep schemas may be nested with no definition between: arrays of arrays, lone ``allOf`` members."""


class Selection(NamedTuple):
    """How a schema is converted. ``site`` is another one where the schema comes down to a lone member."""

    site: Site
    convert: Converter
    hoisted: bool


def given(schema: Schema) -> Converter:
    """Return a converter that answers ``schema`` whatever it is asked."""
    return lambda _parser, _site: schema


def select(parser: SchemaParser, site: Site, *, inline: bool) -> Selection:
    """Choose how to convert a schema and whether it is hoisted.

    A composition of one member is that member, with the annotations of both.
    """
    for _ in range(DEEPEST):
        node = site.node
        if COMPOSITION.isdisjoint(node):
            break
        if "allOf" in node:
            tell_of_closed_members(parser.context, site)
        parts = split(parser, site)
        if (member := parts.lone_member) is not None:
            pointer, inner = member
            if type(inner) is not dict:
                schema = parser.not_an_object(inner, pointer)
                return Selection(site, given(schema), False)
            annotations = overlay(site.annotations, annotations_of(inner))
            site = site._replace(node=inner, pointer=pointer, annotations=annotations)
            continue
        chosen = select_part(parts)
        if chosen is None:
            break
        return Selection(site, *chosen)
    else:
        return Selection(site, given(parser.too_deep(site.pointer)), False)
    return Selection(site, *select_plain(parser, site, inline=inline))


def select_plain(parser: SchemaParser, site: Site, *, inline: bool) -> tuple[Converter, bool]:
    """Choose how to convert a schema without regard to compositions."""
    node = site.node
    if "const" in node:
        return (convert_null if node["const"] is None else convert_const), False
    kind = node.get("type")
    types = [kind] if type(kind) is str and kind in TYPES else _types(parser, site)
    enum = node.get("enum")
    if "enum" in node and not (types == ["array"] and "items" in node):
        if isinstance(enum, list) and enum:
            chosen = _select_enum(enum, types, inline=inline)
            if chosen is not None:
                return chosen
        else:
            parser.context.diagnostics.warn(
                "invalid-enum",
                f"{site.pointer}/enum",
                "`enum` lists no values; it is ignored.",
                "List the values or remove `enum`.",
            )
    if not types:
        implied = implied_type(node, parser.context.follow)
        return BY_TYPE[implied], implied == "object"
    if len(types) == 1:
        return BY_TYPE[types[0]], types[0] == "object"
    convert = partial(convert_types, types=types, converters=BY_TYPE)
    return convert, len([name for name in types if name != "null"]) > 1


def _select_enum(
    enum: list[Any], types: list[str], *, inline: bool
) -> tuple[Converter, bool] | None:
    values = [value for value in enum if value is not None] if None in enum else enum
    if not values:
        return convert_null, False
    if len(values) > 1 and all(isinstance(value, bool) for value in values):
        return None if {True, False} == set(values) and types else (convert_enum, True)
    if len(values) < len(enum) or "null" in types:
        return convert_nullable_enum, False
    if inline and len(values) == 1 and is_scalar(values[0]):
        return convert_const, False
    return convert_enum, True


def _types(parser: SchemaParser, site: Site) -> list[str]:
    """Read ``type`` as a list; what is no type is reported and left out."""
    declared = site.node.get("type")
    if declared is None:
        return []
    names = declared if isinstance(declared, list) else [declared]
    types = [name for name in names if isinstance(name, str) and name in TYPES]
    if len(types) < len(names) or not names:
        parser.context.diagnostics.warn(
            "unknown-type",
            f"{site.pointer}/type",
            f"`type` is {shown(declared)}, which JSON Schema does not know; what is unknown is ignored.",
            f"Use one of {', '.join(sorted(TYPES))}.",
        )
    return list(dict.fromkeys(types))
