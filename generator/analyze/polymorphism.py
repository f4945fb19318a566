"""Objects that others extend: where one is meant, any of them may stand (OpenAPI 3.1, section 4.8.25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import (
    NameHint,
    ObjectSchema,
    SchemaDefinition,
    SchemaId,
    SchemaRef,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def any_of_family(key: SchemaId) -> SchemaId:
    """Return the id of the union of an object and those that extend it."""
    return SchemaId(f"{key}/discriminator")


def families(schemas: Mapping[SchemaId, SchemaDefinition]) -> dict[SchemaId, SchemaDefinition]:
    """Define, for each object whose discriminator leads to others, the union of these and itself.

    The object itself comes last: it stands for values of the discriminator that mean none of them.
    """
    found: dict[SchemaId, SchemaDefinition] = {}
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
            union = UnionSchema(tuple(map(SchemaRef, (*members, key))), "oneOf")
            hint = NameHint(("any", *definition.hint.words), "derived")
            family = any_of_family(key)
            found[family] = SchemaDefinition(family, union, hint, definition.owner or key)
    return found


def _is_object(schemas: Mapping[SchemaId, SchemaDefinition], key: SchemaId) -> bool:
    definition = schemas.get(key)
    return (
        definition is not None
        and isinstance(definition.schema, ObjectSchema)
        and bool(definition.schema.properties)
    )
