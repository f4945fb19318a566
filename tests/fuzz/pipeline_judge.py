"""What may come of any text at all: output that compiles, or an error that names the place."""

from __future__ import annotations

import json
import signal
import traceback
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from mutations import damaged, mutated, text_of

from generator import Config, DiagnosticError, generate

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONFIG = Config(package="fuzzed", formatter="none")
_SECONDS = 20


class TookTooLongError(Exception):
    """A document of a few kilobytes kept the pipeline busy for too long."""


def sources(*roots: Path, largest: int) -> list[Path]:
    """Return the documents to change: those below some folders, up to a size."""
    found = {
        path
        for root in roots
        for path in (root.rglob("*") if root.is_dir() else [root])
        if path.suffix in {".json", ".yaml", ".yml"}
        and "expected" not in path.parts
        and path.stat().st_size <= largest
    }
    return sorted(found)


def read(path: Path) -> dict[str, Any]:
    """Return a document as data; PyYAML reads JSON too."""
    text = path.read_text(encoding="utf-8-sig")
    data = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    plain = _plain(data)
    return plain if isinstance(plain, dict) else {}


def _plain(node: Any) -> Any:
    """Return JSON data: YAML has keys and values of other types, and nodes in two places."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return node if node is None or isinstance(node, bool | int | float) else str(node)


def changed_text(path: Path, document: dict[str, Any], seed: int) -> str:
    """Return the text of the mutation with this seed; every tenth is damaged as text."""
    if seed % 10 == 9:
        return damaged(path.read_text(encoding="utf-8"), seed)
    return text_of(mutated(document, seed))


def fault(text: str, place: Path, *, limit: bool = False) -> str:
    """Return what is wrong with how the pipeline took a text; ``place`` is a file to write it to."""
    place.write_text(text, encoding="utf-8", errors="replace")
    try:
        with _limited(_SECONDS if limit else 0), warnings.catch_warnings():
            warnings.simplefilter("error")
            result = generate(place, _CONFIG)
            for file in result.files:
                if "_runtime/" in file.path:
                    continue
                if file.path.endswith(".py"):
                    compile(file.text, file.path, "exec", dont_inherit=True)
                elif file.path.endswith(".json"):
                    json.loads(file.text)
    except DiagnosticError as error:
        return "" if error.diagnostic.location else f"without a place: {error}"
    except Exception as error:  # noqa: BLE001 - whatever comes is the finding
        frames = traceback.extract_tb(error.__traceback__)
        ours = [one for one in frames if "/generator/" in one.filename] or list(frames)
        at = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
        return f"{type(error).__name__}: {str(error)[:200]} at {at}"
    return ""


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    if not seconds:
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TookTooLongError(f"{seconds} s")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
