"""Is a second run as good as a whole one? ``python tests/corpus/again.py CORPUS_DIR [--only NAME]``.

Each document is generated, generated again unchanged, and again after an edit, by one process and by
two; each time the files must be those of a whole run into nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from documents import find_documents

from generator import Config, DiagnosticError, generate, pipeline

_CONFIG = Config(package="judged", formatter="ruff")


def faults_of(text: str, suffix: str, folder: Path) -> list[str]:
    """Return what differs; the folder is filled."""
    spec, output = folder / f"openapi{suffix}", folder / "out"
    spec.write_text(text, "utf-8")
    generate(spec, _CONFIG, output=output)
    again = generate(spec, _CONFIG, output=output)
    faults = [] if not again.timings else ["unchanged: not recalled"]
    whole = pipeline.generate(spec, _CONFIG)
    if (again.files, again.diagnostics) != (whole.files, whole.diagnostics):
        faults.append("unchanged: not the same")
    pipeline._LARGE = 0  # in two processes, where there are two cores
    spec.write_text(text.replace("description", "summary", 40).replace("get", "put", 1), "utf-8")
    edited = generate(spec, _CONFIG, output=output)
    pipeline._LARGE = sys.maxsize  # in one
    whole = pipeline.generate(spec, _CONFIG)
    if (edited.files, edited.diagnostics) != (whole.files, whole.diagnostics):
        faults.append("edited: not the same")
    if any((output / file.path).read_bytes() != file.text.encode() for file in whole.files):
        faults.append("edited: other bytes on the disk")
    return faults


def main() -> int:
    """Judge all documents of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--only", default="", help="part of a document's name")
    options = parser.parse_args()
    found = 0
    for document in find_documents(options.corpus):
        if options.only not in document.name:
            continue
        with tempfile.TemporaryDirectory(prefix="again-") as folder:
            os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
            try:
                text = document.path.read_text("utf-8")
                faults = faults_of(text, document.path.suffix, Path(folder))
            except (DiagnosticError, UnicodeDecodeError) as error:
                sys.stdout.write(f"{document.name}: skipped: {str(error).splitlines()[0][:100]}\n")
                continue
        found += len(faults)
        for fault in faults:
            sys.stdout.write(f"{document.name}: {fault}\n")
    sys.stdout.write(f"{found} faults\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
