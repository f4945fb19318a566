"""What two plain schemas (no objects, no unions) have in common, and what merging asks of any two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ..ir.schemas import (
    AnySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    IntersectionSchema,
    NeverSchema,
    NullSchema,
    NumberSchema,
    NumericConstraints,
    ObjectSchema,
    StringConstraints,
    StringSchema,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.schemas import Discriminator, Property, Schema, SchemaId
    from ..ir.values import JsonValue

_NEVER = NeverSchema()
_N = TypeVar("_N", int, "int | float")


def meet_scalars(left: Schema, right: Schema) -> Schema:
    """Return the schema of the values that fit both; ``NeverSchema`` where there are none.

    If one of the two says it all, that very value is returned.
    """
    for one, other in ((left, right), (right, left)):
        match one, other:
            case ConstSchema(value=value), _ if not isinstance(other, ConstSchema):
                return one if _accepts(other, value) else _NEVER
            case EnumSchema(values=values), _ if not isinstance(other, ConstSchema):
                kept = tuple(value for value in values if _accepts(other, value))
                return _enum_of(one, kept)
            case IntegerSchema(), NumberSchema():
                return one
            case _:
                pass
    if isinstance(left, ConstSchema) and isinstance(right, ConstSchema):
        return right if _same(left.value, right.value) else _NEVER
    if isinstance(left, StringSchema) and isinstance(right, StringSchema):
        return _meet_strings(left, right)
    if isinstance(left, IntegerSchema) and isinstance(right, IntegerSchema):
        bounds = _meet_bounds(left.constraints, right.constraints)
        met: Schema = replace(right, constraints=bounds, format=right.format or left.format)
        return right if met == right else met
    if isinstance(left, NumberSchema) and isinstance(right, NumberSchema):
        bounds = _meet_bounds(left.constraints, right.constraints)
        met = replace(right, constraints=bounds, format=right.format or left.format)
        return right if met == right else met
    same = isinstance(left, BooleanSchema | NullSchema) and type(left) is type(right)
    return right if same else _NEVER


def _enum_of(schema: EnumSchema, kept: tuple[JsonValue, ...]) -> Schema:
    if len(kept) == len(schema.values):
        return schema
    if not kept:
        return _NEVER
    return replace(schema, values=kept, names=(), descriptions=())


def _same(left: JsonValue, right: JsonValue) -> bool:
    """Compare as JSON does: ``true`` is not ``1``, ``1.0`` is."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def _accepts(schema: Schema, value: JsonValue) -> bool:
    match schema:
        case EnumSchema(values=values):
            return any(_same(value, known) for known in values)
        case StringSchema():
            return isinstance(value, str)
        case IntegerSchema() | NumberSchema():
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case BooleanSchema():
            return isinstance(value, bool)
        case NullSchema():
            return value is None
        case _:
            return False


def _meet_strings(left: StringSchema, right: StringSchema) -> StringSchema:
    one, other = left.constraints, right.constraints
    constraints = StringConstraints(
        largest(one.min_length, other.min_length),
        smallest(one.max_length, other.max_length),
        other.pattern or one.pattern,
    )
    met = replace(
        right,
        format=right.format or left.format,
        content_encoding=right.content_encoding or left.content_encoding,
        content_media_type=right.content_media_type or left.content_media_type,
        constraints=constraints,
        content_schema=right.content_schema or left.content_schema,
    )
    return right if met == right else met


def _meet_bounds(left: NumericConstraints, right: NumericConstraints) -> NumericConstraints:
    return NumericConstraints(
        largest(left.minimum, right.minimum),
        smallest(left.maximum, right.maximum),
        largest(left.exclusive_minimum, right.exclusive_minimum),
        smallest(left.exclusive_maximum, right.exclusive_maximum),
        right.multiple_of if right.multiple_of is not None else left.multiple_of,
    )


def largest(left: _N | None, right: _N | None) -> _N | None:
    """Return the greater bound of those that are there."""
    if left is None or right is None:
        return right if left is None else left
    return max(left, right)


def smallest(left: _N | None, right: _N | None) -> _N | None:
    """Return the lesser bound of those that are there."""
    if left is None or right is None:
        return right if left is None else left
    return min(left, right)


def either_property(left: Property, right: Property) -> Property:
    """Return what two schemas that hold at once declare, at least one under a condition.

    What is said without condition counts; of two conditions either may hold.
    """
    if left.conditional != right.conditional:
        found = right if left.conditional else left
    elif left.schema == right.schema:
        found = left
    else:
        found = replace(left, schema=UnionSchema((left.schema, right.schema), "anyOf"))
    return replace(found, required=left.required or right.required)


def is_bare_object(schema: Schema) -> bool:
    """Whether a schema says nothing but that the value is an object."""
    return (
        isinstance(schema, ObjectSchema)
        and not schema.properties
        and not schema.required_only
        and not schema.pattern_properties
        and schema.property_names is None
        and isinstance(schema.additional, AnySchema)
    )


def is_compound(schema: Schema) -> bool:
    """Whether meeting a schema may take a definition of its own."""
    return isinstance(schema, ObjectSchema | UnionSchema | IntersectionSchema)


def never_meet(left: Schema, right: Schema) -> bool:
    """Whether an object stands against something that is certainly none."""
    if isinstance(left, UnionSchema | IntersectionSchema):
        return False
    if isinstance(right, UnionSchema | IntersectionSchema):
        return False
    return isinstance(left, ObjectSchema) != isinstance(right, ObjectSchema)


def renamed_mapping(
    discriminator: Discriminator | None, names: Mapping[SchemaId, SchemaId]
) -> Discriminator | None:
    """Let a discriminator lead to what its targets became."""
    if discriminator is None:
        return None
    mapping = tuple((value, names.get(key, key)) for value, key in discriminator.mapping)
    return replace(discriminator, mapping=mapping)
