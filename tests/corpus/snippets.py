"""Runs every snippet of the references of real documents: ``python tests/corpus/snippets.py DOCUMENT...``.

Each request is validated by the generated mock, that is by the document itself.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
sys.path.insert(1, str(Path(__file__).parents[2]))

from snippets import faults_of, snippets

from generator import Config, generate


def main(documents: list[str]) -> int:
    """Print a line for each document, and each snippet that failed."""
    total: Counter[str] = Counter()
    for number, document in enumerate(documents):
        with tempfile.TemporaryDirectory() as name:
            project, package = Path(name), f"snippets_{number}"
            generate(document, Config(package=package), output=project)
            count = len(list(snippets((project / "reference.md").read_text(encoding="utf-8"))))
            sys.path.insert(0, name)
            mock = importlib.import_module(f"{package}.mock").Mock(seed=1)
            faults = faults_of(project, mock, project / "scratch")
            sys.path.remove(name)
        total.update(snippets=count, failed=len(faults))
        sys.stdout.write(f"{document}: {count - len(faults)} of {count}\n")
        for call, fault in faults.items():
            sys.stdout.write(f"    {call}: {fault}\n")
    done = total["snippets"] - total["failed"]
    sys.stdout.write(f"{done} of {total['snippets']} snippets run\n")
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
