"""The folder of this program in the user's cache: what stands there can be made again at any time."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from .version import NAME, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        states += _states(root)
    return hashlib.sha256("\n".join(sorted(states)).encode()).hexdigest()


def _states(folder: Path | str) -> Iterator[str]:
    """Yield name, size and time of change of each file below a folder that decides what is generated."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _states(entry.path)
            elif entry.name.endswith((".py", ".jinja", ".txt")):
                status = entry.stat()
                yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}"


def _distributions() -> set[str]:
    """Return the names of the folders in which installers keep what they know of each distribution."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:  # some are no folders
            found.update(one.name for one in entries if one.name.endswith(".dist-info"))
    return found
