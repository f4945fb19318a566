"""Which fields of which OpenAPI object hold which objects: the map every walk goes by.

One table serves 2.0 to 3.2. What it does not name is payload (examples, defaults, enums, extensions)
and is never read as OpenAPI: a ``$ref`` in there is data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .pointers import child

if TYPE_CHECKING:
    from collections.abc import Sequence

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# Maps from free keys to objects of one kind.
MAPS: Final[dict[str, str]] = {
    "schemas": "schema",
    "parameters_map": "parameter",
    "headers": "header",
    "request_bodies": "request_body",
    "responses_map": "response",
    "responses": "response",
    "examples": "example",
    "links": "link",
    "callbacks": "callback",
    "callback": "path_item",
    "paths": "path_item",
    "path_items": "path_item",
    "security_schemes": "security_scheme",
    "media_types": "media_type",
    "encodings": "encoding",
    "additional_operations": "operation",
}

# In these maps a key that starts with `x-` is an extension, not an entry.
EXTENSIBLE_MAPS: Final = frozenset(("paths", "responses", "callback"))

_SCHEMA_FIELDS: Final[dict[str, str]] = {
    "properties": "schemas",
    "patternProperties": "schemas",
    "dependentSchemas": "schemas",
    "dependencies": "schemas",
    "definitions": "schemas",
    "$defs": "schemas",
    "items": "schema",
    "prefixItems": "schema",
    "additionalItems": "schema",
    "unevaluatedItems": "schema",
    "contains": "schema",
    "additionalProperties": "schema",
    "unevaluatedProperties": "schema",
    "propertyNames": "schema",
    "contentSchema": "schema",
    "allOf": "schema",
    "anyOf": "schema",
    "oneOf": "schema",
    "not": "schema",
    "if": "schema",
    "then": "schema",
    "else": "schema",
}

# A schema of these keywords alone holds nothing that is read as OpenAPI: most schemas of most documents.
LEAF: Final = frozenset(
    (
        *("type", "format", "enum", "const", "nullable", "title", "description", "deprecated"),
        *("default", "example", "examples", "readOnly", "writeOnly", "pattern", "required"),
        *("minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems"),
    )
)

# In 2.0 a parameter or header is half a schema itself.
_PARAMETER_FIELDS: Final[dict[str, str]] = {
    **_SCHEMA_FIELDS,
    "schema": "schema",
    "content": "media_types",
    "examples": "examples",
}

FIELDS: Final[dict[str, dict[str, str]]] = {
    "openapi": {
        "paths": "paths",
        "webhooks": "path_items",
        "components": "components",
        "definitions": "schemas",
        "parameters": "parameters_map",
        "responses": "responses_map",
        "securityDefinitions": "security_schemes",
    },
    "components": {
        "schemas": "schemas",
        "responses": "responses_map",
        "parameters": "parameters_map",
        "examples": "examples",
        "requestBodies": "request_bodies",
        "headers": "headers",
        "securitySchemes": "security_schemes",
        "links": "links",
        "callbacks": "callbacks",
        "pathItems": "path_items",
        "mediaTypes": "media_types",
    },
    "path_item": {
        **dict.fromkeys(_METHODS, "operation"),
        "parameters": "parameter",
        "additionalOperations": "additional_operations",
    },
    "operation": {
        "parameters": "parameter",
        "requestBody": "request_body",
        "responses": "responses",
        "callbacks": "callbacks",
    },
    "parameter": _PARAMETER_FIELDS,
    "header": _PARAMETER_FIELDS,
    "request_body": {"content": "media_types"},
    "response": {
        "headers": "headers",
        "content": "media_types",
        "links": "links",
        "schema": "schema",
    },
    "media_type": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "examples",
        "encoding": "encodings",
        "prefixEncoding": "encoding",
        "itemEncoding": "encoding",
    },
    "encoding": {
        "headers": "headers",
        "encoding": "encodings",
        "prefixEncoding": "encoding",
        "itemEncoding": "encoding",
    },
    "schema": _SCHEMA_FIELDS,
    "example": {},
    "link": {},
    "security_scheme": {},
}

# Where an object of a kind lives when it has a name of its own.
SECTIONS: Final[dict[str, str]] = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "request_body": "requestBodies",
    "header": "headers",
    "security_scheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
    "path_item": "pathItems",
    "media_type": "mediaTypes",
}


def child_kind(kind: str, key: str) -> str | None:
    """Return the kind of the member ``key`` of an object of ``kind``; ``None`` for payload."""
    entry = MAPS.get(kind)
    if entry is None:
        return FIELDS[kind].get(key)
    return None if kind in EXTENSIBLE_MAPS and key.startswith("x-") else entry


def kind_at(root: object, keys: Sequence[str], kind: str = "openapi") -> str | None:
    """Return what kind of object stands at ``keys`` below ``root``; ``None`` for payload.

    Raises:
        KeyError: there is nothing.
    """
    node = root
    found: str | None = kind
    for key in keys:
        if isinstance(node, dict) and found is not None:
            found = child_kind(found, key)
        node = child(node, key)
    return found
