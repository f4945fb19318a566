"""What is proven to hold no value: the judge of the corpus may blame a document for that only."""

from __future__ import annotations

from typing import Any

import pytest
from impossible import is_impossible
from openapi_schemas import Schemas

_TREE = {"$ref": "#/s/Tree"}
_OTHERS: dict[str, Any] = {
    "Tree": {"type": "object", "required": ["up"], "properties": {"up": _TREE}},
    "List": {"type": "object", "required": ["rest"], "properties": {"rest": {"anyOf": [
        {"$ref": "#/s/List"}, {"type": "null"}]}}},
    "Itself": {"$ref": "#/s/Itself"},
    "Untyped": {"required": ["up"], "properties": {"up": {"$ref": "#/s/Untyped"}}},
    "Hidden": {"type": "object", "required": ["up"], "properties": {"up": {"writeOnly": True, **_TREE}}},
}  # fmt: skip


@pytest.mark.parametrize(
    "schema",
    [
        False,
        _TREE,
        {"type": "array", "items": _TREE, "minItems": 1},
        {"oneOf": [_TREE, {"type": "string", "enum": [1]}]},
        {"allOf": [{"type": "string"}, {"type": "integer"}]},
        {"type": "integer", "minimum": 3, "maximum": 2},
        {"allOf": [{"type": "object", "required": ["a"]}, {"additionalProperties": False}]},
        {"allOf": [{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
            {"additionalProperties": {"type": "object"}}]},
        {"type": "string", "const": 3},
        {"type": "integer", "oneOf": []},
        {"allOf": [{"$ref": "#/s/Hidden"}]},
        {"type": "null", "oneOf": [{"type": "string"}, {"$ref": "#/s/List"}]},
        {"type": "string", "format": "uuid", "minLength": 64},
        {"type": "string", "format": "date", "maxLength": 8},
    ],
)  # fmt: skip
def test_impossible(schema: Any) -> None:
    assert is_impossible(Schemas({"s": {**_OTHERS, "X": schema}}), "#/s/X")


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        {"$ref": "#/s/List"},
        {"$ref": "#/s/Itself"},
        {"$ref": "#/s/Untyped"},
        {"type": "array", "items": _TREE},
        {"type": ["object", "null"], "required": ["up"], "properties": {"up": _TREE}},
        {"type": "object", "properties": {"up": _TREE}},
        {"oneOf": [_TREE, {"type": "string"}]},
        {"allOf": [{"type": "number"}, {"type": "integer"}]},
        {"allOf": [{"type": "object", "required": ["a"]},
            {"additionalProperties": False, "properties": {"a": {}}}]},
        {"type": "string", "enum": [1, "a"]},
        {"type": "string", "minimum": 3, "maximum": 2},
        {"type": ["null", "string"], "oneOf": [{"type": "string"}, {"type": "object"}]},
        {"type": "string", "format": "uuid", "minLength": 36, "maxLength": 36},
        {"type": ["string", "null"], "format": "uuid", "maxLength": 3},
    ],
)  # fmt: skip
def test_not_impossible(schema: Any) -> None:
    assert not is_impossible(Schemas({"s": {**_OTHERS, "X": schema}}), "#/s/X")


def test_what_one_side_does_not_see_is_not_required_of_it() -> None:
    assert not is_impossible(Schemas({"s": _OTHERS}), "#/s/Hidden", "writeOnly")
