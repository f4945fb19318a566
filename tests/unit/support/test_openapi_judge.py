"""The judge of the corpus has to find faults; these exchanges are written by hand."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest
from drawing import Drawer, UndrawableError
from openapi_judge import OpenApiJudge
from openapi_schemas import Schemas
from wire import Exchange

LIST, CREATE = "#/paths/~1pets~1{id}/get", "#/paths/~1pets~1{id}/post"
PET = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "integer", "readOnly": True}, "name": {"type": "string"}},
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/pets/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
            ],
            "get": {
                "parameters": [
                    {
                        "name": "tags",
                        "in": "query",
                        "required": True,
                        "style": "pipeDelimited",
                        "explode": False,
                        "schema": {"type": "array", "items": {"enum": ["a", "b"]}},
                    },
                    {
                        "name": "filter",
                        "in": "query",
                        "style": "deepObject",
                        "schema": {"properties": {"max": {"type": "number"}}},
                    },
                ],
                "responses": {
                    "2XX": {"content": {"application/json": {"schema": PET}}},
                    "204": {},
                },
            },
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                        "application/x-www-form-urlencoded": {"schema": PET},
                    },
                },
                "responses": {"201": {"headers": {"X-Id": {"required": True}}}},
            },
        }
    },
    "components": {"schemas": {"Pet": PET}},
}
JUDGE = OpenApiJudge(DOCUMENT)


def exchange(
    method: str,
    target: str,
    sent: bytes = b"",
    status: int = 200,
    received: bytes = b"",
    **kind: str,
) -> Exchange:
    headers = {"content-type": kind.get("sent_as", "application/json")} if sent else {}
    request = httpx2.Request(method, f"http://mock{target}", headers=headers, content=sent)
    answer = {"content-type": "application/json"} if received else {}
    return Exchange(request, httpx2.Response(status, headers=answer), sent, received)


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("/pets/1?tags=a|b&filter[max]=1.5", ""),
        ("/pets/1?tags=a%7Cb", ""),
        ("/pets/1?tags=a,b", "query parameter tags"),
        ("/pets/1?tags=c", "query parameter tags"),
        ("/pets/x?tags=a", "path parameter id"),
        ("/pets/1", "required query parameter tags is missing"),
        ("/pets/1?tags=a&filter[max]=x", "query parameter filter"),
    ],
)
def test_parameters(target: str, fault: str) -> None:
    found = JUDGE.faults(exchange("GET", target, status=204), LIST)
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


@pytest.mark.parametrize(
    ("body", "sent_as", "fault"),
    [
        (b'{"name": "Kim"}', "application/json", ""),
        (b"name=Kim", "application/x-www-form-urlencoded", ""),
        (b'{"name": 5}', "application/json", "body: 5 is not"),
        (b'{"id": 5}', "application/json", '"name" is a required property'),
        (b"<a/>", "application/xml", "undeclared content type"),
        (b"", "", "required body is missing"),
    ],
)
def test_request_bodies(body: bytes, sent_as: str, fault: str) -> None:
    found = list(JUDGE.of_request(exchange("POST", "/pets/1", body, sent_as=sent_as), CREATE))
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (200, {"id": 1, "name": "Kim"}, ""),
        (200, {"name": "Kim"}, '"id" is a required property'),
        (204, None, ""),
        (204, {}, "where none is declared"),
        (404, {}, "undeclared status 404"),
    ],
)
def test_responses(status: int, body: Any, fault: str) -> None:
    received = b"" if body is None else json.dumps(body).encode()
    found = list(JUDGE.of_response(exchange("GET", "/pets/1", b"", status, received), LIST))
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


def test_required_headers() -> None:
    found = list(JUDGE.of_response(exchange("POST", "/pets/1", status=201), CREATE))
    assert found == ["the required header X-Id is missing with status 201"]


@pytest.mark.parametrize(("method", "fault"), [("GET", "a body of 0 bytes"), ("HEAD", "")])
def test_a_body_that_is_told_of_and_not_there(method: str, fault: str) -> None:
    request = httpx2.Request(method, "http://mock/pets/1")
    response = httpx2.Response(200, headers={"content-length": "22"})
    found = list(JUDGE.of_response(Exchange(request, response, b"", b""), LIST))
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


def test_an_operation_behind_the_reference_of_its_path() -> None:
    document = {
        **DOCUMENT,
        "paths": {**DOCUMENT["paths"], "/cats/{id}": {"$ref": "#/paths/~1pets~1{id}"}},
    }
    judge = OpenApiJudge(document)
    sent = exchange("POST", "/cats/x", b"{}", status=200)
    found = judge.faults(sent, "#/paths/~1cats~1{id}/post")
    assert [one.partition(":")[0] for one in found] == [
        "path parameter id", "body", "undeclared status 200",
    ]  # fmt: skip


def test_what_stands_beside_the_reference_of_a_response_does_not_count() -> None:
    reference = {"$ref": "#/components/responses/Pet", "headers": {"X-More": {"required": True}}}
    pet = {"content": {"application/json": {"schema": PET}}}
    paths = {"/pets": {"get": {"responses": {"200": reference}}}}
    judge = OpenApiJudge({"paths": paths, "components": {"responses": {"Pet": pet}}})
    request = httpx2.Request("GET", "http://x/pets")
    for body, is_right in ((b'{"id": 1, "name": "Kim"}', True), (b"{}", False)):
        response = httpx2.Response(200, headers={"content-type": "application/json"}, content=body)
        faults = judge.faults(Exchange(request, response, b"", body), "#/paths/~1pets/get")
        assert (not faults) == is_right


def test_structures_in_a_header_are_read_as_json() -> None:
    schema = {"type": "array", "items": {"type": "object"}}
    parameter = {"name": "X-A", "in": "header", "schema": schema}
    judge = OpenApiJudge({"paths": {"/a": {"get": {"parameters": [parameter], "responses": {}}}}})
    request = httpx2.Request("GET", "http://mock/a", headers={"X-A": '{"a":[1,2],"b":"},"},{}'})
    read = judge.read(Exchange(request, httpx2.Response(200), b"", b""), "#/paths/~1a/get")
    assert read == {("header", "X-A"): [{"a": [1, 2], "b": "},"}, {}]}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "^[a-f]{4}-\\d+$", "minLength": 7},
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 3},
            "minItems": 3,
            "uniqueItems": True,
        },
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.5},
        {"oneOf": [{"type": "string", "maxLength": 0}, {"type": "integer", "multipleOf": 7}]},
        {"allOf": [PET, {"required": ["age"], "properties": {"age": {"const": 3}}}]},
    ],
)
def test_what_is_drawn_is_valid(schema: Any) -> None:
    schemas = Schemas({"components": {"schemas": {"X": schema}}})
    value = Drawer(schemas).draw("#/components/schemas/X", full=True)
    assert schemas.errors(value, "#/components/schemas/X", "readOnly") == []


def test_nothing_is_drawn_where_nothing_is_valid() -> None:
    schemas = Schemas({"components": {"schemas": {"X": {"type": "boolean", "enum": ["true"]}}}})
    with pytest.raises(UndrawableError):
        Drawer(schemas).draw("#/components/schemas/X")
