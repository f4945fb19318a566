"""Which responses of an operation are what: successes, JSON, and what a body is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.media_types import is_sequential
from ..ir.schemas import (
    IntersectionSchema,
    NullSchema,
    ObjectSchema,
    SchemaRef,
    UnionSchema,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..ir.api import Api
    from ..ir.operations import MediaType, Operation, Response
    from ..ir.schemas import Property, Schema

_DEEPEST = 16
_LEADING = (SchemaRef, UnionSchema, IntersectionSchema)


def base_type(media_type: str) -> str:
    """Return ``type/subtype`` in lower case, without parameters (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether the media type is one JSON text, or has the suffix ``+json`` (RFC 6839)."""
    base = base_type(media_type)
    if base in {"application/json", "text/json"}:
        return True
    return base.endswith("+json") and not is_sequential(base)


def successes(operation: Operation) -> tuple[Response, ...]:
    """Return the 2xx responses; where there are none, ``default`` stands for success."""
    found = tuple([one for one in operation.responses if one.status[:1] == "2"])
    if found or any(response.status[:1] in "13" for response in operation.responses):
        return found
    return tuple(response for response in operation.responses if response.status == "default")


def json_body(operation: Operation) -> MediaType | None:
    """Return the first JSON body with a schema among the successes."""
    for response in successes(operation):
        for media in response.content:
            if media.schema is not None and is_json(media.name):
                return media
    return None


def resolve(schema: Schema, api: Api) -> Schema:
    """Follow references, and unions of one schema and null, to what is behind them."""
    if not isinstance(schema, _LEADING):
        return schema
    for _ in range(_DEEPEST):
        if isinstance(schema, SchemaRef):
            definition = api.schemas.get(schema.id)
            if definition is None:
                return schema
            schema = definition.schema
        elif isinstance(schema, UnionSchema):
            others = [one for one in schema.variants if not isinstance(one, NullSchema)]
            if len(others) != 1:
                return schema
            schema = others[0]
        elif isinstance(schema, IntersectionSchema) and len(schema.members) == 1:
            schema = schema.members[0]
        else:
            return schema
    return schema


def properties(schema: Schema, api: Api) -> dict[str, Property]:
    """Return the declared properties of an object by wire name, those of ``allOf`` members included."""
    return {item.name: item for item in _properties(schema, api, set())}


def _properties(schema: Schema, api: Api, seen: set[int]) -> Iterator[Property]:
    found = resolve(schema, api)
    if id(found) in seen:
        return
    seen.add(id(found))
    if isinstance(found, ObjectSchema):
        yield from found.properties
    elif isinstance(found, IntersectionSchema):
        for member in found.members:
            yield from _properties(member, api, seen)
