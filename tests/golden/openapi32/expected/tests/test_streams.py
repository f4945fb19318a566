# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""Streams as bytes, however their lines end and wherever the network cuts them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from golden_openapi32 import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

URL = "https://api.test"
EVENTS = "text/event-stream"


@dataclass(frozen=True)
class Case:
    """A call that is answered with a stream of these events; ``end`` is what the last one says."""

    call: str
    arguments: Mapping[str, Any]
    status: int
    media_type: str
    events: list[Any]
    end: str = ""

    def content(self, line_end: str) -> bytes:
        """Return the stream; events have comments between them."""
        lines = [json.dumps(event) for event in self.events]
        if self.media_type == EVENTS:
            texts = [*lines, self.end] if self.end else lines
            lines = [line for text in texts for line in (": comment", f"data: {text}", "")]
        return "".join(f"{line}{line_end}" for line in lines).encode()


CASES = [
    Case(
        call="books.read_log",
        arguments={},
        status=200,
        media_type="application/jsonl",
        events=[{"id": "123"}],
    ),
]


def plain(event: Any) -> Any:
    """Return an event as the JSON that it was decoded from."""
    return event.to_dict() if hasattr(event, "to_dict") else event


def answered(case: Case, content: Any) -> httpx2.MockTransport:
    headers = {"content-type": case.media_type}
    return httpx2.MockTransport(
        lambda _: httpx2.Response(case.status, headers=headers, content=content)
    )


def read(case: Case, pieces: list[bytes]) -> list[Any]:
    def content() -> Iterator[bytes]:
        yield from pieces

    http = httpx2.Client(transport=answered(case, content()))
    with Client(base_url=URL, http_client=http) as client:
        with attrgetter(case.call)(client)(**case.arguments) as stream:
            return [plain(event) for event in stream]


def read_async(case: Case, pieces: list[bytes]) -> list[Any]:
    async def content() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    async def call() -> list[Any]:
        http = httpx2.AsyncClient(transport=answered(case, content()))
        async with AsyncClient(base_url=URL, http_client=http) as client:
            async with await attrgetter(case.call)(client)(**case.arguments) as stream:
                return [plain(event) async for event in stream]

    return asyncio.run(call())


@pytest.mark.parametrize("reader", [read, read_async])
@pytest.mark.parametrize("size", [1, 7, 65536])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_stream(case: Case, line_end: str, size: int, reader: Any) -> None:
    content = case.content(line_end)
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    assert reader(case, pieces) == case.events
