"""What a document shows as answers is what the mock answers: examples of media types come first."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_STATION = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "city": {"type": "string"},
    },
}
_BERLIN = {"id": "st_b", "name": "Hauptbahnhof", "city": "Berlin"}
_PARIS = {"id": "st_p", "name": "Gare du Nord", "city": "Paris"}
_BASE = {
    "type": "object",
    "properties": {"data": {"type": "array", "items": {"type": "object"}}},
}


def _answer(schema: Any, **examples: Any) -> Any:
    return {"description": "", "content": {"application/json": {"schema": schema, **examples}}}


def _get(answer: Any, *parameters: str, **more: Any) -> Any:
    named = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in parameters
    ]
    return {"get": {"parameters": named, "responses": {"200": answer}}, **more}


@pytest.fixture
def client(prepare: Any) -> Any:
    def make(paths: Any, components: Any = None) -> httpx2.Client:
        for path, item in paths.items():
            for method, operation in item.items():
                operation.setdefault("operationId", f"{method} {path}")
        info = {"title": "T", "version": "1"}
        document = {"openapi": "3.1.0", "info": info, "paths": paths}
        prepared = prepare({**document, "components": components or {}})
        return httpx2.Client(transport=prepared.mock().transport(), base_url="http://x")

    return make


def test_a_list_that_nothing_creates_holds_the_records_of_its_example(client: Any) -> None:
    page = {"type": "object", "properties": {"data": {"type": "array", "items": _STATION}}}
    shown = _answer(page, example={"data": [_BERLIN, _PARIS]})
    served = client({"/stations": _get(shown), "/stations/{id}": _get(_answer(_STATION), "id")})
    assert served.get("/stations").json()["data"] == [_BERLIN, _PARIS]
    assert served.get("/stations/st_p").json() == _PARIS
    assert served.get("/stations/other").status_code == 404


def test_named_examples_and_references_to_them_count(client: Any) -> None:
    rows = {"type": "array", "items": _STATION}
    examples = {"wrong": {"value": [{"id": 1}]}, "right": {"$ref": "#/components/examples/two"}}
    components = {"examples": {"two": {"value": [_BERLIN, _PARIS]}}}
    served = client({"/stations": _get(_answer(rows, examples=examples))}, components)
    assert served.get("/stations").json() == [_BERLIN, _PARIS]


def test_the_first_sample_is_what_the_example_of_one_shows(client: Any) -> None:
    rows = _answer({"type": "array", "items": _STATION})
    one = _get(_answer(_STATION, example=_BERLIN), "id")
    found = client({"/stations": _get(rows), "/stations/{id}": one}).get("/stations").json()
    assert found[0] == _BERLIN
    assert len({row["id"] for row in found}) == 3


def test_below_a_parent_each_record_has_an_id_of_its_own(client: Any) -> None:
    lines = _get(_answer({"type": "array", "items": _STATION}))
    rows = _get(_answer({"type": "array", "items": _STATION}, example=[_BERLIN]), "line")
    line = _get(_answer({"type": "object", "properties": {"id": {"type": "string"}}}), "line")
    served = client({"/lines": lines, "/lines/{line}": line, "/lines/{line}/stations": rows})
    names = [row["id"] for row in served.get("/lines").json()]
    found = [served.get(f"/lines/{name}/stations").json()[0] for name in names]
    assert [row["name"] for row in found] == ["Hauptbahnhof"] * 3
    assert len({row["id"] for row in found}) == 3


def test_what_is_not_kept_answers_as_shown_with_what_was_asked(client: Any) -> None:
    report = {
        "type": "object",
        "required": ["city", "score"],
        "properties": {"city": {"type": "string"}, "score": {"type": "integer"}},
    }
    shown = _answer(report, example={"city": "Paris", "score": 17})
    asked = {"application/json": {"schema": report | {"required": ["city"]}}}
    action = {"requestBody": {"content": asked}, "responses": {"200": shown}}
    served = client({"/score": {"post": action}})
    assert served.post("/score", json={"city": "Rome"}).json() == {"city": "Rome", "score": 17}


def test_a_new_record_is_like_the_one_that_its_creation_shows(client: Any) -> None:
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": {
        "name": {"type": "string"}}}}}}  # fmt: skip
    rows = _get(_answer({"type": "array", "items": _STATION}, example=[_PARIS]))
    rows["post"] = {"requestBody": body, "responses": {"201": _answer(_STATION, example=_BERLIN)}}
    served = client({"/stations": rows, "/stations/{id}": _get(_answer(_STATION), "id")})
    assert served.get("/stations").json() == []
    made = served.post("/stations", json={"name": "Ostbahnhof"}).json()
    assert (made["name"], made["city"]) == ("Ostbahnhof", "Berlin")
    assert made["id"] != "st_b"
    assert served.get(f"/stations/{made['id']}").json() == made


def test_what_is_right_in_an_example_that_its_schema_refuses_is_used(client: Any) -> None:
    rows = {"type": "array", "items": _STATION}
    wrong = [{"id": "st_b", "name": 5, "city": "Berlin"}]
    status = {"type": "object", "required": ["up"], "properties": {"up": {"type": "boolean"}, "at": {
        "type": "string"}}}  # fmt: skip
    served = client({
        "/stations": _get(_answer(rows, example=wrong)),
        "/status": _get(_answer(status, example={"up": "yes", "at": "noon"})),
    })  # fmt: skip
    found = served.get("/stations").json()
    assert [(row["id"], row["city"]) for row in found] == [("st_b", "Berlin")]
    assert isinstance(found[0]["name"], str)
    assert served.get("/status").json()["at"] == "noon"


def test_an_example_of_something_else_does_no_harm(client: Any) -> None:
    rows = {"type": "array", "items": _STATION}
    served = client({"/stations": _get(_answer(rows, example={"error": "none"}))})
    assert len(served.get("/stations").json()) == 3


def test_a_list_of_ids_is_as_shown(client: Any) -> None:
    rows = _answer({"type": "array", "items": {"type": "string"}}, example=["C", "Python"])
    served = client({"/languages": _get(rows), "/languages/{id}": _get(_answer(_STATION), "id")})
    assert served.get("/languages").json() == ["C", "Python"]
    assert served.get("/languages/C").json()["id"] == "C"


def test_a_list_of_a_base_and_of_what_is_in_it_tells_its_records(client: Any) -> None:
    inner = {"properties": {"data": {"items": {"$ref": "#/components/schemas/Station"}}}}
    page = {"allOf": [{"$ref": "#/components/schemas/Base"}, inner]}
    components = {"schemas": {"Base": _BASE, "Station": _STATION}}
    served = client({"/stations": _get(_answer(page))}, components)
    found = served.get("/stations").json()["data"]
    assert len(found) == 3
    assert all(row.keys() >= {"id", "name"} for row in found)


def test_objects_of_which_nothing_is_said_are_told_whole(client: Any) -> None:
    one = _get(_answer(_STATION), "id")
    page = _get(_answer({"allOf": [_BASE]}))
    page["post"] = {
        "requestBody": {"content": {"application/json": {"schema": _STATION}}},
        "responses": {"201": _answer(_STATION)},
    }
    served = client({"/stations": page, "/stations/{id}": one})
    made = served.post("/stations", json=_BERLIN).json()
    assert served.get("/stations").json()["data"] == [made]
