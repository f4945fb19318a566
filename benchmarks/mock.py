"""``make bench-mock``: how fast is the mock, beside Prism, at start, and in process?"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from .generation import twinspec
from .measure import PYTHON, ROOT, run
from .mock_load import Connection, Load, load, memory_of, request
from .mock_servers import missing, mock, prism

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from .mock_servers import Server

_DOCUMENT = ROOT / "specs" / "cuadra" / "openapi.json"
_BODY = json.dumps({"name": "Docs", "description": "All there is to know."}).encode()
_ROUNDS = 3
_RESULTS = ROOT / "benchmarks" / "mock.md"
_TITLE = """\
# The mock, measured

Made by `make bench-mock`. `ratio` is how many times less CPU a request takes than with Prism.
"""
# The same call through httpx2 in all cases. The bare transport answers with a finished response, the bare
# ASGI application with finished bytes: what a mock in process can cost at least, without and with ASGI.
_IN_PROCESS = """
import asyncio, statistics, time
import httpx2
from {package}.mock import Mock

def timed(http):
    times = []
    for _ in range(30):
        started = time.process_time()
        for _ in range(100):
            http.get("/v1/datasets/" + key)
        times.append((time.process_time() - started) * 1e4)
    return statistics.median(times)

mock = Mock()
headers = {{"authorization": "Bearer mock-token"}}
own = httpx2.Client(transport=mock.transport(), base_url="http://mock", headers=headers)
key = own.post("/v1/datasets", json={{"name": "Docs"}}).json()["id"]
told = own.get("/v1/datasets/" + key)
answer = lambda request: httpx2.Response(200, headers=told.headers, content=told.content)
bare = httpx2.Client(transport=httpx2.MockTransport(answer), base_url="http://mock", headers=headers)
async def app(scope, receive, send):
    head = [(name.encode(), value.encode()) for name, value in told.headers.items()]
    await send({{"type": "http.response.start", "status": 200, "headers": head}})
    await send({{"type": "http.response.body", "body": told.content}})

async def timed_asgi(app):
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://mock", headers=headers) as http:
        times = []
        for _ in range(30):
            started = time.process_time()
            for _ in range(100):
                await http.get("/v1/datasets/" + key)
            times.append((time.process_time() - started) * 1e4)
    return statistics.median(times)

timed(own), timed(bare)
print(timed(bare), timed(own), asyncio.run(timed_asgi(app)), asyncio.run(timed_asgi(mock.app)))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mock", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="of each round (default: 3)")
    parser.add_argument("--write", action="store_true", help=f"write {_RESULTS.name} too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-mock-") as name:
        folder = Path(name)
        if run([*twinspec(_DOCUMENT, folder / "cuadra"), "--package", "cuadra"]) is None:
            sys.exit(1)
        parts = (
            _in_process(folder / "cuadra"),
            _started(folder),
            _served(folder, options.seconds),
        )
        lines: list[str] = []
        for line in chain.from_iterable(parts):
            print(line, flush=True)
            lines.append(line)
    if options.write:
        _RESULTS.write_text("\n".join([_TITLE, *lines]), encoding="utf-8")


def _served(folder: Path, seconds: float) -> Iterator[str]:
    """Measure all servers in turn, several times over: neighbours disturb them alike."""
    package = folder / "cuadra"
    servers: dict[str, Callable[[], AbstractContextManager[Server]]] = {}
    if not (told := missing()):
        servers["Prism"] = lambda: prism(_DOCUMENT)
    servers["mock"] = lambda: mock(package, "cuadra")
    servers["mock --state"] = lambda: mock(package, "cuadra", _state(folder))
    found = {name: (Load(), Load(), [0.0]) for name in servers}
    with contextlib.ExitStack() as stack:
        running = {name: stack.enter_context(make()) for name, make in servers.items()}
        for _ in range(_ROUNDS):
            for name, server in running.items():
                asyncio.run(_round(server, seconds, *found[name]))
    yield "## serving\n"
    yield f"{told}\n" if told else "CPU is that of the server for each request, in microseconds.\n"
    yield "| | GET/s | CPU | p99 ms | ratio | POST/s | CPU | p99 ms | ratio | MB |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    first = next(iter(found.values()))
    for name, (reads, writes, memory) in found.items():
        cells = [
            cell
            for one, base in ((reads, first[0]), (writes, first[1]))
            for cell in (
                f"{one.per_second:,.0f}",
                f"{one.microseconds:.0f}",
                f"{one.quantile(0.99):.1f}",
                f"{base.microseconds / one.microseconds:.1f}",
            )
        ]
        yield f"| {name} | {' | '.join(cells)} | {memory[0]:.0f} |"
    yield ""


def _state(folder: Path) -> list[str]:
    return ["--state", str(folder / f"state-{time.monotonic_ns()}.db")]


async def _round(
    server: Server, seconds: float, reads: Load, writes: Load, memory: list[float]
) -> None:
    connection = await Connection.open(server.port)
    status, body = await connection.ask(request("POST", "/v1/datasets", _BODY))
    connection.close()
    if status != 201:
        raise RuntimeError(f"POST was answered with {status}: {body!r}")
    path = f"/v1/datasets/{json.loads(body)['id']}"
    for found, message in (
        (reads, request("GET", path)),
        (writes, request("POST", "/v1/datasets", _BODY)),
    ):
        found.merge(await load(server.port, server.pid, message, seconds))
        if any(status >= 300 for status in found.statuses):
            raise RuntimeError(f"not all were answered well: {found.statuses}")
    memory[0] = max(memory[0], memory_of(server.pid))


def _started(folder: Path) -> Iterator[str]:
    """Start the mock of the largest document of CORPUS_DIR several times."""
    yield "## start\n"
    corpus = os.environ.get("CORPUS_DIR")
    if not corpus:
        yield "Set CORPUS_DIR to measure a large document.\n"
        return
    found = [path for path in Path(corpus).rglob("*") if path.suffix in (".json", ".yaml")]
    document = max(found, key=lambda path: path.stat().st_size)
    if run([*twinspec(document, folder / "large"), "--package", "large"]) is None:
        return
    walls, memories = [], []
    for _ in range(_ROUNDS + 1):  # the first one compiles
        with mock(folder / "large", "large") as server:
            walls.append(server.seconds)
            memories.append(memory_of(server.pid))
    size, wall = document.stat().st_size / 1e6, statistics.median(walls[1:])
    memory = statistics.median(memories[1:])
    yield f"{document.name}, {size:.1f} MB: listens after {wall:.2f} s, {memory:.0f} MB.\n"


def _in_process(package: Path) -> Iterator[str]:
    script = _IN_PROCESS.format(package="cuadra")
    done = subprocess.run(
        [PYTHON, "-c", script], cwd=package, capture_output=True, text=True, check=True
    )
    bare, own, bare_asgi, own_asgi = map(float, done.stdout.split())
    yield "## in process\n"
    yield "GET through httpx2, microseconds of CPU.\n"
    yield "| | bare | mock | ratio |\n|---|---:|---:|---:|"
    yield f"| transport | {bare:.0f} | {own:.0f} | {own / bare:.2f} |"
    yield f"| ASGI | {bare_asgi:.0f} | {own_asgi:.0f} | {own_asgi / bare_asgi:.2f} |"
    yield f"\nThe mock's transport takes {own / bare_asgi:.2f} times as long as a bare ASGI application.\n"


if __name__ == "__main__":
    main()
