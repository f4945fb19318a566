"""The schemas of any bundled OpenAPI 3.1 document, judged by jsonschema-rs and nothing of ours."""

from __future__ import annotations

import re
from typing import Any, Literal
from urllib.parse import quote

import jsonschema_rs

View = Literal["", "readOnly", "writeOnly"]
URI = "urn:document"
TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
_DEPTH = 40
MANY = "is valid under more than one of the schemas of a oneOf"
"""What is said of a value that several members of a ``oneOf`` take."""


class Schemas:
    """The document, by pointer; a pointer has a leading ``#``."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document: dict[str, Any] = _as_meant(document)
        self._registries: dict[tuple[View, bool], jsonschema_rs.Registry] = {}
        self._validators: dict[tuple[str, View], jsonschema_rs.Validator | None] = {}

    def node(self, pointer: str) -> Any:
        """Return what a pointer leads to. Raises ``KeyError`` if there is nothing."""
        found: Any = self.document
        for token in pointer.removeprefix("#").split("/")[1:]:
            token = token.replace("~1", "/").replace("~0", "~")
            try:
                found = found[int(token)] if isinstance(found, list) else found[token]
            except (TypeError, ValueError, IndexError) as error:
                raise KeyError(pointer) from error
        return found

    def resolve(self, pointer: str) -> str:
        """Follow references from a pointer to what is no reference (or a cycle of them).

        Those on the way are followed, too: an operation may stand behind that of its path item.
        """
        try:
            self.node(pointer)
        except KeyError:
            pointer = self._through(pointer)
        for _ in range(_DEPTH):
            node = self.node(pointer)
            if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
                return pointer
            if not node["$ref"].startswith("#/") or _has_constraints(node):
                return pointer
            pointer = unquoted(node["$ref"])
        return pointer

    def dereference(self, pointer: str) -> str:
        """Follow Reference Objects: what stands beside ``$ref`` does not count (OpenAPI 3.1, 4.8.23)."""
        for _ in range(_DEPTH):
            pointer = self.resolve(pointer)
            node = self.node(pointer)
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                break
            pointer = unquoted(reference)
        return pointer

    def _through(self, pointer: str) -> str:
        where = "#"
        for token in pointer.split("/")[1:]:
            node = self.node(where)
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                where = self.resolve(unquoted(node["$ref"]))
            where = f"{where}/{token}"
        self.node(where)
        return where

    def parts(self, pointer: str, depth: int = 0) -> list[str]:
        """Return the pointers of all schemas that say something of the same value."""
        node = self.node(pointer)
        if not isinstance(node, dict) or depth > 12:
            return [pointer]
        found = [pointer]
        if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/"):
            found += self.parts(unquoted(node["$ref"]), depth + 1)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index in range(len(node.get(keyword) or ())):
                found += self.parts(f"{pointer}/{keyword}/{index}", depth + 1)
        return found

    def types(self, pointer: str) -> set[str]:
        """Return the JSON types that a value may have, as far as the schemas name them."""
        found: set[str] = set()
        for part in self.parts(pointer):
            node = self.node(part)
            if isinstance(node, dict):
                named = node.get("type")
                found |= {named} if isinstance(named, str) else set(named or ())
                found |= {"object"} if "properties" in node and not named else set()
                found |= {"array"} if "items" in node and not named else set()
        return found

    def child(self, pointer: str, *keywords: str) -> str | None:
        """Return the pointer of the first of some sub-schemas (``properties/name``, ``items``)."""
        for part in self.parts(pointer):
            for keyword in keywords:
                try:
                    node = self.node(f"{part}/{keyword}")
                except KeyError:
                    continue
                if isinstance(node, dict):
                    return f"{part}/{keyword}"
        return None

    def names(self, pointer: str) -> set[str]:
        """Return the properties that any of the schemas of a value declares."""
        nodes = (self.node(part) for part in self.parts(pointer))
        return {
            name for one in nodes if isinstance(one, dict) for name in one.get("properties") or ()
        }

    def validator(self, pointer: str, view: View = "") -> jsonschema_rs.Validator | None:
        """Return the validator of a schema; ``None`` if no validator can be made of it.

        ``view``: properties with this mark may be missing though required (OpenAPI 3.1, 4.8.24).
        """
        key = pointer, view
        if key not in self._validators:
            self._validators[key] = self._compile(pointer, view)
        return self._validators[key]

    def errors(self, value: Any, pointer: str, view: View = "") -> list[str]:
        """Return what is wrong with a value; nothing if the schema cannot be judged by."""
        validator = self.validator(pointer, view)
        if validator is None:
            return []
        return [
            f"{_said(error)} at {list(error.instance_path)}"
            for error in list(validator.iter_errors(value))[:3]
        ]

    def is_valid(self, value: Any, pointer: str, view: View = "") -> bool:
        """Say whether a value is valid; also where the schema cannot be judged by."""
        validator = self.validator(pointer, view)
        return validator is None or validator.is_valid(value)

    def _compile(self, pointer: str, view: View) -> jsonschema_rs.Validator | None:
        for lenient in (False, True):
            try:
                return jsonschema_rs.Draft202012Validator(
                    {"$ref": f"{URI}#{quote(pointer[1:], safe='/~')}"},
                    registry=self._registry(view, lenient=lenient),
                )
            except (ValueError, jsonschema_rs.ValidationError):
                continue
        return None

    def _registry(self, view: View, *, lenient: bool) -> jsonschema_rs.Registry:
        key = view, lenient
        if key not in self._registries:
            document = self._sound(self.document) if lenient else self.document
            if view:
                document = self._one_side(document, view, frozenset())
            self._registries[key] = jsonschema_rs.Registry(
                [(URI, document)], draft=jsonschema_rs.Draft202012
            )
        return self._registries[key]

    def _one_side(self, node: Any, mark: str, outer: frozenset[str]) -> Any:
        """Return schemas in which nothing marked is required, not by its neighbours in allOf either."""
        if isinstance(node, list):
            return [self._one_side(item, mark, frozenset()) for item in node]
        if not isinstance(node, dict):
            return node
        marked = outer | self._marked(node, mark, 0)
        result = {
            key: (
                [self._one_side(item, mark, marked) for item in value]
                if key in {"allOf", "anyOf", "oneOf"} and isinstance(value, list)
                else self._one_side(value, mark, frozenset())
            )
            for key, value in node.items()
        }
        if isinstance(node.get("required"), list) and marked:
            result["required"] = [name for name in node["required"] if name not in marked]
        return result

    def _marked(self, node: Any, mark: str, depth: int) -> frozenset[str]:
        if not isinstance(node, dict) or depth > 8:
            return frozenset()
        properties = node.get("properties")
        found = set()
        for name, declared in properties.items() if isinstance(properties, dict) else ():
            if isinstance(declared, dict) and (
                declared.get(mark) is True or self._target(declared).get(mark) is True
            ):
                found.add(name)
        for member in node.get("allOf") or ():
            found |= self._marked(self._target(member), mark, depth + 1)
        return frozenset(found)

    def _target(self, node: Any) -> dict[str, Any]:
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            try:
                node = self.node(self.resolve(unquoted(node["$ref"])))
            except KeyError:
                return {}
        return node if isinstance(node, dict) else {}

    def _sound(self, node: Any) -> Any:
        """Return the document without keywords of which no validator can be made."""
        if isinstance(node, list):
            return [self._sound(item) for item in node]
        if not isinstance(node, dict):
            return node
        return {
            key: self._sound(value) for key, value in node.items() if not self._fault(key, value)
        }

    def _fault(self, key: str, value: Any) -> bool:
        match key:
            case "type":
                kinds = value if isinstance(value, list) else [value]
                return any(isinstance(one, str) and one not in TYPES for one in kinds)
            case "pattern":
                return isinstance(value, str) and not _is_pattern(value)
            case "required":
                return not isinstance(value, list | dict | bool) or value is None
            case "$ref":
                return isinstance(value, str) and not self._exists(value)
            case _:
                return key in {"minimum", "maximum", "minLength", "maxLength"} and not isinstance(
                    value, int | float | dict
                )

    def _exists(self, reference: str) -> bool:
        try:
            self.node(unquoted(reference))
        except KeyError:
            return False
        return True


def _said(error: jsonschema_rs.ValidationError) -> str:
    """Return what an error says, without the value where that may be too large to see more."""
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.OneOfMultipleValid):
        return MANY
    return error.message[:160]


def _as_meant(node: Any) -> Any:
    """Return a document with what is listed beside ``type: array`` in the items; what does not change is shared."""
    if isinstance(node, list):
        items = [_as_meant(item) for item in node]
        return items if any(a is not b for a, b in zip(items, node, strict=True)) else node
    if not isinstance(node, dict):
        return node
    changed = {key: new for key, item in node.items() if (new := _as_meant(item)) is not item}
    found = {**node, **changed} if changed else node
    values, inner = found.get("enum"), found.get("items")
    if not (isinstance(values, list) and isinstance(inner, dict)):
        return found
    is_array = found.get("type") in ("array", ["array"], ["array", "null"])
    if not is_array or any(isinstance(value, list) for value in values):
        return found
    listed = inner if "$ref" in inner else {"enum": values, **inner}
    return {**{key: item for key, item in found.items() if key != "enum"}, "items": listed}


def has_format(value: Any, name: Any) -> bool:
    """Say whether a value has a format, which JSON Schema does not assert by itself."""
    if not isinstance(name, str):
        return True
    return jsonschema_rs.is_valid({"format": name}, value, validate_formats=True)


def escape(token: str) -> str:
    """Return a token of a JSON pointer (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1")


def unquoted(reference: str) -> str:
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), reference)


def _has_constraints(node: dict[str, Any]) -> bool:
    return bool(node.keys() - {"$ref", "description", "summary", "title", "deprecated", "example"})


def _is_pattern(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (ValueError, jsonschema_rs.ValidationError):
        return False
    return True
