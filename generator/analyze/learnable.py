"""What answers tell of the ids of records, and whether that can stand in a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import IntegerSchema, NumberSchema, StringSchema
from .entities import fields_of, find_field, is_object, is_scalar, item_schema, plain
from .responses import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..ir.api import Api
    from ..ir.schemas import Property, Schema
    from .entities import Entity

_NUMBERS = IntegerSchema | NumberSchema
# Formats of texts that no number spells.
_NO_NUMBERS = frozenset(
    ["email", "idn-email", "uuid", "date", "date-time", "uri", "url", "ipv4", "ipv6"]
)


def tells_id(fields: Mapping[str, Property], place: str, asked: Schema | None, api: Api) -> bool:
    """Return whether properties have an id, however spelled, that can stand in the path of a record.

    Args:
        fields: the properties of an answer or a body.
        place: that of the id in records of the collection.
        asked: the schema of the path's parameter; ``None`` where it has none.
        api: all of the API.
    """
    schema = _schema_at(fields, place, api)
    if schema is None or is_object(schema, api) or item_schema(schema, api) is not None:
        return False
    wanted = resolve(asked, api) if asked is not None else None
    if isinstance(resolve(schema, api), _NUMBERS) and isinstance(wanted, StringSchema):
        return wanted.format not in _NO_NUMBERS
    return True


def also_shown_in(
    entities: Iterable[Entity], fields: Mapping[str, Property], place: str, api: Api
) -> tuple[str, ...]:
    """Return the schemas of answers whose id is of another kind than that of the record itself.

    That may have none at all: where only the rows of a list tell it, or are ids themselves.
    """
    own = _schema_at(fields, place, api)
    found: dict[str, None] = {}
    for entity in entities:
        shown = _schema_at(entity.fields, place, api) if place in entity.fields else None
        is_other = own is None or (
            shown is not None and _is_number(shown, api) != _is_number(own, api)
        )
        if is_scalar(entity.schema, api) or (shown is not None and is_other):
            found[entity.pointer] = None
    return tuple(found)


def _schema_at(fields: Mapping[str, Property], place: str, api: Api) -> Schema | None:
    *above, name = place.split("/")
    for holder in above:
        member = fields.get(find_field(fields, plain(holder)))
        fields = fields_of(member.schema, api) if member is not None else {}
    found = fields.get(find_field(fields, plain(name)))
    return found.schema if found is not None else None


def _is_number(schema: Schema, api: Api) -> bool:
    return isinstance(resolve(schema, api), _NUMBERS)
