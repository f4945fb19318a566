"""What the mock's server answers itself must be, byte for byte, what uvicorn alone would send."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import re
import socket
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
import uvicorn
from twin.mock import _runtime as runtime
from twin.mock._runtime import plain_http, server
from twin.mock._runtime.dispatching import Postponed
from twin.mock._runtime.plain_http import PlainHTTP
from twin.mock._runtime.sqlite_store import SqliteStore
from twin.server._runtime import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
    from pathlib import Path

T = TypeVar("T")
AUTH = "Authorization: Bearer mock-token"
BODY = b'{"name": "Docs"}'


def message(first: str, *fields: str, body: bytes = b"") -> bytes:
    length = [f"Content-Length: {len(body)}"] if body else []
    kind = ["Content-Type: application/json"] if body else []
    lines = [first, "Host: localhost", AUTH, *kind, *length, *fields, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


LIST = message("GET /v1/datasets HTTP/1.1")
MAKE = message("POST /v1/datasets HTTP/1.1", body=BODY)
LAST = message("GET /v1/models HTTP/1.1", "Connection: close")

PLAIN = {
    "a read": [LIST],
    "several in turn": [MAKE, LIST, LIST],
    "a body": [MAKE],
    "a body after its head": [MAKE[: -len(BODY)], BODY],
    "a body in pieces": [MAKE[:-5], MAKE[-5:-2], MAKE[-2:]],
    "a head in pieces": [LIST[:3], LIST[3:20], LIST[20:-2], LIST[-2:]],
    "no body": [message("POST /v1/datasets HTTP/1.1", "Content-Length: 0")],
    "a wrong body": [message("POST /v1/datasets HTTP/1.1", body=b'{"name": 1}')],
    "no JSON": [message("POST /v1/datasets HTTP/1.1", body=b'{"name": ')],
    "a query": [message("GET /v1/files?limit=1&query=a%20b?c HTTP/1.1")],
    "an encoded path": [message("GET /v1/datasets/%64s%2F1 HTTP/1.1")],
    "no such path": [message("GET /nowhere HTTP/1.1")],
    "no such method": [message("PUT /v1/datasets HTTP/1.1", body=BODY)],
    "options": [message("OPTIONS /v1/datasets HTTP/1.1")],
    "no credential": [b"GET /v1/datasets HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    "fields of one name": [message("GET /v1/datasets HTTP/1.1", "X-A: 1", "X-A: 2", "X-B: \xe9")],
    "keep-alive": [message("GET /v1/datasets HTTP/1.1", "Connection: keep-alive")],
    "another origin": [message("GET /v1/datasets HTTP/1.1", "Origin: http://example.com")],
    "lines before it": [b"\r\n\r\n" + LIST],
    "a line after it": [MAKE + b"\r\n", LIST],
    "the control API": [message("GET /_mock/state HTTP/1.1")],
}
OTHERWISE = {
    "a head alone": [message("HEAD /v1/datasets HTTP/1.1")],
    "an old version": [message("GET /v1/datasets HTTP/1.0")],
    "an old version kept": [message("GET /v1/datasets HTTP/1.0", "Connection: keep-alive")],
    "the last one": [message("GET /v1/datasets HTTP/1.1", "Connection: close")],
    "several at once": [LIST + MAKE + LIST],
    "one and a half": [LIST + MAKE[:30], MAKE[30:]],
    "one, then several at once": [MAKE, LIST + LIST],
    "chunks": [
        message(
            "POST /v1/datasets HTTP/1.1",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
        ),
        b"6\r\n" + BODY[:6] + b"\r\n",
        b"a\r\n" + BODY[6:] + b"\r\n0\r\n\r\n",
    ],
    "chunks with a length": [
        message("POST /v1/datasets HTTP/1.1", "Transfer-Encoding: chunked", body=BODY)
    ],
    "a question before the body": [
        message(
            "POST /v1/datasets HTTP/1.1",
            "Content-Type: application/json",
            "Expect: 100-continue",
            f"Content-Length: {len(BODY)}",
        ),
        BODY,
    ],
    "an upgrade": [
        message("GET /v1/datasets HTTP/1.1", "Connection: upgrade", "Upgrade: websocket")
    ],
    "a tunnel": [b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
    "no HTTP": [b"What is this?\r\n\r\n"],
    "no method": [message("FOO /v1/datasets HTTP/1.1")],
    "no field": [message("GET /v1/datasets HTTP/1.1", "what is this")],
    "a continued field": [message("GET /v1/datasets HTTP/1.1", "X-A: 1", " 2")],
    "two lengths": [message("POST /v1/datasets HTTP/1.1", "Content-Length: 3", body=BODY)],
    "no length": [message("POST /v1/datasets HTTP/1.1", "Content-Length: many")],
    "what is no request after one": [MAKE + b"what is this?\r\n\r\n"],
    "a whole address": [message("GET http://localhost/v1/datasets HTTP/1.1")],
    "a fragment": [message("GET /v1/datasets#top HTTP/1.1")],
    "a star": [message("OPTIONS * HTTP/1.1")],
    "a large body": [
        message("POST /v1/datasets HTTP/1.1", body=b'{"name": "%s"}' % (b"x" * 90_000))
    ],
    "a large head": [message("GET /v1/datasets HTTP/1.1", f"X-A: {'x' * 90_000}")],
    "a wait": [message("GET /v1/datasets HTTP/1.1", "Prefer: delay=0.01"), LIST],
    "a lost connection": [message("GET /v1/datasets HTTP/1.1", "Prefer: connection=dropped")],
    "a lost end": [message("GET /v1/datasets HTTP/1.1", "Prefer: connection=truncated")],
    "a handler that waits": [message("GET /v1/usage HTTP/1.1"), LIST],
    "a field of two lines": [message("GET /v1/particles HTTP/1.1"), LIST],
}
"""What uvicorn answers, or answers to the end."""


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(20)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def until(found: Callable[[], Any]) -> None:
    """Wait until something is the case."""
    async with asyncio.timeout(10):
        while not found():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)


@dataclass
class Served:
    """A server under test."""

    mock: Any
    server: uvicorn.Server
    port: int
    running: asyncio.Task[None]

    @classmethod
    async def start(cls, mock: Any, protocol: Any, **options: Any) -> Served:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            mock.app,
            http=protocol,
            interface="asgi3",
            ws="none",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            timeout_graceful_shutdown=5,
            **options,
        )
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve([listener]))
        await until(lambda: server.started)
        return cls(mock, server, listener.getsockname()[1], running)

    async def stop(self) -> None:
        self.server.should_exit = True
        await self.running

    async def talk(self, *pieces: bytes) -> bytes:
        """Send pieces one by one, and return what comes until the connection is closed."""
        self.mock.reset()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            reading = asyncio.ensure_future(reader.read())
            for piece in pieces:
                if reading.done():
                    break
                writer.write(piece)
                await asyncio.sleep(0.01)
            return told(await reading)
        finally:
            writer.close()


def told(answers: bytes) -> bytes:
    return re.sub(rb"date: [^\r]+", b"date:", answers)


def make(prepared: Any, **options: Any) -> Any:
    """Make a mock whose answers depend on nothing but the requests, and two handlers of the odd kind."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    mock = prepared.mock(clock=lambda: moment, **options)
    named = calls(prepared)

    @mock.extend(named["/v1/particles"])
    def odd(call: Any, answer: Any) -> Any:
        return Response(200, [("x-odd", "1\r\n2"), ("content-length", "0")], b"")

    @mock.handler(named["/v1/usage"])
    async def slow(request: Any, **query: Any) -> Any:
        await asyncio.sleep(0.01)
        return answer_of(mock, named["/v1/usage"])

    return mock


def calls(prepared: Any) -> dict[str, str]:
    """Return the operations that read, by path."""
    operations = prepared.document.operations["operations"]
    return {one["path"]: one["call"] for one in operations if one["method"] == "GET"}


def answer_of(mock: Any, call: str) -> Any:
    operation = mock.dispatcher.endpoints[call].operation
    return mock.sample(mock.document.schema(operation.successes()[0].content[0].schema))


@pytest.fixture(scope="module")
def loop() -> Iterator[Loop]:
    made = Loop()
    yield made
    made.close()


@pytest.fixture(scope="module")
def both(loop: Loop, cuadra: Any) -> Iterator[tuple[Served, Served]]:
    """The mock, served by uvicorn alone and as it serves itself."""
    found = [loop.run(Served.start(make(cuadra), one)) for one in (HttpToolsProtocol, PlainHTTP)]
    yield found[0], found[1]
    for one in found:
        loop.run(one.stop())


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What uvicorn's protocol gets first of each connection that is left to it."""
    found: list[bytes] = []

    class Told(HttpToolsProtocol):
        has_told = False

        def data_received(self, data: bytes) -> None:
            if not self.has_told:
                self.has_told = True
                found.append(data)
            super().data_received(data)

    monkeypatch.setattr(plain_http, "HttpToolsProtocol", Told)
    return found


@pytest.mark.parametrize("case", [*PLAIN, *OTHERWISE])
def test_the_same_comes_as_from_uvicorn_alone(
    loop: Loop, both: tuple[Served, Served], case: str, handed: list[bytes]
) -> None:
    pieces = [*(PLAIN.get(case) or OTHERWISE[case]), LAST]
    uvicorns, ours = (loop.run(one.talk(*pieces)) for one in both)
    assert ours == uvicorns
    assert uvicorns.startswith(b"HTTP/1.1 ") or case == "a lost connection"
    assert (handed == [LAST]) == (case in PLAIN)


@pytest.mark.parametrize("case", [*PLAIN, *OTHERWISE])
def test_the_same_comes_where_the_fields_are_known(
    loop: Loop, both: tuple[Served, Served], case: str, handed: list[bytes]
) -> None:
    said = PLAIN.get(case) or OTHERWISE[case]
    pieces = [LIST, MAKE, *said, *(said if case in PLAIN else ()), LAST]
    uvicorns, ours = (loop.run(one.talk(*pieces)) for one in both)
    assert ours == uvicorns
    assert (handed == [LAST]) == (case in PLAIN)


def test_a_stream_is_left_to_uvicorn(
    loop: Loop, both: tuple[Served, Served], handed: list[bytes]
) -> None:
    said = {"messages": [{"role": "user", "content": "Hello"}], "model": "x", "stream": True}
    chat = message("POST /v1/chats HTTP/1.1", body=json.dumps(said).encode())
    uvicorns, ours = (loop.run(one.talk(MAKE, chat, LIST, LAST)) for one in both)
    assert ours == uvicorns
    assert b"transfer-encoding: chunked" in ours
    assert handed == [chat]


@dataclass
class Talk:
    """A connection of a client."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def answer(self) -> bytes:
        """Return one answer; it tells its length."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        found = re.search(rb"content-length: (\d+)", head)
        return head + await self.reader.readexactly(int(found[1]) if found else 0)


@contextlib.asynccontextmanager
async def talk(one: Served) -> AsyncIterator[Talk]:
    reader, writer = await asyncio.open_connection("127.0.0.1", one.port)
    try:
        yield Talk(reader, writer)
    finally:
        writer.close()


def test_to_stop_closes_idle_connections_and_finishes_requests(loop: Loop, cuadra: Any) -> None:
    async def run() -> tuple[bytes, bytes, bytes]:
        one = await Served.start(make(cuadra), PlainHTTP)
        async with talk(one) as idle, talk(one) as used, talk(one) as begun:
            used.writer.write(LIST)
            await used.answer()
            begun.writer.write(MAKE[:-5])
            await asyncio.sleep(0.05)
            stopping = asyncio.create_task(one.stop())
            rests = await idle.reader.read(), await used.reader.read()
            begun.writer.write(MAKE[-5:])
            finished = await begun.reader.read()
            await stopping
        return *rests, finished

    idle, used, finished = loop.run(run())
    assert (idle, used) == (b"", b"")
    assert finished.startswith(b"HTTP/1.1 201 ")
    assert b"connection: close" in finished


def test_a_connection_that_is_not_used_is_closed(loop: Loop, cuadra: Any) -> None:
    async def run() -> bytes:
        one = await Served.start(make(cuadra), PlainHTTP, timeout_keep_alive=0.1)
        async with talk(one) as client:
            for _ in range(3):
                client.writer.write(LIST)
                await client.answer()
                await asyncio.sleep(0.05)
            rest = await client.reader.read()
        await one.stop()
        return rest

    assert loop.run(run()) == b""


def test_who_takes_nothing_gets_everything_later(loop: Loop, cuadra: Any) -> None:
    count, size = 60, 500_000

    async def run() -> int:
        mock = make(cuadra)

        @mock.extend(calls(cuadra)["/v1/files"])
        def large(call: Any, answer: Any) -> Any:
            return Response(200, [("content-length", str(size))], b"x" * size)

        one = await Served.start(mock, PlainHTTP)
        async with talk(one) as client:
            client.reader._transport.pause_reading()
            for _ in range(count):  # each alone, so that none is left to uvicorn
                client.writer.write(message("GET /v1/files HTTP/1.1"))
                await asyncio.sleep(0.01)
            seen = len(mock.calls())
            client.reader._transport.resume_reading()
            answers = [await client.answer() for _ in range(count)]
        await one.stop()
        assert {len(one) for one in map(told, answers)} == {len(told(answers[0]))}
        return seen

    assert loop.run(run()) < count


def test_answers_wait_for_the_file(
    loop: Loop, both: tuple[Served, Served], cuadra: Any, tmp_path: Path, handed: list[bytes]
) -> None:
    async def run() -> bytes:
        store = SqliteStore(tmp_path / "state.db", together=True)
        mock = make(cuadra, store=store)
        mock.dispatcher.file = store
        one = await Served.start(mock, PlainHTTP)
        found = await one.talk(MAKE, LIST, MAKE + LIST, LAST)
        await one.stop()
        store.close()
        return found

    assert loop.run(run()) == loop.run(both[0].talk(MAKE, LIST, MAKE + LIST, LAST))
    assert handed == [MAKE + LIST]


@dataclass
class Held:
    """A dispatcher's answers, held until they are let go."""

    answers: list[Any]
    waiting: list[Callable[[], None]]

    @classmethod
    def hold(cls, mock: Any) -> Held:
        held, start = cls([], []), mock.dispatcher.start

        def hold(request: Any) -> Postponed:
            answer = start(request)
            held.answers.append(answer)
            return Postponed(held.waiting.append, lambda: answer)

        mock.dispatcher.start = hold
        return held

    async def wait(self, count: int) -> None:
        await until(lambda: len(self.answers) >= count)

    def let_go(self) -> None:
        self.waiting.pop()()


async def came(one: Served, data: bytes) -> None:
    """Wait until all of this waits behind an answer, or as much as may wait."""
    (connection,) = one.server.server_state.connections
    await until(lambda: len(connection._later) >= len(data) or not connection._is_reading)


def test_what_comes_before_an_answer_waits_for_it(
    loop: Loop, both: tuple[Served, Served], cuadra: Any, handed: list[bytes]
) -> None:
    large = message("GET /v1/datasets HTTP/1.1", f"X-A: {'x' * 50_000}")

    async def run() -> bytes:
        mock = make(cuadra)
        held = Held.hold(mock)
        one = await Served.start(mock, PlainHTTP)
        found = []
        async with talk(one) as client:
            client.writer.write(MAKE)
            await held.wait(1)
            pieces = (LIST, large, large)
            for count, piece in enumerate(pieces, start=1):
                client.writer.write(piece)
                await came(one, b"".join(pieces[:count]))
            for number in (1, 2, 3, 4):
                await held.wait(number)
                assert len(held.answers) == number
                held.let_go()
                found.append(await client.answer())
        await one.stop()
        return told(b"".join(found))

    expected = loop.run(both[0].talk(MAKE, LIST, large, large, LAST))
    found = loop.run(run())
    assert found == expected[: len(found)]
    assert handed == [LIST + large + large]


def test_one_request_that_comes_before_an_answer_is_answered_as_plain(
    loop: Loop, both: tuple[Served, Served], cuadra: Any, handed: list[bytes]
) -> None:
    async def run() -> bytes:
        mock = make(cuadra)
        held = Held.hold(mock)
        one = await Served.start(mock, PlainHTTP)
        found = []
        async with talk(one) as client:
            for number, piece in enumerate((MAKE, LIST, MAKE), start=1):
                client.writer.write(piece)
                if number > 1:
                    await came(one, piece)
                    held.let_go()
                    found.append(await client.answer())
                await held.wait(number)
            held.let_go()
            found.append(await client.answer())
        await one.stop()
        return told(b"".join(found))

    expected = loop.run(both[0].talk(MAKE, LIST, MAKE, LAST))
    found = loop.run(run())
    assert found == expected[: len(found)]
    assert handed == []


def test_an_answer_that_waits_is_sent_before_the_server_stops(loop: Loop, cuadra: Any) -> None:
    async def run() -> bytes:
        mock = make(cuadra)
        held = Held.hold(mock)
        one = await Served.start(mock, PlainHTTP)
        async with talk(one) as client:
            client.writer.write(LIST)
            await held.wait(1)
            stopping = asyncio.create_task(one.stop())
            await asyncio.sleep(0.3)
            held.let_go()
            found = await client.reader.read()
            await stopping
        return found

    found = loop.run(run())
    assert found.startswith(b"HTTP/1.1 200 ")
    assert b"connection: close\r\n" in found


def test_who_does_not_wait_for_an_answer_gets_none(loop: Loop, cuadra: Any) -> None:
    async def run() -> set[Any]:
        mock = make(cuadra)
        held = Held.hold(mock)
        one = await Served.start(mock, PlainHTTP)
        async with talk(one) as client:
            client.writer.write(LIST)
            await held.wait(1)
        connections = one.server.server_state.connections
        await until(lambda: not connections)
        held.let_go()
        await one.stop()
        return connections

    assert loop.run(run()) == set()


def test_an_answer_that_waited_and_is_not_plain_is_left_to_uvicorn(
    loop: Loop, both: tuple[Served, Served], cuadra: Any, handed: list[bytes]
) -> None:
    odd = message("GET /v1/particles HTTP/1.1")

    async def run() -> bytes:
        mock = make(cuadra)
        held = Held.hold(mock)
        one = await Served.start(mock, PlainHTTP)
        async with talk(one) as client:
            client.writer.write(odd)
            await held.wait(1)
            client.writer.write(LAST)
            await came(one, LAST)
            for number in (1, 2):
                await held.wait(number)
                held.let_go()
            found = await client.reader.read()
        await one.stop()
        return told(found)

    assert loop.run(run()) == loop.run(both[0].talk(odd, LAST))
    assert handed == [odd + LAST]


def test_a_failure_of_the_mock_itself_is_told_by_uvicorn(
    loop: Loop, cuadra: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whatever servers that ran before have set: levels, propagation, or silence.
    logger = logging.getLogger("uvicorn.error")
    monkeypatch.setattr(logger, "disabled", False)
    monkeypatch.setattr(logger, "handlers", [caplog.handler])
    caplog.set_level(logging.INFO, logger=logger.name)

    async def run() -> bytes:
        mock = make(cuadra)
        mock.dispatcher.start = lambda request: 1 / 0
        one = await Served.start(mock, PlainHTTP)
        found = await one.talk(LIST)
        await one.stop()
        return found

    assert loop.run(run()).startswith(b"HTTP/1.1 500 ")
    assert "ZeroDivisionError" in caplog.text


def test_without_httptools_uvicorn_serves_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, own = tmp_path / "usual.json", tmp_path / "own.json"
    usual.write_text('{"operations": [{"method": "GET"}, {"method": "POST"}]}')
    own.write_text('{"operations": [{"method": "GET"}, {"method": "LINK"}]}')
    assert server._protocol(usual) is PlainHTTP
    assert server._protocol(own) == "h11"
    monkeypatch.setitem(sys.modules, "httptools", None)
    monkeypatch.delitem(sys.modules, plain_http.__name__)
    monkeypatch.delattr(runtime, "plain_http")
    assert server._protocol(usual) == "auto"
