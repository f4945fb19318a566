"""``oneOf``, ``anyOf`` and type arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ...ir.schemas import PLAIN, NullSchema, SchemaRef, UnionSchema
from .annotations import naming
from .discriminators import discriminator_of_union
from .names import variant_words
from .scalars import ANYTHING, NULL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...ir.schemas import Schema
    from .parser import SchemaParser
    from .site import Converter, Site

UnionKey = Literal["oneOf", "anyOf"]


def convert_union(
    parser: SchemaParser, site: Site, key: UnionKey, variants: Sequence[tuple[str, Any]]
) -> Schema:
    """Convert ``oneOf`` or ``anyOf``, given its members with their pointers."""
    nodes = [node for _, node in variants]
    words = variant_words(parser.context, site, nodes)
    placed = [
        parser.place(node, pointer, name, site.owner)
        for (pointer, node), name in zip(variants, words, strict=True)
    ]
    discriminator = discriminator_of_union(parser, site, nodes, placed)
    return UnionSchema(_distinct(placed), key, discriminator, site.annotations)


def convert_types(
    parser: SchemaParser, site: Site, types: Sequence[str], converters: dict[str, Converter]
) -> Schema:
    """Convert a type array: each type takes the keywords that concern it.

    Members that are objects are defined under ``<pointer>/type/<index>``.
    """
    single = len([name for name in types if name != "null"]) == 1
    members: list[Schema] = []
    for index, name in enumerate(types):
        if name == "null":
            members.append(NULL)
            continue
        words = site.words if single else (*site.words, name)
        kept = naming(site.annotations) if single and name == "object" else PLAIN
        bare = site._replace(annotations=kept, words=words)
        if name == "object":
            members.append(parser.hoist(f"{site.pointer}/type/{index}", bare, converters[name]))
        else:
            members.append(converters[name](parser, bare))
    return UnionSchema(tuple(members), "type", annotations=site.annotations)


def _distinct(schemas: list[Schema]) -> tuple[Schema, ...]:
    """Drop repeated references and nulls; a union of nothing accepts everything."""
    found: dict[object, Schema] = {}
    for index, schema in enumerate(schemas):
        match schema:
            case SchemaRef(id=target):
                found.setdefault(target, schema)
            case NullSchema():
                found.setdefault(NullSchema, schema)
            case _:
                found[index] = schema
    return tuple(found.values()) or (ANYTHING,)
