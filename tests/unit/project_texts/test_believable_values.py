"""Values of examples: valid, believable, and the document's own where they fit."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest

from generator.diagnostics import Diagnostics
from generator.ir.schemas import SchemaId, SchemaRef
from generator.parse import parse
from generator.source import SpecTree
from generator.targets.python.believable import matching
from generator.targets.python.lowering import Lowering
from generator.targets.python.sample_values import Sampler

ENDLESS = {
    "type": "object",
    "required": ["a"],
    "properties": {"a": {"$ref": "#/components/schemas/S"}},
}


def value_of(schema: dict[str, Any], **options: bool) -> Any:
    root = {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": {}}
    root["components"] = {"schemas": {"S": schema}}
    found = Diagnostics()
    lowering = Lowering(parse(SpecTree(root, "3.1.1", "0" * 64, {}), found), found)
    name = SchemaId("#/components/schemas/S")
    return Sampler(lowering, **options).value(SchemaRef(name), "value")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 40},
        {"type": "string", "maxLength": 3},
        {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{2,4}$"},
        {"type": "string", "pattern": "^(red|green)$", "minLength": 3},
        {"type": "string", "pattern": r"^\d+(\.\d+)?$"},
        {"type": "string", "format": "uuid", "example": "not one"},
        {"type": "string", "format": "date-time"},
        {"type": "integer", "minimum": 5, "multipleOf": 4},
        {"type": "number", "exclusiveMinimum": 1, "maximum": 3},
        {"type": "array", "items": {"type": "string"}, "minItems": 3, "uniqueItems": True},
        {"type": "array", "items": {"type": "integer"}, "maxItems": 0},
        {"enum": ["b", "a"]},
        {"type": ["null", "boolean"]},
        {"type": "object", "minProperties": 1, "properties": {"a": {"type": "string"}}},
        {"type": "object", "required": ["x"], "additionalProperties": {"type": "integer"}},
        {"oneOf": [{"type": "integer", "maximum": 3}, {"type": "string", "const": "many"}]},
        {"allOf": [{"required": ["a"]}, {"properties": {"a": {"enum": [1]}}, "type": "object"}]},
        {
            "type": "object",
            "required": ["a"],
            "properties": {"a": {"type": "string", "example": 1}},
        },
    ],
)
def test_values_are_valid(schema: dict[str, Any]) -> None:
    value = value_of(schema)
    assert jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value), value


def test_examples_of_the_document_come_first() -> None:
    assert value_of({"type": "string", "examples": ["Paris"]}) == "Paris"
    assert value_of({"type": "object", "properties": {"a": {}}, "example": {"a": [1]}}) == {
        "a": [1]
    }


def test_requests_and_responses_have_their_own_properties() -> None:
    def text(**more: bool) -> dict[str, Any]:
        return {"type": "string", "example": "x", **more}

    properties = {"id": text(readOnly=True), "key": text(writeOnly=True), "a": text()}
    schema = {"type": "object", "required": ["id", "key", "a"], "properties": properties}
    assert value_of(schema) == {"key": "x", "a": "x"}
    assert value_of(schema, responses=True) == {"id": "x", "a": "x"}


def test_pairs() -> None:
    assert value_of({"type": "array", "items": {"type": "integer"}}, pairs=True) == [1, 2]
    assert value_of({"type": "array", "items": {"enum": ["a", "b"]}}, pairs=True) == ["a", "b"]
    one = {"type": "array", "items": {"type": "integer"}, "maxItems": 1}
    assert value_of(one, pairs=True) == [1]


def test_schemas_without_end_have_no_value() -> None:
    assert repr(value_of(ENDLESS)) == "ABSENT"


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z]+$",
        r"^sk-\w{20}$",
        "^(?<year>[0-9]{4})-W[0-5][0-9]$",
        "^[^/]+/[^/]+$",
        "a|b",
        "^#?[0-9a-f]{6}$",
    ],
)
def test_texts_match_patterns(pattern: str) -> None:
    text = matching(pattern)
    assert text is not None
    assert re.search(pattern.replace("?<", "?P<"), text)


@pytest.mark.parametrize(
    "pattern", ["^(a|a)*b$", "(((a{900}){900}){900}){900}", "(" * 5000, "\\p{", ""]
)
def test_hostile_patterns_do_no_harm(pattern: str) -> None:
    text = matching(pattern)
    assert text is None or len(text) <= 512
