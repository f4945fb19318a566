"""Which values of which property mean a variant: by the discriminators of unions, said or inferred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...ir.schemas import (
    PLAIN,
    ConstSchema,
    EnumSchema,
    ObjectSchema,
    Property,
    SchemaRef,
    StringSchema,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...ir.schemas import Discriminator, Schema, SchemaDefinition, SchemaId

    Tags = dict[SchemaId, dict[str, tuple[str, ...]]]


def tags_of(schemas: Mapping[SchemaId, SchemaDefinition]) -> Tags:
    """Return, for each object that stands for some values of a discriminator: property -> the values.

    A value that is only the name of the variant's component counts where nothing else tells the variants
    apart: many documents do not follow that rule (OpenAPI 3.1, section 4.8.25). A union without
    discriminator goes by a property that all its objects limit to values of their own.
    """
    tags: Tags = {}
    for key, definition in schemas.items():
        schema = definition.schema
        if not isinstance(schema, UnionSchema | ObjectSchema):
            continue
        if schema.discriminator is not None:
            said = _said(schemas, schema.discriminator, is_family=isinstance(schema, ObjectSchema))
            for variant, value in said:
                if variant != key:
                    _add(tags, variant, schema.discriminator.property_name, (value,))
        elif isinstance(schema, UnionSchema):
            for variant, name, values in _inferred(schemas, schema):
                _add(tags, variant, name, values)
    return tags


def with_tags_declared(
    schemas: Mapping[SchemaId, SchemaDefinition],
) -> dict[SchemaId, SchemaDefinition]:
    """Give each object that stands for some values of a discriminator the property that has them.

    A document may name a property that no schema declares; values have it all the same. One that is
    only another name of an object becomes an object itself: the values are not the other's.
    """
    found = _with_own_objects(schemas)
    for definition in schemas.values():
        schema = definition.schema
        if not isinstance(schema, UnionSchema | ObjectSchema) or schema.discriminator is None:
            continue
        name = schema.discriminator.property_name
        said = _said(found, schema.discriminator, is_family=isinstance(schema, ObjectSchema))
        for variant in dict.fromkeys(key for key, _ in said if key != definition.id):
            inner = found[variant].schema
            if isinstance(inner, ObjectSchema) and all(
                item.name != name for item in inner.properties
            ):
                tag = Property(name, StringSchema(), required=name in inner.required_only)
                declared = replace(inner, properties=(*inner.properties, tag))
                found[variant] = replace(found[variant], schema=declared)
    return found


def _with_own_objects(
    schemas: Mapping[SchemaId, SchemaDefinition],
) -> dict[SchemaId, SchemaDefinition]:
    found = dict(schemas)
    for definition in schemas.values():
        schema = definition.schema
        if not isinstance(schema, UnionSchema) or schema.discriminator is None:
            continue
        for _, target in schema.discriminator.mapping:
            named = found.get(target)
            if named is not None and isinstance(named.schema, SchemaRef):
                reached = [*_objects(schemas, named.schema)]
                whole = found[reached[0]].schema if len(reached) == 1 else None
                if isinstance(whole, ObjectSchema):
                    said = named.schema.annotations
                    own = whole if said == PLAIN else replace(whole, annotations=said)
                    found[target] = replace(named, schema=own)
    return found


def _add(tags: Tags, variant: SchemaId, name: str, values: tuple[str, ...]) -> None:
    known = tags.setdefault(variant, {}).get(name, ())
    tags[variant][name] = tuple(dict.fromkeys((*known, *values)))


def _said(
    schemas: Mapping[SchemaId, SchemaDefinition], discriminator: Discriminator, *, is_family: bool
) -> Iterator[tuple[SchemaId, str]]:
    """Yield variants with their values; in a family the object that is extended takes what is left."""
    shapes: dict[frozenset[str], int] = {}
    for value, target in discriminator.mapping:
        if _is_name(value, target):
            shape = _shape(schemas, target)
            shapes[shape] = shapes.get(shape, 0) + 1
    for value, target in discriminator.mapping:
        is_name = _is_name(value, target)
        if is_family or not is_name or shapes[_shape(schemas, target)] > 1:
            for variant in _objects(schemas, SchemaRef(target)):
                if is_name:
                    for shown in _shown(schemas[variant].schema, discriminator.property_name):
                        if shown != value and shown.casefold() == value.casefold():
                            yield variant, shown
                yield variant, value


def _shown(schema: Schema, name: str) -> Iterator[str]:
    """Yield the texts that a document shows of a property: servers spell names otherwise than it does."""
    for item in schema.properties if isinstance(schema, ObjectSchema) else ():
        if item.name == name:
            said = item.schema.annotations
            for shown in (*said.examples, said.default):
                if isinstance(shown, str):
                    yield shown


def _is_name(value: str, target: SchemaId) -> bool:
    return value == target.rpartition("/")[2]


def _shape(schemas: Mapping[SchemaId, SchemaDefinition], target: SchemaId) -> frozenset[str]:
    """Return the names of all properties of a variant."""
    return frozenset(
        item.name
        for key in _objects(schemas, SchemaRef(target))
        if isinstance(found := schemas[key].schema, ObjectSchema)
        for item in found.properties
    )


def _inferred(
    schemas: Mapping[SchemaId, SchemaDefinition], union: UnionSchema
) -> Iterator[tuple[SchemaId, str, tuple[str, ...]]]:
    """Yield the values of the first property that tells all objects of a union apart."""
    variants = [key for member in union.variants for key in _objects(schemas, member)]
    if len(variants) < 2:
        return
    limited = [_limited(schemas, key) for key in variants]
    for name in limited[0]:
        listed = [values[name] for values in limited if name in values]
        together = [value for values in listed for value in values]
        if len(listed) == len(variants) and len(set(together)) == len(together):
            for variant, values in zip(variants, listed, strict=True):
                yield variant, name, values
            return


def _limited(
    schemas: Mapping[SchemaId, SchemaDefinition], key: SchemaId
) -> dict[str, tuple[str, ...]]:
    """Return the properties of an object that are limited to some texts."""
    schema = schemas[key].schema
    found: dict[str, tuple[str, ...]] = {}
    for item in schema.properties if isinstance(schema, ObjectSchema) else ():
        inner = item.schema
        while isinstance(inner, SchemaRef) and inner.id in schemas:
            inner = schemas[inner.id].schema
        match inner:
            case EnumSchema(values=values):
                texts = tuple(value for value in values if isinstance(value, str))
                if len(texts) == len(values):
                    found[item.name] = texts
            case ConstSchema(value=str() as value):
                found[item.name] = (value,)
            case _:
                pass
    return found


def _objects(schemas: Mapping[SchemaId, SchemaDefinition], schema: Schema) -> Iterator[SchemaId]:
    """Yield the objects that a variant means: itself, or the members of a union of unions."""
    waiting = [schema]
    seen: set[SchemaId] = set()
    while waiting:
        current = waiting.pop()
        if not isinstance(current, SchemaRef) or current.id in seen or current.id not in schemas:
            continue
        seen.add(current.id)
        match schemas[current.id].schema:
            case ObjectSchema():
                yield current.id
            case UnionSchema(variants=variants):
                waiting.extend(variants)
            case SchemaRef() as inner:
                waiting.append(inner)
            case _:
                pass
