"""Where answers lead to: redirects that tell no place, and new records."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_NAME = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
_TEXT = {"type": "string"}


def _document(paths: dict[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://api.test/v1"}],
        "paths": paths,
    }


def _moved(
    status: str = "302", location: dict[str, Any] | None = None, method: str = "get"
) -> dict[str, Any]:
    headers = {} if location is None else {"headers": {"Location": {"schema": location}}}
    responses = {status: {"description": "", **headers}, "404": {"description": ""}}
    return {method: {"operationId": "moved", "parameters": [_NAME], "responses": responses}}


def _client(prepare: Any, paths: dict[str, Any]) -> httpx2.Client:
    transport = prepare(_document(paths)).mock().transport()
    return httpx2.Client(transport=transport, base_url="http://shop.test/v1")


@pytest.mark.parametrize("status", ["301", "302", "303", "307", "308", "3XX"])
@pytest.mark.parametrize("method", ["get", "post", "delete"])
def test_who_follows_a_redirect_gets_an_answer(prepare: Any, status: str, method: str) -> None:
    with _client(prepare, {"/archives/{name}": _moved(status, method=method)}) as http:
        answer = http.request(method, "/archives/a%20b.zip")
        assert answer.status_code == (302 if status == "3XX" else int(status))
        assert answer.headers["location"] == "/_mock/redirected/v1/archives/a%20b.zip"
        followed = http.request(method, "/archives/c", follow_redirects=True)
        assert followed.status_code == 200
        assert "/v1/archives/c" in followed.text
        wanted = {"prefer": f"code={answer.status_code}"}
        assert "location" in http.request(method, "/archives/d", headers=wanted).headers


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (_TEXT, "/_mock/redirected/v1/archives/a"),
        ({**_TEXT, "format": "uri"}, "http://shop.test/_mock/redirected/v1/archives/a"),
        ({**_TEXT, "format": "uri-reference"}, "/_mock/redirected/v1/archives/a"),
        ({**_TEXT, "example": "https://files.test/a.zip"}, "/_mock/redirected/v1/archives/a"),
        ({**_TEXT, "example": "/v1/files/a?raw=true"}, "/v1/files/a?raw=true"),
        ({**_TEXT, "example": "/files/a"}, "/files/a"),
        ({**_TEXT, "example": "/v1/unknown/a"}, "/_mock/redirected/v1/archives/a"),
        ({"const": "https://files.test/a.zip"}, "https://files.test/a.zip"),
    ],
)
def test_the_place_fits_its_schema_and_is_one_of_the_mock_where_it_can_be(
    prepare: Any, location: dict[str, Any], expected: str
) -> None:
    file = {"operationId": "file", "parameters": [_NAME], "responses": {"200": {"description": ""}}}
    paths = {"/archives/{name}": _moved(location=location), "/files/{name}": {"get": file}}
    with _client(prepare, paths) as http:
        assert http.get("/archives/a").headers["location"] == expected


def test_what_is_no_redirect_or_may_be_none_leads_nowhere(prepare: Any) -> None:
    both = _moved()
    both["get"]["operationId"] = "both"
    both["get"]["responses"]["200"] = {"description": ""}
    paths = {"/archives/{name}": _moved("304"), "/both/{name}": both}
    with _client(prepare, paths) as http:
        assert http.get("/archives/a").status_code == 304
        assert http.get("/both/a").status_code == 200
        assert "location" not in http.get("/archives/a").headers


def test_a_redirect_comes_before_what_was_not_modified(prepare: Any) -> None:
    moved = _moved("304")
    moved["get"]["responses"]["302"] = {"description": ""}
    with _client(prepare, {"/archives/{name}": moved}) as http:
        assert http.get("/archives/a").status_code == 302


def test_a_document_with_such_paths_of_its_own_keeps_them(prepare: Any) -> None:
    paths = {"/archives/{name}": _moved(), "/_mock/{name}": _moved("304")}
    paths["/_mock/{name}"]["get"]["operationId"] = "own"
    with _client(prepare, paths) as http:
        assert "location" not in http.get("/archives/a").headers


def _creating(location: dict[str, Any] | None, status: str = "201") -> dict[str, Any]:
    headers = {} if location is None else {"headers": {"Location": {"schema": location}}}
    pet = {"type": "object", "properties": {"name": _TEXT, "color": _TEXT}, "required": ["name"]}
    one = {"content": {"application/json": {"schema": pet}}}
    given = {"name": "name", "in": "path", "required": True, "schema": _TEXT}
    found = {
        "operationId": "one",
        "parameters": [given],
        "responses": {"200": {"description": "", **one}},
    }
    made = {
        "operationId": "add",
        "requestBody": one,
        "responses": {status: {"description": "", **headers}},
    }
    return {"/shop/pets": {"post": made}, "/shop/pets/{name}": {"get": found}}


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (None, "/v1/shop/pets/Kim"),
        (_TEXT, "/v1/shop/pets/Kim"),
        ({**_TEXT, "format": "uri"}, "http://shop.test/v1/shop/pets/Kim"),
        ({**_TEXT, "pattern": "^/shop/"}, "/shop/pets/Kim"),
        ({**_TEXT, "pattern": "^/pets/[A-Z]"}, "/pets/Kim"),
        ({**_TEXT, "pattern": "^nowhere$"}, "/v1/shop/pets/Kim"),
    ],
)
def test_a_new_record_is_told_in_the_declared_form(
    prepare: Any, location: dict[str, Any] | None, expected: str
) -> None:
    with _client(prepare, _creating(location)) as http:
        assert http.post("/shop/pets", json={"name": "Kim"}).headers["location"] == expected


@pytest.mark.parametrize("name", ["Kim", "two words", "Zoë", "a/b", "x?y#z", "100%", "木"])
def test_a_new_record_is_found_where_it_is_said_to_be(prepare: Any, name: str) -> None:
    with _client(prepare, _creating(None)) as http:
        place = http.post("/shop/pets", json={"name": name}).headers["location"]
        assert http.get(f"http://shop.test{place}").json()["name"] == name
