"""Where schemas are used: in requests, in responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import ObjectSchema
from ..ir.visit import references
from .merge import resolve
from .polymorphism import any_of_family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..ir.api import Api
    from ..ir.operations import MediaType, Operation
    from ..ir.schemas import Schema, SchemaDefinition, SchemaId


def operations_of(api: Api) -> Iterator[Operation]:
    """Yield all operations, those of callbacks and webhooks after the API's own."""
    waiting = [*api.operations]
    waiting.extend(operation for webhook in api.webhooks for operation in webhook.operations)
    seen: set[int] = set()
    while waiting:
        inner: list[Operation] = []
        for operation in waiting:
            if id(operation) in seen:
                continue
            seen.add(id(operation))
            yield operation
            inner.extend(found for callback in operation.callbacks for found in callback.operations)
        waiting = inner


def request_schemas(operation: Operation) -> Iterator[Schema]:
    """Yield the schemas of what is sent: parameters and body."""
    for parameter in operation.parameters:
        yield parameter.schema
    if operation.request_body:
        yield from _content(operation.request_body.content)


def response_schemas(operation: Operation) -> Iterator[Schema]:
    """Yield the schemas of what comes back, without those of headers."""
    for response in operation.responses:
        yield from _content(response.content)


def _content(content: Iterable[MediaType]) -> Iterator[Schema]:
    for media in content:
        if media.schema is not None:
            yield media.schema
        if media.item_schema is not None:
            yield media.item_schema


def schemas_of(api: Api) -> Iterator[Schema]:
    """Yield the schemas that operations name, each shared one as often as it is named."""
    for operation in operations_of(api):
        yield from request_schemas(operation)
        yield from response_schemas(operation)


def nested_in_requests(
    api: Api, schemas: Mapping[SchemaId, SchemaDefinition]
) -> frozenset[SchemaId]:
    """Return what callers nest into arguments: definitions below the top level of request bodies.

    The properties of an object body are arguments themselves, so the object does not count, unless
    it also stands inside another or for others that extend it. What is ``readOnly`` is not sent.
    ``schemas`` are merged definitions.
    """
    found: set[SchemaId] = set()
    waiting: list[SchemaId] = []
    for operation in operations_of(api):
        for parameter in operation.parameters:
            waiting.extend(references(parameter.schema))
        for media in operation.request_body.content if operation.request_body else ():
            for schema in (media.schema, media.item_schema):
                if schema is not None:
                    top = resolve(schemas, schema)
                    if not isinstance(top, ObjectSchema) or not is_flat(top):
                        top = schema
                    waiting.extend(_sent(top))
    while waiting:
        key = waiting.pop()
        if key not in found and key in schemas:
            found.add(key)
            waiting.extend(_sent(schemas[key].schema))
            waiting.append(any_of_family(key))  # if there is one
    return frozenset(found)


def is_flat(schema: ObjectSchema) -> bool:
    """Whether the properties of a body of this schema are arguments: not if it stands for others."""
    has_others = schema.discriminator is not None and bool(schema.discriminator.mapping)
    return bool(schema.properties) and not has_others


def _sent(schema: Schema) -> Iterator[SchemaId]:
    """Yield what a schema refers to, without what only the server may write."""
    if not isinstance(schema, ObjectSchema):
        yield from references(schema)
        return
    for item in schema.properties:
        if not is_read_only(item.schema, item.annotations.read_only):
            yield from references(item.schema)
    for _, value in schema.pattern_properties:
        yield from references(value)
    yield from references(schema.additional)


def is_read_only(schema: Schema, declared: bool = False) -> bool:
    """Whether a property is ``readOnly``, as declared by itself or beside its reference."""
    return declared or schema.annotations.read_only
