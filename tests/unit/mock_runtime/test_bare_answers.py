"""What the mock answers where the document has no body for the answer."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest


def test_a_record_is_made_and_nothing_told_where_no_body_is_declared(prepare: Any) -> None:
    pet = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
    content = {"content": {"application/json": {"schema": pet}}}
    name = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
    create = {
        "operationId": "create",
        "requestBody": content,
        "responses": {"202": {"description": ""}},
    }
    get = {"operationId": "get", "parameters": [name], "responses": {"200": content}}
    listing = {"type": "array", "items": pet}
    every = {"content": {"application/json": {"schema": listing}}}
    paths = {
        "/pets": {"post": create, "get": {"operationId": "list", "responses": {"200": every}}},
        "/pets/{petId}": {"get": get},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        answer = client.post("/pets", json={"name": "Kim"})
        assert (answer.status_code, answer.content) == (202, b"")
        assert "content-type" not in answer.headers
        assert "Kim" in [one["name"] for one in client.get("/pets").json()]


@pytest.mark.parametrize(("declared", "status"), [(["206"], 206), (["206", "207"], 207)])
def test_partial_content_is_answered_where_nothing_else_is_declared(
    prepare: Any, declared: list[str], status: int
) -> None:
    get = {"operationId": "get", "responses": {one: {"description": ""} for one in declared}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/part": {"get": get}},
    }
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        assert client.get("/part").status_code == status


@pytest.mark.parametrize(
    ("media", "declared", "told"),
    [
        ("application/json", {"example": {"ok": True}}, b'{"ok":true}'),
        ("application/xml", {"example": "<ok/>", "schema": {"type": "object"}}, b"<ok/>"),
        ("text/csv", {"examples": {"one": {"value": "a,b"}}}, b"a,b"),
        ("application/x-tar", {"example": "tape"}, b"tape"),
        ("text/plain", {"schema": {"type": "string", "enum": ["pong"]}}, b"pong"),
        ("application/json", {}, b"{}"),
    ],
)
def test_what_is_shown_comes_first(prepare: Any, media: str, declared: Any, told: bytes) -> None:
    get = {"operationId": "get", "responses": {"200": {"content": {media: declared}}}}
    info = {"title": "T", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": {"/bare": {"get": get}}}
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        answer = client.get("/bare")
    assert (answer.content, answer.headers["content-type"].split(";")[0]) == (told, media)
