"""Formats generated Python: by ruff in one process for all files, by black, or not at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from ...diagnostics import Diagnostic, DiagnosticError, Location, Severity
from ...files import GeneratedFile
from .pieces import LINE_LENGTH, module_of, put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ...config import FormatterName
    from ...files import Piece

_MEMORY = Path("/dev/shm")  # noqa: S108 -- a memory file system; the folder made in it is private

# A line of code that is too long for the formatter, or that it may measure otherwise than we do:
# there are characters as wide as two, and others that take no place.
_UNSURE = re.compile(rf"^[^#\n][^\n]{{{LINE_LENGTH}}}", re.MULTILINE)
_PLAIN = re.compile(r"[\x00-\x7f\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")

_Changed: TypeAlias = "Callable[[], Iterable[GeneratedFile]]"


class FormatError(DiagnosticError):
    """A generated file is no Python: a mistake of the generator or of a user's template."""

    def __init__(self, found: str) -> None:
        """Tell it as a fault, with what the formatter says, which names the file."""
        super().__init__(
            Diagnostic(
                "no-python",
                Severity.ERROR,
                "",
                f"what was made is no Python, so nothing is written: {found}",
                "A template of yours may be the reason. Else this is a bug of twinspec, whatever the"
                " document says: please report it; `--formatter none` writes the files as they are.",
                Location("generated files"),
            )
        )


@contextmanager
def formatting(
    files: Sequence[GeneratedFile],
    formatter: FormatterName,
    known: Mapping[str, GeneratedFile] = MappingProxyType({}),
    pieces: Mapping[str, Sequence[Piece]] = MappingProxyType({}),
) -> Iterator[Callable[[], tuple[GeneratedFile, ...]]]:
    """Format the ``.py`` files among ``files``; order and all others stay as they are.

    ``known`` are formatted files by path, which need not be formatted again, ``pieces`` what there is to
    format in others, of which ruff is given nothing else. What is given to the
    block returns the result when it is called. Until then the formatter works in processes of its own.

    Raises:
        FormatError: a file does not parse.
        DiagnosticError: the formatter is not installed.
    """
    if formatter == "none":
        yield lambda: tuple(files)
        return
    sources = [file for file in files if file.path.endswith(".py") and file.path not in known]
    start = partial(_ruff, pieces=pieces) if formatter == "ruff" else _black
    with start(sources) as changed:
        yield lambda: _replaced(files, {**known, **{file.path: file for file in changed()}})


def fits(file: GeneratedFile) -> bool:
    """Whether each line is surely short enough, so that a file that was laid out well stays as it is."""
    return not _UNSURE.search(file.text) and is_measured(file)


def is_measured(file: GeneratedFile) -> bool:
    """Whether lines are as long to the formatter as they are to us."""
    return file.text.isascii() or _PLAIN.fullmatch(file.text) is not None


def format_files(
    files: Sequence[GeneratedFile], formatter: FormatterName
) -> tuple[GeneratedFile, ...]:
    """Format at once, as :func:`formatting` does."""
    with formatting(files, formatter) as formatted:
        return formatted()


def _replaced(
    files: Sequence[GeneratedFile], formatted: Mapping[str, GeneratedFile]
) -> tuple[GeneratedFile, ...]:
    return tuple(formatted.get(file.path, file) for file in files)


@contextmanager
def _ruff(
    files: Sequence[GeneratedFile], pieces: Mapping[str, Sequence[Piece]]
) -> Iterator[_Changed]:
    """Give what yields each file that ruff changed."""
    from ruff import find_ruff_bin

    given = [
        GeneratedFile(file.path, module_of(pieces[file.path])) if file.path in pieces else file
        for file in files
    ]
    folder = _make_scratch(given)
    try:
        names = _store(folder, given)
        command = [
            find_ruff_bin(),
            *("format", "--isolated", "--no-cache", "--no-respect-gitignore"),
            *("--line-length", str(LINE_LENGTH), "--target-version", "py311"),
            *("--config", "exclude=[]", folder),
        ]
        with subprocess.Popen(  # noqa: S603 -- a fixed command
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
        ) as process:

            def changed() -> Iterator[GeneratedFile]:
                _, errors = process.communicate()
                if process.returncode:
                    raise FormatError(errors.replace(f"{folder}/", "").strip())
                for file, name in zip(files, names, strict=True):
                    if not os.stat(name).st_mtime_ns:
                        continue
                    made = GeneratedFile.of(file.path, Path(name).read_bytes())
                    if file.path in pieces:
                        text = put_back(file.text, pieces[file.path], made.text)
                        made = GeneratedFile(file.path, text)
                    yield made

            yield changed
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_scratch(files: Sequence[GeneratedFile]) -> str:
    """Make a temporary folder: in memory where there is room, three times as quick as the disk."""
    needed = sum(max(len(file.text), 4096) for file in files) * 3
    in_memory = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > needed
    return tempfile.mkdtemp(prefix="twinspec-", dir=_MEMORY if in_memory else None)


def _store(folder: str, files: Sequence[GeneratedFile]) -> list[str]:
    """Write the files with modification time 0, so that what ruff rewrites shows; return the names."""
    names = []
    for parent in {file.path.rpartition("/")[0] for file in files}:
        os.makedirs(f"{folder}/{parent}", exist_ok=True)
    for file in files:
        name = f"{folder}/{file.path}"
        with open(name, "wb", buffering=0) as target:
            target.write(file.content)
        os.utime(name, ns=(0, 0))
        names.append(name)
    return names


@contextmanager
def _black(files: Sequence[GeneratedFile]) -> Iterator[_Changed]:
    """Give what yields each file, formatted by black in as many processes as pay."""
    try:
        import black  # noqa: F401
    except ModuleNotFoundError:
        raise DiagnosticError(
            Diagnostic(
                "missing-formatter",
                Severity.ERROR,
                "",
                "black is not installed",
                "Run `pip install 'twinspec[black]'`, or use `--formatter ruff`.",
                Location("configuration"),
            )
        ) from None
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        formatted = pool.map(_blacken, files, chunksize=16)
        yield lambda: formatted


def _blacken(file: GeneratedFile) -> GeneratedFile:
    import black
    from black.mode import TargetVersion
    from black.parsing import InvalidInput

    mode = black.Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    try:
        return GeneratedFile(file.path, black.format_str(file.text, mode=mode))
    except InvalidInput as error:
        raise FormatError(f"{file.path}: {error}") from None
