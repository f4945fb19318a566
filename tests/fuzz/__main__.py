"""Feed changed documents to the pipeline: ``python tests/fuzz --count 10000 FOLDER...``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pipeline_judge import changed_text, fault, read, sources


def run_one(path: Path, seeds: range) -> list[tuple[int, str]]:
    """Judge several mutations of one document."""
    document = read(path)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            text = changed_text(path, document, seed)
            message = fault(text, Path(folder) / "openapi.yaml", limit=True)
            if message:
                found.append((seed, message))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests/fuzz", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--start", type=int, default=0, help="the first seed")
    parser.add_argument("--largest", type=int, default=60_000, help="bytes of a document")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    paths = sources(*options.folders, largest=options.largest)
    each, more = divmod(options.count, len(paths))
    findings: dict[str, list[str]] = {}
    with ProcessPoolExecutor(options.jobs) as pool:
        tasks = []
        for index, path in enumerate(paths):
            seeds = range(options.start, options.start + each + (index < more))
            tasks.append((path, pool.submit(run_one, path, seeds)))
        for path, task in tasks:
            for seed, message in task.result():
                findings.setdefault(message, []).append(f"{path} seed {seed}")
    for message, places in sorted(findings.items(), key=lambda one: -len(one[1])):
        sys.stdout.write(f"{len(places)} x {message}\n    {places[0]}\n")
    bad = sum(map(len, findings.values()))
    sys.stdout.write(
        f"{options.count} mutations of {len(paths)} documents, {bad} not as promised\n"
    )
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
