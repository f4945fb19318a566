"""Bodies that nest deeper than Python can follow: an error of ours, or as they came, never a crash."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from twin._runtime import (
    APIStatusError,
    AuthenticationError,
    ClientCredentials,
    DecodeError,
    Operation,
    ServerSentEvent,
)
from twin._runtime.decoding import decoder_for
from twin._runtime.models import Model
from twin._runtime.request import Arguments
from twin._runtime.token_endpoint import GrantTokens
from twin._runtime.typed_headers import TypedHeaders
from twin._runtime.webhooks import WebhookError, sign, verify

BRACKETS = "[" * 100_000
SECRET = b"secret"


class Tree(Model):
    id: int
    child: Tree | None = None


Tree.model_rebuild()


@pytest.mark.parametrize("tp", [Any, Tree, dict[str, int]])
def test_such_a_body_is_no_json(tp: Any) -> None:
    with pytest.raises(DecodeError, match="nested too deep"):
        decoder_for(tp).from_json(BRACKETS.encode())


@pytest.mark.parametrize("leaf", ['{"id":1}', '{"id":"x"}', "{}"])
def test_what_is_too_deep_for_its_type_stays_as_it_came(leaf: str) -> None:
    depth = 600
    body = '{"id":1,"child":' * depth + leaf + "}" * depth
    found = decoder_for(Tree).from_json(body.encode())
    levels = 0
    while found is not None and levels < depth:
        assert (found["id"] if isinstance(found, dict) else found.id) == 1
        found = found["child"] if isinstance(found, dict) else found.child
        levels += 1
    assert levels == depth


def test_errors_with_such_a_body(clients: Any) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        headers = {"content-type": "application/json"}
        return httpx2.Response(400, content=BRACKETS.encode(), headers=headers)

    operation: Operation[Any] = Operation("GET", "/x", {"200": {}})
    with pytest.raises(APIStatusError) as caught:
        clients.sync(answer).call(operation, Arguments())
    assert caught.value.body == BRACKETS


def test_other_readers_of_json() -> None:
    with pytest.raises(ValueError, match="nested too deep"):
        ServerSentEvent(BRACKETS).json()
    assert TypedHeaders({"x": BRACKETS}, {"200": {"x": lambda: int}}, 200)["x"] == BRACKETS
    headers = sign(BRACKETS, SECRET, identifier="1", timestamp=0)
    with pytest.raises(WebhookError, match="nested too deep"):
        verify(BRACKETS, headers, SECRET, now=0)
    tokens = GrantTokens("https://auth.test/token", ClientCredentials("i", "s"))
    steps = tokens.fetch()
    next(steps)
    with pytest.raises(AuthenticationError, match="no access_token"):
        steps.send(httpx2.Response(200, content=BRACKETS.encode()))
