"""Calls a server that fails with each kind of client, and watches the connections."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
from twin._runtime import Api, AsyncBaseClient, EventOperation, Operation, SyncClient
from twin._runtime.request import Arguments

if TYPE_CHECKING:
    from fault_server import FaultServer

GET: Operation[Any] = Operation("GET", "/x", {"200": {"application/json": lambda: dict}})
NO_ARGUMENTS = Arguments()
MODES = ["sync", "asyncio", *(["trio"] if find_spec("trio") else [])]


@dataclass
class Caller:
    """Calls a server with one of the clients; sees to it that no connection stays in use."""

    mode: str

    def __call__(
        self,
        server: FaultServer,
        operation: Operation[Any] = GET,
        *,
        times: int = 1,
        arguments: Arguments = NO_ARGUMENTS,
        api: Api | None = None,
        **client: Any,
    ) -> Any:
        settings = {"base_url": server.url} | client
        api = api or Api("x", "X", "1", "X_TEST")
        if self.mode == "sync":
            return self._sync(api, settings, operation, arguments, times)
        return anyio.run(self._async, api, settings, operation, arguments, times, backend=self.mode)

    def _sync(
        self, api: Api, settings: Any, operation: Any, arguments: Arguments, times: int
    ) -> Any:
        with httpx2.Client(verify=False) as http:
            one = SyncClient(api, http_client=http, **settings)
            try:
                for _ in range(times):
                    if isinstance(operation, EventOperation):
                        with one.stream(operation, arguments) as stream:
                            result: Any = list(stream)
                    else:
                        result = one.call(operation, arguments)
                return result
            finally:
                _all_idle(one)

    async def _async(
        self, api: Api, settings: Any, operation: Any, arguments: Arguments, times: int
    ) -> Any:
        async with httpx2.AsyncClient(verify=False) as http:
            one = AsyncBaseClient(api, http_client=http, **settings)
            try:
                for _ in range(times):
                    if isinstance(operation, EventOperation):
                        async with await one.stream(operation, arguments) as stream:
                            result: Any = [chunk async for chunk in stream]
                    else:
                        result = await one.call(operation, arguments)
                return result
            finally:
                _all_idle(one)


def _all_idle(client: Any) -> None:
    for connection in client._pool.http._transport._pool.connections:
        assert connection.is_idle() or connection.is_closed()
