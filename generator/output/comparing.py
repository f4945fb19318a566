"""Compares a folder with the hashes of what was written to it, which is all that is known of it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ..files import digest_of
from . import record
from .paths import check_folders

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_output(root: Path, hashes: Mapping[str, str]) -> dict[str, bytes] | None:
    """Return the contents of the files that have the ``hashes`` given by path; ``None`` if one has not.

    Contents are compared, not times and sizes: these miss an edit of the same length within the
    resolution of the clock, and differ after every fresh checkout.

    Raises:
        DiagnosticError: a folder leads out of ``root``.
    """
    check_folders(root, {path.rpartition("/")[0] for path in hashes})
    contents = {}
    for path, known in hashes.items():
        try:
            content = read_content(root, path)
        except OSError:
            return None
        if content is None or digest_of(content) != known:
            return None
        contents[path] = content
    return contents


def record_of(root: Path) -> str:
    """Return the hash of the record of a folder, ``""`` if there is none or a run was interrupted."""
    if (root / record.PENDING).exists():
        return ""
    content = read_content(root, record.RECORD)
    return "" if content is None else digest_of(content)


def read_content(root: Path, path: str) -> bytes | None:
    """Return the bytes of a file in the output, ``None`` if there is none, or something else there.

    Raises:
        OSError: it cannot be read.
    """
    try:
        descriptor = os.open(f"{root}/{path}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    try:
        status = os.fstat(descriptor)
        # In one call: there are thousands of files, and few are large.
        return os.read(descriptor, status.st_size) if stat.S_ISREG(status.st_mode) else None
    finally:
        os.close(descriptor)
