"""PUT replaces what is there, PATCH and a PUT of parts do not; what only servers set stays."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

TEXT = {"type": "string"}
NOTE = {
    "type": "object",
    "required": ["id", "title", "pages", "words"],
    "properties": {
        "id": {**TEXT, "readOnly": True},
        "createdAt": {**TEXT, "format": "date-time", "readOnly": True},
        "checksum": {**TEXT, "readOnly": True},
        "title": TEXT,
        "language": {**TEXT, "default": "en"},
        "subtitle": {"type": ["string", "null"]},
        "label": TEXT,
        "pages": {"type": "array", "items": TEXT},
        "words": {"type": "integer"},
        "place": {"type": "object", "properties": {"shelf": TEXT, "room": TEXT}},
    },
}
DRAFT = {**NOTE, "required": ["title"]}
FULL = {
    "title": "Sea",
    "language": "pt",
    "subtitle": "and land",
    "label": "red",
    "pages": ["one"],
    "words": 7,
    "place": {"shelf": "A", "room": "1"},
}


def _document(body: dict[str, Any], entity: dict[str, Any] = NOTE) -> dict[str, Any]:
    def media(schema: Any) -> Any:
        return {"content": {"application/json": {"schema": schema}}}

    def answer(status: str) -> Any:
        return {status: {"description": "", **media({"$ref": "#/components/schemas/Note"})}}

    key = {"name": "noteId", "in": "path", "required": True, "schema": TEXT}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Notes", "version": "1"},
        "components": {"schemas": {"Note": entity}},
        "paths": {
            "/notes": {
                "post": {
                    "operationId": "add",
                    "requestBody": media(DRAFT),
                    "responses": answer("201"),
                }
            },
            "/notes/{noteId}": {
                "parameters": [key],
                "get": {"operationId": "get", "responses": answer("200")},
                "put": {
                    "operationId": "put",
                    "requestBody": media(body),
                    "responses": answer("200"),
                },
                "patch": {
                    "operationId": "patch",
                    "requestBody": media({**DRAFT, "required": []}),
                    "responses": answer("200"),
                },
            },
        },
    }


class _Notes:
    """One note, made of everything that can be sent."""

    def __init__(self, prepared: Any) -> None:
        self.http = httpx2.Client(transport=prepared.mock().transport(), base_url="http://x")
        self.made = self._judged(self.http.post("/notes", json=FULL))
        self.place = f"/notes/{self.made['id']}"

    def __call__(self, method: str, body: dict[str, Any]) -> Any:
        told = self._judged(self.http.request(method, self.place, json=body))
        assert self._judged(self.http.get(self.place)) == told
        return told

    def _judged(self, response: Any) -> Any:
        assert response.is_success, response.text  # the mock judges its own answers
        return response.json()


def test_what_a_put_leaves_out_is_cleared(prepare: Any) -> None:
    notes = _Notes(prepare(_document(DRAFT)))
    told = notes("PUT", {"title": "Sky"})
    assert (told["title"], told["language"], told["subtitle"]) == ("Sky", "en", None)
    assert told.keys().isdisjoint({"label", "place"})
    assert told["pages"] == [], "a list that has to be there is empty"
    assert told["words"] == 7, "a number that has to be there stays"


def test_what_the_server_set_stays(prepare: Any) -> None:
    notes = _Notes(prepare(_document(DRAFT)))
    told = notes("PUT", {"title": "Sky"})
    for name in ("id", "createdAt", "checksum"):
        assert told[name] == notes.made[name]


def test_what_the_body_cannot_say_stays(prepare: Any) -> None:
    body = {"type": "object", "required": ["title"], "properties": {"title": TEXT, "label": TEXT}}
    told = _Notes(prepare(_document(body)))("PUT", {"title": "Sky"})
    assert "label" not in told
    assert (told["language"], told["subtitle"]) == ("pt", "and land")


def test_a_put_replaces_objects_and_a_patch_merges_them(prepare: Any) -> None:
    notes = _Notes(prepare(_document(DRAFT)))
    assert notes("PATCH", {"place": {"room": "2"}})["place"] == {"shelf": "A", "room": "2"}
    assert notes("PUT", {"title": "Sky", "place": {"room": "3"}})["place"] == {"room": "3"}


@pytest.mark.parametrize(
    ("required", "replaces"),
    [(["id", "title"], False), (["id"], True), ([], True)],
)
def test_a_put_that_need_not_say_what_every_entity_has_is_partial(
    prepare: Any, required: list[str], replaces: bool
) -> None:
    optional = {**DRAFT, "required": []}
    notes = _Notes(prepare(_document(optional, {**NOTE, "required": required})))
    told = notes("PUT", {"title": "Sky"})
    assert ("label" not in told) is replaces


def test_null_removes_what_may_be_absent(prepare: Any) -> None:
    body = {"type": ["string", "null"]}
    patched = {**DRAFT, "required": [], "properties": {**NOTE["properties"], "label": body}}
    patched["properties"]["title"] = body
    document = _document(DRAFT)
    patch = document["paths"]["/notes/{noteId}"]["patch"]
    patch["requestBody"]["content"]["application/json"]["schema"] = patched
    notes = _Notes(prepare(document))
    told = notes("PATCH", {"label": None, "title": None})
    assert "label" not in told
    assert told["title"] == "Sea", "it has to be there and cannot be null"
