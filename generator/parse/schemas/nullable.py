"""``nullable: true`` where it is no keyword any more.

OpenAPI 3.1 has ``null`` as a type (JSON Schema validation, section 6.1.1); documents that were 3.0 once
still say ``nullable``, and their servers answer null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...ir.schemas import AnySchema, NullSchema, UnionSchema
from .annotations import annotations_of
from .keywords import COMPOSITION, is_null
from .scalars import NULL

if TYPE_CHECKING:
    from ...diagnostics import Diagnostics
    from ...ir.schemas import Schema


def is_nullable(node: dict[str, Any]) -> bool:
    """Whether a schema says ``nullable: true``."""
    return "nullable" in node and node["nullable"] is True


def with_null_type(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without ``nullable``, its types, values and members widened by null."""
    result = {key: value for key, value in node.items() if key != "nullable"}
    kind, values = result.get("type"), result.get("enum")
    if isinstance(kind, str) and COMPOSITION.isdisjoint(result):
        result["type"] = [kind, "null"]
        if isinstance(values, list) and None not in values:
            result["enum"] = [*values, None]
    for key in ("oneOf", "anyOf"):
        members = result.get(key)
        if isinstance(members, list) and not any(map(is_null, members)):
            result[key] = [*members, {"type": "null"}]
    return result


def or_null(schema: Schema, node: dict[str, Any], pointer: str, diagnostics: Diagnostics) -> Schema:
    """Return what ``node`` became, null among its members, and note it."""
    diagnostics.note(
        "nullable",
        pointer,
        "`nullable` is no keyword of OpenAPI 3.1 any more; null is accepted nevertheless, but for"
        " strict decoding.",
        'Add "null" to `type`.',
    )
    if isinstance(schema, NullSchema | AnySchema) or (
        isinstance(schema, UnionSchema)
        and any(isinstance(one, NullSchema) for one in schema.variants)
    ):
        return schema
    return UnionSchema((schema, NULL), "anyOf", annotations=annotations_of(node))
