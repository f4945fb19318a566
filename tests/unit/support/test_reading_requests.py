"""Reading of requests where names alone do not tell what is what: maps, placeholders that touch."""

from __future__ import annotations

import httpx2
from openapi_judge import OpenApiJudge
from wire import Exchange

_MAP = {"type": "object", "additionalProperties": {"type": "integer"}}


def test_pairs_without_a_name_of_their_own_are_of_the_map() -> None:
    parameters = [
        {"name": "labels", "in": "query", "required": True, "schema": _MAP},
        {"name": "page", "in": "query", "schema": {"type": "integer"}},
    ]
    paths = {"/a": {"get": {"parameters": parameters, "responses": {"204": {}}}}}
    judge = OpenApiJudge({"paths": paths})

    def exchange(query: str) -> Exchange:
        request = httpx2.Request("GET", f"http://mock/a?{query}")
        return Exchange(request, httpx2.Response(204), b"", b"")

    read = judge.read(exchange("page=1&key=2"), "#/paths/~1a/get")
    assert read == {("query", "labels"): {"key": 2}, ("query", "page"): 1}
    assert judge.faults(exchange("page=1"), "#/paths/~1a/get") == [
        "the required query parameter labels is missing"
    ]


def test_placeholders_in_a_query_are_path_parameters() -> None:
    place = {"name": "lat", "in": "path", "required": True, "schema": {"type": "number"}}
    paths = {"/a?lat={lat}&b=1": {"get": {"parameters": [place], "responses": {"204": {}}}}}
    judge = OpenApiJudge({"paths": paths})
    request = httpx2.Request("GET", "http://mock/a?b=1&lat=-2.5")
    read = judge.read(
        Exchange(request, httpx2.Response(204), b"", b""), "#/paths/~1a?lat={lat}&b=1/get"
    )
    assert read == {("path", "lat"): -2.5}


def test_placeholders_that_touch() -> None:
    where = {"in": "path", "required": True}
    places = [
        {"name": "id", **where, "schema": {"type": "string"}},
        {"name": "ext", **where, "schema": {"enum": [".json", ".xml"]}},
    ]
    paths = {"/a/{id}{ext}": {"get": {"parameters": places, "responses": {"204": {}}}}}
    judge = OpenApiJudge({"paths": paths})
    request = httpx2.Request("GET", "http://mock/a/b.c.json")
    read = judge.read(
        Exchange(request, httpx2.Response(204), b"", b""), "#/paths/~1a~1{id}{ext}/get"
    )
    assert read == {("path", "id"): "b.c", ("path", "ext"): ".json"}
