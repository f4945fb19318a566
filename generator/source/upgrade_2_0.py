"""OpenAPI 2.0 to 3.0: moved sections, body parameters to request bodies, media types to content."""

from __future__ import annotations

from typing import Any, Final

from . import pointers
from .grammar import FIELDS, MAPS
from .upgrade_2_0_objects import parameter_3, request_body_3, response_3, security_scheme_3

_VERSION: Final = "3.0.4"
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SECTIONS: Final = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_MOVED: Final = frozenset(
    ("swagger", "host", "basePath", "schemes", "consumes", "produces", "paths", "components")
) | set(_SECTIONS)
_BODY_PLACES: Final = ("body", "formData")


def upgrade_2_0(root: dict[str, Any]) -> dict[str, Any]:
    """Return the 3.0 form of a 2.0 document whose references are local; it stays unchanged itself."""
    return _Upgrade(root).document()


def renamed_keys(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return where the upgrade puts the section entry that a 2.0 document has at ``keys``."""
    if keys and keys[0] in _SECTIONS:
        return ("components", _SECTIONS[keys[0]], *keys[1:])
    return keys


class _Upgrade:
    """One run; knows the document for what operations inherit from it."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._root = _with_new_schemas(root, "openapi")
        self._consumes = _media_types(root, "consumes")
        self._produces = _media_types(root, "produces")

    def document(self) -> dict[str, Any]:
        """Return the upgraded document."""
        root = self._root
        result: dict[str, Any] = {"openapi": _VERSION}
        result.update((key, value) for key, value in root.items() if key not in _MOVED)
        servers = self._servers(root.get("schemes"))
        if servers:
            result["servers"] = servers
        paths = root.get("paths")
        if isinstance(paths, dict):
            result["paths"] = self._path_items(paths)
        components = self._components()
        if components:
            result["components"] = components
        return result

    def _components(self) -> dict[str, Any]:
        root = self._root
        components = dict(_member(root, "components"))
        if "pathItems" in components:
            components["pathItems"] = self._path_items(components["pathItems"])
        schemas = _member(root, "definitions")
        parameters = {
            name: parameter_3(parameter)
            for name, parameter in _member(root, "parameters").items()
            if isinstance(parameter, dict) and not self._is_body(parameter)
        }
        responses = {
            name: response_3(response, self._produces)
            for name, response in _member(root, "responses").items()
            if isinstance(response, dict)
        }
        schemes = {
            name: security_scheme_3(scheme)
            for name, scheme in _member(root, "securityDefinitions").items()
            if isinstance(scheme, dict)
        }
        found = {
            "schemas": schemas,
            "parameters": parameters,
            "responses": responses,
            "securitySchemes": schemes,
        }
        for section, entries in found.items():
            if entries:
                components[section] = {**_member(components, section), **entries}
        return components

    def _servers(self, schemes: Any) -> list[dict[str, Any]]:
        host, base = self._root.get("host"), self._root.get("basePath")
        base = base if isinstance(base, str) else ""
        if not isinstance(host, str) or not host:
            return [{"url": base}] if base else []
        names = (
            [name for name in schemes if isinstance(name, str)] if isinstance(schemes, list) else []
        )
        return [{"url": f"{name}://{host}{base}".rstrip("/")} for name in names or ["https"]]

    def _path_items(self, items: dict[str, Any]) -> dict[str, Any]:
        return {
            path: self._path_item(item) if isinstance(item, dict) else item
            for path, item in items.items()
        }

    def _path_item(self, item: dict[str, Any]) -> dict[str, Any]:
        shared = _parameters(item)
        result = dict(item)
        kept = [parameter_3(parameter) for parameter in shared if not self._is_body(parameter)]
        if "parameters" in item:
            result["parameters"] = kept
        bodies = [self._found(parameter) for parameter in shared if self._is_body(parameter)]
        for method in _METHODS:
            if isinstance(item.get(method), dict):
                result[method] = self._operation(item[method], bodies)
        return result

    def _operation(self, operation: dict[str, Any], inherited: list[Any]) -> dict[str, Any]:
        consumes = _media_types(operation, "consumes") or self._consumes
        own = _media_types(operation, "produces")
        result = {
            key: value
            for key, value in operation.items()
            if key not in ("consumes", "produces", "schemes")
        }
        if "schemes" in operation and operation["schemes"] != self._root.get("schemes"):
            result["servers"] = self._servers(operation["schemes"])
        parameters = _parameters(operation)
        if "parameters" in operation:
            result["parameters"] = [
                parameter_3(parameter) for parameter in parameters if not self._is_body(parameter)
            ]
        bodies = [self._found(parameter) for parameter in parameters if self._is_body(parameter)]
        body = request_body_3(bodies or inherited, consumes)
        if body:
            result["requestBody"] = body
        if isinstance(operation.get("responses"), dict):
            result["responses"] = {
                code: self._response(response, own)
                for code, response in operation["responses"].items()
            }
        return result

    def _response(self, response: Any, own_produces: list[str]) -> Any:
        if not isinstance(response, dict):
            return response
        if own_produces and own_produces != self._produces:
            # A shared response speaks the media types of the operation that uses it.
            response = self._found(response)
        return response_3(response, own_produces or self._produces)

    def _is_body(self, parameter: dict[str, Any]) -> bool:
        return self._found(parameter).get("in") in _BODY_PLACES

    def _found(self, node: dict[str, Any]) -> dict[str, Any]:
        """Go through the references of a parameter or response."""
        for _ in range(20):
            reference = node.get("$ref")
            if not isinstance(reference, str):
                break
            keys = pointers.to_keys(reference)
            try:
                found = pointers.follow(self._root, keys)
            except KeyError:
                # References were rewritten for 3.0 already; the sections are still where 2.0 has them.
                try:
                    found = pointers.follow(self._root, _original_section(keys))
                except KeyError:
                    break
            if not isinstance(found, dict):
                break
            node = found
        return node


def source_keys(root: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return where a 2.0 document has what the upgraded one has at ``keys``, as near as it can be told."""
    keys = _original_section(keys)
    if len(keys) < 4 or keys[0] != "paths":
        return keys
    try:
        parameters = pointers.follow(root, (*keys[:3], "parameters"))
    except KeyError:
        return keys
    if not isinstance(parameters, list):
        return keys
    places = [
        parameter.get("in") if isinstance(parameter, dict) else None for parameter in parameters
    ]
    if keys[3] == "parameters" and len(keys) > 4 and keys[4].isdecimal():
        kept = [index for index, place in enumerate(places) if place not in _BODY_PLACES]
        index = int(keys[4])
        return (*keys[:4], str(kept[index]), *keys[5:]) if index < len(kept) else keys
    if keys[3] != "requestBody":
        return keys
    if "body" in places:
        return (*keys[:3], "parameters", str(places.index("body")), *keys[6:])
    field = keys[8] if len(keys) > 8 else None
    for index, parameter in enumerate(parameters):
        if places[index] == "formData" and field in (None, parameter.get("name")):
            return (*keys[:3], "parameters", str(index), *keys[9:])
    return keys


def _original_section(keys: tuple[str, ...]) -> tuple[str, ...]:
    if len(keys) > 1 and keys[0] == "components":
        for old, new in _SECTIONS.items():
            if keys[1] == new:
                return (old, *keys[2:])
    return keys


def _member(node: dict[str, Any], name: str) -> dict[str, Any]:
    value = node.get(name)
    return value if isinstance(value, dict) else {}


def _parameters(node: dict[str, Any]) -> list[dict[str, Any]]:
    parameters = node.get("parameters")
    if not isinstance(parameters, list):
        return []
    return [parameter for parameter in parameters if isinstance(parameter, dict)]


def _media_types(node: dict[str, Any], name: str) -> list[str]:
    value = node.get(name)
    values = value if isinstance(value, list) else [value]
    return [media_type for media_type in values if isinstance(media_type, str) and media_type]


def _with_new_schemas(node: Any, kind: str) -> Any:
    """Rewrite references, and in schemas the words that 3.0 spells differently."""
    if type(node) is list:
        return [_with_new_schemas(item, kind) if type(item) is dict else item for item in node]
    entry = MAPS.get(kind)
    fields = FIELDS.get(kind, {})
    result = {}
    for key, value in node.items():
        inner = entry or fields.get(key)
        if inner and (type(value) is dict or type(value) is list):
            value = _with_new_schemas(value, inner)
        elif key == "$ref" and entry is None and isinstance(value, str):
            value = pointers.from_keys(renamed_keys(pointers.to_keys(value)))
        elif kind == "schema":
            if key == "discriminator" and isinstance(value, str):
                value = {"propertyName": value}
            elif key == "x-nullable":
                key = "nullable"
        result[key] = value
    return result
