"""The documents that are measured: those of a corpus, by name, by size, or a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .measure import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SMALL = ROOT / "specs" / "cuadra" / "openapi.json"
_SUFFIXES = {".json", ".yaml", ".yml"}


def largest(corpus: Path, number: int) -> list[Path]:
    """Return the largest documents below a folder, the largest first."""
    return sorted(_all(corpus), key=_size, reverse=True)[:number]


def sample(corpus: Path, number: int) -> list[Path]:
    """Return documents of the subfolder ``real`` of all sizes: every n-th by size."""
    folder = corpus / "real"
    found = (
        sorted(_all(folder), key=lambda path: (_size(path), path.name)) if folder.is_dir() else []
    )
    step = max(1, len(found) // number) if number else 1
    return found[step // 2 :: step][:number]


def named(corpus: Path, name: str) -> Path | None:
    """Return the largest document with that stem."""
    found = [path for path in _all(corpus) if path.stem == name]
    return max(found, key=_size) if found else None


def _all(corpus: Path) -> list[Path]:
    return [path for path in corpus.rglob("*") if path.suffix in _SUFFIXES]


def _size(path: Path) -> int:
    return path.stat().st_size
