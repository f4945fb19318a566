"""A signal that comes while the server starts ends it in order, as any later one does."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from twin.mock._runtime import server
from twin.mock._runtime.plain_http import PlainHTTP

if TYPE_CHECKING:
    import socket


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_before_the_server_listens_to_signals(
    cuadra: Any, monkeypatch: pytest.MonkeyPatch, kind: signal.Signals
) -> None:
    served: list[uvicorn.Server] = []

    def run(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        serving = self.serve(sockets)
        signal.raise_signal(kind)
        asyncio.run(serving)
        served.append(self)

    monkeypatch.setattr(uvicorn.Server, "run", run)
    monkeypatch.setattr(server, "_protocol", lambda operations: PlainHTTP)
    before = signal.getsignal(kind)
    assert server.main(cuadra.mock, ["--port", "0"]) == 0
    assert [one.should_exit for one in served] == [True]
    assert signal.getsignal(kind) is before
