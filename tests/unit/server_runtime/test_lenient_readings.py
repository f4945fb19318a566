"""What a request may say in another form than JSON: nothing at all, or XML."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Call, Dispatcher, Document, Headers, Request

_BOOLEAN = {"type": "boolean"}


def _sent(document: Document, request: Request) -> tuple[int, list[Call]]:
    calls: list[Call] = []
    dispatcher = Dispatcher(document, calls.append)
    return dispatcher.handle(request).status, calls


@pytest.mark.parametrize(
    ("more", "status"),
    [({"allowEmptyValue": True}, 204), ({}, 422), ({"allowEmptyValue": False}, 422)],
)
def test_a_parameter_may_be_left_empty(document: Any, more: dict[str, Any], status: int) -> None:
    flag = {"name": "flag", "in": "query", "schema": _BOOLEAN, **more}
    get = {"operationId": "op", "parameters": [flag], "responses": {"204": {}}}
    made = document({"/x": {"get": get}})
    found, calls = _sent(made, Request("GET", "/x", "flag="))
    assert found == status
    assert [dict(call.arguments) for call in calls] == ([{}] if status == 204 else [])
    assert _sent(made, Request("GET", "/x", "flag=perhaps"))[0] == 422
    assert _sent(made, Request("GET", "/x", "flag=true"))[1][0].arguments == {"flag": True}


@pytest.mark.parametrize(
    ("media", "sent", "status"),
    [
        ("text/xml", b"<thing><a>1</a></thing>", 204),
        ("application/xml", b"<thing><a>1</a></thing>", 204),
        ("text/plain", b'{"a": 1}', 204),
        ("text/plain", b'{"a": "x"}', 422),
    ],
)
def test_text_that_is_no_json_is_not_judged_as_an_object(
    document: Any, media: str, sent: bytes, status: int
) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    body = {"content": {media: {"schema": schema}}}
    post = {"operationId": "op", "requestBody": body, "responses": {"204": {}}}
    headers = Headers([("content-type", media)])
    request = Request("POST", "/x", "", headers, sent)
    assert _sent(document({"/x": {"post": post}}), request)[0] == status
