"""Writes responses that are arrays of parts (RFC 2046, section 5.1; OpenAPI 3.2)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .exchange import FileUpload
from .json_text import dump_plain, to_json
from .operations import EncodingSpec, is_json
from .parts import as_text, is_concrete

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .operations import MediaSpec

_PLAIN = EncodingSpec()


class PartsWriter:
    """Writes the parts of one response, one after the other.

    Args:
        media: the declared media type.
        judge: called with each part and with all of them, and the pointers of their schemas.
    """

    def __init__(self, media: MediaSpec, judge: Callable[[Any, str], None] | None) -> None:
        self._boundary = os.urandom(16).hex()
        self._media = media
        self._judge = judge
        self._count = 0

    def content_type(self, media_type: str) -> str:
        """Return a media type with the boundary."""
        return f"{media_type}; boundary={self._boundary}"

    def whole(self, values: Sequence[Any]) -> bytes:
        """Return a whole body."""
        if self._judge is not None and self._media.schema:
            self._judge([_judged(value) for value in values], self._media.schema)
        return b"".join([*map(self.part, values), self.end()])

    def part(self, value: Any) -> bytes:
        """Return the next part: bytes and files as they are, texts where no JSON is declared, else JSON."""
        if self._judge is not None and self._media.items:
            self._judge(_judged(value), self._media.items)
        encodings = self._media.encoding or {}
        encoding = encodings.get(str(self._count)) or encodings.get("*", _PLAIN)
        self._count += 1
        declared = encoding.content_type if is_concrete(encoding.content_type) else ""
        head, data = _written(value, declared)
        return b"".join((self._delimiter(), b"\r\n", head.encode(), b"\r\n\r\n", data, b"\r\n"))

    def end(self) -> bytes:
        """Return what stands behind the last part."""
        return self._delimiter() + b"--\r\n"

    def _delimiter(self) -> bytes:
        return f"--{self._boundary}".encode()


def _judged(value: Any) -> Any:
    if isinstance(value, FileUpload):
        return as_text(value.data)
    return as_text(bytes(value)) if _is_bytes(value) else to_json(value)


def _written(value: Any, declared: str) -> tuple[str, bytes]:
    """Return the header of a part, and its content."""
    if isinstance(value, FileUpload):
        name = value.filename.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
        head = f"Content-Type: {value.content_type}"
        if name:
            head += f'\r\nContent-Disposition: attachment; filename="{name}"'
        return head, value.data
    if _is_bytes(value):
        return f"Content-Type: {declared or 'application/octet-stream'}", bytes(value)
    if isinstance(value, str) and not is_json(declared):
        return f"Content-Type: {declared or 'text/plain; charset=utf-8'}", value.encode()
    kind = declared if is_json(declared) else "application/json"
    return f"Content-Type: {kind}", dump_plain(to_json(value))


def _is_bytes(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview))
