"""What is known of each document, one JSON line per document and check, so that a run can resume."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


class RecordFile:
    """A JSONL file of ``{document, version, check, result}``; later lines win."""

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version
        self.found: dict[tuple[str, str], dict[str, Any]] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                if record["version"] == version:
                    self.found[record["document"], record["check"]] = record["result"]

    def add(self, document: str, check: str, result: dict[str, Any]) -> None:
        """Keep one result."""
        self.found[document, check] = result
        record = {
            "document": document,
            "version": self._version,
            "check": check,
            "result": result,
        }
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(record) + "\n")


def version_of(*folders: Path) -> str:
    """Return a digest of all sources in some folders: results of other sources do not count."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".jinja", ".txt"}:
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]
