"""How long does it take to generate again, after nothing or little has changed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from . import documents
from .generation import twinspec
from .measure import Row, Summary, Usage, median, run, scratch, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Edit = Callable[[dict[str, Any]], object]


def measure(corpus: Path | None, times: int, summary: Summary) -> Iterator[str]:
    """Yield a table for the small document and, of a corpus, the largest in JSON."""
    yield _compare(documents.SMALL, times, summary)
    if corpus is not None:
        found = [path for path in documents.largest(corpus, 10) if path.suffix == ".json"]
        for path in found[:1]:
            yield _compare(path, times, summary)


def _compare(document: Path, times: int, summary: Summary) -> str:
    edits: dict[str, Edit | None] = {
        "into an empty folder": None,
        "unchanged": lambda _: None,
        "one description changed": _change_a_description,
        "one operation added": _add_an_operation,
    }
    rows = [_row(name, document, edit, times) for name, edit in edits.items()]
    if rows[1].usage:
        budget = "<= 0.4 s"
        summary.add(f"{document.name}: again, unchanged", f"{rows[1].usage.wall:.2f} s", budget)
    if all(row.usage for row in rows):
        title = f"generate {document.name} again"
    else:
        title = f"generate {document.name} again (a run failed, or made other bytes)"
    return table(title, rows)


def _row(name: str, document: Path, edit: Edit | None, times: int) -> Row:
    data = json.loads(document.read_bytes())
    before = json.dumps(data, ensure_ascii=False)
    if edit:
        edit(data)
    after = json.dumps(data, ensure_ascii=False)
    folder = scratch()
    path = folder / "openapi.json"
    variables = {"XDG_CACHE_HOME": f"{folder}/cache"}

    def once(number: int) -> Usage | None:
        out = folder / str(number)
        if edit:
            path.write_text(before, "utf-8")
            run(twinspec(path, out), variables=variables)
        path.write_text(after, "utf-8")
        return run(twinspec(path, out), variables=variables)

    usage = median(once, times)
    whole = folder / "whole"
    run(twinspec(path, whole), variables=variables)
    return Row(name, usage if _texts(whole) == _texts(folder / "0") else None)


def _texts(folder: Path) -> dict[str, bytes]:
    found = {path for path in folder.rglob("*") if path.is_file()}
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _change_a_description(document: dict[str, Any]) -> None:
    schema = next(iter(document["components"]["schemas"].values()))
    schema["description"] = "Another description."


def _add_an_operation(document: dict[str, Any]) -> None:
    document["paths"]["/added-by-the-benchmark"] = {
        "get": {
            "operationId": "addedByTheBenchmark",
            "tags": ["added"],
            "responses": {"204": {"description": "Nothing."}},
        }
    }
