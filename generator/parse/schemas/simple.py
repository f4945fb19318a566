"""Scalars of which nothing is said but format and annotations: most schemas of most documents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ...ir.schemas import (
    PLAIN,
    BooleanSchema,
    IntegerSchema,
    NumberSchema,
    Property,
    StringSchema,
    UnionSchema,
)
from .keywords import ANNOTATING
from .scalars import NULL

if TYPE_CHECKING:
    from ...ir.schemas import Annotations, Schema

_SAID: Final = ANNOTATING | {"type", "format"}
_Formatted: TypeAlias = type[StringSchema] | type[IntegerSchema] | type[NumberSchema]
_FORMATTED: Final[dict[str, _Formatted]] = {
    "string": StringSchema,
    "integer": IntegerSchema,
    "number": NumberSchema,
}
_BARE: Final[dict[str, Schema]] = {
    "string": StringSchema(),
    "integer": IntegerSchema(),
    "number": NumberSchema(),
    "boolean": BooleanSchema(),
}


def bare_property(name: str, node: dict[str, Any], required: bool) -> Property | None:
    """Convert a property of which nothing is said but type and format: half of all.

    ``None`` where something else is said. Equal ones are one value.
    """
    kind, form = node.get("type"), node.get("format", "")
    if type(form) is not str or len(node) != (2 if "format" in node else 1):
        return None
    if type(kind) is str:
        return _bare_property(name, kind, form, False, required)
    if type(kind) is list and len(kind) == 2 and kind[1] == "null" and type(kind[0]) is str:
        return _bare_property(name, kind[0], form, True, required)
    return None


@lru_cache(maxsize=1 << 15)
def _bare_property(
    name: str, kind: str, form: str, nullable: bool, required: bool
) -> Property | None:
    said: dict[str, Any] = {"type": [kind, "null"] if nullable else kind}
    schema = simple_schema({**said, "format": form} if form else said, PLAIN)
    return None if schema is None else Property(name, schema, required)


def simple_schema(node: dict[str, Any], annotations: Annotations) -> Schema | None:
    """Convert such a scalar, or one of its type or null; ``None`` for any other schema.

    It needs no place: nothing in it is defined, referred to, or reported.
    """
    if not _SAID.issuperset(node):
        return None
    kind = node.get("type")
    if type(kind) is str:
        if len(node) == 1:
            return _BARE.get(kind)
        return _scalar(kind, node, annotations)
    if type(kind) is list and len(kind) == 2 and kind[1] == "null" and type(kind[0]) is str:
        member = _scalar(kind[0], node, PLAIN)
        if member is not None:
            return UnionSchema((member, NULL), "type", annotations=annotations)
    return None


def _scalar(kind: str, node: dict[str, Any], annotations: Annotations) -> Schema | None:
    make = _FORMATTED.get(kind)
    if make is not None:
        form = node.get("format")
        return make(annotations, form if type(form) is str else "")
    return BooleanSchema(annotations) if kind == "boolean" else None
