"""What the contract tests of all packages share: calls as data, and how they are made and recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

import httpx2
import pytest
from recording import Recorder

E = TypeVar("E", bound=Exception)
Ids = dict[str, Any]
Arguments = Callable[[Ids], tuple[tuple[Any, ...], dict[str, Any]]]


def call(*path: str, **keywords: Any) -> Arguments:
    """Describe a call; ``path`` and values that begin with ``@`` name records that exist."""

    def arguments(ids: Ids) -> tuple[tuple[Any, ...], dict[str, Any]]:
        return tuple(ids[name] for name in path), _replaced(keywords, ids)

    return arguments


def _replaced(value: Any, ids: Ids) -> Any:
    """Put the ids of records in place of their names, inside lists and dicts too."""
    if isinstance(value, dict):
        return {key: _replaced(item, ids) for key, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, ids) for item in value]
    return ids[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def cases(calls: dict[str, tuple[Arguments, ...]]) -> list[Any]:
    """Return a parameter set (name, arguments) for each way an operation is called."""
    return [
        pytest.param(name, arguments, id=f"{name}-{index}")
        for name, variants in calls.items()
        for index, arguments in enumerate(variants)
    ]


def documented_errors(manifest: dict[str, Any]) -> list[Any]:
    """Return a parameter set (name, status) for each documented error."""
    return [
        pytest.param(entry["call"], status, id=f"{entry['call']}-{status}")
        for entry in manifest["operations"]
        for status in entry["responses"]
        if status[0] in "45"
    ]


def find(client: Any, name: str) -> Callable[..., Any]:
    """Return the method of a client under a dotted name."""
    for part in name.split("."):
        client = getattr(client, part)
    found: Callable[..., Any] = client
    return found


def run_sync(mock: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recorder:
    """Call an operation and read all that it answers."""
    recorder = Recorder(mock.transport())
    with mock.client(http_client=httpx2.Client(transport=recorder)) as client:
        result = find(client, name)(*args, **kwargs)
        if kwargs.get("stream"):
            with result as stream:
                assert list(stream)
    return recorder


def run_async(mock: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recorder:
    """Call an operation asynchronously and read all that it answers."""
    recorder = Recorder(mock.async_transport())

    async def run() -> None:
        async with mock.async_client(http_client=httpx2.AsyncClient(transport=recorder)) as client:
            result = await find(client, name)(*args, **kwargs)
            if kwargs.get("stream"):
                async with result as stream:
                    assert [chunk async for chunk in stream]

    asyncio.run(run())
    return recorder


def provoke(
    mock: Any,
    name: str,
    status: int,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    expected: type[E],
) -> tuple[E, Recorder]:
    """Let an operation fail with ``status``; return what the client must raise and what went by."""
    mock.fail(name, status=status)
    recorder = Recorder(mock.transport())
    http_client = httpx2.Client(transport=recorder)
    with (
        mock.client(http_client=http_client, max_retries=0) as client,
        pytest.raises(expected) as raised,
    ):
        find(client, name)(*args, **kwargs)
    return raised.value, recorder
