"""The fields of a model: their names, sides and descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ir.schemas import NullSchema, SchemaRef, UnionSchema
from .literals import docstring
from .naming import FIELD_NAMES, identifier, unique
from .sentences import sentence

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


def described(schema: Schema, lowering: Lowering) -> str:
    """Return what is said of a schema, with a note if it is deprecated."""
    return _noted(_description(schema, lowering), schema.annotations)


def with_docstring(declaration: str, item: Property, lowering: Lowering) -> str:
    """Return the declaration of a field with its docstring below, if anything is said of it."""
    said = item.annotations.description or _description(item.schema, lowering)
    text = _noted(said, item.annotations)
    found = docstring(text, 4) if text else ""
    return f"{declaration}\n    {found}" if found else declaration


def _noted(text: str, annotations: Annotations) -> str:
    text = sentence(text)
    if not annotations.deprecated or "deprecated" in text.lower():
        return text
    return f"{text}\n\nDeprecated." if text else "Deprecated."


def _description(schema: Schema, lowering: Lowering) -> str:
    """Return what is said of a schema, or of the only one of its variants that is not null.

    What another component says of itself stands there; what was written in place belongs here.
    """
    own = schema.annotations.description
    if own:
        return own
    if isinstance(schema, SchemaRef) and not lowering.is_named(schema.id):
        return lowering.resolve(schema).annotations.description
    if isinstance(schema, UnionSchema):
        variants = [item for item in schema.variants if not isinstance(item, NullSchema)]
        return _description(variants[0], lowering) if len(variants) == 1 else ""
    return ""
