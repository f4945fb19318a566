"""One OpenAPI document as it was read, and the error for one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..diagnostics import Diagnostic, DiagnosticError, Location, Severity


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    ``uri`` is the path as given, the URL, or ``<stdin>``; ``data`` holds JSON values only, with string
    keys; ``sha256`` is taken over the bytes.
    """

    uri: str
    data: dict[str, Any]
    text: str
    format: Literal["json", "yaml"]
    sha256: str


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
