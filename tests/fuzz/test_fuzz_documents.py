"""Mutated documents: output that compiles or an error with its place, never another exception.

``make fuzz`` runs ten thousand of them, also of the documents in ``CORPUS_DIR``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
SEEDS = 200
CHUNKS = 8

sys.path.insert(0, str(HERE))

from pipeline_judge import changed_text, fault, read, sources  # noqa: E402 - of this folder

DOCUMENTS = [path for path in sources(GOLDEN, largest=20_000) if path.name == "openapi.yaml"]


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_any_document_gives_output_or_a_located_error(chunk: int, tmp_path: Path) -> None:
    read_before = {path: read(path) for path in DOCUMENTS}
    findings = []
    for seed in range(chunk, SEEDS, CHUNKS):
        path = DOCUMENTS[seed % len(DOCUMENTS)]
        text = changed_text(path, read_before[path], seed)
        message = fault(text, tmp_path / "openapi.yaml")
        if message:
            findings.append(f"{path.parent.name} seed {seed}: {message}")
    assert findings == []
