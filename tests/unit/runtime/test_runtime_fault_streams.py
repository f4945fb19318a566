"""Streams over real connections that break off, stall, lie, or go on behind the last event."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from fault_caller import MODES, Caller
from fault_server import Step, chunked, serving
from twin._runtime import (
    Api,
    APIConnectionError,
    APITimeoutError,
    EventOperation,
    Events,
    Json,
    StreamError,
    SyncClient,
)
from twin._runtime.request import Arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

STREAM: EventOperation[Any] = EventOperation(
    "POST", "/x", {}, events=Events(lambda: dict, terminator="[DONE]")
)


@pytest.fixture(scope="module", autouse=True)
def _no_socket_is_left() -> Iterator[None]:
    yield
    gc.collect()  # an open socket would warn now


@pytest.fixture(params=MODES)
def call(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


EVENT = b'id: 7\ndata: {"a": 1}\n\n'
DONE = b"data: [DONE]\n\n"


def test_stream_that_breaks_off(call: Caller) -> None:
    for step in (chunked(EVENT, end=False, then="close"), chunked(EVENT, end=False, then="reset")):
        with serving(step) as server, pytest.raises(APIConnectionError):
            call(server, STREAM)
    with serving(chunked(EVENT, b'data: {"a": ')) as server, pytest.raises(StreamError) as caught:
        call(server, STREAM)
    assert caught.value.body == '{"a": '


def test_stream_that_stalls(call: Caller) -> None:
    stalled = chunked(EVENT, end=False, then="hang")
    with serving(stalled) as server, pytest.raises(APITimeoutError):
        call(server, STREAM, timeout=0.3)


def test_connection_is_used_again_after_the_terminator(call: Caller) -> None:
    late = chunked(EVENT, DONE)
    late.pause = 0.01
    with serving(chunked(EVENT, DONE), late, GOOD_STREAM) as server:
        assert call(server, STREAM, times=3) == [{"a": 1}]
    assert server.connections == 1


GOOD_STREAM = Step((b"".join(chunked(EVENT, DONE).pieces),))


def test_server_that_stays_after_the_terminator(call: Caller) -> None:
    begin = time.monotonic()
    with serving(chunked(EVENT, DONE, end=False, then="hang"), GOOD_STREAM) as server:
        assert call(server, STREAM, times=2) == [{"a": 1}]
        assert time.monotonic() - begin < 2
    assert server.connections == 2


RECONNECT = Arguments(body=Json({"q": 1}), options={"reconnects": 2})


def test_stream_goes_on_behind_the_last_event(call: Caller, delays: list[float]) -> None:
    broken = chunked(b"retry: 3000\n" + EVENT, end=False, then="reset")
    ended = chunked(b'id: 8\ndata: {"a": 2}\n\n')
    rest = chunked(b'data: {"a": 3}\n\n', DONE)
    with serving(broken, ended, rest) as server:
        assert call(server, STREAM, arguments=RECONNECT) == [{"a": 1}, {"a": 2}, {"a": 3}]
    assert [server.header(index, "last-event-id") for index in range(3)] == [None, "7", "8"]
    assert {server.body(index) for index in range(3)} == {b'{"q":1}'}
    assert delays == [3.0, 3.0]


def test_stream_is_asked_for_again_only_so_often(call: Caller, delays: list[float]) -> None:
    broken = chunked(end=False, then="close")
    steps = chunked(EVENT, end=False, then="close"), broken, broken
    with serving(*steps) as server, pytest.raises(APIConnectionError):
        call(server, STREAM, arguments=RECONNECT)
    assert delays == [1.0, 2.0]
    unnumbered = chunked(b'data: {"a": 1}\n\n', end=False, then="close")
    with serving(unnumbered) as server, pytest.raises(APIConnectionError):
        call(server, STREAM, arguments=RECONNECT)


def test_stream_that_is_forgotten_gives_its_connection_back() -> None:
    step = chunked(EVENT, EVENT, end=False, then="hang")
    with serving(step) as server, httpx2.Client(verify=False) as http:
        client = SyncClient(Api("x", "X", "1", "X_TEST"), base_url=server.url, http_client=http)
        for chunk in client.stream(STREAM, Arguments()):
            assert chunk == {"a": 1}
            break
        gc.collect()
        assert http._transport._pool.connections == []  # type: ignore[attr-defined]
