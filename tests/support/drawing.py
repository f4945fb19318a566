"""Draws values from the schemas of a document: what a caller of an operation might pass.

Values are built from the keywords and then judged by jsonschema-rs; ``draw`` says if none was found.
"""

from __future__ import annotations

import functools
import math
import re
from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, Phase, find, settings, strategies
from hypothesis.errors import HypothesisException
from openapi_schemas import Schemas, View, escape, has_format, unquoted

_TEXTS = {
    "date-time": "2024-05-06T07:08:09Z",
    "date": "2024-05-06",
    "time": "07:08:09Z",
    "duration": "P3D",
    "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "iri": "https://example.com/a",
    "uri-reference": "/a",
    "iri-reference": "/a",
    "uri-template": "/a/{b}",
    "email": "a@example.com",
    "idn-email": "a@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "json-pointer": "/a",
    "relative-json-pointer": "0/a",
    "regex": "a+",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "aGVsbG8=",
    "binary": "hello",
}
# Unicode's properties, which Python's expressions do not have, by some of their letters.
_LETTERS = {"Lu": "A-Z", "L": "a-z", "N": "0-9", "Z": " ", "P": ".", "S": "+"}
_PROPERTY = re.compile(r"\\p\{([^{}]*)\}")
_CLASSES = re.compile(r"(\\p\{[^{}]*\}|\\.|[\[\]])")
_MERGED = ("type", "properties", "required", "allOf", "enum")
_LARGEST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_SMALLEST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_TRIES = 8
_DEPTH = 6


class UndrawableError(Exception):
    """No valid value was found for a schema."""


class Drawer:
    """Draws values; ``full`` ones have the optional properties too."""

    def __init__(self, schemas: Schemas, view: View = "readOnly") -> None:
        self._schemas = schemas
        self._view = view

    def draw(self, pointer: str, *, full: bool = False, salt: int = 0) -> Any:
        """Return a valid value. Raises ``UndrawableError`` if none is found."""
        for full_now in (full, not full):
            for choice in range(_TRIES):
                try:
                    value = self._value(pointer, full_now, salt, choice, 0)
                except UndrawableError:
                    continue
                if self._schemas.is_valid(value, pointer, self._view):
                    return value
        for example in self._examples(pointer):
            if self._schemas.is_valid(example, pointer, self._view):
                return example
        raise UndrawableError(pointer)

    def _examples(self, pointer: str) -> list[Any]:
        found: list[Any] = []
        for part in self._schemas.parts(pointer):
            node = self._schemas.node(part)
            if isinstance(node, dict):
                found += [node[key] for key in ("default", "example") if key in node]
                found += node["examples"] if isinstance(node.get("examples"), list) else []
        return found

    def _value(self, pointer: str, full: bool, salt: int, choice: int, depth: int) -> Any:
        flat = self._flat(pointer, choice, 0)
        if "const" in flat:
            return flat["const"]
        if isinstance(flat.get("enum"), list):
            values = [one for one in flat["enum"] if one is not None] or flat["enum"]
            if not values:
                raise UndrawableError(pointer)
            return values[(salt + choice) % len(values)]
        if depth > _DEPTH:
            full = False
        if depth > 4 * _DEPTH:
            raise UndrawableError(pointer)
        return self._of_type(self._type(flat, choice), flat, full, salt, choice, depth)

    def _type(self, flat: dict[str, Any], choice: int) -> str:
        types = flat.get("type")
        if isinstance(types, list):
            others = [one for one in types if one != "null"] or types
            return str(others[choice % len(others)]) if others else "string"
        if isinstance(types, str):
            return types
        if "properties" in flat or "required" in flat or "additionalProperties" in flat:
            return "object"
        if "items" in flat or "prefixItems" in flat:
            return "array"
        return "number" if "minimum" in flat or "maximum" in flat else "string"

    def _of_type(
        self, kind: str, flat: dict[str, Any], full: bool, salt: int, choice: int, depth: int
    ) -> Any:
        match kind:
            case "object":
                return self._object(flat, full, salt, choice, depth)
            case "array":
                return self._array(flat, full, salt, choice, depth)
            case "integer" | "number":
                return _number(flat, salt, is_integer=kind == "integer")
            case "boolean":
                return salt % 2 == 0
            case "null":
                return None
            case _:
                return _text(flat, salt)

    def _object(
        self, flat: dict[str, Any], full: bool, salt: int, choice: int, depth: int
    ) -> dict[str, Any]:
        result: dict[str, Any] = {}
        properties: dict[str, str] = flat.get("properties") or {}
        required = [name for name in flat.get("required") or () if isinstance(name, str)]
        wanted = [*required, *(name for name in properties if full and depth < _DEPTH)]
        for name in dict.fromkeys(wanted):
            where = properties.get(name) or flat.get("additionalProperties")
            if isinstance(where, str) and self._is_unread(where):
                continue
            named = flat.get("discriminated", {}).get(name)
            if named and (where is None or self._schemas.is_valid(named, where)):
                result[name] = named
                continue
            try:
                value = self._value(where, full, salt, choice, depth + 1) if where else "text"
            except UndrawableError:
                if name in required:
                    raise
                continue
            if name in required or self._schemas.is_valid(value, str(where), self._view):
                result[name] = value
        others = flat.get("additionalProperties")
        for index in range(max(int(flat.get("minProperties") or 0) - len(result), 0)):
            spare = next((name for name in properties if name not in result), f"key{index}")
            where = properties.get(spare) or others
            result[spare] = self._value(where, full, salt, choice, depth + 1) if where else "text"
        return result

    def _is_unread(self, pointer: str) -> bool:
        if not self._view:
            return False
        nodes = (self._schemas.node(part) for part in self._schemas.parts(pointer))
        return any(isinstance(node, dict) and node.get(self._view) is True for node in nodes)

    def _array(
        self, flat: dict[str, Any], full: bool, salt: int, choice: int, depth: int
    ) -> list[Any]:
        count = max(int(flat.get("minItems") or 0), 2 if full and depth < _DEPTH else 0)
        count = min(count, int(flat.get("maxItems", count)))
        prefix = flat.get("prefixItems") or []
        places = [*prefix, *[flat.get("items")] * max(count - len(prefix), 0)][: max(count, 0)]
        result: list[Any] = []
        for index, where in enumerate(places):
            value: Any = f"item{index}"
            if isinstance(where, str):
                value = self._value(where, full, salt + index, choice, depth + 1)
            if not (flat.get("uniqueItems") and value in result):
                result.append(value)
        return result

    def _flat(self, pointer: str, choice: int, depth: int) -> dict[str, Any]:
        """Return the keywords that hold together: references, allOf and one branch of a union."""
        node = self._schemas.node(pointer)
        if not isinstance(node, dict) or depth > _DEPTH * 3:
            return {}
        flat = {key: value for key, value in node.items() if key not in _MERGED}
        for key in ("type", "enum", "required"):
            if key in node:
                flat[key] = node[key]
        properties = node.get("properties")
        if isinstance(properties, dict):
            flat["properties"] = {
                name: f"{pointer}/properties/{escape(name)}" for name in properties
            }
        for key in ("items", "additionalProperties"):
            flat.pop(key, None)
            if isinstance(node.get(key), dict):
                flat[key] = f"{pointer}/{key}"
        if isinstance(node.get("prefixItems"), list):
            flat["prefixItems"] = [
                f"{pointer}/prefixItems/{index}" for index in range(len(node["prefixItems"]))
            ]
        inner = [f"{pointer}/allOf/{index}" for index in range(len(node.get("allOf") or ()))]
        if isinstance(node.get("$ref"), str):
            inner.append(self._schemas.resolve(unquoted(node["$ref"])))
        for keyword in ("oneOf", "anyOf"):
            if branches := node.get(keyword):
                index = choice % len(branches)
                branch = self._flat(f"{pointer}/{keyword}/{index}", choice, depth + 1)
                flat["discriminated"] = _discriminated(node, branches[index])
                both = _both(flat, branch)
                # A member of a union says more of a property than what all members share.
                own, shared = branch.get("properties") or {}, flat.get("properties") or {}
                flat = {**both, "properties": {**shared, **own}} if own or shared else both
        for one in inner:
            other = self._flat(one, choice, depth + 1)
            known, more = flat.get("properties") or {}, other.get("properties") or {}
            closer = {name: more[name] for name in known.keys() & more if self._lists(more[name])}
            flat = _both(flat, other)
            if closer:
                flat["properties"] = {**flat["properties"], **closer}
        return flat

    def _lists(self, pointer: str) -> bool:
        """Say whether a schema lists its values, which says more than what others say of them."""
        nodes = (self._schemas.node(part) for part in self._schemas.parts(pointer))
        return any(isinstance(node, dict) and node.keys() & {"enum", "const"} for node in nodes)


def _discriminated(node: dict[str, Any], branch: Any) -> dict[str, str]:
    discriminator = node.get("discriminator")
    if not isinstance(discriminator, dict) or not isinstance(branch, dict):
        return {}
    reference = str(branch.get("$ref", ""))
    name = reference.rpartition("/")[2]
    mapping = discriminator.get("mapping") or {}
    value = next((key for key, to in mapping.items() if to in (reference, name)), name)
    return {str(discriminator.get("propertyName", "")): value} if value else {}


def _both(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    result = {**right, **left}
    for key in left.keys() & right.keys():
        one, other = left[key], right[key]
        if key in {"properties", "discriminated"}:
            result[key] = {**other, **one}
        elif key == "required" and isinstance(one, list) and isinstance(other, list):
            result[key] = [*one, *other]
        elif key == "enum":
            result[key] = [value for value in one if value in other]
        elif key == "type":
            result[key] = _narrower(one, other)
        elif key in _LARGEST and not isinstance(one, bool):
            result[key] = max(one, other)
        elif key in _SMALLEST and not isinstance(one, bool):
            result[key] = min(one, other)
    return result


def _narrower(one: Any, other: Any) -> Any:
    ones = one if isinstance(one, list) else [one]
    others = other if isinstance(other, list) else [other]
    both = [kind for kind in ones if kind in others]
    return both or ("integer" if {"integer", "number"} <= {*ones, *others} else one)


def _number(flat: dict[str, Any], salt: int, *, is_integer: bool) -> int | float:
    step = flat.get("multipleOf") or 1
    low = flat.get("minimum", flat.get("exclusiveMinimum"))
    high = flat.get("maximum", flat.get("exclusiveMaximum"))
    if not isinstance(low, int | float):
        low = 1 if not isinstance(high, int | float) or high > 1 else high - 1
    strict = "exclusiveMinimum" in flat and flat["exclusiveMinimum"] == low
    value = math.ceil(low / step) * step + (step if strict and low % step == 0 else 0)
    if not is_integer and isinstance(high, int | float):
        is_out = value > high or (value == high and "exclusiveMaximum" in flat)
        value = (low + high) / 2 if is_out else value
    further = value + salt * step
    value = further if not isinstance(high, int | float) or further < high else value
    return int(value) if is_integer else value


def _text(flat: dict[str, Any], salt: int) -> str:
    least, most = int(flat.get("minLength") or 0), flat.get("maxLength")
    if isinstance(flat.get("pattern"), str):
        for known in (_TEXTS.get(str(flat.get("format")), ""), *_given(flat)):
            for text in (f"{known}{salt or ''}", known):
                fits = least <= len(text) <= (most if isinstance(most, int) else len(text))
                is_match = fits and _is_match(flat["pattern"], text)
                if known and is_match and has_format(text, flat.get("format")):
                    return text
        try:
            most_now = most if isinstance(most, int) else 200
            text = _matching(flat["pattern"], least, most_now, salt % 4)
        except UndrawableError:
            text = ""
        if text and has_format(text, flat.get("format")):
            return text
    text = _TEXTS.get(str(flat.get("format")), "")
    if not text:
        text = f"text{salt or ''}"
        text += "x" * (least - len(text))
    return text[: int(most)] if isinstance(most, int | float) else text


def _given(flat: dict[str, Any]) -> list[str]:
    """Return the texts that a schema itself shows."""
    examples = flat.get("examples")
    found = [flat.get("default"), flat.get("example")]
    found += examples if isinstance(examples, list) else []
    return [one for one in found if isinstance(one, str)]


def _is_match(pattern: str, text: str) -> bool:
    validator = _pattern_validator(pattern)
    return validator is not None and validator.is_valid(text)


@functools.cache
def _pattern_validator(pattern: str) -> jsonschema_rs.Validator | None:
    try:
        return jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (ValueError, jsonschema_rs.ValidationError):
        return None


def _in_python(pattern: str) -> str:
    """Return an expression whose texts match a pattern of ECMA-262, though not all of these."""
    # In Python `$` also stands before a last line break; in JSON Schema it does not.
    exact = re.sub(r"(?<!\\)\$(?=$|[|)])", r"\\Z", pattern)
    pieces: list[str] = []
    depth = 0
    for piece in _CLASSES.split(exact):
        if named := _PROPERTY.fullmatch(piece):
            known = next((text for key, text in _LETTERS.items() if named[1].startswith(key)), "")
            piece = known if depth else f"[{known}]"
        depth += (piece == "[") - (piece == "]")
        pieces.append(piece)
    return "".join(pieces)


@functools.cache
def _matching(pattern: str, least: int, most: int, salt: int) -> str:
    """Return a simple printable text that matches a pattern, another one for every ``salt``."""
    letters = strategies.characters(min_codepoint=32, max_codepoint=126)
    others = {_matching(pattern, least, most, index) for index in range(salt)}
    quiet = settings(
        max_examples=300,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    try:
        strategy = strategies.from_regex(
            re.compile(_in_python(pattern), re.ASCII), alphabet=letters
        )
        return str(
            find(
                strategy,
                lambda text: max(least, 1) <= len(text) <= most and text not in others,
                settings=quiet,
            )
        )
    except (HypothesisException, re.error, ValueError, TypeError, OverflowError) as error:
        raise UndrawableError(pattern) from error
