"""Multipart bodies (RFC 7578; OpenAPI, "Special Considerations for multipart Content")."""

from __future__ import annotations

import mimetypes
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from .contents import BytesContent, Content, FileContent, content_of
from .media import essence, is_json
from .omission import Omit
from .parameters import header_text
from .serialization import to_json_bytes, to_json_value, to_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping

_Named: TypeAlias = "tuple[str | None, FileContent] | tuple[str | None, FileContent, str | None]"
_Headed: TypeAlias = "tuple[str | None, FileContent, str | None, Mapping[str, object]]"
FileInput: TypeAlias = "FileContent | _Named | _Headed"
"""A file to upload: a path, bytes, a binary file object, or a tuple of name, one of these and
(optionally) a media type and headers of the part. A plain ``str`` is text, not a path."""


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """OpenAPI's Encoding Object for one property.

    ``style``, ``explode`` and ``allow_reserved`` count for URL-encoded forms, ``headers`` for
    multipart bodies.
    """

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: Mapping[str, object] = field(default_factory=dict)


_PLAIN = PartEncoding()


class MultipartContent(Content):
    """The parts with their boundaries, read one after the other."""

    def __init__(self, parts: list[tuple[bytes, Content]]) -> None:
        self.boundary = os.urandom(16).hex()
        self._parts = parts
        self.rewindable = all(content.rewindable for _, content in parts)
        self.length = self._length()

    def _length(self) -> int | None:
        overhead = len(self.boundary) + 4  # --boundary CRLF
        total = overhead + 2  # the last boundary has -- more
        for head, content in self._parts:
            if content.length is None:
                return None
            total += overhead + len(head) + content.length + 2
        return total

    def chunks(self) -> Iterator[bytes]:
        """Yields the whole body."""
        delimiter = b"--" + self.boundary.encode()
        for head, content in self._parts:
            yield delimiter + b"\r\n" + head
            yield from content.chunks()
            yield b"\r\n"
        yield delimiter + b"--\r\n"

    async def achunks(self) -> AsyncIterator[bytes]:
        """Yields the whole body."""
        delimiter = b"--" + self.boundary.encode()
        for head, content in self._parts:
            yield delimiter + b"\r\n" + head
            async for chunk in content.achunks():
                yield chunk
            yield b"\r\n"
        yield delimiter + b"--\r\n"


def multipart_content(
    fields: Mapping[str, object], encodings: Mapping[str, PartEncoding]
) -> MultipartContent:
    """Returns the body for ``fields``; a list gives one part per item, ``None`` and ``omit`` none.

    Raises ``ValueError`` for headers with line breaks, ``OSError`` for files that are not there.
    """
    parts: list[tuple[bytes, Content]] = []
    for name, value in fields.items():
        encoding = encodings.get(name, _PLAIN)
        items = value if isinstance(value, list | tuple) and not _is_file_tuple(value) else [value]
        parts += [
            _part(name, item, encoding)
            for item in items
            if item is not None and not isinstance(item, Omit)
        ]
    return MultipartContent(parts)


def unnamed_content(
    items: Iterable[object], encodings: Mapping[str, PartEncoding]
) -> MultipartContent:
    """Returns the body for parts that have no names (RFC 2046, section 5.1; OpenAPI 3.2).

    ``encodings`` holds those of the first parts under their positions, that of the others under ``*``.
    """
    rest = encodings.get("*", _PLAIN)
    return MultipartContent(
        [
            _part("", item, encodings.get(str(position), rest))
            for position, item in enumerate(items)
            if item is not None and not isinstance(item, Omit)
        ]
    )


def _is_file_tuple(value: object) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) in (2, 3, 4)
        and (value[0] is None or isinstance(value[0], str))
        and is_file(value[1])
    )


def is_file(value: object) -> bool:
    """Whether a value is bytes or a file."""
    return isinstance(value, bytes | bytearray | memoryview | os.PathLike) or callable(
        getattr(value, "read", None)
    )


def _part(name: str, value: object, encoding: PartEncoding) -> tuple[bytes, Content]:
    filename: str | None = None
    media_type: str | None = None
    if _is_file_tuple(value):
        filename, value, media_type, headers = (*value, None, None)[:4]  # type: ignore[misc]
        if headers:  # of the types checked above
            encoding = replace(encoding, headers={**encoding.headers, **headers})
        content = content_of(value)
    else:
        content = content_of(value)
        filename = _file_name(value) if content else None
    if content is not None:
        media_type = media_type or (
            concrete_type(encoding.content_type or "*/*", _guessed(filename))
            or "application/octet-stream"
        )
        return _head(name, filename or "", media_type, encoding), content
    data, media_type = _field(value, encoding)
    return _head(name, "", media_type, encoding), BytesContent(data)


def _field(value: object, encoding: PartEncoding) -> tuple[bytes, str]:
    """Returns the bytes and media type of a part that is no file; scalars are plain text."""
    declared = _first_concrete(encoding.content_type)
    if is_json(essence(declared)):
        return to_json_bytes(value), declared
    data: Any = to_json_value(value)
    if isinstance(data, dict | list):
        return to_json_bytes(data), declared or "application/json"
    return to_text(data).encode(), declared


def _file_name(value: object) -> str:
    name = os.fspath(value) if isinstance(value, os.PathLike) else getattr(value, "name", None)
    return os.path.basename(name) if isinstance(name, str) and name else "upload"  # noqa: PTH119


def guessed_type(value: object) -> str:
    """Returns the media type that a file's name says it has, or an empty text."""
    return _guessed(_file_name(value)) if is_file(value) else ""


def _guessed(filename: str | None) -> str:
    return mimetypes.guess_type(filename or "")[0] or ""


def concrete_type(declared: str, guessed: str) -> str:
    """Returns which of the ``declared`` media types and ranges is meant: ``guessed``, if it is among them.

    Else the first that is no range, or plain bytes where any or any ``application/*`` are taken; an
    empty text where nothing fits.
    """
    allowed = [essence(one) for one in declared.split(",")]
    wild = any(one in ("*/*", "*") or one == guessed.split("/")[0] + "/*" for one in allowed)
    if guessed and (guessed in allowed or wild):
        return guessed
    takes_bytes = not {"*/*", "*", "application/*"}.isdisjoint(allowed)
    return _first_concrete(declared) or ("application/octet-stream" if takes_bytes else "")


def _first_concrete(declared: str) -> str:
    types = (one.strip() for one in declared.split(","))
    return next((one for one in types if one and "*" not in one), "")


def _head(name: str, filename: str, media_type: str, encoding: PartEncoding) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{_quoted(name)}"'] if name else []
    if filename and lines:
        lines[0] += f'; filename="{_quoted(filename)}"'
    if media_type:
        lines.append(f"Content-Type: {header_text('Content-Type', media_type)}")
    lines += [
        f"{key}: {header_text(key, value)}"
        for key, value in encoding.headers.items()
        if value is not None and not isinstance(value, Omit) and key.lower() != "content-type"
    ]
    return ("".join(f"{line}\r\n" for line in lines) + "\r\n").encode()


def _quoted(text: str) -> str:
    """Escapes a name as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm")."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
