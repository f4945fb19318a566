"""Streams of one kind of event: the text in it grows, wherever the schema has its place."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*properties], "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _events(prepare: Any, schema: dict[str, Any]) -> list[Any]:
    content = {"text/event-stream": {"schema": schema}}
    get = {"operationId": "watch", "responses": {"200": {"description": "", "content": content}}}
    paths = {"/watch": {"get": get}}
    made = prepare({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths})
    with made.mock() as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        lines = http.get("/watch").text.splitlines()
    return [json.loads(line[6:]) for line in lines if line.startswith("data: ")]


@pytest.mark.parametrize(
    ("schema", "read"),
    [
        (_object(delta=_TEXT, done={"type": "boolean"}), lambda event: event["delta"]),
        (
            _object(choices=_list(_object(delta=_or_null(_object(content=_TEXT))))),
            lambda event: event["choices"][0]["delta"]["content"],
        ),
        (
            _object(data=_object(token=_object(text=_TEXT, id=_NUMBER))),
            lambda event: event["data"]["token"]["text"],
        ),
        (_object(content=_TEXT, usage=_object(tokens=_NUMBER)), lambda event: event["content"]),
    ],
)
def test_a_text_grows(prepare: Any, schema: dict[str, Any], read: Any) -> None:
    events = _events(prepare, schema)
    text = "".join(map(read, events))
    assert text.startswith("This is an answer")
    assert len(events) > 10
    assert "a word" not in json.dumps(events)


def test_the_last_event_says_so(prepare: Any) -> None:
    usage = _object(total=_NUMBER)
    schema = _object(text=_TEXT, finished={"type": "boolean"}, finish_reason=_or_null(_TEXT))
    schema["properties"]["usage"] = usage
    *events, last = _events(prepare, schema)
    assert {(one["finished"], one["finish_reason"]) for one in events} == {(False, None)}
    assert not any("usage" in one for one in events)
    assert (last["finished"], last["finish_reason"], last["text"]) == (True, "stop", "")
    assert isinstance(last["usage"]["total"], int)


def test_events_without_a_text_are_samples(prepare: Any) -> None:
    events = _events(prepare, _object(level=_NUMBER))
    assert len(events) == 2
    assert all(isinstance(one["level"], int) for one in events)
