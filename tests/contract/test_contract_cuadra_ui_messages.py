"""Cuadra's other stream, in the AI SDK's format, typed by what `specs/twinspec.toml` says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
from cuadra import Unknown, models
from cuadra.mock import Mock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cuadra import Client

HELLO: Any = [{"role": "user", "content": "Hello"}]
WEATHER: Any = [{"type": "function", "function": {"name": "get_weather"}}]


@pytest.fixture
def client() -> Iterator[Client]:
    with Mock(seed=5) as mock, mock.client(max_retries=0) as client:
        yield client


@pytest.mark.parametrize("more", [{}, {"enable_reasoning": True}, {"tools": WEATHER}])
def test_every_event_is_typed(client: Client, more: Any) -> None:
    with client.chats.create_or_continue(
        messages=HELLO, model_id="m", stream=True, x_stream_format="ai-sdk", **more
    ) as stream:
        parts = list(stream)
    assert {type(part) for part in parts} <= set(get_args(models.UIMessagePart)) - {Unknown}
    assert isinstance(parts[0], models.StartPart)
    assert isinstance(parts[-1], models.FinishPart)


def test_without_the_header_the_events_are_those_of_the_document(client: Client) -> None:
    with client.chats.create_or_continue(messages=HELLO, model_id="m", stream=True) as stream:
        assert {type(event) for event in stream} == {models.CreateOrContinueChatEvent}
