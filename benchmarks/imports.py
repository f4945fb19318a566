"""What does a generated package cost to import, beyond the libraries it rests on?"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .generation import twinspec
from .measure import PYTHON, ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROCESSES = 20
_DOCUMENTS = {".json", ".yaml", ".yml"}
# The imports of the client are paid for by the first statement, everything after it is the package's.
_SCRIPT = """
import sys, time
import httpx2, pydantic
sys.path.insert(0, sys.argv[1])
started = time.process_time()
import {package}
imported = time.process_time()
{package}.Client({arguments})
print(imported - started, time.process_time() - started)
"""


def measure(corpus: Path | None, documents: int) -> Iterator[str]:
    """Yield one table: the bundled example, and packages of the largest documents of a folder."""
    lines = [
        "## import, beyond `import httpx2, pydantic`",
        "",
        f"CPU milliseconds, median of {_PROCESSES} processes.",
        "",
        "| package | import | with `Client(...)` |",
        "|---|---:|---:|",
    ]
    lines.append(_line("cuadra", ROOT / "generated" / "cuadra", "cuadra"))
    found = corpus.iterdir() if corpus is not None else ()
    paths = [path for path in found if path.suffix in _DOCUMENTS]
    for path in sorted(paths, key=lambda path: path.stat().st_size, reverse=True)[:documents]:
        with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
            if run(twinspec(path, Path(scratch))) is not None:
                lines.append(_line(path.stem, Path(scratch), "generated_api"))
    yield "\n".join([*lines, ""])


def _line(name: str, folder: Path, package: str) -> str:
    arguments = 'base_url="https://localhost"'
    script = _SCRIPT.format(package=package, arguments=arguments)
    command = [PYTHON, "-c", script, str(folder)]
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        for _ in range(_PROCESSES + 1)
    ]
    times = [tuple(map(float, one.stdout.split())) for one in runs[1:]]  # the first one compiles
    imported, made = (statistics.median(part) * 1000 for part in zip(*times, strict=True))
    return f"| {name} | {imported:.1f} | {made:.1f} |"
