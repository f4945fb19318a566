"""What a run into a folder was made from and what it made, so that the next one does only what changed.

It is kept in the user's cache, not in the output folder: it says what is so on this machine, and an
output folder may come from somebody else, whose word for what stands in it would have to be believed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .cache import cache_folder, program_digest
from .diagnostics import Diagnostic, DiagnosticError, Location, Severity
from .files import GeneratedFile, digest_of
from .frozen import dataclass
from .output import WriteReport, read_output, record_of, replace_file
from .result import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .config import Config

_MOST_KEPT = 64
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the run before; ``made_from`` stands for all that decides the output of this one.

    Except for the documents: which ones take part is known only when they have been read.
    """

    path: Path
    made_from: str
    output: Path
    note: Mapping[str, Any]

    def unchanged(self) -> Result | None:
        """Return what a whole run would return, if it would change nothing."""
        note = self.note
        if note.get("made_from") != self.made_from or not _same_documents(note["documents"]):
            return None
        if not note["record"] or record_of(self.output) != note["record"]:
            return None
        files = read_output(self.output, {path: made for path, (_, made) in note["files"].items()})
        if files is None:
            return None
        return Result(
            package=note["package"],
            files=tuple(
                GeneratedFile.of(path, content, note["files"][path][1])
                for path, content in files.items()
            ),
            diagnostics=tuple(map(_read_diagnostic, note["diagnostics"])),
            sources=tuple((uri, digest) for uri, digest in note["sources"]),
            timings=(),
            report=WriteReport(str(self.output), unchanged=len(files)),
        )

    def formatted(self, rendered: Iterable[GeneratedFile]) -> dict[str, GeneratedFile]:
        """Return by path what the formatter makes of those files that it has seen before."""
        if self.note.get("made_from") != self.made_from:
            return {}
        known = self.note["files"]
        files = {}
        for file in rendered:
            before, made = known.get(file.path, ("", ""))
            if before and before == file.digest:
                found = read_output(self.output, {file.path: made})
                if found is not None:
                    files[file.path] = GeneratedFile.of(file.path, found[file.path], made)
        return files

    def keep(
        self, result: Result, rendered: Mapping[str, str], documents: Mapping[str, str]
    ) -> None:
        """Note a run that has been written.

        ``rendered`` are the digests by path of the files that were formatted, before they were;
        ``documents`` all that were looked for, with the digest of each, ``""`` for those that could
        not be read.
        """
        if result.report is None or result.report.kept or not _are_local(documents):
            return
        files = {file.path: (rendered.get(file.path, ""), file.digest) for file in result.files}
        note = {
            "made_from": self.made_from,
            "package": result.package,
            "sources": result.sources,
            "documents": {str(Path(name).absolute()): made for name, made in documents.items()},
            "record": record_of(self.output),
            "files": files,
            "diagnostics": [asdict(one) for one in result.diagnostics],
        }
        try:
            replace_file(self.path, json.dumps(note))
        except DiagnosticError:
            return  # a full or read-only cache costs time, and nothing else
        _forget_oldest(self.path.parent)


def recall(spec: str | Path, config: Config, output: Path) -> Memory | None:
    """Return what is known of the last run with this document into this folder.

    ``None`` if nothing can be known: the document is no local file, or there is no cache.
    """
    folder = cache_folder("runs")
    if folder is None or not Path(spec).is_file():
        return None
    place = str(output.absolute())
    decides = [
        *(
            _VERSION,
            program_digest(),
            str(spec),
            str(output),
            place,
            str(Path.cwd()),
            asdict(config),
        ),
        _digest_of(Path(spec).with_name("behaviour.py")),
        _digest_of_folder(Path(config.templates)) if config.templates else "",
    ]
    made_from = digest_of(json.dumps(decides).encode())
    path = folder / f"{digest_of(place.encode())[:32]}.json"
    return Memory(path, made_from, output, _read_note(path))


def _read_note(path: Path) -> Mapping[str, Any]:
    try:
        note = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _are_local(documents: Iterable[str]) -> bool:
    return not any("://" in name for name in documents)


def _same_documents(documents: Mapping[str, str]) -> bool:
    return all(_digest_of(Path(name)) == digest for name, digest in documents.items())


def _digest_of_folder(folder: Path) -> str:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return digest_of("".join(f"{path}\0{_digest_of(path)}\n" for path in paths).encode())


def _digest_of(path: Path) -> str:
    """Return the digest of a file's bytes, ``""`` if it cannot be read."""
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def _read_diagnostic(told: Mapping[str, Any]) -> Diagnostic:
    place = Location(**told["location"]) if told["location"] else None
    return Diagnostic(**{**told, "severity": Severity(told["severity"]), "location": place})


def _forget_oldest(folder: Path) -> None:
    """Leave the notes of the folders that were written last."""
    notes: list[tuple[float, str]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".json"):
                with suppress(FileNotFoundError):  # another run forgets some at the same time
                    notes.append((entry.stat().st_mtime, entry.path))
    for _, path in sorted(notes)[:-_MOST_KEPT]:
        Path(path).unlink(missing_ok=True)
