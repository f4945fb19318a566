"""Schemas of whole server-sent events, as ``itemSchema`` gives them (OpenAPI 3.2, section 4.14.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import ObjectSchema, SchemaRef, UnionSchema
from .merge import resolve
from .responses import base_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.operations import MediaType
    from ..ir.schemas import SchemaDefinition, SchemaId

_FIELDS = frozenset({"data", "event", "id", "retry", "comment"})


def envelopes(
    media: MediaType, schemas: Mapping[SchemaId, SchemaDefinition]
) -> tuple[SchemaId, ...]:
    """Return the objects that describe the fields of an event: one, or the variants of a union.

    There are none where the schema is that of the event's data. ``schemas`` are merged definitions.
    """
    event = media.item_schema or media.schema
    if event is None or base_type(media.name) != "text/event-stream":
        return ()
    found: dict[SchemaId, frozenset[str]] = {}
    waiting = [event]
    while waiting:
        schema = waiting.pop()
        meant = resolve(schemas, schema)
        if isinstance(meant, UnionSchema):
            waiting.extend(reversed(meant.variants))
        elif isinstance(meant, ObjectSchema) and isinstance(schema, SchemaRef):
            key = _last(schema.id, schemas)
            if key in found:
                continue
            found[key] = frozenset(item.name for item in meant.properties)
        else:
            return ()
    names = frozenset[str]().union(*found.values())
    whole = "data" in names and bool(names & {"event", "id", "retry"}) and names <= _FIELDS
    return tuple(found) if whole and all(found.values()) else ()


def _last(key: SchemaId, schemas: Mapping[SchemaId, SchemaDefinition]) -> SchemaId:
    """Return the definition that a chain of references ends with."""
    seen = {key}
    while isinstance(schema := schemas[key].schema, SchemaRef) and schema.id not in seen:
        key = schema.id
        seen.add(key)
    return key
