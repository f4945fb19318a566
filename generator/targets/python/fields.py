"""The fields of a model: their names, sides and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ir.schemas import NullSchema, SchemaRef, UnionSchema
from .literals import docstring
from .naming import FIELD_NAMES, identifier, unique

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ...ir.schemas import Annotations, Property, Schema
    from .lowering import Lowering, TypedProperty


def field_names(wire_names: Sequence[str], exported: Collection[str]) -> list[str]:
    """Return an attribute name for each property of a class, in order.

    A name that is right as it stands keeps it, whatever the others are: of ``fooBar`` and ``foo_bar``
    the second does. ``exported`` are the names of models, which annotations use.
    """
    wanted = [identifier(name, reserved=FIELD_NAMES) for name in wire_names]
    wanted = [f"{name}_" if name in exported else name for name in wanted]
    if len(set(wanted)) == len(wanted):
        return wanted
    taken = {name for name, wire_name in zip(wanted, wire_names, strict=True) if name == wire_name}
    return [
        name if name == wire_name else unique(name, taken)
        for name, wire_name in zip(wanted, wire_names, strict=True)
    ]


def is_read_only(field: TypedProperty, lowering: Lowering) -> bool:
    """Whether only responses have a property: said of it, beside its reference, or of what that means."""
    item = field.property
    return (
        item.annotations.read_only
        or item.schema.annotations.read_only
        or lowering.resolve(item.schema).annotations.read_only
    )


def is_write_only(field: TypedProperty, lowering: Lowering) -> bool:
    """Whether only requests have a property."""
    item = field.property
    return (
        item.annotations.write_only
        or item.schema.annotations.write_only
        or lowering.resolve(item.schema).annotations.write_only
    )


def described(annotations: Annotations) -> str:
    """Return the description of a schema, with a note if it is deprecated."""
    text = annotations.description
    if not annotations.deprecated:
        return text
    return f"{text}\n\nDeprecated." if text.strip() else "Deprecated."


def with_docstring(declaration: str, item: Property) -> str:
    """Return the declaration of a field with its docstring below, if anything is said of it."""
    text = item.annotations.description or _inner_description(item.schema)
    if item.annotations.deprecated:
        text = f"{text}\n\nDeprecated." if text.strip() else "Deprecated."
    found = docstring(text, 4) if text else ""
    return f"{declaration}\n    {found}" if found else declaration


def _inner_description(schema: Schema) -> str:
    """Return what is said of a property inside its schema, also within the one that may be null."""
    if isinstance(schema, SchemaRef):
        return schema.annotations.description
    if isinstance(schema, UnionSchema) and not schema.annotations.description:
        variants = [item for item in schema.variants if not isinstance(item, NullSchema)]
        return _inner_description(variants[0]) if len(variants) == 1 else ""
    return schema.annotations.description
