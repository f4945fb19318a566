"""One OpenAPI document as it was read, and the error for one that cannot be read."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

from ..diagnostics import Diagnostic, DiagnosticError, Location, Severity
from ..frozen import dataclass

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    ``uri`` is the path as given, the URL, or ``<stdin>``; ``data`` holds JSON values only, with string
    keys; ``sha256`` is taken over the bytes.
    """

    uri: str
    data: dict[str, Any]
    content: bytes
    format: Literal["json", "yaml"]
    sha256: str

    @property
    def text(self) -> str:
        """The text of the file; it is decoded each time, as only messages need it."""
        return self.content.decode(encoding_of(self.content))


class Parsed(NamedTuple):
    """What is known of bytes already: the JSON value that they hold, and their SHA-256."""

    data: Any
    sha256: str


def encoding_of(content: bytes) -> str:
    """Return the encoding that a byte order mark tells, UTF-8 where there is none."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")


class SourceError(DiagnosticError):
    """The document cannot be read, or is no OpenAPI document at all."""


def fault(
    uri: str,
    code: str,
    message: str,
    hint: str,
    *,
    line: int | None = None,
    column: int | None = None,
) -> SourceError:
    """Make the error for a document that cannot be used, placed in the file it is about."""
    location = Location(uri, line, column)
    return SourceError(Diagnostic(code, Severity.ERROR, "#", message, hint, location))
