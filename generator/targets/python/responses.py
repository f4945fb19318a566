"""Responses of an operation as Python types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import base_type, is_json, successes
from ...analyze.streaming import is_stream
from ...ir.schemas import (
    ArraySchema,
    BooleanSchema,
    IntegerSchema,
    NumberSchema,
    StringSchema,
)
from .parts import is_binary, parts_type
from .plan import ResponsePlan
from .types import ANY, BINARY_RESPONSE, NONE, STR, union

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.operations import MediaType, Operation
    from ...ir.schemas import Schema
    from .lowering import Lowering
    from .types import PyType

_TEXT = frozenset(
    [
        "application/xml",
        "application/yaml",
        "application/x-yaml",
        "application/javascript",
        "application/graphql",
        "application/csv",
        "application/x-www-form-urlencoded",
        "application/sql",
        "application/toml",
        "application/jwt",
        "image/svg+xml",
    ]
)
# RFC 9110, section 15.4; 300 and 304 lead nowhere by themselves.
_REDIRECTS = frozenset({"301", "302", "303", "307", "308", "3XX"})
_WILDCARDS = frozenset({"*/*", "application/*", "*", ""})


def plan_responses(operation: Operation, lowering: Lowering) -> tuple[ResponsePlan, ...]:
    """Return one plan for each documented status and media type, one for each status without content."""
    plans: list[ResponsePlan] = []
    for response in operation.responses:
        if not response.content:
            plans.append(ResponsePlan(response.status, "", None))
        for media in response.content:
            if is_stream(media.name):
                event = media.item_schema or media.schema
                kind = lowering.type_of(event) if event is not None else ANY
                plans.append(ResponsePlan(response.status, media.name, kind, is_stream=True))
            else:
                plans.append(ResponsePlan(response.status, media.name, body_type(media, lowering)))
    return tuple(plans)


def plan_headers(
    operation: Operation, lowering: Lowering
) -> tuple[tuple[str, tuple[tuple[str, PyType], ...]], ...]:
    """Return the headers of successes that are more than text, by status, with their types."""
    statuses = success_statuses(operation)
    found = []
    for response in operation.responses:
        if response.headers and response.status in statuses:
            kinds = [(one.name, _header_type(one.schema, lowering)) for one in response.headers]
            typed = tuple((name, kind) for name, kind in kinds if kind is not None)
            found += [(response.status, typed)] if typed else []
    return tuple(found)


def _header_type(schema: Schema, lowering: Lowering) -> PyType | None:
    """Return the type of a header; ``None`` for text and for objects, which hardly anybody sends."""
    if isinstance(schema, StringSchema) and not schema.format:
        return None
    found = lowering.resolve(schema)
    if isinstance(found, StringSchema):
        kind = lowering.type_of(schema)
        return None if kind == STR else kind
    inner = lowering.resolve(found.items) if isinstance(found, ArraySchema) else found
    is_plain = isinstance(inner, IntegerSchema | NumberSchema | BooleanSchema | StringSchema)
    return lowering.type_of(schema) if is_plain else None


def body_type(media: MediaType, lowering: Lowering) -> PyType:
    """Return the type of a response body: JSON by its schema, text, or bytes."""
    base = base_type(media.name)
    if base.startswith("multipart/"):
        return parts_type(media, lowering, BINARY_RESPONSE) or BINARY_RESPONSE
    schema = lowering.resolve(media.schema) if media.schema is not None else None
    binary = isinstance(schema, StringSchema) and is_binary(schema)
    if is_json(media.name):
        if binary:
            return BINARY_RESPONSE
        return ANY if media.schema is None else lowering.type_of(media.schema)
    if base in _WILDCARDS and media.schema is not None and not binary:
        return lowering.type_of(media.schema)
    if not binary and (
        base.startswith("text/") or base in _TEXT or base.endswith(("+xml", "+yaml"))
    ):
        return STR
    return BINARY_RESPONSE


def success_statuses(operation: Operation) -> frozenset[str]:
    """Return the statuses that are no errors: 2xx, redirects, and ``default`` where it is all there is."""
    found = {response.status for response in successes(operation)}
    found.update(one.status for one in operation.responses if one.status[:1] in {"1", "3"})
    return frozenset(found)


def leads_elsewhere(operation: Operation) -> bool:
    """Whether all that a GET answers is where something is: who goes there, as clients do, gets that."""
    if operation.method != "GET" or successes(operation):
        return False
    return any(one.status in _REDIRECTS and not one.content for one in operation.responses)


def result_type(responses: Iterable[ResponsePlan], statuses: frozenset[str]) -> PyType:
    """Return the type of a success that is no stream: the union of all documented ones."""
    kinds = [
        NONE if plan.type is None else plan.type
        for plan in responses
        if plan.status in statuses and not plan.is_stream and plan.status[:1] not in {"1", "3"}
    ]
    return union(*kinds) if kinds else NONE
