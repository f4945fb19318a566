"""Whatever a document holds, the parser answers; each fault degrades the smallest thing and is reported."""

from __future__ import annotations

import contextlib
import copy
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ir.schemas import (
    Annotations,
    AnySchema,
    ArraySchema,
    Discriminator,
    EnumSchema,
    ObjectSchema,
    SchemaRef,
    StringSchema,
)

BASE = "#/components/schemas/"


def dangling(api):
    """All ids that the model refers to without defining them."""
    found, waiting = [], [api.operations, api.webhooks, tuple(api.schemas.values())]
    while waiting:
        value = waiting.pop()
        match value:
            case SchemaRef(id=target):
                found.append(target)
            case Discriminator(mapping=mapping):
                found.extend(target for _, target in mapping)
            case Annotations():
                pass
            case tuple():
                waiting.extend(value)
            case _ if is_dataclass(value):
                waiting.extend(getattr(value, field.name) for field in fields(value))
    return [target for target in found if target not in api.schemas]


@pytest.mark.parametrize(
    ("node", "expected", "codes"),
    [
        (None, AnySchema(), ["wrong-kind"]),
        ("Pet", AnySchema(), ["wrong-kind"]),
        ({"type": "any"}, AnySchema(), ["unknown-type"]),
        ({"type": 3}, AnySchema(), ["unknown-type"]),
        ({"type": []}, AnySchema(), ["unknown-type"]),
        ({"type": ["string", "text"]}, StringSchema(), ["unknown-type"]),
        ({"type": "string", "enum": []}, StringSchema(), ["invalid-enum"]),
        ({"type": "string", "enum": "a"}, StringSchema(), ["invalid-enum"]),
        ({"type": "string", "enum": [1, 2]}, EnumSchema((1, 2)), ["enum-contradicts-type"]),
        ({"type": "string", "minLength": "3"}, StringSchema(), ["invalid-constraint"]),
        ({"type": "string", "pattern": 3}, StringSchema(), ["invalid-constraint"]),
        ({"type": "string", "required": True}, StringSchema(), []),
        ({"type": "object", "required": True}, ObjectSchema(), ["invalid-required"]),
        ({"type": "object", "properties": None}, ObjectSchema(), []),
        ({"type": "object", "properties": ["a"]}, ObjectSchema(), ["wrong-kind"]),
        ({"type": "array", "items": None}, ArraySchema(AnySchema()), ["wrong-kind"]),
        ({"$ref": 3}, AnySchema(), ["wrong-kind"]),
        ({"allOf": {}, "type": "string"}, StringSchema(), ["wrong-kind"]),
        ({"oneOf": ["a"], "type": "string"}, StringSchema(), ["wrong-kind"]),
        (
            {"type": "object", "required": ["a", 1]},
            ObjectSchema(required_only=("a",)),
            ["wrong-kind"],
        ),
    ],
)
def test_schema(read_schemas, node, expected, codes):
    reading = read_schemas(S=node)
    assert reading.schema("S") == expected
    assert reading.codes == codes


def test_enum_beside_an_array_is_that_of_its_items(read_schemas):
    reading = read_schemas(S={"type": "array", "items": {"type": "string"}, "enum": ["a", "b"]})
    assert reading.schema("S") == ArraySchema(SchemaRef(BASE + "S/items"))
    assert reading.schema(BASE + "S/items") == EnumSchema(("a", "b"))
    assert reading.codes == ["enum-on-array"]


def test_depth_is_survived(read_schemas):
    deep = {"type": "string"}
    for _ in range(400):
        deep = {"type": "array", "items": deep}
    lone = {"type": "string"}
    for _ in range(400):
        lone = {"allOf": [lone]}
    nested = {"type": "string"}
    for _ in range(400):
        nested = {"properties": {"x": nested}}
    reading = read_schemas(A=deep, B=lone, C=nested)
    assert reading.codes == ["schema-too-deep", "schema-too-deep"]
    assert reading.schema("B") == AnySchema()
    assert reading.schema(BASE + "C" + "/properties/x" * 399).properties[0].schema == StringSchema()


@pytest.mark.parametrize(
    ("parameters", "codes"),
    [
        ({"name": "a"}, ["wrong-kind"]),
        (["a"], ["wrong-kind"]),
        ([{"in": "query"}], ["parameter-without-name"]),
        ([{"name": "a", "in": "body", "schema": {}}], ["unknown-parameter-location"]),
        ([{"name": "Accept", "in": "header", "schema": {}}], ["reserved-header-parameter"]),
        ([{"$ref": "#/nowhere"}], ["unresolvable-reference"]),
    ],
)
def test_parameters_that_cannot_be(read_operation, parameters, codes):
    reading = read_operation({"parameters": parameters})
    assert reading.api.operations[0].parameters == ()
    assert reading.codes == codes


def test_parameters_with_a_fault(read_operation):
    reading = read_operation(
        {
            "parameters": [
                {"name": 7, "in": "query", "schema": {}},
                {"name": "a", "in": "query", "schema": {}, "style": "simple"},
                {"name": "a", "in": "query", "schema": {}},
            ]
        }
    )
    assert [item.name for item in reading.api.operations[0].parameters] == ["7", "a"]
    assert reading.codes == ["invalid-style", "duplicate-parameter"]


@pytest.mark.parametrize("item", [None, [], "x", {"get": None}, {"get": []}])
def test_path_items_that_cannot_be(read, item):
    reading = read(paths={"/x": item, "/y": {"get": {}}})
    assert [operation.path for operation in reading.api.operations] == ["/y"]
    assert reading.codes == ["wrong-kind"]


DOCUMENT = {
    "openapi": "3.1.1",
    "info": {"title": "T", "version": "1", "license": {"name": "MIT"}},
    "tags": [{"name": "a"}],
    "servers": [{"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1"]}}}],
    "security": [{"key": []}],
    "paths": {
        "/pets/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {
                "operationId": "getPet",
                "tags": ["a"],
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "content": {"application/json": {"schema": {"type": "object"}}},
                        "examples": {"e": {"value": 1}},
                    }
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"X-A": {"$ref": "#/components/headers/A"}},
                        "content": {
                            "application/json": {"schema": {"$ref": BASE + "Pet"}},
                            "text/event-stream": {"schema": {"items": {}, "type": "array"}},
                        },
                    },
                    "default": {"$ref": "#/components/responses/Bad"},
                },
                "callbacks": {"c": {"{$url}": {"post": {"responses": {}}}}},
            },
            "additionalOperations": {
                "COPY": {"requestBody": {"$ref": "#/components/requestBodies/B"}}
            },
        }
    },
    "webhooks": {"w": {"post": {"security": []}}},
    "components": {
        "parameters": {
            "Id": {"name": "id", "in": "path", "required": True, "schema": {"minimum": 1}}
        },
        "headers": {"A": {"schema": {"type": "string", "maxLength": 3}}},
        "responses": {"Bad": {"content": {"application/json": {"schema": {"enum": ["a", None]}}}}},
        "requestBodies": {
            "B": {
                "content": {
                    "multipart/form-data": {
                        "schema": {"$ref": BASE + "Cat"},
                        "encoding": {"p": {"contentType": "a/b", "headers": {}}},
                    }
                }
            }
        },
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "K"},
            "o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"s": "S"}}}},
        },
        "schemas": {
            "Pet": {
                "oneOf": [{"$ref": BASE + "Cat"}, {"properties": {"kind": {"const": "cow"}}}],
                "discriminator": {"propertyName": "kind", "mapping": {"c": BASE + "Cat"}},
            },
            "Cat": {
                "allOf": [{"$ref": BASE + "Base"}, {"required": ["x"]}],
                "properties": {
                    "n": {"type": ["string", "null"]},
                    "x": {"type": ["object", "array"]},
                },
                "additionalProperties": {"anyOf": [{"const": 1}, {"const": 2}]},
            },
            "Base": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string"},
                    "deep": {"$ref": BASE + "Cat/properties/n"},
                    "t": {"prefixItems": [{"type": "number"}], "items": False, "maxItems": 2},
                },
                "patternProperties": {"^a": {"$ref": BASE + "Pet"}},
                "propertyNames": {"pattern": "a"},
                "required": ["kind"],
                "$defs": {"D": {"enum": [1, 2], "x-enum-varnames": ["A", "B"]}},
                "discriminator": {"propertyName": "kind"},
            },
        },
    },
}


def places(node, path=()):
    """The paths of all nodes of a JSON document below the root."""
    members = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in members:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))


JUNK = st.sampled_from(
    [
        *(None, True, False, 0, -1.5, "", "text", [], {}, [None], ["a", 1], [[]], {"a": None}),
        *({"type": "any"}, [{}], {"": {}}, [{"x": 1}], {"x-a": {}}, {"$ref": "#/nowhere"}),
        *({"$ref": BASE + "Pet"}, {"$ref": "#/paths"}, {"$ref": "#/info/title"}),
        {"$ref": "#/paths/~1pets~1{id}/get"},
    ]
)
PLACES = st.sampled_from(list(places(DOCUMENT)))


def put(document, path, junk):
    """Replace what stands at a path; an earlier change may have taken the path away."""
    node = document
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = copy.deepcopy(junk)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PLACES, JUNK), min_size=1, max_size=4))
def test_junk_anywhere_is_survived(read, changes):
    document = copy.deepcopy(DOCUMENT)
    for path, junk in changes:
        with contextlib.suppress(KeyError, IndexError, TypeError):
            put(document, path, junk)
    reading = read(**document)
    assert dangling(reading.api) == []


def test_the_document_itself_is_flawless(read):
    reading = read(**DOCUMENT)
    assert reading.codes == []
    assert dangling(reading.api) == []
    assert len(reading.api.operations) == 2
