"""The folder of this program in the user's cache: what stands there can be made again at any time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from .version import NAME, VERSION

if TYPE_CHECKING:
    from pathlib import Path


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
