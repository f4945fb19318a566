"""The summary of a run: one row per group of documents, then what failed, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Results = Mapping[tuple[str, str], Mapping[str, Any]]

_OUTCOMES = ("ok", "404", "404 undeclared", "undrawable", "fault")
_PASSED = ("imports", "format", "types")


def summary(names: Iterable[str], results: Results) -> str:
    """Return the table as text; checks that were not made have a dash."""
    names = list(names)
    groups = sorted({name.partition("/")[0] for name in names})
    rows: list[tuple[str, ...]] = [_HEAD]
    for group in [*groups, ""]:
        own = [name for name in names if name.startswith(f"{group}/") or not group]
        rows.append(_row(group or "total", own, results))
    widths = [max(len(row[index]) for row in rows) for index in range(len(_HEAD))]
    lines = [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


_HEAD = (
    "documents",
    "generated",
    "operations",
    "callable",
    "imports",
    "formatted",
    "pyright 0",
    "examples valid",
    "typed",
    "round trip",
    "loop ok",
    "404/409 declared",
    "404 undeclared",
    "undrawable",
    "fault",
    "the document's",
    "without ours",
)


def _row(title: str, names: list[str], results: Results) -> tuple[str, ...]:
    def total(check: str, field: str) -> str:
        found = [results[name, check] for name in names if (name, check) in results]
        return str(sum(one.get(field, 0) for one in found)) if found else "-"

    def clean(check: str) -> str:
        found = [results[name, check] for name in names if (name, check) in results]
        good = sum(not one["faults"] for one in found)
        return f"{good}/{len(found)}" if found else "-"

    return (
        f"{title} {len(names)}",
        clean("generation"),
        f"{total('generation', 'operations')}/{total('generation', 'expected')}",
        total("imports", "callable"),
        *(clean(check) for check in _PASSED),
        f"{total('examples', 'valid')}/{total('examples', 'found')}",
        total("examples", "typed"),
        total("examples", "same"),
        *(total("loop", field) for field in (*_OUTCOMES, "document")),
        clean("loop"),
    )


def loop_share(results: Results) -> float:
    """Return the part of all operations without an exception that may be ours; 1.0 where none was."""
    counts = [result for (_, check), result in results.items() if check == "loop"]
    called = sum(one.get(outcome, 0) for one in counts for outcome in _OUTCOMES)
    failed = called - sum(one.get("ok", 0) + one.get("document", 0) for one in counts)
    return 1 - failed / called if called else 1.0


def exceptions(names: Iterable[str], results: Results) -> Iterable[str]:
    """Yield one line for each operation of the loop without a success: what happened, and why."""
    for name in names:
        for one in results.get((name, "loop"), {}).get("exceptions", ()):
            cause = one["cause"] or "not the document's, as far as is known"
            what = " ".join(one["what"].split())[:200]
            yield f"{name} {one['operation']}: {one['outcome']}: {what} [{cause}]"


def report(names: Iterable[str], results: Results) -> str:
    """Return the table, and the operations that no call can succeed on, with their documents' faults."""
    names = list(names)
    rows = [
        f"| {name} | `{one['operation']}` | {_cell(one['cause'] or 'none known: ' + one['what'])} |"
        for name in names
        for one in results.get((name, "loop"), {}).get("exceptions", ())
    ]
    called = sum((name, "loop") in results for name in names)
    counts = [results[name, "loop"] for name in names if (name, "loop") in results]
    total = sum(one.get(outcome, 0) for one in counts for outcome in _OUTCOMES)
    table = summary(names, results)
    head = _REPORT.format(table=table, documents=called, operations=total, exceptions=len(rows))
    return head + "\n".join(rows) + "\n"


_REPORT = """\
# Real documents

Made by `python tests/corpus --report docs/corpus.md CORPUS_DIR`.

```text
{table}
```

`examples valid` counts the documents' own examples that are right by their own schema; those that models stand
for are `typed`, and `round trip` counts those that come back equal. The generated client called every operation of
{documents} documents at the generated mock, {operations} operations in all; the documents judged both
sides. Without a success as declared are these {exceptions}:

| document | operation | the document's fault |
|---|---|---|
"""


def _cell(text: str) -> str:
    return " ".join(text.split())[:300].replace("|", "\\|")


def round_trip_share(results: Results) -> float:
    """Return the part of all valid examples with a model that come back equal."""
    counts = [result for (_, check), result in results.items() if check == "examples"]
    typed = sum(one.get("typed", 0) for one in counts)
    return sum(one.get("same", 0) for one in counts) / typed if typed else 1.0


def faults(names: Iterable[str], results: Results, most: int = 3) -> Iterable[str]:
    """Yield what failed, at most so many lines for each document and check."""
    for name in names:
        for (document, check), result in results.items():
            if document == name and check != "loop" and result["faults"]:
                found = result["faults"]
                for one in found[:most]:
                    text = one if isinstance(one, str) else " ".join(one)
                    yield f"{name} {check}: {text}"
                if len(found) > most:
                    yield f"{name} {check}: and {len(found) - most} more"
