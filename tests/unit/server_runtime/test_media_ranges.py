"""What is sent where a document has a range of media types."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Dispatcher, Headers, Reply, Request


@pytest.mark.parametrize(
    ("declared", "schema", "value", "expected"),
    [
        ("image/*", {"type": "string", "format": "binary"}, b"...", "image/png"),
        ("text/*", {"type": "string"}, "text", "text/plain"),
        ("*/*", {"type": "object"}, {"a": 1}, "application/json"),
        ("application/*+json", {"type": "object"}, {"a": 1}, "application/json"),
        ("*/*", {"type": "string", "format": "binary"}, b"...", "application/octet-stream"),
    ],
)
def test_answers_have_a_media_type_of_the_range(
    document: Any, declared: str, schema: Any, value: Any, expected: str
) -> None:
    content = {declared: {"schema": schema}}
    operation = {
        "operationId": "x",
        "responses": {"200": {"description": "", "content": content}},
    }
    served = document({"/x": {"get": operation}})
    for accept in ("*/*", expected):
        request = Request("GET", "/x", "", Headers([("accept", accept)]))
        answers = [value, Reply(value, media_type="image/x-own")]
        plain, own = (
            Dispatcher(served, lambda _, answer=answer: answer).handle(request)
            for answer in answers
        )
        assert dict(plain.headers)["content-type"] == expected
        assert dict(own.headers)["content-type"] == "image/x-own"


@pytest.mark.parametrize("sent", ["application/json", "application/vnd.a+json"])
def test_json_of_any_name_is_read_where_its_suffix_is_taken(document: Any, sent: str) -> None:
    content = {"application/*+json": {"schema": {"type": "object"}}}
    operation = {"operationId": "x", "requestBody": {"content": content}, "responses": {}}
    served = document({"/x": {"post": operation}})
    bodies: list[Any] = []
    dispatcher = Dispatcher(served, lambda call: bodies.append(call.body))
    headers = Headers([("content-type", sent)])
    dispatcher.handle(Request("POST", "/x", "", headers, b'{"a": 1}'))
    assert bodies == [{"a": 1}]
