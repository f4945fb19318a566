"""A list tells ids by which its records can be read, whatever the records themselves say."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_ID = {"name": "placeId", "in": "path", "required": True, "schema": _TEXT}


def _answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


def test_a_row_has_the_id_that_the_record_itself_does_not_tell(prepare: Any) -> None:
    row = {"type": "object", "properties": {"id": _TEXT, "name": _TEXT}, "required": ["id"]}
    place = {"type": "object", "properties": {"name": _TEXT}, "additionalProperties": False}
    paths = {
        "/places": {
            "get": {"operationId": "list", "responses": _answer({"type": "array", "items": row})}
        },
        "/places/{placeId}": {
            "get": {"operationId": "get", "parameters": [_ID], "responses": _answer(place)}
        },
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as client:
        rows = client.get("/places").json()
        assert rows
        for one in rows:
            found = client.get(f"/places/{one['id']}")
            assert (found.status_code, found.json()) == (200, {"name": one["name"]})


def test_an_id_has_the_form_that_only_the_rows_ask_for(prepare: Any) -> None:
    form = {"type": "string", "pattern": "^[a-z]{22}$"}
    row = {"type": "object", "properties": {"id": form}, "required": ["id"]}
    place = {"type": "object", "properties": {"name": _TEXT}}
    parameter = {**_ID, "schema": form}
    get = {"operationId": "get", "parameters": [parameter], "responses": _answer(place)}
    rows = {"operationId": "list", "responses": _answer({"type": "array", "items": row})}
    paths = {"/places": {"get": rows}, "/places/{placeId}": {"get": get}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as client:
        for one in client.get("/places").json():
            assert client.get(f"/places/{one['id']}").status_code == 200


def test_a_list_of_ids_tells_those_that_its_schema_lists(prepare: Any) -> None:
    kinds = {"type": "array", "items": {"type": "string", "enum": ["all", "os", "other"]}}
    report = {"type": "object", "properties": {"rows": _TEXT}}
    get = {"operationId": "get", "parameters": [_ID], "responses": _answer(report)}
    paths = {
        "/vuln": {"get": {"operationId": "list", "responses": _answer(kinds)}},
        "/vuln/{placeId}": {"get": get},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as client:
        found = client.get("/vuln").json()
        assert found
        assert {client.get(f"/vuln/{one}").status_code for one in found} == {200}


@pytest.mark.parametrize("kind", [{"type": "integer"}, {"type": "string", "format": "uuid"}])
def test_an_example_whose_id_is_wrong_gives_records_that_are_found(
    prepare: Any, kind: dict[str, Any]
) -> None:
    row = {"type": "object", "properties": {"id": kind, "name": _TEXT}}
    rows = _answer({"type": "array", "items": row})
    rows["200"]["content"]["application/json"]["example"] = [{"id": "integer", "name": "Kim"}]
    get = {"operationId": "get", "parameters": [_ID], "responses": _answer(row)}
    paths = {
        "/meetings": {"get": {"operationId": "list", "responses": rows}},
        "/meetings/{placeId}": {"get": get},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as client:
        for one in client.get("/meetings").json():
            assert client.get(f"/meetings/{one['id']}").json() == one
