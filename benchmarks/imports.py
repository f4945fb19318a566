"""What does a generated package cost to import, beyond the libraries it rests on?"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from typing import TYPE_CHECKING

from . import documents
from .generation import twinspec
from .measure import PYTHON, Summary, run, scratch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PROCESSES = 20
_CANDIDATES = 40
_NAMES = ("openai", "github")
_PACKAGE = "generated_api"
# The imports of the client are paid for by the first statement, everything after it is the package's.
# The call is answered without a network; what it costs beyond a second one is the import of models.
_SCRIPT = """
import sys, time
import httpx2, pydantic
sys.path.insert(0, sys.argv[1])
now = time.process_time
content = sys.argv[3].encode()
answer = lambda request: httpx2.Response(
    200, content=content, headers={"content-type": "application/json"})
started = now()
import generated_api
imported = now()
generated_api.Client(base_url="https://localhost")
made = now()
import generated_api.models
models = now()
http = httpx2.Client(transport=httpx2.MockTransport(answer))
client = generated_api.Client(base_url="https://localhost", http_client=http)
before = now()
call = client
for name in sys.argv[2].split("."):
    call = getattr(call, name)
call()
called = now()
call()
again = now()
count = sum(name.startswith("generated_api.models.") for name in sys.modules)
print(imported - started, made - started, models - made, called - before, again - called, count)
"""


def measure(corpus: Path | None, summary: Summary) -> Iterator[str]:
    """Yield one table: the bundled example, and two large packages if the corpus has them."""
    headings = (
        "package|import|with `Client(...)`|then `.models`|first call|second call|models loaded|of"
    )
    lines = [
        "## import, beyond `import httpx2, pydantic`",
        "",
        f"CPU milliseconds, medians of {_PROCESSES} processes, modules compiled. The first call is to an",
        "operation that needs no argument; it imports the models that it touches.",
        "",
        f"| {headings.replace('|', ' | ')} |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    found = [documents.named(corpus, name) for name in _NAMES] if corpus else []
    for path in (documents.SMALL, *(one for one in found if one)):
        folder = scratch()
        if run(twinspec(path, folder)) is not None:
            name = "cuadra" if path is documents.SMALL else path.stem
            lines.append(_line(name, folder, summary))
    yield "\n".join([*lines, ""])


def _line(name: str, folder: Path, summary: Summary) -> str:
    arguments = _first_call(folder)
    if arguments is None:
        return f"| {name} | no operation can be called without arguments | | | | | | |"
    runs = [_figures(folder, *arguments) for _ in range(_PROCESSES)]
    figures = [statistics.median(part) for part in zip(*filter(None, runs), strict=True)]
    imported, made, models, called, again = (one * 1000 for one in figures[:5])
    total = sum(1 for _ in (folder / _PACKAGE / "models").glob("*.py")) - 1
    summary.add(f"{name}: `import package; Client()`", f"{made:.1f} ms", "<= 30 ms")
    summary.add(f"{name}: `import package.models`", f"{models:.1f} ms", "<= 30 ms")
    return (
        f"| {name} | {imported:.1f} | {made:.1f} | {models:.1f} | {called:.1f} ({arguments[0]}) "
        f"| {again:.2f} | {figures[5]:.0f} | {total:,} |"
    )


def _first_call(folder: Path) -> tuple[str, str] | None:
    """Find an operation that can be called with nothing, and an answer that it takes."""
    manifest = json.loads((folder / _PACKAGE / "manifest.json").read_bytes())
    calls = [
        one["call"]
        for one in manifest["operations"]
        if one["method"] == "GET" and "{" not in one["path"] and one["responses"].get("200")
    ]
    for call in calls[:_CANDIDATES]:
        for answer in ("{}", "[]"):
            if _figures(folder, call, answer) is not None:
                return call, answer
    return None


def _figures(folder: Path, call: str, answer: str) -> tuple[float, ...] | None:
    command = [PYTHON, "-c", _SCRIPT, str(folder), call, answer]
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return None if done.returncode else tuple(map(float, done.stdout.split()))
