"""Lists in other envelopes than Cuadra's, wrapped entities, and what nothing creates."""

from __future__ import annotations

from typing import Any

import httpx2

_PET = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "kind": {"type": "string", "enum": ["cat", "dog"]},
    },
}


def _json(schema: Any) -> Any:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _client(prepare: Any, page: Any, query: list[Any]) -> httpx2.Client:
    name = {"name": "petId", "in": "path", "required": True, "schema": {"type": "integer"}}
    parameters = [{"in": "query", **item} for item in query]
    paths = {
        "/pets": {
            "get": {
                "operationId": "list",
                "parameters": parameters,
                "responses": {"200": _json(page)},
            },
            "post": {
                "operationId": "create",
                "requestBody": {"content": {"application/json": {"schema": _PET}}},
                "responses": {"200": _json({"type": "object", "properties": {"data": _PET}})},
            },
        },
        "/pets/{petId}": {
            "get": {"operationId": "get", "parameters": [name], "responses": {"200": _json(_PET)}},
            "delete": {
                "operationId": "delete",
                "parameters": [name],
                "responses": {"200": _json(_PET)},
            },
        },
        "/pets/{petId}/toys": {
            "get": {
                "operationId": "toys",
                "parameters": [name],
                "responses": {"200": _json({"type": "array", "items": _PET})},
            }
        },
    }
    info = {"title": "T", "version": "1"}
    prepared = prepare({"openapi": "3.1.0", "info": info, "paths": paths})
    return httpx2.Client(transport=prepared.mock().transport(), base_url="http://x")


def _fill(client: httpx2.Client, count: int) -> None:
    for number in range(1, count + 1):
        made = client.post("/pets", json={"id": number, "name": f"p{number}", "kind": "cat"}).json()
        assert made["data"]["id"] == number


def test_pages_by_number(prepare: Any) -> None:
    page = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": _PET},
            "meta": {
                "type": "object",
                "properties": {
                    "total": {"type": "integer"},
                    "page": {"type": "integer"},
                    "total_pages": {"type": "integer"},
                },
            },
        },
    }
    query = [
        {"name": "page", "schema": {"type": "integer"}},
        {"name": "per_page", "schema": {"type": "integer"}},
    ]
    client = _client(prepare, page, query)
    _fill(client, 5)
    body = client.get("/pets?page=2&per_page=2").json()
    assert [item["id"] for item in body["data"]] == [3, 4]
    assert body["meta"] == {"total": 5, "page": 2, "total_pages": 3}
    assert client.get("/pets?page=9&per_page=2").json()["data"] == []


def test_pages_by_offset_and_filters(prepare: Any) -> None:
    page = {
        "type": "object",
        "required": ["pets", "total"],
        "properties": {"pets": {"type": "array", "items": _PET}, "total": {"type": "integer"}},
    }
    query = [
        {"name": "offset", "schema": {"type": "integer"}},
        {"name": "limit", "schema": {"type": "integer", "default": 2}},
        {"name": "kind", "schema": {"type": "string"}},
    ]
    client = _client(prepare, page, query)
    _fill(client, 3)
    body = client.get("/pets?offset=1").json()
    assert ([item["id"] for item in body["pets"]], body["total"]) == ([2, 3], 3)
    assert client.get("/pets?kind=dog").json() == {"pets": [], "total": 0}


def test_bare_arrays_deletes_with_a_body_and_seeded_children(prepare: Any) -> None:
    client = _client(prepare, {"type": "array", "items": _PET}, [])
    _fill(client, 2)
    assert [item["name"] for item in client.get("/pets").json()] == ["p1", "p2"]
    toys = client.get("/pets/2/toys").json()
    assert len(toys) == 3
    assert toys == client.get("/pets/2/toys").json()
    assert client.delete("/pets/1").json()["name"] == "p1"
    assert client.get("/pets/1").status_code == 404
    assert client.get("/pets/1/toys").status_code == 404


_NUMBERED = [
    {"name": "page", "schema": {"type": "integer"}},
    {"name": "size", "schema": {"type": "integer"}},
]
_URL = {"type": "string", "format": "uri"}


def _paged(**envelope: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"data": {"type": "array", "items": _PET}, **envelope}}


def test_pages_are_told_by_links(prepare: Any) -> None:
    names = ("self", "first", "prev", "next", "last")
    links = {"type": "object", "properties": dict.fromkeys(names, _URL)}
    client = _client(prepare, _paged(links=links), _NUMBERED)
    _fill(client, 5)
    told = client.get("/pets?page=2&size=2").json()["links"]
    assert [told[name].removeprefix("http://x/pets?") for name in names] == [
        "page=2&size=2",
        "size=2&page=1",
        "size=2&page=1",
        "size=2&page=3",
        "size=2&page=3",
    ]
    assert client.get(told["last"]).json()["links"].keys() == {"self", "first", "prev", "last"}
    whole = client.get("/pets").json()["links"]
    assert whole == dict.fromkeys(("self", "first", "last"), "http://x/pets")


def test_pages_are_told_by_objects_of_links(prepare: Any) -> None:
    link = {"type": "object", "required": ["href"], "properties": {"href": _URL}}
    links = {"type": "object", "properties": {"self": link, "next": link, "prev": link}}
    client = _client(prepare, _paged(_links=links), _NUMBERED)
    _fill(client, 3)
    assert client.get("/pets?page=1&size=2").json()["_links"] == {
        "self": {"href": "http://x/pets?page=1&size=2"},
        "next": {"href": "http://x/pets?size=2&page=2"},
    }


def test_pages_are_told_by_numbers(prepare: Any) -> None:
    number = {"type": ["integer", "null"]}
    names = ("page", "previous_page", "next_page", "last_page", "total_entries")
    pagination = {"type": "object", "properties": dict.fromkeys(names, number)}
    meta = {"type": "object", "properties": {"pagination": pagination}}
    client = _client(prepare, _paged(meta=meta), _NUMBERED)
    _fill(client, 5)
    told = [client.get(f"/pets?page={page}&size=2").json()["meta"] for page in (1, 2, 3)]
    found = [[one["pagination"][name] for name in names] for one in told]
    assert found == [[1, None, 2, 3, 5], [2, 1, 3, 3, 5], [3, 2, None, 3, 5]]


def test_the_first_and_the_last_page_say_so(prepare: Any) -> None:
    flag = {"type": "boolean"}
    client = _client(prepare, _paged(first=flag, last=flag), _NUMBERED)
    _fill(client, 3)
    first, last = (client.get(f"/pets?page={page}&size=2").json() for page in (1, 2))
    assert (first["first"], first["last"]) == (True, False)
    assert (last["first"], last["last"]) == (False, True)
