"""The documents of a corpus, and how many operations each has, counted without the parser."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_METHODS = {"get", "put", "post", "delete", "patch", "head", "options", "trace", "query"}


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One document; ``group`` is the folder it lies in."""

    path: Path
    group: str

    @property
    def name(self) -> str:
        return f"{self.group}/{self.path.name}"

    @property
    def folder_name(self) -> str:
        return "".join(one if one.isalnum() else "_" for one in self.name)


def find_documents(folder: str | None = None) -> list[CorpusDocument]:
    """Return all documents below a folder (``CORPUS_DIR`` if none is given), the largest first."""
    root = folder or os.environ.get("CORPUS_DIR", "")
    found = [
        CorpusDocument(path, path.parent.name)
        for path in (Path(root).rglob("*") if root else ())
        if path.suffix in {".json", ".yaml", ".yml"}
    ]
    return sorted(found, key=lambda one: (-one.path.stat().st_size, one.name))


def count_operations(document: dict[str, Any]) -> int:
    """Count what stands below ``paths`` of a document whose references are resolved."""
    return sum(
        sum(isinstance(item[key], dict) for key in item if key.lower() in _METHODS)
        + len(item.get("additionalOperations") or {})
        for item in (document.get("paths") or {}).values()
        if isinstance(item, dict)
    )
