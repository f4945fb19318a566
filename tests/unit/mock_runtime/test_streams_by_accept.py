"""Operations that offer their answer whole or as a stream: what the request accepts decides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PET = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}
EVENTS = {"accept": "text/event-stream, application/json;q=0.5"}
LINES = {"accept": "application/jsonl"}


def _both(schema: Any, kind: str, event: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}, kind: {"schema": event}}
    return {"200": {"description": "", "content": content}}


@pytest.fixture(scope="module")
def document(prepare: Any) -> Any:
    key = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
    body = {"content": {"application/json": {"schema": PET}}}
    new = {"content": {"application/json": {"schema": {**PET, "required": ["name"]}}}}
    listing = {"type": "array", "items": PET}
    paths = {
        "/pets": {
            "get": {"operationId": "list", "responses": _both(listing, "application/jsonl", PET)},
            "post": {
                "operationId": "create",
                "requestBody": new,
                "responses": {"201": {"description": "", **body}},
            },
        },
        "/pets/{petId}": {
            "get": {
                "operationId": "get",
                "parameters": [key],
                "responses": _both(PET, "text/event-stream", PET),
            }
        },
    }
    return prepare({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})


@pytest.fixture
def http(document: Any) -> Iterator[httpx2.Client]:
    with document.mock() as mock:
        yield httpx2.Client(transport=mock.transport(), base_url="http://mock")


def test_record_comes_whole_or_as_events(http: httpx2.Client) -> None:
    pet = http.post("/pets", json={"name": "Kim"}).json()
    assert http.get(f"/pets/{pet['id']}").json() == pet
    answer = http.get(f"/pets/{pet['id']}", headers=EVENTS)
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [json.loads(line[6:]) for line in answer.text.splitlines() if line.startswith("data:")]
    assert events
    assert {event["id"] for event in events} == {pet["id"]}


def test_list_comes_whole_or_line_by_line(http: httpx2.Client) -> None:
    for name in ("Kim", "Lu"):
        http.post("/pets", json={"name": name})
    pets = http.get("/pets").json()
    answer = http.get("/pets", headers=LINES)
    assert answer.headers["content-type"] == "application/jsonl"
    assert [json.loads(line) for line in answer.text.splitlines()] == pets


def test_what_is_made_up_is_a_stream_too(http: httpx2.Client) -> None:
    answer = http.get("/pets/any", headers={**EVENTS, "prefer": "dynamic=true"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert http.get("/pets/any", headers={"prefer": "dynamic=true"}).json()["id"]


def test_record_that_is_not_there_is_no_stream(http: httpx2.Client) -> None:
    assert http.get("/pets/none", headers=EVENTS).status_code == 404
