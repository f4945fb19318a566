"""The one traversal of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from .schemas import (
    AnySchema,
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    IntersectionSchema,
    NeverSchema,
    NullSchema,
    NumberSchema,
    ObjectSchema,
    SchemaRef,
    StringSchema,
    TupleSchema,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .schemas import Schema, SchemaId


def children(schema: Schema) -> tuple[Schema, ...]:
    """Return the schemas directly inside ``schema``; a reference has none."""
    match schema:
        case ObjectSchema():
            inner = [item.schema for item in schema.properties]
            inner.append(schema.additional)
            inner.extend(pattern_schema for _, pattern_schema in schema.pattern_properties)
            return tuple(inner)
        case ArraySchema():
            return (schema.items,)
        case StringSchema(content_schema=content):
            return () if content is None else (content,)
        case TupleSchema():
            return (*schema.prefix, schema.rest)
        case UnionSchema():
            return schema.variants
        case IntersectionSchema():
            return schema.members
        case (
            AnySchema()
            | NeverSchema()
            | NullSchema()
            | BooleanSchema()
            | IntegerSchema()
            | NumberSchema()
            | EnumSchema()
            | ConstSchema()
            | SchemaRef()
        ):
            return ()
        case _:
            assert_never(schema)


def references(schema: Schema) -> Iterator[SchemaId]:
    """Yield the ids that ``schema`` refers to, itself included if it is a reference, in order."""
    stack = [schema]
    while stack:
        current = stack.pop()
        if isinstance(current, SchemaRef):
            yield current.id
        else:
            stack.extend(reversed(children(current)))
