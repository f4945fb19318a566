"""Response headers in their declared types."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import httpx2
import pytest
from twin._runtime import (
    AsyncResource,
    DecodeError,
    Operation,
    Resource,
    async_raw,
    async_streamed,
    raw,
    streamed,
)
from twin._runtime.models import DateTime, Number
from twin._runtime.typed_headers import TypedHeaders

DECLARED: Any = {
    "200": {
        "X-Total": lambda: int,
        "X-Price": lambda: Number,
        "X-Cached": lambda: bool,
        "X-Until": lambda: DateTime,
        "X-Ids": lambda: list[int],
        "X-Tags": lambda: list[str],
    },
    "2XX": {"X-Total": lambda: list[int]},
    "default": {"X-Total": lambda: bool},
}
SENT = {"X-Total": "17", "X-Other": "17"}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x-total", "17", 17),
        ("x-total", "many", "many"),
        ("x-total", "", ""),
        ("x-price", "1.50", 1.5),
        ("x-price", "NaN", "NaN"),
        ("x-cached", "true", True),
        ("x-until", "2026-01-02T03:04:05Z", datetime.fromisoformat("2026-01-02T03:04:05Z")),
        ("x-ids", "1, 2,3", [1, 2, 3]),
        ("x-ids", "1", [1]),
        ("x-tags", "a, 2", ["a", "2"]),
        ("x-tags", "", []),
        ("x-undeclared", "17", "17"),
    ],
)
def test_declared_types(name: str, text: str, expected: object) -> None:
    headers = TypedHeaders(httpx2.Headers({name: text}), DECLARED, 200)
    assert headers[name.upper()] == expected
    assert type(headers[name]) is type(expected)


@pytest.mark.parametrize(("status", "expected"), [(200, 17), (201, [17]), (404, "17")])
def test_types_are_those_of_the_status(status: int, expected: object) -> None:
    assert TypedHeaders(httpx2.Headers(SENT), DECLARED, status)["x-total"] == expected


def test_headers_are_a_mapping() -> None:
    headers = TypedHeaders(httpx2.Headers(SENT), DECLARED, 200)
    assert dict(headers) == {"x-total": 17, "x-other": "17"}
    assert "X-TOTAL" in headers
    assert headers.get("x-none") is None
    assert "17" not in repr(headers)


def test_types_that_the_caller_says() -> None:
    headers = TypedHeaders(httpx2.Headers(SENT), None, 200)
    assert headers.get_as("x-total", int) == 17
    assert headers.get_as("x-none", int) is None
    with pytest.raises(DecodeError, match="x-total"):
        headers.get_as("x-total", bool)


GET: Operation[str] = Operation(
    "GET", "/x", {"200": {"text/plain": lambda: str}}, headers={"200": {"X-Total": lambda: int}}
)


class Things(Resource):
    def get(self) -> str:
        return self._call(GET)


class AsyncThings(AsyncResource):
    async def get(self) -> str:
        return await self._call(GET)


def respond(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, text="x", headers=SENT)


def test_raw_and_streamed_responses_have_them(clients: Any) -> None:
    things = Things(clients.sync(respond))
    assert raw(things.get)().typed_headers["x-total"] == 17
    with streamed(things.get)() as response:
        assert response.typed_headers["x-total"] == 17


@pytest.mark.anyio
async def test_async_responses_have_them(clients: Any) -> None:
    things = AsyncThings(clients.asynchronous(respond))
    assert (await async_raw(things.get)()).typed_headers["x-total"] == 17
    async with async_streamed(things.get)() as response:
        assert response.typed_headers["x-total"] == 17
