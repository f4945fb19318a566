"""A server over real sockets that fails as it is told: step by step, byte by byte."""

from __future__ import annotations

import socket
import struct
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass
class Step:
    """One answer: pieces that are sent with pauses between them, and what happens then."""

    pieces: tuple[bytes, ...]
    then: str = "keep"  # the connection; or "close", "reset" or "hang"
    pause: float = 0.0


@dataclass
class FaultServer:
    """Answers request after request with its steps, whatever connection they come on."""

    steps: list[Step]
    requests: list[bytes] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._lock = Lock()
        self._over = Event()
        self._threads: list[Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._start(self._accept)

    def _start(self, target: Callable[..., None], *arguments: Any) -> None:
        thread = Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._over.is_set():
                connection.close()
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            while (request := _read_request(connection)) is not None:
                with self._lock:
                    self.requests.append(request)
                    step = self.steps.pop(0)
                if not self._answer(connection, step):
                    return

    def _answer(self, connection: socket.socket, step: Step) -> bool:
        try:
            for piece in step.pieces:
                connection.sendall(piece)
                if step.pause:
                    self._over.wait(step.pause)
        except OSError:
            return False  # the client hung up, as it may
        if step.then == "hang":
            self._over.wait(5)
        if step.then == "reset":
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        return step.then == "keep"

    def close(self) -> None:
        self._over.set()
        with socket.create_connection(self._listener.getsockname()):
            pass  # ends the thread that accepts
        for thread in self._threads:
            thread.join(5)
            assert not thread.is_alive()
        self._listener.close()

    def header(self, index: int, name: str) -> str | None:
        lines = self.requests[index].partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
        headers = dict(line.split(": ", 1) for line in lines)
        return {key.lower(): value for key, value in headers.items()}.get(name)

    def body(self, index: int) -> bytes:
        return self.requests[index].partition(b"\r\n\r\n")[2]


def _read_request(connection: socket.socket) -> bytes | None:
    data = b""
    while b"\r\n\r\n" not in data:
        try:
            more = connection.recv(65_536)
        except OSError:
            return None
        if not more:
            return None
        data += more
    head = data.partition(b"\r\n\r\n")[0].lower()
    length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
    while len(data) < len(head) + 4 + int(length or 0):
        data += connection.recv(65_536)
    return data


@contextmanager
def serving(*steps: Step) -> Iterator[FaultServer]:
    server = FaultServer(list(steps))
    try:
        yield server
        assert server.steps == [], "not every answer was asked for"
    finally:
        server.close()


def reply(
    body: bytes = b'{"a":1}', status: str = "200 OK", *, then: str = "keep", **headers: str
) -> Step:
    lines = {"content-type": "application/json", "content-length": str(len(body))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return Step((f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body,), then)


def chunked(*pieces: bytes, end: bool = True, then: str = "keep") -> Step:
    head = (
        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    )
    chunks = tuple(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return Step((head, *chunks, *([b"0\r\n\r\n"] if end else [])), then)
