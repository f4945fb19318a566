"""Pages of what the mock does not keep, and lists whose envelopes say little: a client comes to their end."""

from __future__ import annotations

from typing import Any

import httpx2

_TRACK = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "title": {"type": "string"}},
}
_POSITION = [
    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
    {"name": "offset", "in": "query", "schema": {"type": "integer"}},
]


def _json(schema: Any) -> Any:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _client(prepare: Any, paths: Any) -> httpx2.Client:
    openapi = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    transport = prepare(openapi).mock().transport()
    return httpx2.Client(transport=transport, base_url="http://mock")


def _page(**more: Any) -> Any:
    properties = {
        "total_count": {"type": "integer", "example": 5000},
        "entries": {"type": "array", "items": _TRACK},
        **more,
    }
    return {"type": "object", "required": ["total_count", "entries"], "properties": properties}


def test_a_page_of_samples_ends_where_its_example_would_not(prepare: Any) -> None:
    get = {"operationId": "saved", "parameters": _POSITION, "responses": {"200": _json(_page())}}
    http = _client(prepare, {"/search": {"get": get}})
    first = http.get("/search").json()
    assert first["total_count"] == len(first["entries"]) == 1
    second = http.get("/search", params={"offset": 1}).json()
    assert second == {"total_count": 1, "entries": []}


def test_a_list_inside_an_object_tells_its_total_there(prepare: Any) -> None:
    body = {"type": "object", "required": ["tracks"], "properties": {"tracks": _page()}}
    get = {"operationId": "list", "parameters": _POSITION, "responses": {"200": _json(body)}}
    post = {
        "operationId": "create",
        "requestBody": {"content": {"application/json": {"schema": _TRACK}}},
        "responses": {"201": _json(_TRACK)},
    }
    name = {"name": "trackId", "in": "path", "required": True, "schema": {"type": "string"}}
    item = {"operationId": "get", "parameters": [name], "responses": {"200": _json(_TRACK)}}
    http = _client(
        prepare, {"/tracks": {"get": get, "post": post}, "/tracks/{trackId}": {"get": item}}
    )
    for title in ("A", "B", "C"):
        assert http.post("/tracks", json={"id": title, "title": title}).status_code == 201
    told = http.get("/tracks", params={"limit": 2, "offset": 2}).json()["tracks"]
    assert told["total_count"] == 3
    assert [one["id"] for one in told["entries"]] == ["C"]


def test_the_url_of_the_next_page_leads_to_it(prepare: Any) -> None:
    link = {"type": ["string", "null"], "format": "uri"}
    get = {
        "operationId": "list",
        "parameters": _POSITION,
        "responses": {"200": _json(_page(next=link))},
    }
    post = {
        "operationId": "create",
        "requestBody": {"content": {"application/json": {"schema": _TRACK}}},
        "responses": {"201": _json(_TRACK)},
    }
    http = _client(prepare, {"/tracks": {"get": get, "post": post}})
    for number in range(5):
        http.post("/tracks", json={"id": f"t{number}"})
    seen, url = [], "/tracks?limit=2"
    while url:
        body = http.get(url).json()
        seen += [one["id"] for one in body["entries"]]
        url = body["next"]
    assert seen == ["t0", "t1", "t2", "t3", "t4"]


def test_pages_that_a_body_asks_for_end_too(prepare: Any) -> None:
    asked = {"properties": {"marker": {"type": "string"}, "limit": {"type": "integer"}}}
    post = {
        "operationId": "search",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", **asked}}}},
        "responses": {
            "200": _json(_page(next_marker={"type": ["string", "null"], "example": "more"}))
        },
    }
    http = _client(prepare, {"/tracks/execute_search": {"post": post}})
    first = http.post("/tracks/execute_search", json={"limit": 1}).json()
    assert len(first["entries"]) == first["total_count"] == 1
    assert first["next_marker"] is None
