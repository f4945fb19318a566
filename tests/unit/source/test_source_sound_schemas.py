"""A keyword that cannot be read takes nothing else with it: everything beside it still counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from generator import generate
from generator.source import with_sound_schemas

if TYPE_CHECKING:
    from pathlib import Path

_FAULTS: list[dict[str, Any]] = [
    {"type": "int"},
    {"type": ["text", "int"]},
    {"type": None},
    {"type": []},
    {"minimum": "1"},
    {"exclusiveMinimum": True},
    {"multipleOf": 0},
    {"maxLength": "3"},
    {"maxLength": -1},
    {"minItems": None},
    {"uniqueItems": "true"},
    {"required": True},
    {"enum": {}},
    {"enum": "a"},
    {"examples": "a"},
    {"properties": ["a"]},
    {"properties": {"a": "string"}},
    {"patternProperties": ["a"]},
    {"dependentRequired": ["a"]},
    {"dependentRequired": {"a": "b"}},
    {"additionalProperties": "false"},
    {"propertyNames": "x"},
    {"items": "string"},
    {"not": "x"},
    {"allOf": {}},
    {"oneOf": ["a"]},
    {"pattern": 3},
    {"format": ["date"]},
    {"$ref": 3},
]


def _left(schema: Any) -> Any:
    document = {"openapi": "3.1.1", "components": {"schemas": {"S": schema}}}
    return with_sound_schemas(document)["components"]["schemas"]["S"]


@pytest.mark.parametrize("fault", _FAULTS, ids=json.dumps)
def test_what_is_left_is_a_schema(fault: dict[str, Any]) -> None:
    schema = {"title": "S", "properties": {"p": {"title": "P", **fault}}}
    assert not jsonschema_rs.meta.is_valid(schema)
    found = _left(schema)
    assert jsonschema_rs.meta.is_valid(found)
    assert found["properties"]["p"]["title"] == "P"


def test_what_can_be_read_in_part_stays_in_part() -> None:
    schema = {
        "type": ["string", "int"],
        "required": ["a", 1],
        "properties": {"a": {"minimum": 2, "maximum": "3"}, "type": {"const": {"type": "int"}}},
        "dependentRequired": {"a": ["b", 1], "b": "a"},
    }
    assert _left(schema) == {
        "type": ["string"],
        "required": ["a"],
        "properties": {"a": {"minimum": 2}, "type": {"const": {"type": "int"}}},
        "dependentRequired": {"a": ["b"]},
    }


@pytest.mark.parametrize(
    ("keyword", "instead"), [("allOf", True), ("anyOf", False), ("oneOf", False)]
)
def test_members_keep_their_places(keyword: str, instead: bool) -> None:
    assert _left({keyword: ["x", {"minLength": 1}]}) == {keyword: [instead, {"minLength": 1}]}


def test_a_list_of_items_is_a_tuple() -> None:
    items = [{"type": "string"}, {"type": "int"}]
    found = _left({"items": items, "additionalItems": False})
    assert found == {"prefixItems": [{"type": "string"}, {}], "items": False}


def test_only_schemas_are_changed() -> None:
    parameter = {"name": "type", "in": "query", "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [parameter], "responses": {"200": {"description": 3}}}
    schemas = {"S": {"default": None, "const": None, "x-minimum": None, "example": {"type": 3}}}
    document = {"paths": {"/x": {"get": operation}}, "components": {"schemas": schemas}}
    assert with_sound_schemas(document) is document


def test_stubs_and_mock_judge_by_what_can_be_read(tmp_path: Path) -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "int"}}}
    body = {"content": {"application/json": {"schema": schema}}}
    paths = {"/x": {"post": {"requestBody": body, "responses": {"204": {"description": ""}}}}}
    info = {"title": "T", "version": "1"}
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps({"openapi": "3.0.3", "info": info, "paths": paths}), "utf-8")
    files = {file.path: file for file in generate(str(spec)).files}
    made = json.loads(files["t/server/openapi.json"].text)
    post = made["paths"]["/x"]["post"]
    assert post["requestBody"]["content"]["application/json"]["schema"] == {
        **schema,
        "properties": {"a": {}},
    }
