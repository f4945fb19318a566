"""Fixtures for the client runtime: clients wired to a function instead of a network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin._runtime import Api, AsyncBaseClient, Bearer, Server, SyncClient

if TYPE_CHECKING:
    from twin._runtime.api import SecurityScheme

Handler = Callable[[httpx2.Request], httpx2.Response]

BACKENDS = ["asyncio", "trio"] if find_spec("trio") else ["asyncio"]


@pytest.fixture(params=BACKENDS)
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Clients:
    """Makes clients whose requests a handler answers, and keeps the requests."""

    def __init__(self) -> None:
        self.requests: list[httpx2.Request] = []

    @staticmethod
    def api(
        schemes: Mapping[str, SecurityScheme] | None = None,
        security: tuple[tuple[str, ...], ...] = (("bearer",),),
        **more: Any,
    ) -> Api:
        return Api(
            name="twin",
            title="Twin API",
            version="1.2.3",
            env_prefix="TWINTEST",
            servers=(Server("https://api.test/v1"),),
            schemes={"bearer": Bearer()} if schemes is None else schemes,
            security=security,
            **more,
        )

    def sync(self, handler: Handler, api: Api | None = None, **arguments: Any) -> SyncClient:
        def answer(request: httpx2.Request) -> httpx2.Response:
            request.read()
            self.requests.append(request)
            return handler(request)

        arguments.setdefault("credentials", {"bearer": "secret"})
        http = httpx2.Client(transport=httpx2.MockTransport(answer))
        return SyncClient(api or self.api(), http_client=http, **arguments)

    def asynchronous(
        self, handler: Handler, api: Api | None = None, **arguments: Any
    ) -> AsyncBaseClient:
        async def answer(request: httpx2.Request) -> httpx2.Response:
            await request.aread()
            self.requests.append(request)
            return handler(request)

        arguments.setdefault("credentials", {"bearer": "secret"})
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
        return AsyncBaseClient(api or self.api(), http_client=http, **arguments)

    @property
    def last(self) -> httpx2.Request:
        return self.requests[-1]


@pytest.fixture
def clients() -> Clients:
    return Clients()


@pytest.fixture
def delays(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that clients would have slept; nothing sleeps."""
    slept: list[float] = []

    async def record(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("twin._runtime.client.sleep", slept.append)
    monkeypatch.setattr("anyio.sleep", record)
    return slept
