"""Starts the servers that are measured: our mocks, and Prism from `.bench/`."""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .measure import PYTHON, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PRISM = ROOT / ".bench" / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that listens; ``seconds`` is what it took until it did."""

    port: int
    pid: int
    seconds: float


@contextlib.contextmanager
def mock(folder: Path, package: str, options: Sequence[str] = ()) -> Iterator[Server]:
    """Serve the mock of a generated package."""
    command = [PYTHON, "-m", f"{package}.mock", "--port", "0", *options]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            lines = iter(process.stdout or ())
            found = next(match for line in lines if (match := re.search(r"http://\S+:(\d+)", line)))
            yield Server(int(found[1]), process.pid, time.perf_counter() - started)
        finally:
            process.terminate()


@contextlib.contextmanager
def prism(document: Path) -> Iterator[Server]:
    """Serve Prism's mock of a document, with its log off."""
    node = shutil.which("node") or "node"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [node, str(PRISM), "mock", "-h", "127.0.0.1", "-p", str(port), "-v", "silent"]
    started = time.perf_counter()
    with subprocess.Popen([*command, str(document)], stdout=subprocess.DEVNULL) as process:
        try:
            while time.perf_counter() < started + _PATIENCE:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.01)
            yield Server(port, process.pid, time.perf_counter() - started)
        finally:
            process.terminate()


def missing() -> str:
    """Return why Prism is not measured; nothing if it can be."""
    if shutil.which("node") is None:
        return "Prism is not measured: there is no Node.js."
    if not PRISM.exists():
        return "Prism is not measured: `make bench-setup` installs it (with npm)."
    return "" if sys.platform == "linux" else "CPU time is read from /proc: Linux only."
