"""Schemas of a single scalar type, and ``const``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ir.schemas import (
    ANY_TEXT,
    PLAIN,
    UNBOUNDED,
    AnySchema,
    BooleanSchema,
    ConstSchema,
    IntegerSchema,
    NullSchema,
    NumberSchema,
    NumericConstraints,
    StringConstraints,
    StringSchema,
)
from ..context import kind_of

if TYPE_CHECKING:
    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Site

ANYTHING = AnySchema()
NULL = NullSchema()
_BOOLEAN = BooleanSchema()

_LENGTHS = frozenset(("minLength", "maxLength", "pattern"))
_BOUNDS = frozenset(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"))


def convert_any(_: SchemaParser, site: Site) -> Schema:
    """Convert a schema that says nothing of the type."""
    return ANYTHING if site.annotations is PLAIN else AnySchema(site.annotations)


def convert_null(_: SchemaParser, site: Site) -> Schema:
    """Convert ``type: null``."""
    return NULL if site.annotations is PLAIN else NullSchema(site.annotations)


def convert_boolean(_: SchemaParser, site: Site) -> Schema:
    """Convert ``type: boolean``."""
    return _BOOLEAN if site.annotations is PLAIN else BooleanSchema(site.annotations)


def convert_const(_: SchemaParser, site: Site) -> Schema:
    """Convert ``const``, or an ``enum`` of one value."""
    node = site.node
    if "const" in node:
        return ConstSchema(node["const"], site.annotations)
    value = next(value for value in node["enum"] if value is not None)
    return ConstSchema(value, site.annotations)


def convert_string(parser: SchemaParser, site: Site) -> Schema:
    """Convert ``type: string``."""
    node = site.node
    constraints = ANY_TEXT if _LENGTHS.isdisjoint(node) else _text_constraints(parser, site)
    return StringSchema(
        site.annotations,
        _name(node.get("format")),
        _name(node.get("contentEncoding")),
        _name(node.get("contentMediaType")),
        constraints,
        _content(parser, site) if "contentSchema" in node else None,
    )


def _content(parser: SchemaParser, site: Site) -> Schema | None:
    """Convert ``contentSchema`` of a text that holds JSON (JSON Schema validation, section 8.5)."""
    essence = _name(site.node.get("contentMediaType")).partition(";")[0].strip().lower()
    if essence != "application/json" and not essence.endswith("+json"):
        return None
    pointer = f"{site.pointer}/contentSchema"
    return parser.place(site.node["contentSchema"], pointer, site.words, site.owner)


def convert_integer(parser: SchemaParser, site: Site) -> Schema:
    """Convert ``type: integer``."""
    return IntegerSchema(
        site.annotations, _name(site.node.get("format")), numeric_constraints(parser, site)
    )


def convert_number(parser: SchemaParser, site: Site) -> Schema:
    """Convert ``type: number``."""
    return NumberSchema(
        site.annotations, _name(site.node.get("format")), numeric_constraints(parser, site)
    )


def _name(value: object) -> str:
    return value if type(value) is str else ""


def _text_constraints(parser: SchemaParser, site: Site) -> StringConstraints:
    pattern = site.node.get("pattern")
    if pattern is not None and not isinstance(pattern, str):
        _ignored(parser, site, "pattern")
        pattern = None
    constraints = StringConstraints(
        count(parser, site, "minLength"), count(parser, site, "maxLength"), pattern
    )
    return ANY_TEXT if constraints == ANY_TEXT else constraints


def numeric_constraints(parser: SchemaParser, site: Site) -> NumericConstraints:
    """Read the bounds of a number."""
    if _BOUNDS.isdisjoint(site.node):
        return UNBOUNDED
    constraints = NumericConstraints(
        _bound(parser, site, "minimum"),
        _bound(parser, site, "maximum"),
        _bound(parser, site, "exclusiveMinimum"),
        _bound(parser, site, "exclusiveMaximum"),
        _bound(parser, site, "multipleOf"),
    )
    return UNBOUNDED if constraints == UNBOUNDED else constraints


def _bound(parser: SchemaParser, site: Site, key: str) -> int | float | None:
    value = site.node.get(key)
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    _ignored(parser, site, key)
    return None


def count(parser: SchemaParser, site: Site, key: str) -> int | None:
    """Read a keyword whose value must be a non-negative integer; ``3.0`` counts as one."""
    value = site.node.get(key)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, float) and value.is_integer() and value >= 0:
        return int(value)
    _ignored(parser, site, key)
    return None


def _ignored(parser: SchemaParser, site: Site, key: str) -> None:
    parser.context.diagnostics.warn(
        "invalid-constraint",
        f"{site.pointer}/{key}",
        f"`{key}` cannot be {kind_of(site.node[key])} such as this one; it is ignored.",
        "Correct the value or remove the keyword.",
    )
