"""Upgrades to 3.1, judged by validators of the published meta-schemas and of JSON Schema."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema_rs import validator_for

from generator.diagnostics import Diagnostics
from generator.source import Document, SpecTree, bundle_text, resolve, validate

if TYPE_CHECKING:
    from collections.abc import Sequence

INFO = {"title": "T", "version": "1"}


def tree_of(data: dict[str, Any]) -> SpecTree:
    before = copy.deepcopy(data)
    document = Document("a.json", data, json.dumps(data).encode(), "json", "")
    diagnostics = Diagnostics()
    tree = resolve(document, diagnostics)
    assert data == before, "the input was changed"
    assert [str(found) for found in diagnostics] == []
    return tree


def assert_valid(tree: SpecTree) -> None:
    """Let the meta-schema of 3.1 judge the upgraded document."""
    text = bundle_text(tree)
    document = Document("b.json", json.loads(text), text.encode(), "json", "")
    diagnostics = Diagnostics()
    validate(document, resolve(document, diagnostics), diagnostics, thorough=False)
    assert [str(found) for found in diagnostics] == []


def from_3_0(schema: Any, others: dict[str, Any] | None = None) -> dict[str, Any]:
    schemas = {"S": schema, **(others or {})}
    tree = tree_of(
        {"openapi": "3.0.3", "info": INFO, "paths": {}, "components": {"schemas": schemas}}
    )
    assert tree.version == "3.0.3"
    assert tree.root["openapi"] == "3.1.1"
    assert_valid(tree)
    return tree.root


STRING = {"type": "string"}
OTHERS = {
    "Name": STRING,
    "Thing": {"type": "object", "properties": {"a": STRING}, "required": ["a"]},
}
NAME = {"$ref": "#/components/schemas/Name"}
THING = {"$ref": "#/components/schemas/Thing"}


@pytest.mark.parametrize(
    ("schema", "valid", "invalid"),
    [
        ({"type": "string", "nullable": True}, ["a", None], [1]),
        ({"type": "string", "nullable": False}, ["a"], [None]),
        ({"type": "string", "nullable": "true"}, ["a", None], [1]),
        ({"type": "string", "enum": ["a"], "nullable": True}, ["a", None], ["b"]),
        ({"type": "string", "enum": ["a", None], "nullable": True}, ["a", None], ["b"]),
        ({"enum": ["a"], "nullable": True}, ["a", None], ["b"]),
        ({"type": "string", "const": "a", "nullable": True}, ["a", None], ["b"]),
        ({**NAME, "nullable": True}, ["a", None], [1]),
        ({"allOf": [NAME], "nullable": True}, ["a", None], [1]),
        ({"type": "object", "allOf": [THING], "nullable": True}, [{"a": ""}, None], [{}]),
        ({"oneOf": [NAME, THING], "nullable": True}, ["a", {"a": ""}, None], [1]),
        ({"oneOf": [{"type": "string", "nullable": True}, THING], "nullable": True}, [None], [1]),
        ({"anyOf": [NAME, THING], "nullable": True}, ["a", None], [1]),
        ({"type": ["string", "null"]}, ["a", None], [1]),
        ({"type": ["string"], "nullable": True}, ["a", None], [1]),
        ({"properties": {"a": STRING}, "nullable": True}, [{"a": ""}, None], []),
        ({"type": "array", "items": {"type": "integer", "nullable": True}}, [[1, None]], [["a"]]),
        ({"minimum": 1, "exclusiveMinimum": True}, [2], [1]),
        ({"minimum": 1, "exclusiveMinimum": False}, [1], [0]),
        ({"exclusiveMinimum": True}, [0], []),
        ({"exclusiveMinimum": 1}, [2], [1]),
        ({"maximum": 1, "exclusiveMaximum": True}, [0], [1]),
        ({"exclusiveMaximum": 1, "maximum": 5}, [0], [1, 5]),
        ({**NAME, "maxLength": 1, "type": "integer"}, ["abc"], [1]),
        ({"const": 5}, [5], [6]),
        ({"type": "string", "format": "byte"}, ["YQ=="], [1]),
        ({"type": "file"}, ["a"], [1]),
        ({"properties": {"nullable": STRING, "example": STRING}}, [{"nullable": "a"}], [{"example": 1}]),
        ({"not": STRING}, [1], ["a"]),
        ({"additionalProperties": {"type": "integer", "nullable": True}}, [{"a": None}], [{"a": ""}]),
    ],
)  # fmt: skip
def test_schemas_of_3_0(
    schema: dict[str, Any], valid: Sequence[Any], invalid: Sequence[Any]
) -> None:
    root = from_3_0(schema, OTHERS)
    judge = validator_for({**root, "$ref": "#/components/schemas/S"})
    assert [value for value in valid if not judge.is_valid(value)] == []
    assert [value for value in invalid if judge.is_valid(value)] == []


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"example": 1}, {"examples": [1]}),
        ({"example": {"nullable": True}}, {"examples": [{"nullable": True}]}),
        ({"example": 1, "examples": [2]}, {"examples": [1, 2]}),
        ({"default": {"example": 1}}, {"default": {"example": 1}}),
        ({"enum": [{"nullable": True}]}, {"enum": [{"nullable": True}]}),
        ({"format": "byte"}, {"format": "byte", "contentEncoding": "base64"}),
        ({"format": "binary"}, {"format": "binary"}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({**NAME, "description": "d", "type": "integer"}, {**NAME, "description": "d"}),
        (
            {**NAME, "nullable": True, "description": "d"},
            {"anyOf": [NAME, {"type": "null"}], "description": "d"},
        ),
    ],
)
def test_forms_of_3_0(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert from_3_0(schema, OTHERS)["components"]["schemas"]["S"] == expected


def test_unchanged_parts_are_shared() -> None:
    data = {
        "openapi": "3.0.0",
        "info": INFO,
        "paths": {},
        "components": {
            "schemas": {"A": {"type": "string"}, "B": {"nullable": True, "type": "string"}}
        },
    }
    root = tree_of(data).root
    assert root["components"]["schemas"]["A"] is data["components"]["schemas"]["A"]  # type: ignore[index]
    assert root["paths"] is data["paths"]


def test_references_into_what_the_upgrade_moves() -> None:
    inner = {"allOf": [{"type": "object", "properties": {"p": STRING}}], "nullable": True}
    pointer = "#/components/schemas/S/allOf/0/properties/p"
    root = from_3_0(inner, {"T": {"items": {"$ref": pointer}}})
    moved = "#/components/schemas/S/anyOf/0/allOf/0/properties/p"
    assert root["components"]["schemas"]["T"] == {"items": {"$ref": moved}}


def test_places_of_3_0_are_those_of_the_source() -> None:
    text = '{"openapi": "3.0.0", "paths": {},\n "components": {"schemas": {"S": {"nullable": true,\n  "allOf": [\n   {"type": "string"}]}}}}'
    tree = resolve(Document("a.json", json.loads(text), text.encode(), "json", ""), Diagnostics())
    place = tree.locate("#/components/schemas/S/anyOf/0/allOf/0/type")
    assert (place.line, place.column) == (4, 5)
    assert tree.locate("#/components/schemas/S/anyOf/1").line == 2


def test_3_1_and_3_2_stay_as_they_are() -> None:
    for version in ("3.1.0", "3.2.0"):
        data = {
            "openapi": version,
            "info": INFO,
            "paths": {"/a": {"query": {"responses": {"200": {"description": ""}}}}},
            "components": {"schemas": {"A": {"example": 1, "exclusiveMinimum": True}}},
        }
        assert tree_of(data).root is data


def swagger(operation: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
    paths = (
        {"/a": {"post": {"responses": {"200": {"description": "ok"}}, **operation}}}
        if operation
        else {}
    )
    return {"swagger": "2.0", "info": INFO, "paths": paths, **others}


def from_2_0(data: dict[str, Any]) -> dict[str, Any]:
    tree = tree_of(data)
    assert tree.version == "2.0"
    assert_valid(tree)
    return tree.root


def post(data: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = from_2_0(data)["paths"]["/a"]["post"]
    return operation


@pytest.mark.parametrize(
    ("parts", "urls"),
    [
        ({}, None),
        ({"host": "h", "basePath": "/v1"}, ["https://h/v1"]),
        ({"host": "h", "basePath": "/", "schemes": ["http", "wss"]}, ["http://h", "wss://h"]),
        ({"basePath": "/v1"}, ["/v1"]),
    ],
)
def test_servers(parts: dict[str, Any], urls: list[str] | None) -> None:
    servers = from_2_0(swagger(**parts)).get("servers")
    assert (servers and [server["url"] for server in servers]) == urls


def test_sections_and_references() -> None:
    root = from_2_0(
        swagger(
            {
                "parameters": [{"$ref": "#/parameters/Limit"}],
                "responses": {"200": {"$ref": "#/responses/Ok"}},
            },
            definitions={
                "A": {"type": "object", "discriminator": "kind", "x-nullable": True},
                "B": {"properties": {"a": {"$ref": "#/definitions/A"}}},
            },
            parameters={"Limit": {"name": "limit", "in": "query", "type": "integer", "maximum": 9}},
            responses={"Ok": {"description": "ok", "schema": {"$ref": "#/definitions/B"}}},
        )
    )
    components = root["components"]
    assert components["schemas"]["A"] == {
        "type": ["object", "null"],
        "discriminator": {"propertyName": "kind"},
    }
    assert components["schemas"]["B"]["properties"]["a"] == {"$ref": "#/components/schemas/A"}
    assert components["parameters"]["Limit"] == {
        "name": "limit",
        "in": "query",
        "schema": {"type": "integer", "maximum": 9},
    }
    assert components["responses"]["Ok"] == {
        "description": "ok",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/B"}}},
    }
    operation = root["paths"]["/a"]["post"]
    assert operation["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    assert operation["responses"] == {"200": {"$ref": "#/components/responses/Ok"}}


def test_bodies() -> None:
    body = {"name": "b", "in": "body", "required": True, "description": "d", "schema": STRING}
    expected = {
        "description": "d",
        "required": True,
        "content": {"application/json": {"schema": STRING}},
    }
    plain = post(swagger({"parameters": [body]}))
    assert plain["requestBody"] == expected
    assert plain["parameters"] == []
    shared = post(swagger({"parameters": [{"$ref": "#/parameters/b"}]}, parameters={"b": body}))
    assert shared["requestBody"] == expected
    own = post(swagger({"parameters": [body], "consumes": ["a/b", "c/d"]}, consumes=["e/f"]))
    assert list(own["requestBody"]["content"]) == ["a/b", "c/d"]
    data = swagger({})
    data["paths"] = {
        "/a": {"parameters": [body], "post": {"responses": {"200": {"description": ""}}}}
    }
    inherited = from_2_0(data)["paths"]["/a"]
    assert inherited["parameters"] == []
    assert inherited["post"]["requestBody"] == expected


def test_forms() -> None:
    fields: list[dict[str, Any]] = [
        {"name": "a", "in": "formData", "type": "string", "required": True, "description": "d"},
        {
            "name": "b",
            "in": "formData",
            "type": "array",
            "items": STRING,
            "collectionFormat": "multi",
        },
    ]
    content = post(swagger({"parameters": fields}))["requestBody"]["content"]
    assert content == {
        "application/x-www-form-urlencoded": {
            "schema": {
                "type": "object",
                "properties": {
                    "a": {"type": "string", "description": "d"},
                    "b": {"type": "array", "items": STRING},
                },
                "required": ["a"],
            },
            "encoding": {"b": {"style": "form", "explode": True}},
        }
    }
    upload = {"name": "f", "in": "formData", "type": "file"}
    content = post(swagger({"parameters": [upload], "consumes": ["application/json"]}))[
        "requestBody"
    ]["content"]
    assert content == {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"f": {"type": "string", "format": "binary"}},
            }
        }
    }


@pytest.mark.parametrize(
    ("place", "collection", "style", "explode"),
    [
        ("query", None, "form", False),
        ("query", "multi", "form", True),
        ("query", "ssv", "spaceDelimited", False),
        ("query", "pipes", "pipeDelimited", False),
        ("header", "csv", "simple", False),
    ],
)
def test_collection_formats(place: str, collection: str | None, style: str, explode: bool) -> None:
    parameter: dict[str, Any] = {"name": "p", "in": place, "type": "array", "items": STRING}
    if collection:
        parameter["collectionFormat"] = collection
    [found] = post(swagger({"parameters": [parameter]}))["parameters"]
    assert (found["style"], found["explode"]) == (style, explode)
    assert found["schema"] == {"type": "array", "items": STRING}


def test_responses() -> None:
    response = {
        "description": "ok",
        "schema": STRING,
        "headers": {"X-A": {"type": "integer", "description": "d"}},
        "examples": {"text/plain": "hi"},
    }
    operation = {
        "produces": ["text/plain", "a/b"],
        "responses": {"200": response, "201": {"$ref": "#/responses/F"}},
    }
    file = {"description": "f", "schema": {"type": "file"}}
    root = from_2_0(swagger(operation, responses={"F": file}))
    found = root["paths"]["/a"]["post"]["responses"]
    assert found["200"] == {
        "description": "ok",
        "headers": {"X-A": {"description": "d", "schema": {"type": "integer"}}},
        "content": {"text/plain": {"schema": STRING, "example": "hi"}, "a/b": {"schema": STRING}},
    }
    assert list(found["201"]["content"]) == ["text/plain", "a/b"]
    assert root["components"]["responses"]["F"]["content"] == {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    }


def test_security_schemes() -> None:
    urls = {"authorizationUrl": "https://a/a", "tokenUrl": "https://a/t"}
    root = from_2_0(
        swagger(
            securityDefinitions={
                "basic": {"type": "basic", "description": "d"},
                "key": {"type": "apiKey", "name": "k", "in": "header"},
                "app": {
                    "type": "oauth2",
                    "flow": "application",
                    "tokenUrl": "https://a/t",
                    "scopes": {},
                },
                "code": {"type": "oauth2", "flow": "accessCode", **urls, "scopes": {"r": "read"}},
            }
        )
    )
    assert root["components"]["securitySchemes"] == {
        "basic": {"type": "http", "description": "d", "scheme": "basic"},
        "key": {"type": "apiKey", "name": "k", "in": "header"},
        "app": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://a/t", "scopes": {}}},
        },
        "code": {
            "type": "oauth2",
            "flows": {"authorizationCode": {**urls, "scopes": {"r": "read"}}},
        },
    }


def test_places_of_2_0_are_those_of_the_source() -> None:
    text = """\
{"swagger": "2.0", "info": {"title": "T", "version": "1"},
 "paths": {"/a": {"post": {
   "parameters": [
    {"name": "b", "in": "body",
     "schema": {"type": "string"}},
    {"name": "q", "in": "query",
     "type": "string"}],
   "responses": {"200": {"description": "",
     "schema": {"type": "string"}}}}}},
 "definitions": {
  "A": {}}}"""
    tree = resolve(Document("a.json", json.loads(text), text.encode(), "json", ""), Diagnostics())
    base = "#/paths/~1a/post"
    for pointer, line in (
        (f"{base}/requestBody", 4),
        (f"{base}/requestBody/content/application~1json/schema", 5),
        (f"{base}/parameters/0/schema/type", 7),
        (f"{base}/responses/200/content/application~1json/schema", 9),
        ("#/components/schemas/A", 11),
        ("#/definitions/A", 11),
    ):
        tree.follow(pointer) if "definitions" not in pointer else None
        assert tree.locate(pointer).line == line, pointer
