"""Reads what remains of a stream after its terminator, so that the connection can be used again.

Over HTTP/1.1 a connection can only be used again once the body has been read to its end, which after
a terminator is at hand, unless the server keeps the body open: hence the limit.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

_LONGEST = 0.25  # seconds; a new connection costs less than waiting longer


class _Cutter:
    """Shuts a connection down, and with it the read that waits for it, unless that ends in time."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._lock = Lock()
        self._over = False
        self._timer = Timer(_LONGEST, self._cut)
        self._timer.daemon = True

    def _cut(self) -> None:
        with self._lock:
            if not self._over:
                with suppress(OSError):
                    self._connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        with self._lock:  # from here on the connection may serve another request
            self._over = True
        self._timer.cancel()


def drain(response: httpx2.Response, chunks: Iterator[bytes]) -> None:
    """Reads the rest of a body, if that takes no time."""
    connection = _connection(response)
    if isinstance(connection, socket.socket):
        with suppress(httpx2.TransportError), _Cutter(connection):
            for _ in chunks:
                pass


async def adrain(response: httpx2.Response, chunks: AsyncIterator[bytes]) -> None:
    """Reads the rest of a body, if that takes no time."""
    if _connection(response) is not None:
        import anyio

        with suppress(httpx2.TransportError), anyio.move_on_after(_LONGEST):
            async for _ in chunks:
                pass


def _connection(response: httpx2.Response) -> object:
    """Returns the socket of an HTTP/1.1 response; other versions can leave a body unread."""
    stream = response.extensions.get("network_stream")
    if stream is None or response.http_version != "HTTP/1.1":
        return None
    return stream.get_extra_info("socket")
