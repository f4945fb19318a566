"""What do a call and an event cost, beyond the transport, in ours and in other clients of one API?"""

from __future__ import annotations

import subprocess
from importlib.metadata import version
from typing import TYPE_CHECKING

from .client_peers import OURS, THEIRS
from .generation import twinspec
from .measure import ROOT, run, scratch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PYTHON = ROOT / ".bench" / "bin" / "python"
_NAMES = {
    "httpx2": "httpx2 alone",
    OURS: "this project's client",
    "openai": "openai",
    "httpx": "httpx alone",
    THEIRS: "openapi-python-client's",
}
_LIBRARIES = {"httpx2": "httpx2", "openai": "openai", "httpx": "httpx", THEIRS: "httpx"}
_EXPLAINED = (
    "CPU microseconds against a `MockTransport`, best of 7 rounds of 500; *own* is what comes on top"
    " of the transport (and `json.loads`), *ratio* its relation to ours."
)
_EVENTS_EXPLAINED = (
    "Chunks of a chat completion per CPU second, typed but for the rows of the transport, which end with"
    " `json.loads`: *as declared*, and *as sent*, with the `null` that OpenAI's description of 3.1 allows by"
    " `nullable` only, a keyword of 3.0."
)
_EVENTS = 50_000
_MANY_EVENTS = 1_000_000


def measure(corpus: Path | None) -> Iterator[str]:
    """Yield the tables, or why there are none: the peers are those of ``openai.json``."""
    document = corpus / "openai.json" if corpus is not None else None
    if document is None or not document.is_file():
        yield "client: needs openai.json, OpenAI's own description, in CORPUS_DIR\n"
        return
    if not _PYTHON.is_file():
        yield "client: needs the other clients, `make bench-setup`\n"
        return
    folder = scratch()
    missing = [THEIRS] if _generate(document, folder) is None else []
    missing += [
        peer
        for peer, library in _LIBRARIES.items()
        if _asked("-c", f"import {library}") is None and peer not in missing
    ]
    peers = [peer for peer in _NAMES if peer not in missing]
    yield _calls(peers, folder)
    yield _events(peers, folder)
    for peer in missing:
        yield f"{_NAMES[peer]}: skipped, it is not installed or failed\n"


def _generate(document: Path, folder: Path) -> object:
    """Make the packages; return ``None`` if the other generator is missing or fails."""
    if run([*twinspec(document, folder), "--package", OURS]) is None:
        raise SystemExit("the client could not be generated")
    target = folder / THEIRS
    program = _PYTHON.parent / "openapi-python-client"
    if not program.is_file():
        return None
    return run(
        [
            *(str(program), "generate", "--path", str(document)),
            *("--output-path", str(target), "--meta", "none"),
        ]
    )


def _calls(peers: list[str], folder: Path) -> str:
    lines = [
        "## a JSON call",
        "",
        _EXPLAINED,
        "",
        "| | one model | own | ratio | 100 models | own | ratio |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    found = {
        (peer, body): _figure("benchmarks.client_json", peer, str(folder), body)
        for peer in peers
        for body in ("one", "list")
    }
    for peer in peers:
        cells = []
        for body in ("one", "list"):
            took = found[peer, body]
            base = found.get((_base(peer), body))
            ours = _difference(found.get((OURS, body)), found.get(("httpx2", body)))
            own = _difference(took, base) if peer not in {"httpx", "httpx2"} else None
            ratio = own / ours if own is not None and ours else None
            cells += [_shown(took, 0), _shown(own, 0), _shown(ratio, 1)]
        lines.append(f"| {_title(peer)} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _base(peer: str) -> str:
    return "httpx" if peer in {"httpx", THEIRS} else "httpx2"


def _events(peers: list[str], folder: Path) -> str:
    lines = ["## server-sent events", "", _EVENTS_EXPLAINED, ""]
    lines += [
        "| | events | a second | ratio | memory grows by |",
        "|---|---:|---:|---:|---:|",
    ]
    rows = [
        (peer, _EVENTS, kind)
        for kind in ("declared", "sent")
        for peer in ("httpx2", OURS, "openai")
        if peer in peers
    ]
    ours: dict[str, float] = {}
    found = []
    for peer, count, kind in (*rows, (OURS, _MANY_EVENTS, "declared")):
        answer = _asked("-m", "benchmarks.client_events", peer, str(folder), str(count), kind)
        rate, grown = map(float, answer.split()) if answer else (None, None)
        found.append((peer, count, kind, rate, grown))
        if peer == OURS and rate:
            ours.setdefault(kind, rate)
    for peer, count, kind, rate, grown in found:
        ratio = rate / ours[kind] if rate and kind in ours else None
        cells = [f"{count:,}", _shown(rate, 0), _shown(ratio, 2), f"{_shown(grown, 1)} MB"]
        lines.append(f"| {_title(peer)}, as {kind} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _title(peer: str) -> str:
    if peer == OURS:
        return f"{_NAMES[peer]} ({version('twinspec')})"
    package = "openapi-python-client" if peer == THEIRS else peer
    found = _asked("-c", f"import importlib.metadata as m; print(m.version({package!r}))")
    return f"{_NAMES[peer]} {(found or '').strip()}".strip()


def _figure(module: str, *arguments: str) -> float | None:
    answer = _asked("-m", module, *arguments)
    return float(answer) if answer is not None else None


def _asked(*arguments: str) -> str | None:
    """Run the Python of the peers, which runs ours too; return what it prints, ``None`` if it fails."""
    command = [str(_PYTHON), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        print(f"failed: {' '.join(arguments[:4])}: {''.join(last)}")
        return None
    return done.stdout


def _difference(one: float | None, other: float | None) -> float | None:
    return one - other if one is not None and other is not None else None


def _shown(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:,.{digits}f}"
