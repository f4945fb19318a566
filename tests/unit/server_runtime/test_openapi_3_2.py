"""What OpenAPI 3.2 adds to requests, read back by a server."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Dispatcher, Headers, Request

ITEM = {"type": "object", "required": ["k"], "properties": {"k": {"type": "integer"}}}


def received(document: Any, operation: dict[str, Any], request: Request) -> Any:
    """The arguments and the body of a call, or the status of the refusal."""
    seen: list[Any] = []
    paths = {"/x": {request.method.lower(): {"operationId": "x", "responses": {}, **operation}}}
    dispatcher = Dispatcher(
        document(paths, openapi="3.2.0"),
        lambda call: seen.append((dict(call.arguments), call.body)),
        check_security=False,
    )
    status = dispatcher.handle(request).status
    return seen[0] if seen else status


@pytest.mark.parametrize(
    ("content_type", "schema", "query", "expected"),
    [
        ("application/x-www-form-urlencoded", ITEM, "k=3&l=a+b", {"k": 3}),
        ("application/json", ITEM, "%7B%22k%22%3A3%7D", {"k": 3}),
        ("text/plain", {"type": "string"}, "a%3Db", "a=b"),
    ],
)
def test_whole_query_strings(
    document: Any, content_type: str, schema: Any, query: str, expected: Any
) -> None:
    parameter = {
        "name": "q",
        "in": "querystring",
        "required": True,
        "content": {content_type: {"schema": schema}},
    }
    operation = {"parameters": [parameter]}
    assert received(document, operation, Request("GET", "/x", query)) == ({"q": expected}, None)
    assert received(document, operation, Request("GET", "/x")) == 422


def test_cookies_as_they_are(document: Any) -> None:
    parameters = [
        {"name": "a", "in": "cookie", "style": "cookie", "schema": {"type": "string"}},
        {"name": "b", "in": "cookie", "schema": {"type": "string"}},
        {"name": "c", "in": "cookie", "content": {"application/json": {"schema": ITEM}}},
    ]
    headers = Headers([("cookie", "a=x%3D=/+; b=x%3D+; c=%7B%22k%22%3A3%7D")])
    arguments, _ = received(document, {"parameters": parameters}, Request("GET", "/x", "", headers))
    assert arguments == {"a": "x%3D=/+", "b": "x=+", "c": {"k": 3}}


@pytest.mark.parametrize("media_type", ["application/jsonl", "application/json-seq"])
def test_sequences(document: Any, media_type: str) -> None:
    operation = {"requestBody": {"required": True, "content": {media_type: {"itemSchema": ITEM}}}}
    mark = b"\x1e" if media_type.endswith("seq") else b""

    def send(*lines: bytes) -> Any:
        body = b"".join(mark + line + b"\n" for line in lines)
        headers = Headers([("content-type", media_type)])
        return received(document, operation, Request("POST", "/x", "", headers, body))

    assert send(b'{"k": 1}', b'{"k": 2}') == ({}, [{"k": 1}, {"k": 2}])
    assert send(b'{"k": 1}', b'{"k": "2"}') == 422
    assert send(b'{"k": 1}', b"{") == 400


def test_a_form_that_is_a_text_is_not_taken_apart(document: Any) -> None:
    kind = "application/x-www-form-urlencoded"
    schema = {"type": "string", "format": "binary", "maxLength": 5}
    operation = {"requestBody": {"required": True, "content": {kind: {"schema": schema}}}}
    headers = Headers([("content-type", kind)])
    for body, expected in ((b"a=b+c", ({}, b"a=b+c")), (b"a=b+cd", 422)):
        assert received(document, operation, Request("POST", "/x", "", headers, body)) == expected
