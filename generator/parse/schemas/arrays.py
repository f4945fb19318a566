"""``type: array``: lists of one item schema, and tuples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...ir.schemas import (
    ANY_LENGTH,
    ArrayConstraints,
    ArraySchema,
    NeverSchema,
    TupleSchema,
)
from ..context import flag
from .scalars import ANYTHING, count

if TYPE_CHECKING:
    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Site

_CONSTRAINTS = frozenset(("minItems", "maxItems", "uniqueItems"))


def convert_array(parser: SchemaParser, site: Site) -> Schema:
    """Convert an array; one with ``prefixItems`` (before 2020-12: a list of ``items``) is a tuple."""
    node = site.node
    prefix = node.get("prefixItems")
    if isinstance(prefix, list) and prefix:
        return _tuple(parser, site, prefix, "prefixItems", "items")
    items = node.get("items")
    if isinstance(items, list):
        if items:
            return _tuple(parser, site, items, "items", "additionalItems")
        items = None
    if items is None and "items" not in node:
        schema: Schema = ANYTHING
    else:
        pointer = f"{site.pointer}/items"
        schema = parser.place(
            _with_enum(parser, site, items), pointer, (*site.words, "item"), site.owner
        )
    return ArraySchema(schema, _constraints(parser, site), site.annotations)


def _tuple(
    parser: SchemaParser, site: Site, prefix: list[Any], key: str, rest_key: str
) -> TupleSchema:
    members = tuple(
        parser.place(
            item, f"{site.pointer}/{key}/{index}", (*site.words, "item", str(index)), site.owner
        )
        for index, item in enumerate(prefix)
    )
    rest: Schema = ANYTHING
    if rest_key in site.node:
        rest = parser.place(
            site.node[rest_key], f"{site.pointer}/{rest_key}", (*site.words, "item"), site.owner
        )
    constraints = _constraints(parser, site)
    if constraints.max_items is not None and constraints.max_items <= len(members):
        rest = NeverSchema()
    return TupleSchema(members, rest, constraints, site.annotations)


def _constraints(parser: SchemaParser, site: Site) -> ArrayConstraints:
    if _CONSTRAINTS.isdisjoint(site.node):
        return ANY_LENGTH
    return ArrayConstraints(
        count(parser, site, "minItems"),
        count(parser, site, "maxItems"),
        flag(site.node, "uniqueItems"),
    )


def _with_enum(parser: SchemaParser, site: Site, items: object) -> object:
    """Move an ``enum`` of scalars that stands beside ``type: array`` to the items, where it is meant."""
    enum = site.node.get("enum")
    if not isinstance(enum, list) or not isinstance(items, dict) or "enum" in items:
        return items
    if "$ref" in items or any(isinstance(value, list) for value in enum):
        return items
    parser.context.diagnostics.warn(
        "enum-on-array",
        f"{site.pointer}/enum",
        "No array can be one of these values; they are taken for the values of its items.",
        "Move `enum` into `items`.",
    )
    return {**items, "enum": enum}
