"""Asks an HTTP server the same thing again and again over a few connections, and takes its time."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

CONNECTIONS = 8
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(slots=True)
class Load:
    """What came of it: statuses, seconds of each answer, CPU seconds of the server."""

    statuses: dict[int, int] = field(default_factory=dict)
    latencies: list[float] = field(default_factory=list)
    wall: float = 0.0
    cpu: float = 0.0

    @property
    def count(self) -> int:
        """How many requests were answered."""
        return sum(self.statuses.values())

    @property
    def per_second(self) -> float:
        """Requests per second."""
        return self.count / self.wall

    @property
    def microseconds(self) -> float:
        """CPU time of the server for each request."""
        return self.cpu / self.count * 1e6

    def quantile(self, share: float) -> float:
        """Return the milliseconds within which a share of the answers came."""
        ordered = sorted(self.latencies)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000

    def add(self, status: int, seconds: float) -> None:
        """Count an answer."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.latencies.append(seconds)

    def merge(self, other: Load) -> None:
        """Count what another round brought."""
        for status, number in other.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + number
        self.latencies += other.latencies
        self.wall += other.wall
        self.cpu += other.cpu


def request(method: str, path: str, body: bytes = b"") -> bytes:
    """Return a request as it goes over the wire."""
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Authorization: Bearer mock-token"]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection:
    """A connection that is kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Connection:
        """Connect to a port of this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def ask(self, message: bytes) -> tuple[int, bytes]:
        """Send a request and return status and body; the answer has to tell its length."""
        self._writer.write(message)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        at = head.find(b"content-length:")
        length = int(head[at + 15 : head.index(b"\r", at)]) if at >= 0 else 0
        return int(head[9:12]), await self._reader.readexactly(length)

    def close(self) -> None:
        """Close it."""
        self._writer.close()


async def load(port: int, pid: int, message: bytes, seconds: float) -> Load:
    """Ask for so many seconds over all connections at once."""
    found = Load()
    before, started = cpu_of(pid), time.perf_counter()

    async def ask() -> None:
        connection = await Connection.open(port)
        while (begun := time.perf_counter()) < started + seconds:
            status, _ = await connection.ask(message)
            found.add(status, time.perf_counter() - begun)
        connection.close()

    await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
    found.wall = time.perf_counter() - started
    found.cpu = cpu_of(pid) - before
    return found


def cpu_of(pid: int) -> float:
    """Return the CPU seconds of a process so far (proc(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def memory_of(pid: int) -> float:
    """Return the resident memory of a process in megabytes."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1024**2
