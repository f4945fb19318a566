"""A document with keywords that nothing can read is served like any other."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _json(schema: Any) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _paths(fault: dict[str, Any]) -> dict[str, Any]:
    properties = {"id": {"type": "string"}, "kind": {"enum": ["a"]}, "p": fault}
    item = {"type": "object", "required": ["kind", "p"], "properties": properties}
    query = {"name": "q", "in": "query", "schema": fault}
    return {
        "/things": {
            "get": {
                "operationId": "list",
                "parameters": [query],
                "responses": {"200": _json({"type": "array", "items": item})},
            },
            "post": {
                "operationId": "create",
                "requestBody": _json(item),
                "responses": {"201": _json(item)},
            },
        },
        "/things/{id}": {
            "get": {
                "operationId": "get",
                "parameters": [_ID],
                "responses": {"200": _json(item), "404": _json(fault)},
            }
        },
    }


@pytest.mark.parametrize(
    "fault",
    [
        {"type": "int"},
        {"type": "integer", "minimum": "3"},
        {"type": "integer", "multipleOf": "2"},
        {"type": "string", "minLength": "3"},
        {"type": "string", "format": ["date"]},
        {"type": "string", "pattern": 3},
        {"type": "array", "items": {"type": "string"}, "minItems": "1"},
        {"type": "array", "items": {"type": "string"}, "maxItems": "3"},
        {"type": "object", "required": True},
        {"type": "object", "required": ["a", 1], "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": ["a"]},
    ],
    ids=json.dumps,
)
def test_nothing_fails(prepare: Any, fault: dict[str, Any]) -> None:
    info = {"title": "T", "version": "1"}
    mock = prepare({"openapi": "3.1.0", "info": info, "paths": _paths(fault)}).mock()
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as http:
        assert http.get("/things").json() == []
        assert http.get("/things?q=3").status_code < 500
        assert http.post("/things", json={"kind": "b", "p": None}).status_code == 422
        assert http.get("/things/none").status_code == 404
        created = http.post("/things", json={"kind": "a", "p": _taken(fault)})
        assert created.status_code == 201
        assert http.get("/things").json() == [created.json()]


@pytest.mark.parametrize(
    ("kinds", "items"),
    [
        ("array", {"type": "string"}),
        (["array", "null"], {"type": "string"}),
        ("array", {"type": "string", "enum": ["off", "on"]}),
    ],
)
def test_values_listed_for_an_array_are_those_of_its_items(
    prepare: Any, kinds: Any, items: Any
) -> None:
    listed = {"type": kinds, "items": items, "enum": ["on", "off"]}
    info = {"title": "T", "version": "1"}
    mock = prepare({"openapi": "3.1.0", "info": info, "paths": _paths(listed)}).mock()
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as http:
        assert http.get("/things?q=on&q=off").status_code == 200
        assert http.get("/things?q=other").status_code == 422
        assert http.post("/things", json={"kind": "a", "p": ["on"]}).status_code == 201
        assert http.post("/things", json={"kind": "a", "p": ["other"]}).status_code == 422
        assert http.post("/things", json={"kind": "a", "p": "on"}).status_code == 422


def test_an_answer_has_such_values_too(prepare: Any) -> None:
    listed = {"type": "array", "items": {"type": "string"}, "enum": ["on", "off"]}
    operation = {"operationId": "modes", "responses": {"200": _json(listed)}}
    paths = {"/modes": {"get": operation}}
    info = {"title": "T", "version": "1"}
    mock = prepare({"openapi": "3.1.0", "info": info, "paths": paths}).mock()
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as http:
        found = http.get("/modes").json()
    assert found
    assert set(found) <= {"on", "off"}


def test_what_may_be_left_out_has_none_of_them(prepare: Any) -> None:
    listed = {"type": "array", "items": {"type": "string"}, "enum": ["on", "off"]}
    thing = {"type": "object", "properties": {"modes": listed, "name": {"type": "string"}}}
    operation = {"operationId": "thing", "responses": {"200": _json(thing)}}
    info = {"title": "T", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": {"/thing": {"get": operation}}}
    mock = prepare(document).mock()
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as http:
        assert http.get("/thing").json().keys() == {"name"}


def _taken(fault: dict[str, Any]) -> Any:
    """Return what a schema takes if it is read without its fault."""
    return {"integer": 4, "array": ["x"], "object": {"a": "x"}}.get(fault["type"], "x")
