"""One identity under two types: the body spells an id as text and the path as a number, or the other way round."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT: dict[str, Any] = {"type": "string"}
_WHOLE: dict[str, Any] = {"type": "integer"}


def _document(own: dict[str, Any], asked: dict[str, Any], *, name: str = "id") -> dict[str, Any]:
    """Return pets with an id of one schema at a path that asks for another."""
    pet = {
        "type": "object",
        "required": [name],
        "properties": {name: own, "name": {"type": "string"}},
    }
    known = {"$ref": "#/components/schemas/Pet"}
    every = {"content": {"application/json": {"schema": {"type": "array", "items": known}}}}
    one = {"content": {"application/json": {"schema": known}}}
    given = {"name": "petId", "in": "path", "required": True, "schema": asked}
    gone = {"204": {"description": ""}, "404": {"description": ""}}
    found = {"200": {"description": "", **one}, "404": {"description": ""}}
    body = {"content": {"application/json": {"schema": {"type": "object"}}}}
    made = {"201": {"description": "", **one}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/pets": {
                "get": {"operationId": "all", "responses": {"200": {"description": "", **every}}},
                "post": {"operationId": "add", "requestBody": body, "responses": made},
            },
            "/pets/{petId}": {
                "get": {"operationId": "one", "parameters": [given], "responses": found},
                "delete": {"operationId": "drop", "parameters": [given], "responses": gone},
            },
        },
        "components": {"schemas": {"Pet": pet}},
    }


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        (_TEXT, _WHOLE),
        (_WHOLE, _TEXT),
        ({**_TEXT, "example": "pet_1a2b3c4d"}, _WHOLE),
        ({**_TEXT, "example": "4711"}, _WHOLE),
        (_TEXT, {**_WHOLE, "example": 4711}),
        (_TEXT, {**_WHOLE, "default": 4711}),
        ({**_TEXT, "example": "pet_1"}, {**_WHOLE, "example": 4711}),
        (_TEXT, {**_WHOLE, "minimum": 1000}),
        (_TEXT, {**_WHOLE, "minimum": 1000, "maximum": 1010}),
        (_TEXT, {**_WHOLE, "exclusiveMinimum": 0, "multipleOf": 10}),
        ({**_TEXT, "minLength": 5}, _WHOLE),
        ({**_TEXT, "pattern": "^[0-9]{8}$"}, _WHOLE),
        ({**_TEXT, "pattern": "^[1-9][0-9]{7}$"}, {**_WHOLE, "minimum": 1}),
        ({**_TEXT, "format": "int64"}, {**_WHOLE, "format": "int64"}),
        (_WHOLE, {**_TEXT, "example": "pet_1a2b3c4d"}),
        (_WHOLE, {**_TEXT, "pattern": "^[0-9]{6}$"}),
        (_WHOLE, {**_TEXT, "minLength": 6}),
        (_WHOLE, {**_TEXT, "pattern": "^[1-9]\\d{8}$"}),
        ({**_WHOLE, "minimum": 1000}, _WHOLE),
        ({**_WHOLE, "minimum": 1000}, _TEXT),
        ({**_WHOLE, "example": 4711}, _TEXT),
        (_WHOLE, {**_WHOLE, "minimum": 1000}),
        (_WHOLE, {**_WHOLE, "multipleOf": 10}),
        ({"type": "number"}, _TEXT),
        ({"type": "number"}, _WHOLE),
        (_WHOLE, {"type": "number"}),
        (_TEXT, {"type": "number", "example": 12.5}),
        ({"type": ["integer", "null"]}, _TEXT),
        ({"type": ["string", "integer"]}, _WHOLE),
        (_WHOLE, {"type": ["string", "integer"]}),
        ({**_TEXT, "maxLength": 3}, {**_WHOLE, "minimum": 100}),
        ({"oneOf": [_TEXT, _WHOLE]}, _WHOLE),
        ({"anyOf": [_WHOLE, _TEXT]}, _TEXT),
    ],
)
def test_each_record_is_found_by_the_id_it_shows(
    prepare: Any, own: dict[str, Any], asked: dict[str, Any]
) -> None:
    transport = prepare(_document(own, asked)).mock(seed=3).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        made = [http.post("/pets", json={"name": f"Pet {number}"}).json() for number in range(5)]
        ids = [one["id"] for one in made]
        assert len({str(one) for one in ids}) == 5
        assert [one["id"] for one in http.get("/pets").json()] == ids
        for pet in made:
            answer = http.get(f"/pets/{pet['id']}")
            assert answer.status_code == 200, answer.text
            assert answer.json() == pet
        assert http.delete(f"/pets/{ids[0]}").status_code == 204
        assert http.get(f"/pets/{ids[0]}").status_code == 404
        assert [one["id"] for one in http.get("/pets").json()] == ids[1:]


def _toys(own: dict[str, Any], asked: dict[str, Any], parent: dict[str, Any]) -> dict[str, Any]:
    """Return pets that have toys, each with the id of its pet."""
    document = _document(own, asked)
    toy = {
        "type": "object",
        "required": ["id", "petId"],
        "properties": {"id": {"type": "string"}, "petId": parent},
    }
    body = {"content": {"application/json": {"schema": {"type": "object"}}}}
    one = {"content": {"application/json": {"schema": toy}}}
    every = {"content": {"application/json": {"schema": {"type": "array", "items": toy}}}}
    summary = {"type": "object", "required": ["petId"], "properties": {"petId": parent}}
    told = {"content": {"application/json": {"schema": summary}}}
    given = {"name": "petId", "in": "path", "required": True, "schema": asked}
    document["paths"]["/pets/{petId}/toys"] = {
        "parameters": [given],
        "get": {"operationId": "toys", "responses": {"200": {"description": "", **every}}},
        "post": {
            "operationId": "addToy",
            "requestBody": body,
            "responses": {"201": {"description": "", **one}},
        },
    }
    document["paths"]["/pets/{petId}/summary"] = {
        "parameters": [given],
        "get": {"operationId": "summary", "responses": {"200": {"description": "", **told}}},
    }
    return document


@pytest.mark.parametrize(
    ("own", "asked", "parent"),
    [
        (_WHOLE, _WHOLE, _WHOLE),
        (_TEXT, _WHOLE, _WHOLE),
        (_WHOLE, _TEXT, _TEXT),
        (_WHOLE, _WHOLE, _TEXT),
    ],
)
def test_what_belongs_to_a_record_tells_its_id_under_its_own_type(
    prepare: Any, own: dict[str, Any], asked: dict[str, Any], parent: dict[str, Any]
) -> None:
    transport = prepare(_toys(own, asked, parent)).mock(seed=3).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        for _ in range(3):
            key = http.post("/pets", json={"name": "Kim"}).json()["id"]
            spelled = str(key) if parent == _TEXT else int(key)
            assert http.post(f"/pets/{key}/toys", json={}).json()["petId"] == spelled
            assert [one["petId"] for one in http.get(f"/pets/{key}/toys").json()] == [spelled]
            assert http.get(f"/pets/{key}/summary").json()["petId"] == spelled


@pytest.mark.parametrize("key", ["%C2%B3", "%D9%A3", "9" * 5000, "-0", "%00"])
def test_what_is_no_number_in_the_path_is_no_failure(prepare: Any, key: str) -> None:
    document = _document(_WHOLE, _TEXT)
    del document["paths"]["/pets"]
    with httpx2.Client(transport=prepare(document).mock().transport(), base_url="http://x") as http:
        assert http.get(f"/pets/{key}").status_code == 200
        strange = {b"prefer": b"code=\xb2\xb2\xb2"}
        assert http.get(f"/pets/{key}", headers=strange).status_code == 200


def test_a_record_that_no_number_can_name_keeps_an_id_of_its_own(prepare: Any) -> None:
    own = {**_TEXT, "format": "uuid", "example": "550e8400-e29b-41d4-a716-446655440000"}
    prepared = prepare(_document(own, _WHOLE))
    assert prepared.behaviour.resources["pets"].id_field == "petId"
    with httpx2.Client(transport=prepared.mock().transport(), base_url="http://x") as http:
        made = [http.post("/pets", json={"name": "Kim"}).json() for _ in range(3)]
        assert len({one["id"] for one in made}) == 3
        assert [http.get(f"/pets/{number}").json() for number in (1, 2, 3)] == made
