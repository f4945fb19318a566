"""Which output paths are allowed: they are derived from a hostile document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, DiagnosticError, Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What Windows, too, takes as the name of an ordinary file.
_SEGMENT = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*]{0,254}[^\x00-\x20\x7f<>:\"/\\|?*.]")


def fault(code: str, place: Path, message: str, hint: str = "") -> DiagnosticError:
    """Make the error for a place in the output that cannot be written."""
    return DiagnosticError(
        Diagnostic(code, Severity.ERROR, "", message, hint, Location(str(place)))
    )


def check_names(paths: Iterable[str]) -> None:
    """Refuse paths that leave the root, and pairs that are one file on some file systems.

    Raises:
        ValueError: there is such a path; the planner must not make one, so this is our mistake.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {"": ""}
    for path in paths:
        folder, _, name = path.rpartition("/")
        if path.startswith("/") or not _SEGMENT.fullmatch(name):
            raise ValueError(f"no safe output path: {path!r}")
        _claim_folder(folder, folders)
        other = files.setdefault(path.casefold(), path)
        if other is not path:
            raise ValueError(f"two output files are one: {other!r} and {path!r}")
    for folded in folders.keys() & files.keys():
        raise ValueError(f"an output file is also a folder: {files[folded]!r}")


def _claim_folder(folder: str, folders: dict[str, str]) -> None:
    if folders.get(folder.casefold()) == folder:
        return
    parent, _, name = folder.rpartition("/")
    _claim_folder(parent, folders)
    if not _SEGMENT.fullmatch(name):
        raise ValueError(f"no safe output path: {folder!r}")
    other = folders.setdefault(folder.casefold(), folder)
    if other != folder:
        raise ValueError(f"two output folders are one: {other!r} and {folder!r}")


def check_folders(root: Path, folders: Iterable[str]) -> None:
    """Refuse folders of the output that lead elsewhere through a symbolic link.

    Raises:
        DiagnosticError: one does, or there is a file in its place.
    """
    inside = root.resolve()
    for folder in folders:
        path = root / folder
        if path.exists() and not path.is_dir():
            raise fault("output-not-a-folder", path, "there is a file where a folder must be")
        if not path.resolve().is_relative_to(inside):
            raise fault(
                "output-leaves-root",
                path,
                "a symbolic link leads out of the output folder; nothing was written",
                "Remove the link, or choose another output folder.",
            )
