"""Writes generated files under a folder, touching nothing that is not ours."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import nullcontext, suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..files import digest_of
from ..frozen import dataclass
from . import record
from .comparing import read_content
from .paths import check_folders, check_names, fault
from .staging import PREFIX, Staging, staging, writing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from ..files import GeneratedFile

_MARK = b"by twinspec"  # stands in the first line of every generated file that can have a comment


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What became of each path: ``kept`` are files we no longer generate but that were edited.

    With ``check`` the same words say what would have been done.
    """

    root: str
    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything was, or with ``check`` would have been, written or removed."""
        return bool(self.written or self.removed)


def write(
    files: Sequence[GeneratedFile],
    root: Path,
    *,
    check: bool = False,
    place: Staging | None = None,
    staged: Mapping[str, bool] = MappingProxyType({}),
) -> WriteReport:
    """Bring the folder ``root`` up to date with ``files``.

    Files that are the same already are not touched, others are replaced atomically, folders that are
    not there yet appear with all that is in them. Of the files on
    the disk only those are overwritten that an earlier run wrote or that carry the line every
    generated file begins with, and only those are removed that an earlier run wrote and nobody
    edited. With ``check`` nothing is written. ``staged`` is what was put into ``place`` already.

    Raises:
        DiagnosticError: ``root`` is not a folder, holds something else, or cannot be written.
        ValueError: a path leaves the root, or two are one on some file systems.
    """
    contents = {file.path: file for file in files}
    if len(contents) != len(files):
        raise ValueError("two output files have the same path")
    check_names(contents)
    with writing(root), nullcontext(place) if place else staging(root) as found:
        return _write(contents, found, staged, check=check)


def _write(
    contents: Mapping[str, GeneratedFile],
    place: Staging,
    staged: Mapping[str, bool],
    *,
    check: bool,
) -> WriteReport:
    root = place.root
    folders = {path.rpartition("/")[0] for path in contents}
    known = record.read(root)
    check_folders(root, {*folders, *(path.rpartition("/")[0] for path in known)})
    absent = place.absent(folders)
    changed = [
        path for path, file in contents.items() if _is_changed(path, file, root, staged, absent)
    ]
    left = [path for path in known if path not in contents and (root / path).is_file()]
    removed = tuple(path for path in left if _is_ours(root, path, known))
    report = WriteReport(
        root=str(root),
        written=tuple(changed),
        unchanged=len(contents) - len(changed),
        removed=removed,
        kept=tuple(path for path in left if path not in set(removed)),
    )
    if not check:
        replaced = [path for path in changed if path.rpartition("/")[0] not in absent]
        _refuse_others(root, contents, replaced, known)
        place.put([contents[path] for path in changed if path not in staged])
        _apply(place, contents, report, absent, known)
    return report


def _is_changed(
    path: str,
    file: GeneratedFile,
    root: Path,
    staged: Mapping[str, bool],
    absent: Collection[str],
) -> bool:
    """Whether a file is not there as it is; it was found out already for what is staged."""
    known = staged.get(path)
    if known is None:
        return path.rpartition("/")[0] in absent or read_content(root, path) != file.content
    return known


def _is_ours(root: Path, path: str, known: record.Known) -> bool:
    return digest_of((root / path).read_bytes()) in known.get(path, ())


def _refuse_others(
    root: Path, contents: Iterable[str], changed: Iterable[str], known: record.Known
) -> None:
    """Raise for a folder that holds somebody else's work, before anything is written."""
    if root.is_dir() and not known:
        expected = {path.partition("/")[0] for path in contents}
        for name in sorted(os.listdir(root)):
            if name not in expected and not name.startswith("."):
                raise fault(
                    "output-not-ours",
                    root,
                    f"the folder holds `{name}`, which is not generated; nothing was written",
                    "Give an empty folder, or one that was generated before.",
                )
    for path in changed:
        try:
            mode = os.lstat(f"{root}/{path}").st_mode
        except FileNotFoundError:
            continue
        place = root / path
        if not stat.S_ISREG(mode):
            raise fault("output-not-a-file", place, "this is not an ordinary file; it was kept")
        if not _carries_mark(place) and not _is_ours(root, path, known):
            raise fault(
                "output-edited",
                place,
                "the file was not generated, or was edited since; nothing was written",
                "Move it away, or delete it to have it generated again.",
            )


def _carries_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return _MARK in file.readline(4096)


def _apply(
    place: Staging,
    contents: Mapping[str, GeneratedFile],
    report: WriteReport,
    absent: Collection[str],
    known: record.Known,
) -> None:
    """Write the pending record, replace and remove files, and make the record final.

    All files are staged before the first is replaced: a full disk is found out in time, and file
    systems that are slow to create right after a deletion do not alternate between the two.
    """
    root = place.root
    hashes = {path: frozenset((file.digest,)) for path, file in contents.items()}
    # A file that was edited and kept stays recorded: edited back, it is removed by a later run.
    final = record.text(hashes | {path: known[path] for path in report.kept})
    settled = read_content(root, record.RECORD) == final and not (root / record.PENDING).exists()
    if settled and not report.differs:
        return
    place.remove_leftovers()
    both = {path: known.get(path, frozenset()) | new for path, new in hashes.items()}
    place.replace(record.PENDING, record.text(known | both))
    for temporary, path in place.moves(report.written, absent):
        os.replace(temporary, f"{root}/{path}")
    _remove(root, report.removed)
    place.replace(record.RECORD, final)
    (root / record.PENDING).unlink()


def _remove(root: Path, paths: Iterable[str]) -> None:
    """Remove files, what Python compiled of them, and the folders that are empty then."""
    stems: dict[str, set[str]] = {}
    for path in paths:
        os.unlink(f"{root}/{path}")
        folder, _, name = path.rpartition("/")
        stems.setdefault(folder, set()).add(name.partition(".")[0])
    for folder in sorted(stems, reverse=True):  # inner folders first
        compiled = root / folder / "__pycache__"
        for trace in compiled.glob("*.pyc"):
            if trace.name.partition(".")[0] in stems[folder]:
                trace.unlink()
        with suppress(OSError):  # what is not empty stays
            if compiled.exists():
                compiled.rmdir()
            parent = folder
            while parent:
                (root / parent).rmdir()
                parent = parent.rpartition("/")[0]


def replace_file(path: Path, text: str) -> None:
    """Write one file atomically.

    Raises:
        DiagnosticError: it cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=path.parent) as folder:
            Staging(path.parent, folder).replace(path.name, text.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise fault("output-not-writable", path, f"it cannot be written: {reason}") from error
