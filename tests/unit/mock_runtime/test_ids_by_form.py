"""Ids in the form of an example: made without asking, where no schema can refuse one of that form."""

from __future__ import annotations

from typing import Any

import httpx2
import jsonschema_rs
import pytest

_NOTE = {"$ref": "#/components/schemas/Note"}


def _json(schema: Any) -> Any:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _document(own: Any, path: Any) -> dict[str, Any]:
    parameter = {"name": "noteId", "in": "path", "required": True, "schema": path}
    create = {
        "operationId": "createNote",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
        "responses": {"201": _json(_NOTE)},
    }
    read = {"operationId": "getNote", "parameters": [parameter], "responses": {"200": _json(_NOTE)}}
    note = {"type": "object", "required": ["id"], "properties": {"id": own}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/notes": {"post": create}, "/notes/{noteId}": {"get": read}},
        "components": {"schemas": {"Note": note}},
    }


_TEXT: dict[str, Any] = {"type": "string"}
_UUID = "6f1c9b0e-3f0a-4f5e-9d0b-2f6f0c1d2e3f"


@pytest.mark.parametrize(
    ("own", "path"),
    [
        ({**_TEXT, "examples": ["note_1a2b"]}, _TEXT),
        ({**_TEXT, "examples": ["note_1a2b"], "maxLength": 17}, {**_TEXT, "minLength": 17}),
        ({**_TEXT, "examples": ["note_1a2b"], "maxLength": 16}, _TEXT),
        ({**_TEXT, "examples": ["note_1a2b"]}, {**_TEXT, "minLength": 18}),
        ({**_TEXT, "examples": ["note_1a2b"]}, {**_TEXT, "pattern": "^[0-9a-f]{16}$"}),
        ({**_TEXT, "examples": ["note_1a2b"], "not": {"pattern": "^note"}}, _TEXT),
        ({**_TEXT, "examples": [_UUID]}, _TEXT),
        ({**_TEXT, "examples": [_UUID]}, {**_TEXT, "format": "uuid"}),
        ({**_TEXT, "examples": ["A17"]}, {**_TEXT, "maxLength": 8}),
    ],
)
def test_the_id_of_a_new_record_is_one_that_its_path_takes(
    prepare: Any, own: Any, path: Any
) -> None:
    transport = prepare(_document(own, path)).mock(seed=1).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        made = [http.post("/notes", json={}).json()["id"] for _ in range(3)]
        assert len(set(made)) == 3
        for name in made:
            assert jsonschema_rs.Draft202012Validator(own, validate_formats=True).is_valid(name)
            found = http.get(f"/notes/{name}")
            assert (found.status_code, found.json()["id"]) == (200, name)


def test_a_form_without_limits_is_kept(prepare: Any) -> None:
    own = {**_TEXT, "examples": ["note_1a2b"]}
    transport = prepare(_document(own, _TEXT)).mock(seed=1).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        name = http.post("/notes", json={}).json()["id"]
    assert name.startswith("note_")
    assert len(name) == 17
