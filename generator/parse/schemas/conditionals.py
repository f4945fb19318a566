"""Properties that an object has under a condition: in ``then``, ``else`` and ``dependentSchemas``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...ir.schemas import Property, UnionSchema
from ...source.pointers import escape
from .annotations import annotations_of
from .keywords import branches

if TYPE_CHECKING:
    from collections.abc import Collection

    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Site


def conditional_properties(
    parser: SchemaParser, site: Site, declared: Collection[str], required: Collection[str]
) -> tuple[Property, ...]:
    """Convert the properties that only branches declare (JSON Schema core, section 10.2.2).

    One that several branches declare is whatever any of them says. ``required`` are the names that
    the object has in any case; what a branch requires, it requires under its condition only.
    """
    found: dict[str, Property] = {}
    for pointer, branch in branches(site.node, site.pointer, parser.context.follow):
        is_here = pointer.startswith(f"{site.pointer}/")
        for name, node in branch["properties"].items():
            if name in declared or type(node) is not dict:
                continue
            annotations = annotations_of(node)
            place = f"{pointer}/properties/{escape(name)}"
            if is_here:
                schema = parser.place(node, place, (*site.words, name), site.owner, annotations)
            else:
                schema = parser.property_of_another(place)
            if known := found.get(name):
                found[name] = replace(known, schema=either(known.schema, schema))
            else:
                found[name] = Property(
                    name, schema, name in required, annotations, conditional=True
                )
    return tuple(found.values())


def either(left: Schema, right: Schema) -> Schema:
    """Return the union of what two branches say of one property."""
    known = left.variants if isinstance(left, UnionSchema) and left.kind == "anyOf" else (left,)
    return left if right in known else UnionSchema((*known, right), "anyOf")
