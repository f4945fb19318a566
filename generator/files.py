"""The values that pass from the planner to the renderer and from the renderer to the disk."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file to be formatted by itself, between what makes it a whole module."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to render: template name, output path (relative, ``/``-separated), template values.

    ``laid_out`` says that template and values are made so that a formatter has nothing to change
    where no line is too long. ``pieces``, where they are known, are what else it has to change, in order.
    """

    path: str
    template: str
    view: Mapping[str, object]
    laid_out: bool = False
    pieces: tuple[Piece, ...] | None = None

    def at(self, path: str) -> Artifact:
        """Return the same artifact at another path."""
        return Artifact(path, self.template, self.view, self.laid_out, self.pieces)


class GeneratedFile:
    """A finished file: output path (relative, ``/``-separated) and its text (UTF-8, ``\\n``).

    Text, bytes and hash are each made of what there is when they are first asked for, and kept: most
    files are only written, those of another process come as bytes. Never changed once made.
    """

    __slots__ = ("_content", "_digest", "_text", "path")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text: str | None = text
        self._content: bytes | None = None
        self._digest = ""

    @classmethod
    def of(cls, path: str, content: bytes, digest: str = "") -> GeneratedFile:
        """Return a file with this content, and its hash where that is known."""
        file = cls(path, "")
        file._text, file._content, file._digest = None, content, digest
        return file

    @property
    def text(self) -> str:
        """The text."""
        if self._text is None:
            assert self._content is not None  # noqa: S101 -- there is one or the other
            self._text = self._content.decode()
        return self._text

    @property
    def content(self) -> bytes:
        """The text in UTF-8."""
        if self._content is None:
            self._content = self.text.encode()
        return self._content

    @property
    def digest(self) -> str:
        """The hash of the content, as `digest_of` makes it."""
        if not self._digest:
            self._digest = digest_of(self.content)
        return self._digest

    def at(self, path: str) -> GeneratedFile:
        """Return the same file at another path."""
        file = GeneratedFile(path, "")
        file._text, file._content, file._digest = self._text, self._content, self._digest
        return file

    def __reduce__(self) -> tuple[object, ...]:
        return GeneratedFile.of, (self.path, self.content, self._digest)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, GeneratedFile):
            return NotImplemented
        return self.path == other.path and self.content == other.content

    def __hash__(self) -> int:
        return hash((self.path, self.content))

    def __repr__(self) -> str:
        return f"GeneratedFile({self.path!r}, {self.text!r})"


File = TypeVar("File", Artifact, GeneratedFile)


def below(folder: str, files: Iterable[File]) -> Iterator[File]:
    """Yield the same files in a folder."""
    return (file.at(f"{folder}/{file.path}") for file in files)


def digest_of(content: bytes) -> str:
    """Return the hash by which contents are compared: SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
