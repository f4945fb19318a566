"""The record of what was written, kept in the output folder as ``.twinspec-files.json``.

It holds the hash of every file. So the next run can tell its own files from those of others, knows
which were edited since, and removes only its own that are no longer generated.

While files are being replaced a second record, ``.twinspec-files.json.next``, stands beside it and
names the new hashes, too: after an interruption the next run knows old and new files as its own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RECORD = ".twinspec-files.json"
PENDING = ".twinspec-files.json.next"

Known = dict[str, frozenset[str]]
"""Path -> the hashes that a file of ours may have."""


def read(root: Path) -> Known:
    """Return what earlier runs wrote; a record that cannot be understood counts as none."""
    known: Known = {}
    for name in (RECORD, PENDING):
        for path, hashes in _read_one(root / name).items():
            known[path] = known.get(path, frozenset()) | hashes
    return known


def _read_one(path: Path) -> Known:
    try:
        files = json.loads(path.read_bytes())["files"]
        return {str(name): frozenset(str(hashes).split()) for name, hashes in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def text(known: Mapping[str, frozenset[str]]) -> bytes:
    """Return the record's text, sorted."""
    files = {path: " ".join(sorted(hashes)) for path, hashes in sorted(known.items())}
    return (json.dumps({"version": 1, "files": files}, indent=1) + "\n").encode()
