"""Which records exist in a mock: those that a caller can learn of, or any where nothing tells their ids."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_NAME = {"type": "string"}
_PET = {"type": "object", "properties": {"id": {"type": "string"}, "name": _NAME}}
_ID = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
_NOTHING = {"description": ""}


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _operation(
    name: str, answers: dict[str, Any], schema: dict[str, Any] | None = None, *, item: bool = True
) -> dict[str, Any]:
    request = {"requestBody": {"required": True, **_body(schema)}} if schema else {}
    parameters = {"parameters": [_ID]} if item else {}
    return {"operationId": name, **parameters, **request, "responses": answers}


def _client(prepare: Any, paths: dict[str, Any]) -> httpx2.Client:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    return httpx2.Client(transport=mock.transport(), base_url="http://x")


_GET = _operation("get", {"200": _body(_PET), "404": _NOTHING})
_DELETE = _operation("delete", {"204": _NOTHING, "404": _NOTHING})


@pytest.mark.parametrize(
    "collection",
    [
        {},
        {"get": _operation("list", {"200": _body({"type": "array", "items": {
            "type": "object", "properties": {"age": {"type": "integer"}}}})}, item=False)},
        {"post": _operation("create", {"200": _body({
            "type": "object", "properties": {"ok": {"type": "boolean"}}})}, item=False)},
    ],
    ids=["no collection", "a list without ids", "a create without ids"],
)  # fmt: skip
def test_any_record_exists_where_nothing_tells_ids(prepare: Any, collection: Any) -> None:
    paths = {"/pets/{petId}": {"get": _GET, "delete": _DELETE}}
    paths |= {"/pets": collection} if collection else {}
    with _client(prepare, paths) as client:
        first = client.get("/pets/kim")
        assert (first.status_code, first.json()["id"]) == (200, "kim")
        assert client.get("/pets/kim").json() == first.json()
        assert client.delete("/pets/kim").status_code == 204
        assert client.get("/pets/kim").status_code == 404
        assert client.delete("/pets/kim").status_code == 404


@pytest.mark.parametrize(
    "collection",
    [
        {"get": _operation("list", {"200": _body({"type": "array", "items": _PET})}, item=False)},
        {"post": _operation("create", {"200": _body(_PET)}, _PET, item=False)},
        {"post": _operation("create", {"201": _NOTHING}, item=False)},
    ],
    ids=["list", "create", "location"],
)
def test_an_unknown_record_is_absent_where_ids_are_told(prepare: Any, collection: Any) -> None:
    with _client(prepare, {"/pets": collection, "/pets/{petId}": {"get": _GET}}) as client:
        assert client.get("/pets/kim").status_code == 404


@pytest.mark.parametrize("answers", [{"201": _NOTHING}, {"200": _NOTHING, "201": _NOTHING}])
def test_a_location_leads_to_the_new_record(prepare: Any, answers: dict[str, Any]) -> None:
    collection = {"post": _operation("create", answers, item=False)}
    with _client(prepare, {"/pets": collection, "/pets/{petId}": {"get": _GET}}) as client:
        assert client.get(client.post("/pets").headers["location"]).status_code == 200


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ({"200": _body(_PET)}, 200),
        ({"200": _body(_PET), "201": _body(_PET), "404": _NOTHING}, 200),
        ({"200": _body(_PET), "404": _NOTHING}, 404),
    ],
    ids=["refuses nothing", "creates", "says that there may be none"],
)
def test_a_put_makes_what_is_not_there(prepare: Any, answers: Any, status: int) -> None:
    paths = {
        "/pets": {
            "get": _operation("list", {"200": _body({"type": "array", "items": _PET})}, item=False)
        },
        "/pets/{petId}": {"get": _GET, "put": _operation("put", answers, _PET)},
    }
    with _client(prepare, paths) as client:
        assert client.put("/pets/kim", json={"name": "Kim"}).status_code == status
        assert client.get("/pets/kim").status_code == status


def test_a_record_in_a_wrapper_is_unwrapped(prepare: Any) -> None:
    wrapped = {"type": "object", "properties": {"data": _PET}}
    paths = {
        "/pets": {"post": _operation("create", {"201": _body(wrapped)}, wrapped, item=False)},
        "/pets/{petId}": {"get": _operation("get", {"200": _body(wrapped)})},
    }
    with _client(prepare, paths) as client:
        made = client.post("/pets", json={"data": {"name": "Kim"}}).json()["data"]
        assert made["name"] == "Kim"
        assert client.get(f"/pets/{made['id']}").json()["data"] == made


def test_a_create_that_answers_with_the_list_tells_all_records(prepare: Any) -> None:
    rows = {"type": "array", "items": _PET}
    paths = {
        "/pets": {"post": _operation("create", {"200": _body(rows)}, _PET, item=False)},
        "/pets/{petId}": {"get": _GET},
    }
    with _client(prepare, paths) as client:
        client.post("/pets", json={"name": "Kim"})
        told = client.post("/pets", json={"name": "Lou"}).json()
        assert [one["name"] for one in told] == ["Kim", "Lou"]
        assert client.get(f"/pets/{told[0]['id']}").json() == told[0]


def test_ids_fit_the_parameters_of_all_paths(prepare: Any) -> None:
    strict = {**_ID, "schema": {"type": "string", "pattern": "^pet_[0-9]{4}$"}}
    toys = {"operationId": "toys", "parameters": [strict], "responses": {"200": _body(_PET)}}
    paths = {
        "/pets": {"post": _operation("create", {"201": _body(_PET)}, _PET, item=False)},
        "/pets/{petId}": {"get": _GET},
        "/pets/{petId}/toy": {"get": toys},
    }
    with _client(prepare, paths) as client:
        made = client.post("/pets", json={"name": "Kim"}).json()
        assert client.get(f"/pets/{made['id']}/toy").status_code == 200


def test_listed_records_differ_and_are_the_same_for_a_seed(prepare: Any) -> None:
    user = {
        "type": "object",
        "required": ["id", "name", "email"],
        "properties": {
            "id": {"type": "string"},
            "name": {"type": "string", "examples": ["Mira Holt"]},
            "email": {"type": "string", "format": "email"},
        },
    }
    rows = {"type": "array", "items": user}
    paths = {"/users": {"get": _operation("list", {"200": _body(rows)}, item=False)}}
    with _client(prepare, paths) as client, _client(prepare, paths) as again:
        told = client.get("/users").json()
        assert told == again.get("/users").json()
        assert told[0]["name"] == "Mira Holt"
        assert told[1]["name"] != "Mira Holt"
        assert told[1]["email"] == f"{told[1]['name'].lower().replace(' ', '.')}@example.com"


def test_natural_keys_can_be_read(prepare: Any) -> None:
    tag = {"type": "object", "properties": {"slug": _NAME, "label": _NAME}, "required": ["slug"]}
    rows = {"type": "array", "items": tag}
    paths = {"/tags": {"get": _operation("list", {"200": _body(rows)}, item=False)}}
    with _client(prepare, paths) as client:
        keys = [one["slug"] for one in client.get("/tags").json()]
        assert len(set(keys)) == len(keys)
        assert all(word.isalpha() for key in keys for word in key.split("-")[:2])


def test_a_filter_for_all_is_none(prepare: Any) -> None:
    member = {"type": "object", "properties": {"id": _NAME, "role": _NAME}, "required": ["id"]}
    everyone = {"name": "role", "in": "query", "schema": {"type": "string", "default": "all"}}
    listing = _operation("list", {"200": _body({"type": "array", "items": member})}, item=False)
    with _client(prepare, {"/members": {"get": {**listing, "parameters": [everyone]}}}) as client:
        assert client.get("/members").json()
        assert client.get("/members", params={"role": "nobody"}).json() == []


def test_an_id_may_stand_in_a_path_twice(prepare: Any) -> None:
    paths = {"/owners/{petId}/pets/{petId}": {"get": _operation("get", {"200": _body(_PET)})}}
    with _client(prepare, paths) as client:
        answer = client.get("/owners/kim/pets/kim")
        assert (answer.status_code, answer.json()["id"]) == (200, "kim")
