"""Streams in process end cleanly, read to the end or left early: nothing warns, nothing stays open."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Any

import pytest
from cuadra.mock import Mock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

CALL = "chats.create_or_continue"
HELLO: Any = [{"role": "user", "content": "Hello"}]


@pytest.fixture(autouse=True)
def _collect() -> Iterator[None]:
    """Have what was left open found within the test that left it."""
    yield
    gc.collect()


Closed = list[str]
"""What a generator of events adds to when it is closed; looked at as soon as the stream was left."""


def _leave_early(mock: Mock, closed: Closed) -> None:
    with mock.client() as client:
        with client.chats.create_or_continue(messages=HELLO, stream=True) as stream:
            assert next(iter(stream)).id
        assert closed == ["closed"]


def _leave_early_async(mock: Mock, closed: Closed) -> None:
    async def main() -> None:
        async with mock.async_client() as client:
            opened = await client.chats.create_or_continue(messages=HELLO, stream=True)
            async with opened as stream:
                async for chunk in stream:
                    assert chunk.id
                    break
            assert closed == ["closed"]

    asyncio.run(main())


def _read_all(mock: Mock, closed: Closed) -> None:
    with mock.client() as client:
        assert len(list(client.chats.create_or_continue(messages=HELLO, stream=True))) == 3
        assert closed == ["closed"]


def _read_all_async(mock: Mock, closed: Closed) -> None:
    async def main() -> None:
        async with mock.async_client() as client:
            stream = await client.chats.create_or_continue(messages=HELLO, stream=True)
            assert len([chunk async for chunk in stream]) == 3
            assert closed == ["closed"]

    asyncio.run(main())


@pytest.mark.parametrize("use", [_leave_early, _leave_early_async, _read_all, _read_all_async])
def test_a_plain_generator_of_events_is_closed(use: Callable[[Mock, Closed], None]) -> None:
    closed: Closed = []

    def events() -> Iterator[Any]:
        try:
            for word in ("a", "b", "c"):
                yield {"id": "chat_1", "delta": word}
        finally:
            closed.append("closed")

    with Mock() as mock:
        mock.handler(CALL)(lambda request, body, **_: events())
        use(mock, closed)


@pytest.mark.parametrize("use", [_leave_early_async, _read_all_async])
def test_an_asynchronous_generator_of_events_is_closed(use: Callable[[Mock, Closed], None]) -> None:
    closed: Closed = []

    async def events() -> AsyncIterator[Any]:
        try:
            for word in ("a", "b", "c"):
                yield {"id": "chat_1", "delta": word}
                await asyncio.sleep(0)
        finally:
            closed.append("closed")

    with Mock() as mock:
        mock.handler(CALL)(lambda request, body, **_: events())
        use(mock, closed)


def test_the_answer_of_the_mock_can_be_left_early() -> None:
    with Mock() as mock, mock.client() as client:
        with client.chats.create_or_continue(messages=HELLO, stream=True) as stream:
            next(iter(stream))
        assert list(client.chats.create_or_continue(messages=HELLO, stream=True))[-1].finished
