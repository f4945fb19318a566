"""Objects that others extend: where one is meant, any of them may stand (OpenAPI 3.1, section 4.8.25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import (
    IntersectionSchema,
    NameHint,
    ObjectSchema,
    SchemaDefinition,
    SchemaId,
    SchemaRef,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def any_of_family(key: SchemaId) -> SchemaId:
    """Return the id of the union of an object and those that extend it."""
    return SchemaId(f"{key}/discriminator")


def families(
    schemas: Mapping[SchemaId, SchemaDefinition], declared: Mapping[SchemaId, SchemaDefinition]
) -> dict[SchemaId, SchemaDefinition]:
    """Define, for each object whose discriminator leads to others, the union of these and itself.

    The object itself comes last: it stands for values of the discriminator that mean none of them.
    Others that it leads to may be extended in their turn. ``declared`` are the definitions with their
    intersections, which tell what extends what.
    """
    found: dict[SchemaId, SchemaDefinition] = {}
    extended: dict[SchemaId, list[SchemaId]] | None = None
    for key, definition in schemas.items():
        schema = definition.schema
        if not isinstance(schema, ObjectSchema) or schema.discriminator is None:
            continue
        members = dict.fromkeys(
            target
            for _, target in schema.discriminator.mapping
            if target != key and _is_object(schemas, target)
        )
        if members and schema.properties:
            found.update([_family(definition, members)])
            extended = _extended(declared) if extended is None else extended
            for member in members:
                below = _below(member, extended)
                if inner := [one for one in members if one in below and one != member]:
                    found.setdefault(*_family(schemas[member], inner))
    return found


def _family(
    base: SchemaDefinition, members: Iterable[SchemaId]
) -> tuple[SchemaId, SchemaDefinition]:
    union = UnionSchema(tuple(map(SchemaRef, (*members, base.id))), "oneOf")
    hint = NameHint(("any", *base.hint.words), "derived")
    key = any_of_family(base.id)
    return key, SchemaDefinition(key, union, hint, base.owner or base.id)


def _extended(schemas: Mapping[SchemaId, SchemaDefinition]) -> dict[SchemaId, list[SchemaId]]:
    """Return what extends each definition with ``allOf``."""
    found: dict[SchemaId, list[SchemaId]] = {}
    for key, definition in schemas.items():
        if isinstance(definition.schema, IntersectionSchema):
            for member in definition.schema.members:
                if isinstance(member, SchemaRef):
                    found.setdefault(member.id, []).append(key)
    return found


def _below(key: SchemaId, extended: Mapping[SchemaId, list[SchemaId]]) -> set[SchemaId]:
    """Return what extends a definition, and what extends that."""
    found: set[SchemaId] = set()
    waiting = [key]
    while waiting:
        new = [one for one in extended.get(waiting.pop(), ()) if one not in found]
        found.update(new)
        waiting.extend(new)
    return found


def _is_object(schemas: Mapping[SchemaId, SchemaDefinition], key: SchemaId) -> bool:
    definition = schemas.get(key)
    return (
        definition is not None
        and isinstance(definition.schema, ObjectSchema)
        and bool(definition.schema.properties)
    )
