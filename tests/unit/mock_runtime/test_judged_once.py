"""What was accepted when a record was made is told without asking again, unless it was touched since."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_NOTE = {"$ref": "#/components/schemas/Note"}


def _json(schema: Any) -> Any:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def _document(answer: Any = _NOTE) -> dict[str, Any]:
    properties = {
        "id": {"type": "string"},
        "text": {"type": "string", "maxLength": 9},
        "hidden": {"type": "integer"},
    }
    told = {name: properties[name] for name in ("id", "text")}
    create = {
        "operationId": "createNote",
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
        "responses": {"201": _json(answer)},
    }
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    read = {"operationId": "getNote", "parameters": [parameter], "responses": {"200": _json(_NOTE)}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/notes": {"post": create}, "/notes/{id}": {"get": read}},
        "components": {
            "schemas": {
                "Note": {"type": "object", "required": ["id", "text"], "properties": properties},
                "Short": {"type": "object", "required": ["id"], "properties": told},
            }
        },
    }


class Judge:
    """Counts how often a validator is asked."""

    def __init__(self, validator: Any) -> None:
        self._validator = validator
        self.asked: list[Any] = []

    def is_valid(self, value: Any) -> bool:
        self.asked.append(value)
        return bool(self._validator.is_valid(value))

    def violations(self, value: Any, *place: str | int) -> Any:
        return self._validator.violations(value, *place)


@pytest.fixture
def shaper(prepare: Any) -> Any:
    return prepare(_document()).mock()._engine._backend.shaper


def _made(shaper: Any) -> tuple[dict[str, Any], str, Judge]:
    """Return the data of a new record, where its schema is, and what judges by that from then on."""
    pointer = "#/components/schemas/Note"
    judge = shaper._validators[pointer] = Judge(shaper._document.validator(pointer, "response"))
    start = {"id": "1", "text": "a", "hidden": 1}
    data = shaper.changed_plainly(start, {"text": "b"}, pointer, {"id": "2"})
    assert judge.asked == [{"id": "2", "text": "b", "hidden": 1}]
    return data, pointer, judge


def test_a_new_record_is_asked_about_once(shaper: Any) -> None:
    data, pointer, judge = _made(shaper)
    told = shaper.project(data, pointer, "key", known=shaper.fields(pointer))
    assert told == data
    assert told is not data
    assert shaper.exact[0] is told
    assert len(judge.asked) == 1


def test_a_record_that_was_changed_is_asked_about_again(shaper: Any) -> None:
    data, pointer, judge = _made(shaper)
    data["text"] = "far too long"
    told = shaper.project(data, pointer, "key", known=shaper.fields(pointer))
    assert len(judge.asked) > 1
    assert shaper._document.validator(pointer, "response").is_valid(told)


def test_what_was_told_may_be_changed(shaper: Any) -> None:
    data, pointer, _ = _made(shaper)
    first = shaper.project(data, pointer, "key", known=shaper.fields(pointer))
    first["text"] = "changed"
    second = shaper.project(data, pointer, "key", known=shaper.fields(pointer))
    assert second["text"] == "b"


def test_another_schema_is_asked_about_all_the_same(shaper: Any) -> None:
    data, pointer, _ = _made(shaper)
    short = "#/components/schemas/Short"
    told = shaper.project(data, short, "key", known=shaper.fields(pointer))
    assert told == {"id": "2", "text": "b"}


@pytest.mark.parametrize("answer", [_NOTE, {"$ref": "#/components/schemas/Short"}])
def test_answers_are_what_they_were(prepare: Any, answer: Any) -> None:
    transport = prepare(_document(answer)).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        made = [http.post("/notes", json={"text": text, "more": 1}).json() for text in ("a", "b")]
        assert [one["text"] for one in made] == ["a", "b"]
        read = http.get(f"/notes/{made[0]['id']}").json()
        assert read | made[0] == read
