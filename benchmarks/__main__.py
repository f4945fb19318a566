"""``python -m benchmarks``: prints the tables; ``--write`` keeps them in ``benchmarks/results.md``."""

from __future__ import annotations

import argparse
import os
import platform
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.version import NAME, VERSION

from . import client, documents, generation, growth, imports, peers, regeneration, startup
from .measure import Patience, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Measure what was asked for."""
    corpus = Path(folder) if (folder := os.environ.get("CORPUS_DIR")) else None
    summary = Summary()
    options = _options()
    times = options.times
    patience = Patience(options.limit, time.monotonic() + options.minutes * 60)
    measures: dict[str, Callable[[], Iterator[str]]] = {
        "start": lambda: startup.measure(times, summary),
        "imports": lambda: imports.measure(corpus, summary),
        "client": lambda: client.measure(_folder_of("openai", corpus)),
        "generation": lambda: generation.measure(
            corpus, times, options.documents, options.sample, patience, summary
        ),
        "regeneration": lambda: regeneration.measure(corpus, times, summary),
        "growth": lambda: growth.measure(corpus, times, summary),
    }
    if unknown := set(options.questions) - set(measures):
        raise SystemExit(f"no such question: {', '.join(sorted(unknown))}")
    tables = [_head(times)]
    print(tables[0], flush=True)
    for question in options.questions or measures:
        for table in measures[question]():
            print(table, flush=True)
            tables.append(table)
    print(summary.table())
    if options.write:
        _RESULTS.write_text("\n".join([tables[0], summary.table(), *tables[1:]]), "utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "questions",
        nargs="*",
        metavar="QUESTION",
        help="start imports client generation regeneration growth (default: all)",
    )
    parser.add_argument("--times", type=int, default=5, help="runs of each command (default: 5)")
    parser.add_argument(
        "--documents", type=int, default=2, help="largest of CORPUS_DIR to measure (default: 2)"
    )
    parser.add_argument(
        "--sample", type=int, default=6, help="documents of CORPUS_DIR/real (default: 6)"
    )
    parser.add_argument(
        "--limit", type=float, default=60, help="seconds for one run of a peer (default: 60)"
    )
    parser.add_argument(
        "--minutes", type=float, default=7, help="after which no peer is begun (default: 7)"
    )
    parser.add_argument("--write", action="store_true", help="write benchmarks/results.md, too")
    return parser.parse_args()


def _head(times: int) -> str:
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    today = datetime.now(UTC).date().isoformat()
    lines = [
        "# Benchmarks",
        "",
        f"{today}, {NAME} {VERSION}, Python {platform.python_version()}, {machine}. {peers.named()}",
        "",
        f"Whole processes, medians of {times} runs after one to warm up; of peers, of at most three,",
        "and one run with documents of more than 1 MB. Peak memory is that of the largest process.",
        "The rows of a table were measured one after the other on the same machine; `ratio` is wall",
        "time beside the first row.",
        "",
    ]
    return "\n".join(lines)


def _folder_of(name: str, corpus: Path | None) -> Path | None:
    found = documents.named(corpus, name) if corpus else None
    return found.parent if found else corpus


if __name__ == "__main__":
    main()
