"""The defaults of fields: what the document says, if it is a value of the field's type."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from ...ir.values import ABSENT
from .fields import STAND_INS, meant
from .literals import literal
from .types import (
    ANY,
    BOOL,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    NONE,
    STR,
    DictOf,
    Generated,
    ListOf,
    LiteralOf,
    TupleOf,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ir.schemas import SchemaId
    from ...ir.values import Absent, JsonValue
    from .imports import Imports
    from .lowering import Lowering, TypedProperty
    from .types import PyType

_RUNTIME = "._runtime.models"
_CLOCK = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)\Z", re.ASCII
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)


def default_text(
    key: SchemaId, field: TypedProperty, lowering: Lowering, imports: Imports
) -> str | None:
    """Return the default of a field of the class ``key`` as an expression; ``None`` if it has none.

    Only scalars are written: what a list or an object says is for the server to fill in. A default of
    another type than the field's is left out, with a note.
    """
    value = _declared(field, lowering)
    if value is ABSENT or value is None:
        return None
    matched = next(matching(value, field.type, lowering), None)
    if matched is None:
        name = field.property.name
        token = name.replace("~", "~0").replace("/", "~1")
        lowering.diagnostics.note(
            "default-contradicts-type",
            f"{key}/properties/{token}",
            f"The default of {name!r} is no value of its schema; the field has no default.",
            "Give a default that the schema accepts.",
        )
        return None
    if isinstance(value, (list, dict)):
        return None
    if matched in (DATE, DATETIME) and isinstance(value, str):
        return f"{imports.add(_RUNTIME, f'{matched.name}Of')}({literal(value)})"
    return literal(value)


def _declared(field: TypedProperty, lowering: Lowering) -> JsonValue | Absent:
    """Return the default beside the property, else of the schema that it refers to, or is besides null."""
    item = field.property
    if not isinstance(item.schema, STAND_INS):
        own = item.annotations.default
        return item.schema.annotations.default if own is ABSENT else own
    for one in (item, *meant(item.schema, lowering)):
        if one.annotations.default is not ABSENT:
            return one.annotations.default
    return ABSENT


def matching(value: JsonValue, kind: PyType, lowering: Lowering) -> Iterator[PyType]:
    """Yield the members of a type that a value is of, in order; a type that is no union is its member."""
    seen: set[SchemaId] = set()
    waiting = [kind]
    while waiting:
        current = waiting.pop()
        if isinstance(current, UnionOf):
            waiting.extend(reversed(current.members))
        elif isinstance(current, Generated) and lowering.is_alias(current.id):
            if current.id not in seen:
                seen.add(current.id)
                waiting.append(lowering.alias_type(current.id))
        elif _has_type(value, current):
            yield current


def _has_type(value: JsonValue, kind: PyType) -> bool:
    """Whether a value is of a type that is no union."""
    match value:
        case _ if kind == ANY:
            return True
        case None:
            return kind == NONE
        case dict():
            return isinstance(kind, DictOf | Generated)
        case list():
            return isinstance(kind, ListOf | TupleOf)
        case _ if isinstance(kind, LiteralOf):
            return any(value == one and type(value) is type(one) for one in kind.values)
        case bool():
            return kind == BOOL
        case int():
            return kind in (INT, FLOAT)
        case float():
            return kind == FLOAT
        case _:
            return kind == STR or (kind in (DATE, DATETIME) and _is_time(value, kind))


def _is_time(text: str, kind: PyType) -> bool:
    """Whether a text is an RFC 3339 date or time that Python has."""
    pattern, read = (_DAY, date) if kind == DATE else (_CLOCK, datetime)
    try:
        return pattern.match(text) is not None and bool(read.fromisoformat(text.upper()))
    except ValueError:
        return False
