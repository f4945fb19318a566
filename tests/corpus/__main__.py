"""Judge the generator by real documents: ``python tests/corpus [--checks ...] CORPUS_DIR``.

Results are kept in ``--records``; a run takes up where another one of the same sources ended.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks import INSIDE, check_format, check_generation, check_inside, check_types
from documents import CorpusDocument, find_documents
from records import RecordFile, version_of
from table import exceptions, faults, loop_share, report, round_trip_share, summary

from generator import __file__ as generator_file

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCES = Path(generator_file).parent
_ALL = ("imports", "examples", "loop", "format", "types")
_BATCH = 3_000_000  # bytes of documents that one run of the type checker takes

Found = dict[str, dict[str, dict[str, Any]]]


def check_batch(batch: list[CorpusDocument], folder: Path, wanted: dict[str, list[str]]) -> Found:
    """Make all missing checks of some documents; runs in a process of its own."""
    found: Found = {}
    for document in batch:
        missing, place = wanted[document.name], folder / document.folder_name
        mine = found.setdefault(document.name, {})
        mine["generation"] = check_generation(document, place)
        if mine["generation"]["operations"] == 0 and mine["generation"]["faults"]:
            continue
        inside = [check for check in INSIDE if check in missing]
        if inside:
            mine.update(check_inside(place, inside))
        if "format" in missing:
            mine["format"] = check_format(place)
    typed = {
        name: folder / document.folder_name
        for document in batch
        if "types" in wanted[name := document.name] and (folder / document.folder_name).exists()
    }
    for name, result in (check_types(typed) if typed else {}).items():
        found[name]["types"] = result
    return found


def batches(documents: list[CorpusDocument]) -> Iterator[list[CorpusDocument]]:
    """Group documents, the largest first, so that small ones share a run of the type checker."""
    batch: list[CorpusDocument] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += document.path.stat().st_size
        if size > _BATCH or len(batch) >= 12:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests/corpus", description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--checks", nargs="*", default=list(_ALL), choices=_ALL)
    parser.add_argument("--only", default="", help="part of the name of the documents to take")
    parser.add_argument("--sample", type=int, default=0, help="every n-th document")
    parser.add_argument(
        "--floor", type=float, default=1.0, help="part of calls and examples to succeed"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, default=Path("build/corpus"))
    parser.add_argument(
        "--report", type=Path, help="a Markdown file for what cannot succeed, and why"
    )
    options = parser.parse_args()
    documents = [one for one in find_documents(options.corpus) if options.only in one.name]
    documents = documents[:: options.sample] if options.sample else documents
    options.work.mkdir(parents=True, exist_ok=True)
    work = options.work.absolute()
    templates = _SOURCES.parent / "templates"
    version = version_of(
        _SOURCES, templates, Path(__file__).parent, Path(__file__).parent.parent / "support"
    )
    records = RecordFile(work / "records.jsonl", version)
    wanted = {
        one.name: [
            check
            for check in ("generation", *options.checks)
            if (one.name, check) not in records.found
        ]
        for one in documents
    }
    left = [one for one in documents if wanted[one.name]]
    _run(left, work, wanted, records, options.jobs)
    names = sorted(one.name for one in documents)
    lines = [*faults(names, records.found), *exceptions(names, records.found)]
    sys.stdout.write("\n".join(lines) + "\n\n")
    sys.stdout.write(summary(names, records.found) + "\n")
    if options.report:
        options.report.write_text(report(names, records.found), encoding="utf-8")
    mine = {key: result for key, result in records.found.items() if key[0] in wanted}
    must = {"generation", "imports", "format", "types"}
    is_clean = not any(result["faults"] for (_, check), result in mine.items() if check in must)
    worst = min(loop_share(mine), round_trip_share(mine))
    return int(not is_clean or worst < options.floor)


def _run(
    left: list[CorpusDocument],
    work: Path,
    wanted: dict[str, list[str]],
    records: RecordFile,
    jobs: int,
) -> None:
    done = 0
    with ProcessPoolExecutor(jobs) as pool:
        tasks = [pool.submit(check_batch, batch, work, wanted) for batch in batches(left)]
        for task in as_completed(tasks):
            for name, results in task.result().items():
                for check, result in results.items():
                    records.add(name, check, result)
                done += 1
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done} of {len(left)} ")


if __name__ == "__main__":
    sys.exit(main())
