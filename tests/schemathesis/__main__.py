"""Have Schemathesis judge mocks: ``python tests/schemathesis [--sample 20] ST DOCUMENT...``.

A folder stands for the documents in it; ``--sample`` takes that many of them, chosen by the hash of
their names. Ends with 1 where a document of its own failed, or one of a sample had a 5xx or a traceback.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

from judging import Verdict, judge


def main() -> int:
    """Run the command line and return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", type=Path, help="the command st of Schemathesis")
    parser.add_argument("documents", type=Path, nargs="+")
    parser.add_argument("-n", "--examples", type=int, default=20)
    parser.add_argument("--sample", type=int, help="documents to take from a folder")
    parser.add_argument("--verbose", action="store_true", help="print what Schemathesis prints")
    options = parser.parse_args()
    bad = 0
    for document in _chosen(options.documents, options.sample):
        with tempfile.TemporaryDirectory() as folder:
            try:
                verdict = judge(
                    options.tool,
                    document,
                    Path(folder),
                    options.examples,
                    lenient=options.sample is not None,
                )
            except RuntimeError as error:
                print(f"{document.name}: not judged: {error}", flush=True)  # noqa: T201
                continue
        print(_told(verdict, verbose=options.verbose), flush=True)  # noqa: T201
        faults = verdict.server_errors if options.sample else verdict.failures.total()
        bad += bool(faults or verdict.tracebacks)
    return int(bad > 0)


def _chosen(given: list[Path], count: int | None) -> list[Path]:
    found = [
        path
        for one in given
        for path in (sorted(one.rglob("*")) if one.is_dir() else [one])
        if path.suffix in {".json", ".yaml", ".yml"}
    ]
    if not found:
        raise SystemExit(f"no document in {', '.join(map(str, given))}")
    if count is None:
        return found
    return sorted(found, key=lambda path: hashlib.sha256(path.name.encode()).digest())[:count]


def _told(verdict: Verdict, *, verbose: bool) -> str:
    lines = [f"{verdict.document}: {verdict.cases} cases, {verdict.failures.total()} failures"]
    lines += [f"  {count:>4}  {title}" for title, count in verdict.failures.most_common()]
    if verdict.tracebacks:
        lines.append(f"  {verdict.tracebacks} tracebacks in the log of the mock")
    return "\n".join([verdict.text, *lines] if verbose else lines)


if __name__ == "__main__":
    sys.exit(main())
