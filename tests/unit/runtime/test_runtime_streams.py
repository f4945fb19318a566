from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING, Any, Literal

import httpx2
import pytest
from twin._runtime import (
    APIConnectionError,
    APITimeoutError,
    DecodeError,
    EventOperation,
    Events,
    RateLimitError,
    ServerSentEvent,
    Stream,
    StreamError,
    SwitchOperation,
)
from twin._runtime.models import Model
from twin._runtime.request import Arguments

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Chunk(Model):
    id: int
    delta: str = ""


class Ping(Model):
    at: str


class Event(Model):
    event: Literal["message", "note"] | None = None
    data: str


class Answer(Model):
    text: str


def operation(**events: Any) -> EventOperation[Any]:
    settings = {"chunk": lambda: Chunk, "terminator": "[DONE]"} | events
    content = {"text/event-stream": lambda: Chunk}
    return EventOperation("POST", "/x", {"200": content}, events=Events(**settings))


SWITCH: SwitchOperation[Answer, Chunk] = SwitchOperation(
    "POST",
    "/x",
    {"200": {"text/event-stream": lambda: Chunk}, "201": {"application/json": lambda: Answer}},
    events=Events(lambda: Chunk, terminator="[DONE]"),
)


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in chunks that may break, and knows whether it was closed."""

    def __init__(self, *chunks: bytes | Exception) -> None:
        self.chunks = chunks
        self.closed = False
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.read += 1
            if isinstance(chunk, Exception):
                raise chunk
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def streaming(body: Body, media_type: str = "text/event-stream; charset=utf-8") -> Any:
    headers = {"content-type": media_type}
    return lambda request: httpx2.Response(200, headers=headers, stream=body)


def open_stream(clients: Any, body: Body, *, strict: bool = False, **events: Any) -> Stream[Any]:
    client = clients.sync(streaming(body), strict=strict)
    return client.stream(operation(**events), Arguments())  # type: ignore[no-any-return]


def test_typed_chunks_until_the_terminator(clients: Any) -> None:
    body = Body(
        b'data: {"id":1,"delta":"a"}\n\nda', b'ta: {"id":2}\n\ndata: [DONE]\n\n', b"data: never\n\n"
    )
    stream = open_stream(clients, body)
    assert list(stream) == [Chunk(id=1, delta="a"), Chunk(id=2)]
    assert body.closed
    assert body.read == 2
    assert clients.last.headers["accept"] == "text/event-stream"
    assert list(stream) == []


def test_leaving_early_closes(clients: Any) -> None:
    body = Body(b'data: {"id":1}\n\n', b'data: {"id":2}\n\n')
    with open_stream(clients, body) as stream:
        assert next(stream) == Chunk(id=1)
        assert not body.closed
    assert body.closed
    assert list(stream) == []
    unread = open_stream(clients, body)
    unread.close()
    assert list(unread) == []


def test_unknown_shapes_are_tolerated(clients: Any) -> None:
    body = Body(b'data: {"id":"x","new":1}\n\ndata:\n\ndata: 5\n\n')
    chunks = list(open_stream(clients, body))
    assert chunks[0].to_dict() == {"id": "x", "new": 1}
    assert chunks[1:] == [5]
    with pytest.raises(StreamError, match="cannot be read"):
        list(open_stream(clients, Body(b'data: {"id":"x"}\n\n'), strict=True))


def test_named_events_and_ids(clients: Any) -> None:
    body = Body(b'id: 7\nevent: ping\ndata: {"at":"now"}\n\ndata: {"id":1}\n\n')
    stream = open_stream(clients, body, named={"ping": lambda: Ping})
    assert list(stream) == [Ping(at="now"), Chunk(id=1)]
    assert stream.last_event_id == "7"


def test_events_as_a_whole_and_plain_text(clients: Any) -> None:
    body = Body(b"event: note\ndata: a\n\ndata: b\n\n")
    assert list(open_stream(clients, body, chunk=lambda: Event, envelope=True)) == [
        Event(event="note", data="a"),
        Event(data="b"),
    ]
    assert list(open_stream(clients, Body(b"data:  a\n\n"), chunk=lambda: str)) == [" a"]


@pytest.mark.parametrize(
    ("text", "message", "body"),
    [
        (
            b'event: error\ndata: {"message":"Overloaded"}\n\n',
            "Overloaded",
            {"message": "Overloaded"},
        ),
        (b"event: error\ndata: broken\n\n", "broken", "broken"),
        (
            b'data: {"error":{"message":"No quota"}}\n\n',
            "No quota",
            {"error": {"message": "No quota"}},
        ),
    ],
)
def test_errors_within_the_stream(clients: Any, text: bytes, message: str, body: object) -> None:
    with pytest.raises(StreamError, match=message) as caught:
        list(open_stream(clients, Body(text)))
    assert caught.value.body == body


def test_error_that_the_type_declares_is_a_chunk(clients: Any) -> None:
    class Result(Model):
        error: str | None = None

    body = Body(b'data: {"error":"x"}\n\n')
    assert list(open_stream(clients, body, chunk=lambda: Result | Chunk)) == [Result(error="x")]


def test_empty_error_is_none(clients: Any) -> None:
    chunks = list(open_stream(clients, Body(b'data: {"id":1,"error":null}\n\n')))
    assert chunks[0].id == 1


def test_what_is_no_json(clients: Any) -> None:
    with pytest.raises(StreamError, match="not JSON") as caught:
        list(open_stream(clients, Body(b"data: {broken\n\n")))
    assert caught.value.body == "{broken"


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (httpx2.ReadTimeout("slow"), APITimeoutError),
        (httpx2.RemoteProtocolError("cut"), APIConnectionError),
    ],
)
def test_transport_failures_on_the_way(
    clients: Any, failure: Exception, error: type[Exception]
) -> None:
    body = Body(b'data: {"id":1}\n\n', failure)
    stream = open_stream(clients, body)
    assert next(stream) == Chunk(id=1)
    with pytest.raises(error):
        next(stream)
    assert body.closed
    assert len(clients.requests) == 1


@pytest.mark.parametrize(
    "media_type",
    ["application/x-ndjson", "application/stream+json", "application/geo+json-seq", "text/jsonl"],
)
def test_json_lines(clients: Any, media_type: str) -> None:
    body = Body(b'{"id":1}\n{"id"', b":2}")
    client = clients.sync(streaming(body, media_type))
    assert list(client.stream(operation(), Arguments())) == [Chunk(id=1), Chunk(id=2)]


def test_error_status_and_wrong_media_type(clients: Any) -> None:
    client = clients.sync(
        lambda _: httpx2.Response(429, json={"detail": "Slow down"}), max_retries=0
    )
    with pytest.raises(RateLimitError, match="Slow down"):
        client.stream(operation(), Arguments())
    body = Body(b"{}")
    with pytest.raises(DecodeError, match="where a stream was expected"):
        clients.sync(streaming(body, "application/json")).stream(operation(), Arguments())
    assert body.closed


def test_one_body_or_a_stream(clients: Any) -> None:
    body = Body(b'data: {"id":1}\n\ndata: [DONE]\n\n')
    client = clients.sync(streaming(body))
    stream = client.call_or_stream(SWITCH, Arguments(), stream=True)
    assert isinstance(stream, Stream)
    assert list(stream) == [Chunk(id=1)]
    assert clients.last.headers["accept"] == "text/event-stream, application/json;q=0.5"
    client = clients.sync(lambda _: httpx2.Response(201, json={"text": "hi"}))
    assert client.call_or_stream(SWITCH, Arguments(), stream=False) == Answer(text="hi")
    assert clients.last.headers["accept"] == "application/json"
    assert client.call_or_stream(SWITCH, Arguments(), stream=True) == Answer(text="hi")


@pytest.mark.anyio
async def test_async_streams(clients: Any) -> None:
    body = Body(b'data: {"id":1}\n\n', b"data: [DONE]\n\n", b"data: never\n\n")
    client = clients.asynchronous(streaming(body))
    stream = await client.stream(operation(), Arguments())
    assert [chunk async for chunk in stream] == [Chunk(id=1)]
    assert body.closed
    assert body.read == 2
    broken = Body(b'data: {"id":1}\n\n', httpx2.ReadTimeout("slow"))
    async with await clients.asynchronous(streaming(broken)).stream(
        operation(), Arguments()
    ) as stream:
        assert await anext(stream) == Chunk(id=1)
        with pytest.raises(APITimeoutError):
            await anext(stream)
    assert broken.closed
    early = Body(b'data: {"id":1}\n\n', b'data: {"id":2}\n\n')
    async with await clients.asynchronous(streaming(early)).stream(
        operation(), Arguments()
    ) as stream:
        assert await anext(stream) == Chunk(id=1)
    assert early.closed
    plain = clients.asynchronous(lambda _: httpx2.Response(201, json={"text": "hi"}))
    assert await plain.call_or_stream(SWITCH, Arguments(), stream=True) == Answer(text="hi")
    assert await plain.call_or_stream(SWITCH, Arguments(), stream=False) == Answer(text="hi")


def test_raw_events(clients: Any) -> None:
    body = Body(b'id: 1\nevent: e\ndata: {"id":1}\n\n: ping\n\ndata: x\n\ndata: [DONE]\n\n')
    stream = open_stream(clients, body)
    events = stream.events()
    assert next(events) == ServerSentEvent('{"id":1}', "e", "1")
    assert [event.data for event in events] == ["x"]
    assert body.closed
    assert list(stream) == []


def test_handlers_of_named_events(clients: Any) -> None:
    seen: list[str] = []
    body = Body(b'event: ping\ndata: p\n\ndata: {"id":1}\n\nevent: error\ndata: e\n\n')
    stream = open_stream(clients, body)
    stream.on("ping", lambda event: seen.append(event.data))
    stream.on("error", lambda event: seen.append(event.data))
    assert list(stream) == [Chunk(id=1)]
    assert seen == ["p", "e"]


def test_last_event_is_at_hand(clients: Any) -> None:
    stream = open_stream(clients, Body(b'id: 5\nevent: e\ndata: {"id":1}\n\ndata: {"id":2}\n\n'))
    assert stream.event is None
    next(stream)
    assert stream.event == ServerSentEvent('{"id":1}', "e", "5")
    next(stream)
    assert stream.last_event_id == "5"


def test_last_event_without_its_empty_line(clients: Any) -> None:
    assert list(open_stream(clients, Body(b'data: {"id":1}'))) == [Chunk(id=1)]
    assert list(open_stream(clients, Body(b'data: {"id":1}\n\ndata: [DONE]'))) == [Chunk(id=1)]
    with pytest.raises(StreamError, match="ended within an event"):
        list(open_stream(clients, Body(b'data: {"id":')))
    assert list(open_stream(clients, Body(b"data: half"), chunk=lambda: str)) == []


def test_many_events_take_no_memory_and_linear_time(clients: Any) -> None:
    event = b'data: {"id": 1, "delta": "x"}\n\n'

    def peak(count: int) -> tuple[int, int]:
        chunks = (event * 50 for _ in range(count // 50))
        body = Body()
        body.chunks = chunks  # type: ignore[assignment]
        stream = open_stream(clients, body)
        tracemalloc.start()
        try:
            return sum(1 for _ in stream), tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(50)
    few, many = peak(500), peak(10_000)
    assert (few[0], many[0]) == (500, 10_000)
    assert many[1] < few[1] + 50_000


def test_one_long_event_in_many_pieces_takes_linear_time(clients: Any) -> None:
    pieces = [b"data: " + b"x" * 1000, *[b"y" * 1000] * 4000, b"\n\n"]
    begin = time.perf_counter()
    [text] = open_stream(clients, Body(*pieces), chunk=lambda: str)
    assert len(text) == 4_001_000
    assert time.perf_counter() - begin < 2  # quadratic: 8 GB to copy


@pytest.mark.anyio
async def test_async_raw_events_and_handlers(clients: Any) -> None:
    seen: list[str] = []
    body = Body(b'event: ping\ndata: p\n\ndata: {"id":1}\n\ndata: {"id":2}\n\ndata: [DONE]\n\n')
    stream = await clients.asynchronous(streaming(body)).stream(operation(), Arguments())
    stream.on("ping", lambda event: seen.append(event.data))
    assert await anext(stream) == Chunk(id=1)
    assert seen == ["p"]
    assert [event.data async for event in stream.events()] == ['{"id":2}']
    assert body.closed
    await stream.close()


def test_usual_terminator_needs_no_declaration(clients: Any) -> None:
    """A document may say nothing of it; as JSON it can mean nothing else."""
    body = Body(b'data: {"id": 1}\n\ndata: [DONE]\n\ndata: late\n\n')
    stream = clients.sync(streaming(body)).stream(operation(terminator=""), Arguments())
    assert list(stream) == [Chunk(id=1)]
    text = Body(b"data: [DONE]\n\ndata: late\n\n")
    plain = operation(chunk=lambda: str, terminator="")
    assert list(clients.sync(streaming(text)).stream(plain, Arguments())) == ["[DONE]", "late"]


@pytest.mark.parametrize(
    ("headers", "kind"), [({"x-FORMAT": "ui"}, Ping), ({"X-Format": "other"}, Chunk), ({}, Chunk)]
)
def test_a_header_of_the_request_chooses_the_events(
    clients: Any, headers: dict[str, str], kind: type[Model]
) -> None:
    body = Body(b'data: {"id": 1, "at": "now"}\n\ndata: [DONE]\n\n')
    choice = operation(by_header={"X-Format": {"ui": lambda: Ping}})
    stream = clients.sync(streaming(body)).stream(choice, Arguments(headers=headers))
    assert [type(one) for one in stream] == [kind]


@pytest.mark.parametrize("strict", [False, True])
def test_events_of_which_nothing_is_said(clients: Any, strict: bool) -> None:
    body = Body(b'data: {"id":1}\n\ndata: plain\n\ndata: 2\n\ndata: [DONE]\n\n')
    stream = open_stream(clients, body, strict=strict, chunk=lambda: Any, terminator="")
    assert list(stream) == [{"id": 1}, "plain", 2]


def test_lines_are_json_whatever_is_said(clients: Any) -> None:
    client = clients.sync(streaming(Body(b'{"id":1}\nplain\n'), "application/jsonl"))
    stream = client.stream(operation(chunk=lambda: Any), Arguments())
    with pytest.raises(StreamError, match="cannot be read"):
        list(stream)
