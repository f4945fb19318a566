"""How long does it take to generate a package, from a cold process into an empty folder?"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import PYTHON, ROOT, Row, Usage, median, run, size_of, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PEERS = ROOT / ".bench" / "bin"  # made by `make bench-setup`
_SUFFIXES = {".json", ".yaml", ".yml"}
_SMALL = ROOT / "specs" / "cuadra" / "openapi.json"


def measure(corpus: Path | None, times: int, documents: int) -> Iterator[str]:
    """Yield a table for the small document, and for the largest ones of a folder."""
    yield _compare(_SMALL, times)
    if corpus is not None:
        found = [path for path in corpus.iterdir() if path.suffix in _SUFFIXES]
        largest = sorted(found, key=lambda path: path.stat().st_size, reverse=True)
        for path in largest[:documents]:
            yield _compare(path, times)


def _compare(document: Path, times: int) -> str:
    rows = [
        _row("twinspec", lambda out: twinspec(document, out), times),
        _row("twinspec, again, unchanged", lambda out: twinspec(document, out), times, again=True),
    ]
    for name, command in _peers(document).items():
        rows.append(_row(name, command, 1 if document.stat().st_size > 1_000_000 else times))
    return table(f"generate {document.name} ({document.stat().st_size / 1e6:.1f} MB)", rows)


def twinspec(document: Path, out: Path) -> list[str]:
    """Return the command that generates everything from a document."""
    return [
        *(PYTHON, "-m", "generator", "generate", str(document), "--quiet"),
        *("-o", str(out), "--package", "generated_api"),
    ]


def _peers(document: Path) -> dict[str, Callable[[Path], list[str]]]:
    """Return the commands of other generators that are installed."""
    client = _PEERS / "openapi-python-client"
    models = _PEERS / "datamodel-codegen"
    commands: dict[str, Callable[[Path], list[str]]] = {}
    if client.exists():
        commands["openapi-python-client (client)"] = lambda out: [
            *(str(client), "generate", "--path", str(document), "--output-path", str(out / "sdk")),
        ]
    if models.exists():
        commands["datamodel-code-generator (models)"] = lambda out: [
            *(str(models), "--input", str(document), "--input-file-type", "openapi"),
            *("--output", str(out / "models.py")),
            *("--output-model-type", "pydantic_v2.BaseModel"),
        ]
    return commands


def _row(
    name: str, command: Callable[[Path], list[str]], times: int, *, again: bool = False
) -> Row:
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:

        def once(number: int) -> Usage | None:
            # A new folder each time: some file systems are slow right after a deletion.
            out = Path(scratch) / ("same" if again else str(number))
            out.mkdir(exist_ok=True)
            return run(command(out))

        usage = median(once, times)
        return Row(name, usage, *size_of(Path(scratch) / ("same" if again else "0")))
