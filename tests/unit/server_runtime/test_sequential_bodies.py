"""Bodies of one item after the other: generator, clients and servers mean the same media types by that."""

from __future__ import annotations

from typing import Any

import pytest
from twin._runtime import media
from twin.server._runtime import Call, Dispatcher, Document, Headers, Reply, Request, operations

from generator.ir.media_types import _SEQUENTIAL, is_sequential

OTHERS = ["application/json", "application/vnd.a+json", "text/plain", "multipart/mixed"]
SUFFIXED = ["application/geo+json-seq", "application/vnd.a+json-seq"]


@pytest.mark.parametrize("name", [*sorted(_SEQUENTIAL), *SUFFIXED, *OTHERS])
def test_all_parts_mean_the_same(name: str) -> None:
    expected = name not in OTHERS
    assert is_sequential(f"{name.upper()}; charset=utf-8") is expected
    assert media.is_streamed(name) is expected
    assert operations.is_streaming(name) is expected
    assert media.is_json(name) is operations.is_json(name) is ("json" in name and not expected)


def test_no_part_knows_more() -> None:
    assert {*media.JSON_LINES, "text/event-stream"} == _SEQUENTIAL
    assert {*operations._LINES, "application/json-seq", "text/event-stream"} == _SEQUENTIAL


def _document(document: Any, name: str) -> Document:
    content = {"content": {name: {"itemSchema": {"type": "object", "required": ["a"]}}}}
    post = {
        "operationId": "op",
        "requestBody": content,
        "responses": {"200": {"description": "", **content}},
    }
    made: Document = document({"/x": {"post": post}})
    return made


@pytest.mark.parametrize(
    ("name", "sent", "status"),
    [
        ("application/json-seq", b'\x1e{"a": 1}\n\x1e{\n  "a": 2\n}\n', 200),
        ("application/geo+json-seq", b'\x1e{"a": 1}\n\x1e{\n  "a": 2\n}\n', 200),
        ("application/json-seq", b'{"a": 1}\n{"a": 2}\n', 200),  # nothing marks their beginnings
        ("application/x-jsonl", b'{"a": 1}\n\n{"a": 2}', 200),
        ("application/stream+json", b'{"a": 1}\n{"a": 2}', 200),
        ("application/stream+json", b'{"a": 1}\n{"b": 2}', 422),
        ("application/json-seq", b'\x1e{"a": 1}\n\x1e{"a":', 400),
    ],
)
def test_requests_are_read(document: Any, name: str, sent: bytes, status: int) -> None:
    calls: list[Call] = []

    def answer(call: Call) -> Reply:
        calls.append(call)
        return Reply([])

    headers = Headers([("content-type", name)])
    dispatcher = Dispatcher(_document(document, name), answer)
    assert dispatcher.handle(Request("POST", "/x", "", headers, sent)).status == status
    assert [call.body for call in calls] == ([[{"a": 1}, {"a": 2}]] if status == 200 else [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("application/geo+json-seq", b'\x1e{"a":1}\n\x1e{"a":2}\n'),
        ("application/json-lines", b'{"a":1}\n{"a":2}\n'),
    ],
)
def test_answers_are_written(document: Any, name: str, expected: bytes) -> None:
    dispatcher = Dispatcher(_document(document, name), lambda _: Reply(iter([{"a": 1}, {"a": 2}])))
    headers = Headers([("content-type", name)])
    response = dispatcher.handle(Request("POST", "/x", "", headers, b'{"a": 0}'))
    assert b"".join(response.body) == expected
