"""Answers that are JSON of a schema, where a request of a language model asks for that."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import jsonschema_rs
import pytest

_TEXT = {"type": "string"}
_CHAT = {
    "type": "object",
    "required": ["id", "message"],
    "properties": {
        "id": _TEXT,
        "message": {"type": "object", "required": ["content"], "properties": {"content": _TEXT}},
    },
}
_CONTENT = {
    "application/json": {"schema": _CHAT},
    "text/event-stream": {"schema": {"type": "object", "properties": {"delta": _TEXT}}},
}
_OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Chats", "version": "1"},
    "paths": {
        "/chats": {
            "post": {
                "operationId": "chat",
                "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                "responses": {"201": {"description": "", "content": _CONTENT}},
            }
        }
    },
}
_WANTED = {
    "type": "object",
    "required": ["city", "tags"],
    "additionalProperties": False,
    "properties": {
        "city": _TEXT,
        "tags": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/tag"}},
    },
    "$defs": {"tag": {"enum": ["a", "b"]}},
}


def _said(prepare: Any, body: dict[str, Any]) -> str:
    mock = prepare(_OPENAPI).mock(seed=1)
    with httpx2.Client(transport=mock.transport(), base_url="http://mock") as client:
        answer = client.post("/chats", json=body)
        assert answer.status_code == 201
        content = answer.json()["message"]["content"]
        assert isinstance(content, str)
        return content


@pytest.mark.parametrize(
    "body",
    [
        {
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "x", "schema": _WANTED},
            }
        },
        {"text": {"format": {"type": "json_schema", "name": "x", "schema": _WANTED}}},
        {"output_format": {"type": "json_schema", "schema": _WANTED}},
    ],
)
def test_the_text_is_json_that_the_schema_accepts(prepare: Any, body: dict[str, Any]) -> None:
    value = json.loads(_said(prepare, body))
    assert jsonschema_rs.Draft202012Validator(_WANTED).is_valid(value)
    assert value == json.loads(_said(prepare, body))


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "text"},
        {"type": "json_schema"},
        {"type": "json_schema", "json_schema": {"schema": {"type": 5}}},
        {"type": "other", "schema": _WANTED},
    ],
)
def test_other_requests_are_answered_by_prose(prepare: Any, wanted: dict[str, Any]) -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(_said(prepare, {"response_format": wanted}))
