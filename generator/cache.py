"""The folder of this program in the user's cache: what stands there can be made again at any time."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from .version import NAME, VERSION

_PACKAGE = Path(__file__).parent


def cache_folder(name: str) -> Path | None:
    """Return the folder ``name`` of this version's cache, made if need be.

    ``None`` where it cannot be made or written, or where it belongs to somebody else, who could
    then decide what code we run.
    """
    try:
        folder = user_cache_path(NAME, appauthor=False) / VERSION / name
        folder.mkdir(parents=True, exist_ok=True)
        owner = folder.stat().st_uid
    except (OSError, RuntimeError):
        return None
    if hasattr(os, "getuid") and owner != os.getuid():
        return None
    return folder if os.access(folder, os.W_OK) else None


@cache
def program_digest() -> str:
    """Return a digest that another state of this program, its templates included, does not have."""
    templates = _PACKAGE.parent / "templates"  # of a checkout; installed ones are in the package
    roots = [_PACKAGE] if (_PACKAGE / "_templates").is_dir() else [_PACKAGE, templates]
    digest = hashlib.sha256()
    for path in sorted(found for root in roots for found in root.rglob("*")):
        if path.suffix in {".py", ".jinja", ".txt"}:
            stat = path.stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
