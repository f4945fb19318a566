"""Header fields that clients send by themselves, where a document asks for certain values of them."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Dispatcher, Headers, Request


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("Accept-Language", "de", 200),
        ("Accept-Language", "AAA", 422),
        ("Accept-Language", "null,null", 422),
        ("Accept-Language", "*", 200),
        ("Accept-Language", "en-US,en;q=0.9", 200),
        ("User-Agent", "some-client/1.0", 200),
        ("User-Agent", "{}", 422),
        ("Accept-Encoding", "gzip, deflate", 200),
        ("Connection", "keep-alive", 200),
        ("X-Shop", "AAA", 422),
    ],
)
def test_what_nobody_chose_is_not_held_against_the_request(
    document: Any, name: str, value: str, status: int
) -> None:
    wanted = {"name": name, "in": "header", "schema": {"enum": ["de", "fr"]}}
    operation = {
        "operationId": "op",
        "parameters": [wanted],
        "responses": {"200": {"description": ""}, "422": {"description": ""}},
    }
    server = Dispatcher(document({"/x": {"get": operation}}), lambda call: None)
    request = Request("GET", "/x", headers=Headers([(name, value)]))
    assert server.handle(request).status == status


def test_what_has_to_be_sent_is_held_against_it(document: Any) -> None:
    agent = {"type": "string", "pattern": "^shop/"}
    wanted = {"name": "User-Agent", "in": "header", "required": True, "schema": agent}
    operation = {
        "operationId": "op",
        "parameters": [wanted],
        "responses": {"200": {"description": ""}},
    }
    server = Dispatcher(document({"/x": {"get": operation}}), lambda call: None)
    answers = [
        server.handle(Request("GET", "/x", headers=Headers([("User-Agent", one)]))).status
        for one in ("shop/1.0", "some-client/1.0")
    ]
    assert answers == [200, 422]
