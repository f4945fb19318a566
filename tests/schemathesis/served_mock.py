"""Serves the mock of a document over a socket, as its user would."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "mock-token"
_ADDRESS = re.compile(r"http://\S+")


@dataclass(frozen=True)
class Served:
    """A running mock; ``log`` is what it writes, for tracebacks."""

    url: str
    log: Path


@contextlib.contextmanager
def serve(document: Path, folder: Path) -> Iterator[Served]:
    """Generate the package of a document into a new ``folder`` and run its mock.

    Raises:
        RuntimeError: if nothing was generated, or the mock does not start.
    """
    command = ["generate", str(document), "--output", str(folder), "--package", "judged"]
    generator = [sys.executable, "-m", "generator"]
    done = subprocess.run([*generator, *command], check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"nothing was generated: {done.stderr}")
    log = folder / "mock.log"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "judged.mock", "--port", "0", "--token", TOKEN],
            env={**os.environ, "PYTHONPATH": str(folder)},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = _ADDRESS.search(line)
            if address is None:
                raise RuntimeError(f"the mock did not start: {log.read_text('utf-8')}")
            yield Served(address[0], log)
        finally:
            process.terminate()
            process.communicate()
