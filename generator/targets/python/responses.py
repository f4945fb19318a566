"""Responses of an operation as Python types."""

from __future__ import annotations

from functools import lru_cache
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
_EMPTY = frozenset({"204", "205"})  # RFC 9110, sections 15.3.5 and 15.3.6
_FULL = frozenset({"200", "2XX", "default"})
_XML = frozenset({"application/xml", "text/xml"})
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
                kind = body_type(media, lowering)
                is_other = len(response.content) > 1 and _is_other_form(media, response.content)
                plans.append(
                    ResponsePlan(response.status, media.name, kind, is_other_form=is_other)
                )
    return tuple(plans)


def _is_other_form(media: MediaType, content: Iterable[MediaType]) -> bool:
    """Whether a body is XML beside JSON, or has the schema of the JSON beside it."""
    if is_json(media.name):
        return False
    base = base_type(media.name)
    is_xml = base in _XML or (base.endswith("+xml") and not base.startswith("image/"))
    return any(
        is_json(one.name) and one.schema is not None and (is_xml or one.schema == media.schema)
        for one in content
    )


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
    return _success_statuses(tuple([one.status for one in operation.responses]))


@lru_cache(maxsize=1024)  # few operations differ in this, and each is asked often
def _success_statuses(statuses: tuple[str, ...]) -> frozenset[str]:
    found = {status for status in statuses if status[:1] in {"1", "2", "3"}}
    return frozenset(found or {"default"}.intersection(statuses))


def leads_elsewhere(operation: Operation) -> bool:
    """Whether all that a GET answers is where something is: who goes there, as clients do, gets that."""
    if operation.method != "GET" or successes(operation):
        return False
    return any(one.status in _REDIRECTS and not one.content for one in operation.responses)


def undescribed(operation: Operation) -> frozenset[str]:
    """Return the successes that answer with something that the document does not describe.

    Where no success names a media type, that of a GET was left out, since it asks for a representation
    (RFC 9110, section 9.3.1), and so was that of 200: empty answers are 204 (section 15.3.1).
    """
    found = successes(operation)
    if operation.method == "HEAD" or any(one.content for one in found):
        return frozenset()
    statuses = {one.status for one in found} - _EMPTY
    return frozenset(statuses if operation.method == "GET" else statuses & _FULL)


def result_type(responses: Iterable[ResponsePlan], statuses: frozenset[str]) -> PyType:
    """Return the type of a success that is no stream: the union of all documented ones.

    Other forms of what JSON says are left out: the client asks for JSON.
    """
    kinds = [
        NONE if plan.type is None else plan.type
        for plan in responses
        if plan.status in statuses
        and not plan.is_stream
        and not plan.is_other_form
        and plan.status[:1] not in {"1", "3"}
    ]
    return union(*kinds) if kinds else NONE
