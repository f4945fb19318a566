# Generated from Defaults 1 by twinspec; changes are lost.
"""What goes over the wire, held against what the API's description prescribes.

There is one operation for each kind of request: styles of parameters, kinds of bodies.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from golden_defaults import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and the request it must lead to; a body is given as JSON, as a form, or as bytes."""

    call: str
    arguments: Mapping[str, Any]
    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    media_type: str = ""
    json: object = None
    form: list[tuple[str, str]] | None = None
    content: bytes = b""


CASES = [
    Case(
        call="settings.update",
        arguments={
            "password": "correct horse battery staple",
            "list": ["list", "list2"],
            "wrong": 1,
            "zero": 1,
        },
        method="PUT",
        target="/settings",
        media_type="application/json",
        json={
            "password": "correct horse battery staple",
            "list": ["list", "list2"],
            "wrong": 1,
            "zero": 1,
        },
    ),
]


class Caught(Exception):
    """A request, caught before it is answered."""

    def __init__(self, request: httpx2.Request) -> None:
        super().__init__(request.url)
        self.request = request


def catch(request: httpx2.Request) -> httpx2.Response:
    raise Caught(request)


def send(case: Case) -> httpx2.Request:
    http = httpx2.Client(transport=httpx2.MockTransport(catch))
    with Client(base_url=URL, http_client=http) as client, pytest.raises(Caught) as caught:
        attrgetter(case.call)(client)(**case.arguments)
    return caught.value.request


def send_async(case: Case) -> httpx2.Request:
    async def call() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(catch))
        async with AsyncClient(base_url=URL, http_client=http) as client:
            await attrgetter(case.call)(client)(**case.arguments)

    with pytest.raises(Caught) as caught:
        asyncio.run(call())
    return caught.value.request


@pytest.mark.parametrize("sender", [send, send_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_request(case: Case, sender: Any) -> None:
    request = sender(case)
    assert request.method == case.method
    assert request.url.raw_path.decode() == case.target
    for name, value in case.headers.items():
        assert request.headers[name] == value
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    assert media_type.lower() == case.media_type
    content = request.content
    if case.json is not None:
        assert json.loads(content) == case.json
    elif case.form is not None:
        assert parse_qsl(content.decode(), keep_blank_values=True) == case.form
    else:
        boundary = parameters.partition("boundary=")[2].strip('"').encode()
        assert content.replace(boundary or b"\0", b"boundary") == case.content
