"""The fields of a model: their names, sides and descriptions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...ir.schemas import NullSchema, SchemaRef, UnionSchema
from .literals import docstring
from .naming import FIELD_NAMES, identifier, unique
from .sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ...ir.schemas import Annotations, Property, Schema, SchemaId
    from .lowering import Lowering


def field_names(wire_names: Sequence[str], exported: Collection[str]) -> list[str]:
    """Return an attribute name for each property of a class, in order.

    A name that is right as it stands keeps it, whatever the others are: of ``fooBar`` and ``foo_bar``
    the second does. ``exported`` are the names of models, which annotations use.
    """
    wanted = list(map(_field_name, wire_names))
    wanted = [f"{name}_" if name in exported else name for name in wanted]
    if len(set(wanted)) == len(wanted):
        return wanted
    taken = {name for name, wire_name in zip(wanted, wire_names, strict=True) if name == wire_name}
    return [
        name if name == wire_name else unique(name, taken)
        for name, wire_name in zip(wanted, wire_names, strict=True)
    ]


@lru_cache(maxsize=16384)  # the same few names again and again
def _field_name(wire_name: str) -> str:
    return identifier(wire_name, reserved=FIELD_NAMES)


def is_read_only(item: Property, lowering: Lowering) -> bool:
    """Whether only responses have a property: said of it, beside its reference, or of what that means."""
    return item.annotations.read_only or any(
        schema.annotations.read_only for schema in meant(item.schema, lowering)
    )


def is_write_only(item: Property, lowering: Lowering) -> bool:
    """Whether only requests have a property."""
    if item.annotations.write_only or item.schema.annotations.write_only:
        return True
    if isinstance(item.schema, STAND_INS):
        for schema in meant(item.schema, lowering):
            if schema.annotations.write_only:
                return True
    return False


STAND_INS = (SchemaRef, UnionSchema)
"""What may stand for another schema; see :func:`meant`."""


def meant(schema: Schema, lowering: Lowering) -> list[Schema]:
    """Return a schema and what it stands for in turn: what it refers to, or is instead of null.

    Something may be said of each; what is said nearer goes before.
    """
    found = [schema]
    seen: set[SchemaId] = set()
    while True:
        if isinstance(schema, SchemaRef):
            definition = lowering.schemas.get(schema.id)
            if definition is None or schema.id in seen:
                return found
            seen.add(schema.id)
            schema = definition.schema
        elif isinstance(schema, UnionSchema):
            variants = [item for item in schema.variants if not isinstance(item, NullSchema)]
            if len(variants) != 1:
                return found
            (schema,) = variants
        else:
            return found
        found.append(schema)


def described(schema: Schema, lowering: Lowering) -> str:
    """Return what is said of a schema, with a note if it is deprecated."""
    return _noted(_description(schema, lowering), schema.annotations)


def with_docstring(declaration: str, item: Property, lowering: Lowering) -> str:
    """Return the declaration of a field with its docstring below, if anything is said of it."""
    said = said_of(item, lowering)
    if not said and not item.annotations.deprecated:
        return declaration
    text = _noted(said, item.annotations)
    found = docstring(text, 4) if text else ""
    return f"{declaration}\n    {found}" if found else declaration


def said_of(item: Property, lowering: Lowering) -> str:
    """Return the description of a field."""
    said = item.annotations.description or item.schema.annotations.description
    if said or not isinstance(item.schema, STAND_INS):
        return said
    return _description(item.schema, lowering)


def _noted(text: str, annotations: Annotations) -> str:
    text = sentence(text)
    if not annotations.deprecated or "deprecated" in text.lower():
        return text
    return f"{text}\n\nDeprecated." if text else "Deprecated."


def _description(schema: Schema, lowering: Lowering) -> str:
    """Return what is said of a schema, or of the only one of its variants that is not null.

    What another component says of itself stands there; what was written in place belongs here.
    """
    for found in meant(schema, lowering):
        if found.annotations.description:
            return found.annotations.description
        if isinstance(found, SchemaRef) and _is_named(found.id, lowering):
            break
    return ""


def _is_named(key: SchemaId, lowering: Lowering) -> bool:
    return key in lowering.schemas and lowering.is_named(key)
