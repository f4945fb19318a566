"""The folder of this program in the user's cache: what stands there can be made again at any time."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
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
    """Return a digest that another state of this program does not have.

    Its templates count, and so do Python and the names and versions of all that is installed beside it.
    """
    templates = _PACKAGE.parent / "templates"  # of a checkout; installed ones are in the package
    roots = [_PACKAGE] if (_PACKAGE / "_templates").is_dir() else [_PACKAGE, templates]
    states = [sys.version, *_distributions()]
    for root in roots:
        for folder, _, names in os.walk(root):
            for name in names:
                if name.endswith((".py", ".jinja", ".txt")):
                    path = Path(folder, name)
                    status = path.stat()
                    states.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(states)).encode()).hexdigest()


def _distributions() -> set[str]:
    """Return the names of the folders in which installers keep what they know of each distribution."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:  # some are no folders
            found.update(one.name for one in entries if one.name.endswith(".dist-info"))
    return found
