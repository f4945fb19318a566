"""Streams that take their time, break, and are taken up again."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = {
    "type": "object",
    "required": ["text", "done"],
    "properties": {
        "text": {"type": "string"},
        "done": {"type": "boolean"},
        "usage": {"type": "object", "properties": {"tokens": {"type": "integer"}}},
    },
}
EVENT = {
    "type": "object",
    "required": ["data"],
    "properties": {
        "id": {"type": "string"},
        "event": {"const": "delta"},
        "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": CHUNK},
    },
}


def _streamed(kind: str, schema: Any) -> dict[str, Any]:
    content = {kind: {"itemSchema": schema}}
    return {
        "get": {"operationId": kind, "responses": {"200": {"description": "", "content": content}}}
    }


@pytest.fixture(scope="module")
def streaming(prepare: Any) -> Any:
    return prepare(
        {
            "openapi": "3.2.0",
            "info": {"title": "", "version": ""},
            "paths": {
                "/events": _streamed("text/event-stream", EVENT),
                "/lines": _streamed("application/jsonl", CHUNK),
            },
        }
    )


@pytest.fixture
def mock(streaming: Any) -> Iterator[Any]:
    with streaming.mock() as mock:
        yield mock


@pytest.fixture
def http(mock: Any) -> httpx2.Client:
    return httpx2.Client(transport=mock.transport(), base_url="http://mock")


def _events(text: str) -> list[dict[str, str]]:
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    return [{line.partition(": ")[0]: line.partition(": ")[2] for line in one} for one in blocks]


def test_events_with_all_their_fields(http: httpx2.Client) -> None:
    events = _events(http.get("/events").text)
    assert [event["id"] for event in events] == [str(n + 1) for n in range(len(events))]
    assert {event["event"] for event in events} == {"delta"}
    chunks = [json.loads(event["data"]) for event in events]
    assert "".join(chunk["text"] for chunk in chunks).startswith("This is an answer")
    assert [chunk["done"] for chunk in chunks] == [False] * (len(chunks) - 1) + [True]
    assert [n for n, chunk in enumerate(chunks) if "usage" in chunk] == [len(chunks) - 1]


def test_a_stream_goes_on_after_the_last_event(http: httpx2.Client) -> None:
    whole = _events(http.get("/events").text)
    rest = http.get("/events", headers={"last-event-id": "4"})
    assert _events(rest.text) == whole[4:]
    unknown = http.get("/events", headers={"last-event-id": "other"})
    assert _events(unknown.text) == whole
    lines = http.get("/lines", headers={"last-event-id": "4"}).text
    assert lines == http.get("/lines").text


def test_a_stream_takes_its_time(
    mock: Any, http: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    plain = http.get("/lines").text
    assert waits == []
    mock.pace(first_token=0.5, tokens_per_second=20)
    assert http.get("/lines").text == plain
    assert waits == [0.5] + [0.05] * (plain.count("\n") - 1)
    mock.reset()
    mock.pace(tokens_per_second=20, jitter=0.5)
    runs: list[list[float]] = []
    for _ in range(2):
        waits.clear()
        http.get("/lines")
        runs.append(list(waits))
        mock.reset()
        mock.pace(tokens_per_second=20, jitter=0.5)
    assert runs[0] == runs[1]
    assert len(set(runs[0])) > 5


def test_a_stream_breaks(mock: Any, http: httpx2.Client) -> None:
    mock.break_stream("text/event-stream", after=2)
    received: list[str] = []
    with pytest.raises(httpx2.RemoteProtocolError), http.stream("GET", "/events") as response:
        received.extend(response.iter_lines())
    assert sum(line.startswith("data:") for line in received) == 2
    assert len(_events(http.get("/events").text)) > 3


@pytest.mark.parametrize(
    ("path", "last"),
    [
        ("/events", 'event: error\ndata: {"error": "overloaded"}\n\n'),
        ("/lines", '{"error": "overloaded"}\n'),
    ],
)
def test_a_stream_ends_with_an_error(mock: Any, http: httpx2.Client, path: str, last: str) -> None:
    mock.break_stream(after=2, error={"error": "overloaded"})
    text = http.get(path).text
    assert text.endswith(last)
    assert text.count("This") + text.count(" is") == 2


def test_a_stream_is_cut_within_an_event(mock: Any, http: httpx2.Client) -> None:
    mock.truncate(after=30)
    received: list[bytes] = []
    with pytest.raises(httpx2.RemoteProtocolError), http.stream("GET", "/lines") as response:
        received.extend(response.iter_raw())
    assert sum(map(len, received)) == 30


def test_asynchronous_clients_see_the_same(mock: Any, http: httpx2.Client) -> None:
    whole = _events(http.get("/events").text)

    async def run() -> None:
        transport = mock.async_transport()
        async with httpx2.AsyncClient(transport=transport, base_url="http://mock") as client:
            mock.pace(first_token=0.001, tokens_per_second=5000, jitter=0.1, times=1)
            rest = await client.get("/events", headers={"last-event-id": "4"})
            assert _events(rest.text) == whole[4:]
            mock.break_stream(after=2, error={"error": "overloaded"})
            assert (await client.get("/events")).text.endswith('"overloaded"}\n\n')
            mock.break_stream(after=2)
            with pytest.raises(httpx2.RemoteProtocolError):
                await client.get("/events")
            mock.truncate(after=30)
            with pytest.raises(httpx2.RemoteProtocolError):
                await client.get("/events")

    asyncio.run(run())
