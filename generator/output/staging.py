"""A folder inside the output in which files wait until all are there, and are then moved into place.

Several processes can fill it, each with files of its own. It is made when the first file needs it: where
nothing has changed, nothing is touched.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ..frozen import dataclass
from .comparing import read_content
from .paths import check_names, fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ..files import GeneratedFile

PREFIX = ".twinspec-partial-"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Staging:
    """Where the files of one run wait; ``root`` is the output folder.

    Those of folders that are not there yet stand below ``new``, so that these can be moved whole; what
    differs from a file that is there stands below ``changed``.
    """

    root: Path
    folder: str

    def put(self, files: Sequence[GeneratedFile]) -> dict[str, bool]:
        """Write what is not there as it is; return by path whether that was so.

        To put the same file again is no mistake: a process may have to do what another one began.

        Raises:
            DiagnosticError: the root is no folder, or cannot be written.
            ValueError: a path leaves the root, or two are one on some file systems.
        """
        check_names(file.path for file in files)
        with writing(self.root):
            paths = [(file, file.path.rpartition("/")[0]) for file in files]
            absent = self.absent({folder for _, folder in paths})
            for folder in absent:
                self._make(f"new/{folder}")
            return {file.path: self._put(file, is_new=folder in absent) for file, folder in paths}

    def absent(self, folders: Iterable[str]) -> frozenset[str]:
        """Return those of these folders of the output that are not there yet."""
        root = self.root
        return frozenset(one for one in folders if one and not os.path.isdir(f"{root}/{one}"))

    def moves(self, changed: Iterable[str], absent: Collection[str]) -> list[tuple[str, str]]:
        """Return what has to be moved, and where to in the output: new folders, and single files."""
        moves = [
            (f"{self.folder}/changed/{path}", path)
            for path in changed
            if path.rpartition("/")[0] not in absent
        ]
        outermost = _outermost(self.root, absent)
        return [*moves, *((f"{self.folder}/new/{folder}", folder) for folder in outermost)]

    def replace(self, path: str, content: bytes) -> None:
        """Write one file of the output atomically."""
        self._make("")
        _write(f"{self.folder}/file", content)
        os.replace(f"{self.folder}/file", f"{self.root}/{path}")

    def remove_leftovers(self) -> None:
        """Remove what interrupted runs have left."""
        for leftover in self.root.glob(f"{PREFIX}*"):
            if str(leftover) != self.folder:
                shutil.rmtree(leftover, ignore_errors=True)

    def _put(self, file: GeneratedFile, *, is_new: bool) -> bool:
        if is_new:
            _write(f"{self.folder}/new/{file.path}", file.content)
            return True
        if read_content(self.root, file.path) == file.content:
            return False
        self._make(f"changed/{file.path.rpartition('/')[0]}")
        _write(f"{self.folder}/changed/{file.path}", file.content)
        return True

    def _make(self, inner: str) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):  # nobody else can know its name
            os.mkdir(self.folder, 0o700)
        os.makedirs(f"{self.folder}/{inner}", exist_ok=True)


@contextmanager
def staging(root: Path) -> Iterator[Staging]:
    """Give a place for the files of one run; what is left there in the end is removed.

    So are the folders that were made for it and hold nothing.
    """
    missing = [folder for folder in (root, *root.parents) if not folder.exists()]
    place = Staging(root, f"{root}/{PREFIX}{secrets.token_hex(8)}")
    try:
        yield place
    finally:
        shutil.rmtree(place.folder, ignore_errors=True)
        with suppress(OSError):  # what is not empty stays
            for folder in missing:
                folder.rmdir()


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Turn errors of the operating system into diagnostics."""
    if root.exists() and not root.is_dir():
        raise fault("output-not-a-folder", root, "this is a file, not a folder")
    try:
        yield
    except OSError as error:
        place = Path(error.filename) if isinstance(error.filename, str) else root
        reason = error.strerror or type(error).__name__
        raise fault(
            "output-not-writable",
            place,
            f"the output cannot be written: {reason}",
            "Check the folder given with -o; a run that succeeds repairs what is half written.",
        ) from error


def _outermost(root: Path, absent: Iterable[str]) -> list[str]:
    """Return the folders that are not there but whose parents are, down to the ``absent`` ones."""
    found = set()
    for folder in absent:
        while (parent := folder.rpartition("/")[0]) and not os.path.isdir(f"{root}/{parent}"):
            folder = parent
        found.add(folder)
    return sorted(found)


def _write(path: str, content: bytes) -> None:
    descriptor = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:  # a nearly full disk takes a part, and the next call says why
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)
