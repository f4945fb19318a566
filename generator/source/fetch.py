"""Gets the bytes of a document."""

from __future__ import annotations

import sys
from pathlib import Path

from .document import fault
from .limits import MAX_BYTES


def read_bytes(location: str | Path) -> tuple[str, bytes]:
    """Return the name of a document and its bytes.

    Raises:
        SourceError: it cannot be read, or is too large.
    """
    if location == "-":
        return "<stdin>", check_size("<stdin>", sys.stdin.buffer.read(MAX_BYTES + 1), MAX_BYTES)
    if isinstance(location, str) and is_url(location):
        from .remote import fetch_url

        return location, fetch_url(location)
    return str(location), read_file(Path(location), str(location))


def is_url(location: str) -> bool:
    """Say whether a location is an ``http(s)`` URL."""
    return location.lower().startswith(("http://", "https://"))


def read_file(path: Path, uri: str) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        SourceError: there is none, or it is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise fault(
            uri, "missing-file", "no such file", "Check the path; it is relative to where you are."
        ) from None
    except IsADirectoryError:
        raise fault(
            uri, "is-a-directory", "this is a directory", "Name the OpenAPI document in it."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise fault(
            uri, "unreadable-file", f"the file cannot be read: {reason}", "Check the path."
        ) from None
    return check_size(uri, content, MAX_BYTES)


def check_size(uri: str, content: bytes, limit: int) -> bytes:
    """Return ``content`` if it is within the limit.

    Raises:
        SourceError: it is larger.
    """
    if len(content) > limit:
        raise fault(
            uri,
            "document-too-large",
            f"the document is larger than {limit // (1024 * 1024)} MB",
            "Split it, or check that this is the right file.",
        )
    return content
