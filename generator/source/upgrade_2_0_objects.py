"""The OpenAPI 2.0 objects that 3.0 shapes differently, each alone."""

from __future__ import annotations

from typing import Any, Final

_OBJECT: Final = frozenset(
    ("name", "in", "description", "required", "allowEmptyValue", "deprecated", "schema")
)
_FORM: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"
_JSON: Final = "application/json"
_QUERY_STYLES: Final = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}

TABS = "x-collectionFormat"
"""The extension that says `tsv` or `nested`, where OpenAPI 3 has no word for a `collectionFormat`."""


def parameter_3(parameter: dict[str, Any]) -> dict[str, Any]:
    """Move a parameter's type into a schema, its `collectionFormat` into style and explode."""
    if "$ref" in parameter or "content" in parameter:
        return parameter
    result = _outside_schema(parameter)
    result["schema"] = _schema(parameter)
    if result["schema"].get("type") == "array":
        result.update(_style(parameter))
    return result


def request_body_3(parameters: list[dict[str, Any]], consumes: list[str]) -> dict[str, Any] | None:
    """Make the request body that body or form parameters describe."""
    body = next((one for one in parameters if one.get("in") == "body"), None)
    if body is None:
        return _form_body(parameters, consumes) if parameters else None
    result = {
        key: value
        for key, value in body.items()
        if key in ("description", "required") or key.startswith("x-")
    }
    schema = {"schema": body["schema"]} if isinstance(body.get("schema"), dict | bool) else {}
    result["content"] = dict.fromkeys(consumes or [_JSON], schema)
    return result


def response_3(response: dict[str, Any], produces: list[str]) -> dict[str, Any]:
    """Move a response's schema and examples into content, header types into schemas."""
    if "$ref" in response:
        return response
    result = {
        key: value
        for key, value in response.items()
        if key not in ("schema", "examples", "headers")
    }
    headers = response.get("headers")
    if isinstance(headers, dict):
        result["headers"] = {
            name: _header(header) if isinstance(header, dict) else header
            for name, header in headers.items()
        }
    examples = response.get("examples")
    examples = examples if isinstance(examples, dict) else {}
    content: dict[str, dict[str, Any]] = {}
    schema = response.get("schema")
    if isinstance(schema, dict | bool):
        is_file = isinstance(schema, dict) and schema.get("type") == "file"
        default = "application/octet-stream" if is_file else _JSON
        content = {media_type: {"schema": schema} for media_type in produces or [default]}
    for media_type, example in examples.items():
        if media_type in content or "/" in media_type:
            known = content.get(media_type, {"schema": schema} if content else {})
            content[media_type] = {**known, "example": example}
    if content:
        result["content"] = content
    return result


def security_scheme_3(scheme: dict[str, Any]) -> dict[str, Any]:
    """Spell `basic` as an HTTP scheme, and OAuth 2 flows as 3.0 names them."""
    kind = scheme.get("type")
    if kind == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if kind != "oauth2" or "flows" in scheme:
        return scheme
    moved = ("flow", "authorizationUrl", "tokenUrl", "scopes")
    result = {key: value for key, value in scheme.items() if key not in moved}
    flow = {key: scheme[key] for key in moved[1:3] if key in scheme}
    scopes = scheme.get("scopes")
    flow["scopes"] = scopes if isinstance(scopes, dict) else {}
    result["flows"] = {_FLOWS.get(str(scheme.get("flow")), "implicit"): flow}
    return result


def _form_body(parameters: list[dict[str, Any]], consumes: list[str]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    encoding: dict[str, Any] = {}
    for parameter in parameters:
        name = str(parameter.get("name", ""))
        schema = _schema(parameter)
        if "description" in parameter:
            schema["description"] = parameter["description"]
        properties[name] = schema
        if schema.get("type") == "array":
            encoding[name] = _style(parameter)
    schema = {"type": "object", "properties": properties}
    required = [str(one.get("name", "")) for one in parameters if one.get("required") is True]
    if required:
        schema["required"] = required
    has_file = any(one.get("type") == "file" for one in parameters)
    accepted = (_MULTIPART,) if has_file else (_FORM, _MULTIPART)
    media_types = [name for name in consumes if name.split(";")[0].strip().lower() in accepted]
    media: dict[str, Any] = {"schema": schema}
    if encoding:
        media["encoding"] = encoding
    body: dict[str, Any] = {
        "content": dict.fromkeys(media_types or [_MULTIPART if has_file else _FORM], media)
    }
    if required:
        body["required"] = True
    return body


def _header(header: dict[str, Any]) -> dict[str, Any]:
    if "schema" in header or "$ref" in header:
        return header
    return {**_outside_schema(header), "schema": _schema(header)}


def _outside_schema(node: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in node.items()
        if (key in _OBJECT and key != "schema") or (key.startswith("x-") and key != "x-nullable")
    }


def _schema(node: dict[str, Any]) -> dict[str, Any]:
    """Return what a parameter, header or items object says of its value."""
    if isinstance(node.get("schema"), dict):
        return dict(node["schema"])
    schema = {
        key: value
        for key, value in node.items()
        if key not in _OBJECT and key != "collectionFormat" and not key.startswith("x-")
    }
    if "x-nullable" in node:
        schema["nullable"] = node["x-nullable"]
    if isinstance(schema.get("items"), dict):
        schema["items"] = _items(schema["items"])
    return schema


def _items(node: dict[str, Any]) -> dict[str, Any]:
    """Return an items object as a schema; the separator of an array in an array has no word in 3.0."""
    schema = {key: value for key, value in node.items() if key != "collectionFormat"}
    if isinstance(schema.get("items"), dict):
        schema["items"] = _items(schema["items"])
    return schema


def _style(parameter: dict[str, Any]) -> dict[str, Any]:
    """Spell `collectionFormat`.

    Tab-separated values have no style, commas come nearest; nor have arrays within arrays. The parser
    reports both by the extension that is left behind.
    """
    collection = parameter.get("collectionFormat", "csv")
    left = {TABS: "tsv"} if collection == "tsv" else {}
    items = parameter.get("items")
    if isinstance(items, dict) and items.get("type") == "array":
        left = {TABS: "nested"}
    if parameter.get("in") not in ("query", "formData"):
        return {"style": "simple", "explode": False, **left}
    style, explode = _QUERY_STYLES.get(str(collection), _QUERY_STYLES["csv"])
    return {"style": style, "explode": explode, **left}
