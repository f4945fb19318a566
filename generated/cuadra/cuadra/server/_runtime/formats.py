"""Which formats are asserted: all that are known, unless the document speaks JSON Schema's own dialect.

In that one a format is an annotation (JSON Schema 2020-12 validation, section 7.2.1). OpenAPI's documents
give formats to say what servers take, and those refuse what is malformed.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
# The OpenAPI format registry: what the validator does not know, as it is about numbers.
_BITS = {"int32": 31, "int64": 63}
_PAYLOAD = frozenset(("const", "default", "enum", "example", "examples", "required", "tags"))
_SCHEMA_MAPS = frozenset(("$defs", "dependentSchemas", "patternProperties", "properties"))
MARKS = (JSON_SCHEMA, *(f'"{name}"' for name in _BITS))
"""A document whose text has none of these stays as it is."""


def with_asserted_formats(openapi: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a document with formats of integers as bounds, and without those that assert nothing."""
    dialect = openapi.get("jsonSchemaDialect")
    return {key: _asserted(part, dialect == JSON_SCHEMA) for key, part in openapi.items()}


def _asserted(node: Any, is_annotation: bool) -> Any:
    """Return a schema, or what holds schemas; what does not change is shared."""
    if isinstance(node, list):
        items = [_asserted(item, is_annotation) for item in node]
        return items if any(map(operator.is_not, items, node)) else node
    if not isinstance(node, dict):
        return node
    dialect = node.get("$schema")
    if isinstance(dialect, str):
        is_annotation = dialect.removesuffix("#") == JSON_SCHEMA
    changed: dict[str, Any] = {}
    for key, value in node.items():
        kind = type(value)
        if (kind is not dict and kind is not list) or key in _PAYLOAD:
            continue
        if key in _SCHEMA_MAPS and kind is dict:
            new: Any = _asserted_members(value, is_annotation)
        else:
            new = _asserted(value, is_annotation)
        if new is not value:
            changed[key] = new
    name = node.get("format")
    if not isinstance(name, str):
        return {**node, **changed} if changed else node
    if is_annotation:
        return {key: value for key, value in {**node, **changed}.items() if key != "format"}
    if name in _BITS:
        changed |= _bounds(node, 1 << _BITS[name])
    return {**node, **changed} if changed else node


def _asserted_members(schemas: dict[str, Any], is_annotation: bool) -> dict[str, Any]:
    """Return schemas by name: here no name is a keyword."""
    changed = {
        name: new
        for name, one in schemas.items()
        if (new := _asserted(one, is_annotation)) is not one
    }
    return {**schemas, **changed} if changed else schemas


def _bounds(node: dict[str, Any], limit: int) -> dict[str, Any]:
    least = [one for one in (node.get("minimum"),) if isinstance(one, int | float)]
    most = [one for one in (node.get("maximum"),) if isinstance(one, int | float)]
    return {"minimum": max([-limit, *least]), "maximum": min([limit - 1, *most])}
