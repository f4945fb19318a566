# Generated from Letters 1 by twinspec; changes are lost.
"""Responses that the API's description gives as examples, or that fit it: nothing of them is lost."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from golden_parts import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and what it is answered with."""

    call: str
    arguments: Mapping[str, Any]
    status: int
    media_type: str
    json: Any


def transport(case: Case) -> httpx2.MockTransport:
    headers = {"content-type": case.media_type}
    content = json.dumps(case.json).encode()
    return httpx2.MockTransport(
        lambda _: httpx2.Response(case.status, headers=headers, content=content)
    )


def get(case: Case) -> Any:
    http = httpx2.Client(transport=transport(case))
    with Client(base_url=URL, http_client=http, max_retries=0) as client:
        return attrgetter(case.call)(client)(**case.arguments)


def get_async(case: Case) -> Any:
    async def call() -> Any:
        http = httpx2.AsyncClient(transport=transport(case))
        async with AsyncClient(base_url=URL, http_client=http, max_retries=0) as client:
            return await attrgetter(case.call)(client)(**case.arguments)

    return asyncio.run(call())


CASES = [
    Case(
        call="letters.send",
        arguments={"body": ({"to": "to"}, ("report.pdf", b"content", "application/pdf"))},
        status=201,
        media_type="application/json",
        json={"to": "to"},
    ),
]


@pytest.mark.parametrize("getter", [get, get_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_response(case: Case, getter: Any) -> None:
    assert getter(case).to_dict() == case.json
