"""Documents as Schemathesis can read them.

It tests no operation of which it cannot read everything. So what is beyond it is left open where it is
judged, as OpenAPI leaves open what is not said: references that lead nowhere, types that JSON Schema does
not have, ``required: true``, placeholders that no parameter declares, and the ``+`` of RFC 6570 in ``{+name}``.
What is listed for an array and is none is listed for its items.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null", "file")
_VALUES = ("example", "examples", "default", "enum", "const")
_SCHEMES = ("securitySchemes", "securityDefinitions")
_NO_SCHEMAS = ("in", "schema", "content")  # what may be required as a whole has one of these
_PLACEHOLDER = re.compile(r"\{\+?([^{}]+)\}")


def legible(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document without what keeps Schemathesis from testing its operations."""
    opened: dict[str, Any] = _opened(document, document)
    paths: dict[str, Any] = {}
    for path, item in opened["paths"].items():
        plain = _PLACEHOLDER.sub(r"{\1}", path)
        name = path if plain in opened["paths"] else plain
        paths[name] = _declared(_PLACEHOLDER.findall(path), item, opened)
    return {**opened, "paths": paths}


def _opened(node: Any, document: dict[str, Any]) -> Any:
    """Return a part of a document without references that lead nowhere and types that there are not."""
    if isinstance(node, list):
        return [_opened(item, document) for item in node]
    if not isinstance(node, dict):
        return node
    if isinstance(node.get("$ref"), str) and _followed(node, document) is None:
        return {}
    kept = _VALUES + _SCHEMES
    found = {name: item if name in kept else _opened(item, document) for name, item in node.items()}
    if isinstance(found.get("type"), str) and found["type"] not in _TYPES:
        del found["type"]
    if isinstance(found.get("required"), bool) and found.keys().isdisjoint(_NO_SCHEMAS):
        del found["required"]
    if isinstance(found.get("parameters"), list):
        found["parameters"] = [item for item in found["parameters"] if item]
    return _with_listed_items(found)


def _with_listed_items(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with values listed for an array, none of which is one, as those of its items."""
    values, items = schema.get("enum"), schema.get("items")
    if schema.get("type") != "array" or not (isinstance(values, list) and isinstance(items, dict)):
        return schema
    if any(isinstance(value, list) for value in values):
        return schema
    rest = {name: part for name, part in schema.items() if name != "enum"}
    return {**rest, "items": {"enum": values, **items}}


def _declared(names: list[str], item: Any, document: dict[str, Any]) -> Any:
    """Return a path item whose operations declare all placeholders of the path."""
    if not isinstance(item, dict):
        return item
    found = dict(item)
    for method in _METHODS:
        operation = item.get(method)
        if isinstance(operation, dict):
            given = [*item.get("parameters", ()), *operation.get("parameters", ())]
            known = {(_followed(one, document) or {}).get("name") for one in given}
            extra = [_text(name, document) for name in names if name not in known]
            if extra:
                own = [*operation.get("parameters", ()), *extra]
                found[method] = {**operation, "parameters": own}
    return found


def _text(name: str, document: dict[str, Any]) -> dict[str, Any]:
    kind = {"type": "string"}
    schema = kind if "swagger" in document else {"schema": kind}
    return {"name": name, "in": "path", "required": True, **schema}


def _followed(node: dict[str, Any], document: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a reference leads to within the document, None if to nothing."""
    found: Any = node
    seen: set[str] = set()
    while isinstance(found, dict) and isinstance(reference := found.get("$ref"), str):
        if not reference.startswith("#") or reference in seen:
            return None
        seen.add(reference)
        found = document
        for token in reference[1:].split("/")[1:]:
            found = _child(found, unquote(token).replace("~1", "/").replace("~0", "~"))
    return found if isinstance(found, dict) else None


def _child(node: Any, key: str) -> Any:
    if isinstance(node, list):
        return node[int(key)] if key.isdecimal() and int(key) < len(node) else None
    return node.get(key) if isinstance(node, dict) else None
