"""``make soak-mock``: requests for hours on end; is memory flat, does anything fail, how slow is the slowest?"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from .generation import twinspec
from .measure import ROOT, run
from .mock_load import Connection, Load, cpu_of, memory_of, request
from .mock_servers import mock

_DOCUMENT = ROOT / "specs" / "cuadra" / "openapi.json"
_BODY = json.dumps({"name": "Docs", "description": "All there is to know."}).encode()
_CONNECTIONS = 4
_KEPT = 50  # records that each connection keeps before it deletes the oldest
_PARTS = 20  # lines of the report


def main() -> None:
    """Ask, and print what became of it; the exit code says whether all was well."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mock_soak", description=__doc__)
    parser.add_argument(
        "--requests", type=int, default=1_000_000, help="how many (default: a million)"
    )
    parser.add_argument("--minutes", type=float, help="stop after so long, whatever was done")
    parser.add_argument("--state", action="store_true", help="with the state in a file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-mock-") as name:
        folder = Path(name)
        if run([*twinspec(_DOCUMENT, folder / "out"), "--package", "cuadra"]) is None:
            sys.exit(1)
        state = ["--state", str(folder / "state.db")] if options.state else []
        with mock(folder / "out", "cuadra", state) as server:
            minutes = options.minutes or float("inf")
            found, memory = asyncio.run(
                _soak(server.port, server.pid, options.requests, minutes * 60)
            )
    failures = {status: number for status, number in found.statuses.items() if status >= 400}
    errors = sum(number for status, number in failures.items() if status >= 500)
    quarter = memory[len(memory) // 4]  # caches and the journal are full by then
    print(
        f"{found.count:,} requests, {found.per_second:,.0f}/s, {found.microseconds:.0f} us of CPU"
    )
    print(f"p50 {found.quantile(0.5):.2f} ms, p99 {found.quantile(0.99):.2f} ms")
    print(
        f"memory {memory[0]:.0f} MB at the start, {quarter:.0f} MB after a quarter,"
        f" {memory[len(memory) // 2]:.0f} MB in the middle, {memory[-1]:.0f} MB at the end"
    )
    print(f"{errors} answers of 500 and above; failed: {failures or 'none'}")
    sys.exit(1 if failures or memory[-1] > quarter * 1.1 + 2 else 0)


async def _soak(port: int, pid: int, requests: int, seconds: float) -> tuple[Load, list[float]]:
    found, memory = Load(), [memory_of(pid)]
    before, started = cpu_of(pid), time.perf_counter()

    async def ask() -> None:
        connection = await Connection.open(port)
        kept: list[str] = []
        while found.count < requests and time.perf_counter() < started + seconds:
            status, body = await _timed(connection, found, "POST", "/v1/datasets", _BODY)
            if status == 201:
                kept.append(f"/v1/datasets/{json.loads(body)['id']}")
                await _timed(connection, found, "GET", kept[-1])
            if len(kept) > _KEPT:
                await _timed(connection, found, "DELETE", kept.pop(0))
            if found.count // (requests // _PARTS + 1) >= len(memory):
                memory.append(memory_of(pid))
                print(f"{found.count:>10,} requests: {memory[-1]:.0f} MB", flush=True)
        connection.close()

    await asyncio.gather(*(ask() for _ in range(_CONNECTIONS)))
    found.wall, found.cpu = time.perf_counter() - started, cpu_of(pid) - before
    memory.append(memory_of(pid))
    return found, memory


async def _timed(
    connection: Connection, found: Load, method: str, path: str, body: bytes = b""
) -> tuple[int, bytes]:
    begun = time.perf_counter()
    status, answer = await connection.ask(request(method, path, body))
    found.add(status, time.perf_counter() - begun)
    return status, answer


if __name__ == "__main__":
    main()
