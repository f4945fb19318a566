"""``python -m benchmarks``: prints the tables; ``--write`` keeps them in ``benchmarks/results.md``."""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from . import generation, imports, startup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RESULTS = Path(__file__).parent / "results.md"


def main() -> None:
    """Measure what was asked for."""
    corpus = Path(folder) if (folder := os.environ.get("CORPUS_DIR")) else None
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help="start generation imports")
    parser.add_argument("--times", type=int, default=5, help="runs of each command (default: 5)")
    parser.add_argument("--documents", type=int, default=3, help="largest of CORPUS_DIR to measure")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results.md, too")
    options = parser.parse_args()
    measures: dict[str, Callable[[], Iterator[str]]] = {
        "start": lambda: startup.measure(options.times),
        "generation": lambda: generation.measure(corpus, options.times, options.documents),
        "imports": lambda: imports.measure(corpus, options.documents),
    }
    if unknown := set(options.questions) - set(measures):
        parser.error(f"no such question: {', '.join(sorted(unknown))}")
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    tables = [f"# Benchmarks\n\nPython {platform.python_version()}, {machine}.\n"]
    print(tables[0])
    for question in options.questions or measures:
        for table in measures[question]():
            print(table, flush=True)
            tables.append(table)
    if options.write:
        _RESULTS.write_text("\n".join(tables), "utf-8")


if __name__ == "__main__":
    main()
