"""Definitions that are made of themselves with no object or array between say nothing; they are cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...ir.schemas import IntersectionSchema, SchemaRef, UnionSchema
from .scalars import ANYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...diagnostics import Diagnostics
    from ...ir.schemas import Schema, SchemaDefinition, SchemaId


_MADE_OF_OTHERS = (SchemaRef, UnionSchema, IntersectionSchema)


def broken(
    definitions: Mapping[SchemaId, SchemaDefinition], diagnostics: Diagnostics
) -> Mapping[SchemaId, SchemaDefinition]:
    """Leave out the members through which a definition consists of itself.

    ``A = A or B`` is ``B``, and so is ``A = A and B``; ``A = A`` alone accepts anything. Afterwards
    references, unions and intersections can be followed without end in sight being checked for.
    """
    made_of = {
        key: targets
        for key, definition in definitions.items()
        if isinstance(definition.schema, _MADE_OF_OTHERS)
        and (targets := list(_direct(definition.schema)))
    }
    cut = back_edges(made_of)
    if not cut:
        return definitions
    result = dict(definitions)
    for key, closing in cut.items():
        result[key] = replace(definitions[key], schema=_without(definitions[key].schema, closing))
        diagnostics.warn(
            "schema-made-of-itself",
            key,
            "The schema consists of itself by way of `$ref`; the circular member is left out.",
            "Put an object or array between, or remove the reference.",
        )
    return result


def _direct(schema: Schema) -> Iterator[SchemaId]:
    """Yield what ``schema`` is made of without an object or array between."""
    match schema:
        case SchemaRef(id=target):
            yield target
        case UnionSchema(variants=members) | IntersectionSchema(members=members):
            for member in members:
                yield from _direct(member)
        case _:
            return


def back_edges(made_of: Mapping[SchemaId, list[SchemaId]]) -> dict[SchemaId, set[SchemaId]]:
    """Return the edges that close a cycle, by depth-first search: from where, and to which."""
    cut: dict[SchemaId, set[SchemaId]] = {}
    done: set[SchemaId] = set()
    for root in made_of:
        if root in done:
            continue
        path = {root: iter(made_of[root])}
        while path:
            current, targets = next(reversed(path.items()))
            for target in targets:
                if target in path:
                    cut.setdefault(current, set()).add(target)
                elif target in made_of and target not in done:
                    path[target] = iter(made_of[target])
                    break
            else:
                done.add(current)
                del path[current]
    return cut


def _without(schema: Schema, targets: set[SchemaId]) -> Schema:
    match schema:
        case SchemaRef(id=target):
            return ANYTHING if target in targets else schema
        case UnionSchema(variants=members):
            kept = _kept(members, targets)
            return replace(schema, variants=kept) if kept else ANYTHING
        case IntersectionSchema(members=members):
            kept = _kept(members, targets)
            return replace(schema, members=kept) if kept else ANYTHING
        case _:
            return schema


def _kept(members: tuple[Schema, ...], targets: set[SchemaId]) -> tuple[Schema, ...]:
    return tuple(
        _without(member, targets)
        for member in members
        if not (isinstance(member, SchemaRef) and member.id in targets)
    )
