"""Reads ``multipart/form-data`` (RFC 7578, RFC 2046 section 5.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAMETER = re.compile(r';\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)')


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``filename`` is ``None`` for a plain field, ``content_type`` empty where none stands."""

    name: str
    data: bytes
    filename: str | None = None
    content_type: str = ""


def parse_multipart(body: bytes, content_type: str) -> list[Part]:
    """Return the parts of a body.

    Raises:
        ValueError: if there is no boundary, or the body does not follow it.
    """
    boundary = header_parameters(content_type).get("boundary")
    if not boundary:
        raise ValueError("the Content-Type has no boundary")
    return [
        _part(section) for section in _sections(body, b"--" + boundary.encode("latin-1", "replace"))
    ]


def header_parameters(value: str) -> dict[str, str]:
    """Return the parameters behind the first semicolon of a header value, names in lower case."""
    found: dict[str, str] = {}
    for name, raw in _PARAMETER.findall(value):
        text = raw.strip()
        if text.startswith('"'):
            # Browsers escape only quotes; a backslash before anything else is part of a file name.
            text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
        found.setdefault(name.lower(), text)
    return found


def _sections(body: bytes, delimiter: bytes) -> Iterator[bytes]:
    if body.startswith(delimiter):
        body = b"\r\n" + body
    pieces = body.split(b"\r\n" + delimiter)
    if len(pieces) < 2:
        raise ValueError("the body does not hold the boundary")
    for piece in pieces[1:]:
        if piece.startswith(b"--"):
            return
        _, newline, section = piece.partition(b"\r\n")
        if not newline:
            raise ValueError("a part has no header")
        yield section
    raise ValueError("the closing boundary is missing")


def _part(section: bytes) -> Part:
    if section.startswith(b"\r\n"):
        head, data = b"", section[2:]
    else:
        head, separator, data = section.partition(b"\r\n\r\n")
        if not separator:
            raise ValueError("a part has no header")
    fields: dict[str, str] = {}
    for line in re.sub(rb"\r\n[ \t]+", b" ", head).split(b"\r\n"):
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields[name.strip().lower()] = value.strip()
    disposition = header_parameters(fields.get("content-disposition", ""))
    if "name" not in disposition:
        raise ValueError("a part has no name")
    return Part(disposition["name"], data, _filename(disposition), fields.get("content-type", ""))


def _filename(disposition: dict[str, str]) -> str | None:
    extended = disposition.get("filename*")  # RFC 8187
    if extended and extended.count("'") >= 2:
        charset, _, text = extended.split("'", 2)
        try:
            return unquote(text, encoding=charset or "utf-8", errors="replace")
        except LookupError:
            return unquote(text, errors="replace")
    return disposition.get("filename")
