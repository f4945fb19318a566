"""A sample of the real documents in ``CORPUS_DIR``, held against a floor that only ever rises.

``make corpus CORPUS_DIR=...`` judges all of them and prints the table; without that variable this is
skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = os.environ.get("CORPUS_DIR", "")
EVERY = 12  # every twelfth document
EXAMPLES = 0.999  # part of the valid examples with a model that round-trip
CALLS = 0.998  # part of the operations of the sample without an exception that may be ours
HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(not CORPUS, reason="CORPUS_DIR names no folder of documents")


def test_documents_generate_import_and_round_trip(tmp_path: Path) -> None:
    command = (
        *(sys.executable, str(HERE), CORPUS, "--sample", str(EVERY), "--work", str(tmp_path)),
        *("--checks", "imports", "examples", "--floor", str(EXAMPLES)),
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_client_and_mock_keep_to_the_document(tmp_path: Path) -> None:
    command = (
        *(sys.executable, str(HERE), CORPUS, "--sample", str(EVERY), "--work", str(tmp_path)),
        *("--checks", "loop", "--floor", str(CALLS)),
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
