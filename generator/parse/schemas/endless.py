"""Says which schemas demand another value of themselves in each value, so that none can be finite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ir.schemas import (
    ArraySchema,
    IntersectionSchema,
    ObjectSchema,
    SchemaRef,
    TupleSchema,
    UnionSchema,
)
from .cycles import back_edges

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from ...diagnostics import Diagnostics
    from ...ir.schemas import Schema, SchemaDefinition, SchemaId

_ARRAYS = frozenset((ArraySchema, TupleSchema))
_MADE_OF_OTHERS = _ARRAYS | {SchemaRef, UnionSchema, IntersectionSchema}


def tell_of_endless(
    definitions: Mapping[SchemaId, SchemaDefinition], diagnostics: Diagnostics
) -> None:
    """Report schemas that no finite value satisfies; of a circle of such, where it is entered."""
    edges = demands(definitions)
    endless = _without_end(definitions, edges)
    circles = back_edges({key: [one for one in edges[key] if one in endless] for key in endless})
    for key in dict.fromkeys(one for targets in circles.values() for one in targets):
        diagnostics.warn(
            "endless-schema",
            key,
            "Each value of the schema has to contain another one, so that none is ever complete;"
            " the model is made as it is declared.",
            "Let something on the way be absent, null or an empty list.",
        )


def demands(definitions: Mapping[SchemaId, SchemaDefinition]) -> dict[SchemaId, list[SchemaId]]:
    """Return for each definition the others of which its values may have to contain values."""
    found: dict[SchemaId, list[SchemaId]] = {}
    for key, definition in definitions.items():
        schema = definition.schema
        if type(schema) is ObjectSchema:  # as nearly all are
            inner = [
                item.schema
                for item in schema.properties
                if item.required and type(item.schema) in _MADE_OF_OTHERS
            ]
            if not inner:
                continue
            targets = [one.id for one in inner if type(one) is SchemaRef]
            if len(targets) < len(inner):
                targets += [
                    id_ for one in inner if type(one) in _ARRAYS for id_ in _references(one)
                ]
        elif type(schema) in _MADE_OF_OTHERS:
            targets = list(_references(schema))
        else:
            continue
        if targets:
            found[key] = targets
    return found


def _references(schema: Schema) -> Iterator[SchemaId]:
    match schema:
        case SchemaRef(id=target):
            yield target
        case UnionSchema(variants=members) | IntersectionSchema(members=members):
            for member in members:
                yield from _references(member)
        case ArraySchema(items=items, constraints=constraints) if constraints.min_items:
            yield from _references(items)
        case TupleSchema(prefix=prefix, constraints=constraints):
            for member in prefix[: constraints.min_items or 0]:
                yield from _references(member)
        case _:
            return


def _without_end(
    definitions: Mapping[SchemaId, SchemaDefinition], edges: Mapping[SchemaId, list[SchemaId]]
) -> dict[SchemaId, None]:
    """Return the definitions that have no finite value.

    What demands only definitions that have such values has them itself; so all that have them are found,
    beginning with those that demand nothing more.
    """
    demanded_by: dict[SchemaId, list[SchemaId]] = {}
    for key, targets in edges.items():
        for target in targets:
            demanded_by.setdefault(target, []).append(key)
    endless = dict.fromkeys(edges)
    waiting = list(endless)
    while waiting:
        key = waiting.pop()
        if key in endless and _ends(definitions[key].schema, endless):
            del endless[key]
            waiting.extend(demanded_by.get(key, ()))
    return endless


def _ends(schema: Schema, endless: Container[SchemaId]) -> bool:
    """Whether a schema has finite values, if those in ``endless`` have none."""
    match schema:
        case SchemaRef(id=target):
            return target not in endless
        case ObjectSchema(properties=properties):
            return all(_ends(item.schema, endless) for item in properties if item.required)
        case UnionSchema(variants=members):
            return any(_ends(member, endless) for member in members)
        case IntersectionSchema(members=members):
            return all(_ends(member, endless) for member in members)
        case ArraySchema(items=items, constraints=constraints):
            return not constraints.min_items or _ends(items, endless)
        case TupleSchema(prefix=prefix, constraints=constraints):
            return all(_ends(one, endless) for one in prefix[: constraints.min_items or 0])
        case _:
            return True
