"""Reads multipart bodies (RFC 2046, section 5.1; RFC 7578)."""

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
    """One part; ``content_type`` is empty where none stands.

    ``name`` is ``None`` for a part that is known by its position, ``filename`` for a plain field.
    """

    name: str | None
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
    return [_part(section) for section in _sections(body, boundary.encode("latin-1", "replace"))]


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


def _sections(body: bytes, boundary: bytes) -> Iterator[bytes]:
    if body.startswith(b"--" + boundary):
        body = b"\r\n" + body
    # Lines that go on behind the boundary belong to a multipart body within a part.
    line = rb"\r\n--" + re.escape(boundary) + rb"(?:(--)|[ \t]*(?=\r\n|\Z))"
    pieces = re.split(line, body)
    if len(pieces) < 2:
        raise ValueError("the body does not hold the boundary")
    for end, section in zip(pieces[1::2], pieces[2::2], strict=True):
        if end:
            return
        if not section:
            raise ValueError("a part has no header")
        yield section.removeprefix(b"\r\n")
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
    kind = fields.get("content-type", "")
    return Part(disposition.get("name"), data, _filename(disposition), kind)


def _filename(disposition: dict[str, str]) -> str | None:
    extended = disposition.get("filename*")  # RFC 8187
    if extended and extended.count("'") >= 2:
        charset, _, text = extended.split("'", 2)
        try:
            return unquote(text, encoding=charset or "utf-8", errors="replace")
        except LookupError:
            return unquote(text, errors="replace")
    return disposition.get("filename")
