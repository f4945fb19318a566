"""Whether an example of a document is a value of the schema it stands beside: many are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from ...ir.schemas import (
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    NeverSchema,
    NullSchema,
    NumberSchema,
    ObjectSchema,
    StringSchema,
    TupleSchema,
    UnionSchema,
)

if TYPE_CHECKING:
    from ...ir.schemas import NumericConstraints, Schema
    from ...ir.values import JsonValue
    from .lowering import Lowering

_DEEPEST = 8
# RFC 3339, section 5.6; the others as they are mostly meant.
_FORMATS = {
    "date-time": re.compile(
        r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\Z"
    ),
    "date": re.compile(r"\d{4}-\d\d-\d\d\Z"),
    "uuid": re.compile(r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\Z"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\Z"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*\Z"),
}


def fits(
    value: JsonValue,
    schema: Schema,
    lowering: Lowering,
    depth: int = _DEEPEST,
    *,
    responses: bool = False,
) -> bool:
    """Whether ``value`` has the shape of ``schema``: types, constants, required members, lengths.

    Patterns are not run: one of a hostile document could take for ever.
    """
    if not depth:
        return True
    schema = lowering.resolve(schema)
    match schema:
        case NeverSchema():
            return False
        case NullSchema():
            return value is None
        case BooleanSchema():
            return isinstance(value, bool)
        case IntegerSchema(constraints=bounds):
            return _is_number(value) and value % 1 == 0 and _is_within(value, bounds)
        case NumberSchema(constraints=bounds):
            return _is_number(value) and _is_within(value, bounds)
        case StringSchema():
            return isinstance(value, str) and _is_text(value, schema)
        case EnumSchema(values=values):
            return any(value == one and type(value) is type(one) for one in values)
        case ConstSchema(value=only):
            return value == only and type(value) is type(only)
        case ArraySchema(items=items, constraints=limits):
            return (
                isinstance(value, list)
                and (limits.min_items or 0) <= len(value)
                and (limits.max_items is None or len(value) <= limits.max_items)
                and all(
                    fits(item, items, lowering, depth - 1, responses=responses) for item in value
                )
            )
        case TupleSchema(prefix=prefix):
            return isinstance(value, list) and len(value) >= len(prefix)
        case UnionSchema(variants=variants):
            return any(
                fits(value, variant, lowering, depth - 1, responses=responses)
                for variant in variants
            )
        case ObjectSchema():
            return isinstance(value, dict) and _has_members(
                value, schema, lowering, depth, responses=responses
            )
        case _:
            return True


def _is_number(value: JsonValue) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_within(value: float, bounds: NumericConstraints) -> bool:
    return not (
        (bounds.minimum is not None and value < bounds.minimum)
        or (bounds.maximum is not None and value > bounds.maximum)
        or (bounds.exclusive_minimum is not None and value <= bounds.exclusive_minimum)
        or (bounds.exclusive_maximum is not None and value >= bounds.exclusive_maximum)
    )


def _is_text(value: str, schema: StringSchema) -> bool:
    limits = schema.constraints
    if len(value) < (limits.min_length or 0):
        return False
    if limits.max_length is not None and len(value) > limits.max_length:
        return False
    form = _FORMATS.get(schema.format)
    return form is None or form.match(value) is not None


def _has_members(
    value: dict[str, JsonValue],
    schema: ObjectSchema,
    lowering: Lowering,
    depth: int,
    *,
    responses: bool,
) -> bool:
    declared = set()
    for item in schema.properties:
        declared.add(item.name)
        hidden = item.annotations.write_only if responses else item.annotations.read_only
        if item.name not in value:
            if item.required and not hidden:
                return False
        elif hidden or not fits(
            value[item.name], item.schema, lowering, depth - 1, responses=responses
        ):
            return False
    if any(name not in value for name in schema.required_only):
        return False
    choices = schema.required_any
    if choices and not any(value.keys() >= set(choice) for choice in choices):
        return False
    is_closed = isinstance(schema.additional, NeverSchema) and not schema.pattern_properties
    return not (is_closed and value.keys() - declared)
