"""Operations that can stream a text: what they tell in one piece, and the order of named events."""

from __future__ import annotations

import json
from typing import Any

import httpx2

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}


def _const(value: str) -> dict[str, Any]:
    return {"type": "string", "enum": [value]}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*properties], "properties": properties}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_SCHEMAS: dict[str, Any] = {
    "Said": _object(type=_const("output_text"), text=_TEXT),
    "Refused": _object(type=_const("refusal"), reason=_TEXT),
    "Part": {"oneOf": [_ref("Said"), _ref("Refused")]},
    "Call": _object(type=_const("call"), id=_TEXT, arguments=_TEXT),
    "Message": _object(
        type=_const("message"),
        id=_TEXT,
        status={"enum": ["in_progress", "completed"]},
        content=_list(_ref("Part")),
    ),
    "Item": {"oneOf": [_ref("Message"), _ref("Call")]},
    "Answer": _object(
        id=_TEXT,
        status={"enum": ["queued", "in_progress", "completed", "failed"]},
        output=_list(_ref("Item")),
    ),
    "E1": _object(type=_const("answer.call.delta"), item_id=_TEXT, delta=_TEXT),
    "E2": _object(type=_const("answer.completed"), sequence_number=_NUMBER, answer=_ref("Answer")),
    "E3": _object(type=_const("answer.created"), sequence_number=_NUMBER, answer=_ref("Answer")),
    "E4": _object(type=_const("answer.failed"), answer=_ref("Answer")),
    "E5": _object(type=_const("answer.item.added"), output_index=_NUMBER, item=_ref("Item")),
    "E6": _object(type=_const("answer.item.done"), output_index=_NUMBER, item=_ref("Item")),
    "E7": _object(type=_const("answer.summary.added"), summary_index=_NUMBER, part=_TEXT),
    "E8": _object(type=_const("answer.summary.done"), summary_index=_NUMBER, part=_TEXT),
    "E9": _object(
        type=_const("answer.text.delta"), item_id=_TEXT, output_index=_NUMBER, delta=_TEXT
    ),
    "E10": _object(
        type=_const("answer.text.done"), item_id=_TEXT, output_index=_NUMBER, text=_TEXT
    ),
}


def _client(prepare: Any) -> httpx2.Client:
    events = {"oneOf": [_ref(f"E{number}") for number in range(1, 11)]}
    success = {
        "description": "",
        "content": {
            "application/json": {"schema": _ref("Answer")},
            "text/event-stream": {"schema": events},
        },
    }
    sent = _object(input=_TEXT) | {"properties": {"input": _TEXT, "stream": {"type": "boolean"}}}
    vector = _object(index=_NUMBER, embedding=_list({"type": "number"}))
    texts = {"oneOf": [_TEXT, _list(_TEXT), _list(_NUMBER)]}
    found = {"description": "", "content": {"application/json": {"schema": _ref("Answer")}}}
    one = {"name": "id", "in": "path", "required": True, "schema": _TEXT}

    def posted(schema: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": schema}}}
        return {"requestBody": body, "responses": {"200": answer}}

    vectors = {
        "description": "",
        "content": {"application/json": {"schema": _object(data=_list(vector))}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/answers": {"post": {"operationId": "answer", **posted(sent, success)}},
            "/answers/{id}": {
                "get": {"operationId": "get", "parameters": [one], "responses": {"200": found}}
            },
            "/embeddings": {
                "post": {"operationId": "embed", **posted(_object(input=texts), vectors)}
            },
        },
        "components": {"schemas": _SCHEMAS},
    }
    mock = prepare(document).mock(seed=3)
    return httpx2.Client(transport=mock.transport(), base_url="http://mock.test")


def test_an_answer_in_one_piece_has_its_text_and_is_finished(prepare: Any) -> None:
    with _client(prepare) as client:
        told = client.post("/answers", json={"input": "hi"}).json()
        assert told["status"] == "completed"
        (message,) = told["output"]
        assert message["content"][0]["text"]
        assert client.get(f"/answers/{told['id']}").json() == told


def test_named_events_begin_and_end_around_one_text(prepare: Any) -> None:
    with _client(prepare) as client:
        raw = client.post("/answers", json={"input": "hi", "stream": True}).text
    events = [json.loads(line[6:]) for line in raw.splitlines() if line.startswith("data: {")]
    kinds = [event["type"] for event in events]
    assert list(dict.fromkeys(kinds)) == [
        "answer.created",
        "answer.item.added",
        "answer.text.delta",
        "answer.text.done",
        "answer.item.done",
        "answer.completed",
    ]
    by_kind = {event["type"]: event for event in events}
    text = "".join(one["delta"] for one in events if one["type"] == "answer.text.delta")
    assert text == by_kind["answer.text.done"]["text"]
    assert by_kind["answer.item.added"]["item"]["content"] == []
    assert by_kind["answer.item.added"]["item"]["id"] == by_kind["answer.text.done"]["item_id"]
    assert by_kind["answer.item.done"]["item"]["content"] == [{"type": "output_text", "text": text}]
    assert by_kind["answer.created"]["answer"]["id"] == by_kind["answer.completed"]["answer"]["id"]
    assert by_kind["answer.created"]["sequence_number"] == 0
    assert by_kind["answer.completed"]["sequence_number"] == len(events) - 1


def test_each_of_several_texts_has_its_row(prepare: Any) -> None:
    with _client(prepare) as client:
        for texts, count in ((["a", "b", "c"], 3), ("a", 1), ([1, 2, 3], 1)):
            rows = client.post("/embeddings", json={"input": texts}).json()["data"]
            assert [row["index"] for row in rows] == list(range(count))
