"""Request bodies: JSON, forms, multipart and raw bytes, encoded when the request is built."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from .contents import Content, FileContent, IteratorContent, content_of
from .media import essence, is_json, is_json_sequence, match
from .multipart import (
    FileInput,
    PartEncoding,
    concrete_type,
    guessed_type,
    multipart_content,
    unnamed_content,
)
from .omission import Omit, omit
from .parameters import JsonText, Styled, query_pairs
from .serialization import to_json_bytes, to_json_value, to_text

__all__ = [
    "Body",
    "EncodedBody",
    "FileInput",
    "Form",
    "Json",
    "JsonLines",
    "Multipart",
    "PartEncoding",
    "Raw",
    "check_choice",
]


def check_choice(content_type: str | Omit, *media_types: str) -> None:
    """Raises ``ValueError`` for a media type that is none of those a body can be sent as."""
    if not isinstance(content_type, Omit) and content_type not in media_types:
        raise ValueError(f"content_type={content_type!r} is none of {', '.join(media_types)}")


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body ready to send; ``content`` is the bytes, or where to read them."""

    content: bytes | Content
    media_type: str

    @property
    def rewindable(self) -> bool:
        """Whether it can be sent a second time."""
        return isinstance(self.content, bytes) or self.content.rewindable


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON body. Members that are ``omit`` are dropped; ``None`` is ``null``.

    ``optional``: no body at all where every member is omitted.
    """

    value: object
    media_type: str = "application/json"
    optional: bool = False

    def encode(self) -> EncodedBody | None:
        """Returns the bytes. Raises ``TypeError`` and ``ValueError`` for what JSON cannot hold."""
        value = self.value
        if isinstance(value, Omit):
            return None
        if type(value) is dict:
            value = {name: member for name, member in value.items() if member is not omit}
            if not value and self.optional:
                return None
        return EncodedBody(to_json_bytes(value), self.media_type)

    def merged(self, extra: Mapping[str, Any]) -> Json:
        """Returns the body with more members. Raises ``TypeError`` unless it is an object."""
        value = {} if isinstance(self.value, Omit) else to_json_value(self.value)
        if not isinstance(value, dict):
            raise TypeError("extra_body needs a body that is an object")
        return replace(self, value={**value, **extra})


@dataclass(frozen=True, slots=True)
class JsonLines:
    """One JSON text after the other, a line each; ``application/json-seq`` marks their beginnings.

    Bytes and text are lines already.
    """

    value: Iterable[object] | Omit
    media_type: str = "application/jsonl"

    def encode(self) -> EncodedBody | None:
        """Returns the bytes (RFC 7464 for sequences). Raises ``TypeError`` as JSON does."""
        if isinstance(self.value, Omit):
            return None
        if isinstance(self.value, bytes | str):
            return Raw(self.value, self.media_type).encode()
        mark = b"\x1e" if is_json_sequence(essence(self.media_type)) else b""
        lines = (mark + to_json_bytes(item) + b"\n" for item in self.value)
        return EncodedBody(b"".join(lines), self.media_type)

    def merged(self, extra: Mapping[str, Any]) -> JsonLines:
        """Raises ``TypeError``: a sequence has no members to add to."""
        raise TypeError(f"extra_body ({', '.join(extra)}) cannot be added to {self.media_type}")


@dataclass(frozen=True, slots=True)
class Form:
    """An ``application/x-www-form-urlencoded`` body; ``None`` cannot be sent and is left out."""

    value: object
    encoding: Mapping[str, PartEncoding] | None = None
    media_type: str = "application/x-www-form-urlencoded"
    optional: bool = False

    def encode(self) -> EncodedBody | None:
        """Returns the bytes (OpenAPI, "Support for x-www-form-urlencoded Request Bodies")."""
        if isinstance(self.value, Omit):
            return None
        fields = _fields(self.value)
        encodings = self.encoding or {}
        pairs = [
            pair
            for name, value in fields.items()
            if value is not None and not isinstance(value, Omit)
            for pair in query_pairs(name, _form_value(value, encodings.get(name)))
        ]
        if not pairs and self.optional:
            return None
        return EncodedBody("&".join(pairs).encode(), self.media_type)

    def merged(self, extra: Mapping[str, Any]) -> Form:
        """Returns the body with more fields."""
        return replace(self, value={**_fields(self.value), **extra})


def _form_value(value: object, encoding: PartEncoding | None) -> object:
    """Objects are JSON text unless a style is given (Encoding Object, ``contentType`` defaults)."""
    if encoding is not None and encoding.style:
        explode = encoding.explode if encoding.explode is not None else encoding.style == "form"
        style: Any = encoding.style
        return Styled(value, style, explode, encoding.allow_reserved)
    if encoding is not None and is_json(essence(encoding.content_type)):
        return JsonText(value)
    if encoding is not None and (encoding.explode is not None or encoding.allow_reserved):
        return Styled(value, "form", encoding.explode is not False, encoding.allow_reserved)
    data = to_json_value(value)
    return JsonText(data) if isinstance(data, dict) else data


@dataclass(frozen=True, slots=True)
class Multipart:
    """A ``multipart/form-data`` body (or another multipart type) of fields and files.

    A list of values gives parts without names; their encodings are found under their position, or
    under ``*``.
    """

    value: object
    encoding: Mapping[str, PartEncoding] | None = None
    media_type: str = "multipart/form-data"
    optional: bool = False

    def encode(self) -> EncodedBody | None:
        """Returns where to read the bytes. Raises ``OSError`` for files that are not there."""
        if isinstance(self.value, Omit):
            return None
        if isinstance(self.value, list | tuple):
            content = unnamed_content(self.value, self.encoding or {})
            return EncodedBody(content, f"{self.media_type}; boundary={content.boundary}")
        fields = _fields(self.value)
        if self.optional and all(value is None or value is omit for value in fields.values()):
            return None
        content = multipart_content(fields, self.encoding or {})
        return EncodedBody(content, f"{self.media_type}; boundary={content.boundary}")

    def merged(self, extra: Mapping[str, Any]) -> Multipart:
        """Returns the body with more fields."""
        return replace(self, value={**_fields(self.value), **extra})


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes, text, a file or an iterator of bytes, sent as they are.

    ``media_type`` may be ranges (``image/*, application/pdf``), of which ``content_type`` names one;
    without, the file's name tells.
    """

    value: FileContent | str | Iterable[bytes] | AsyncIterable[bytes] | Omit | None
    media_type: str = "application/octet-stream"
    content_type: str | Omit = omit

    def encode(self) -> EncodedBody | None:
        """Returns the bytes or where to read them.

        Raises ``TypeError`` for other values, ``ValueError`` where the media type cannot be told.
        """
        value = self.value
        if value is None or isinstance(value, Omit):
            return None
        media_type = self._media_type()
        if isinstance(value, bytes):
            return EncodedBody(value, media_type)
        if isinstance(value, str | int | float):  # numbers: a text body described by a schema
            return EncodedBody(to_text(value).encode(), media_type)
        content = content_of(value)
        is_object = isinstance(value, Mapping) or hasattr(value, "model_fields_set")
        if content is None and not is_object and isinstance(value, Iterable | AsyncIterable):
            content = IteratorContent(value)  # type: ignore[arg-type]  # of bytes, by the contract
        if content is None:
            raise TypeError(f"a {self.media_type} body cannot be made of {type(value).__name__}")
        return EncodedBody(content, media_type)

    def _media_type(self) -> str:
        if not isinstance(self.content_type, Omit):
            offered = [essence(one) for one in self.media_type.split(",")]
            if not any(match(one, essence(self.content_type)) for one in offered):
                raise ValueError(f"content_type={self.content_type!r} is not of {self.media_type}")
            return self.content_type
        if "*" not in self.media_type:
            return self.media_type
        text = "text/plain" if isinstance(self.value, str) else ""
        found = concrete_type(self.media_type, text or guessed_type(self.value))
        if not found:
            raise ValueError(f"say which of {self.media_type} the body is: content_type=...")
        return found

    def merged(self, extra: Mapping[str, Any]) -> Raw:
        """Raises ``TypeError``: bytes have no members to add to."""
        raise TypeError(
            f"extra_body ({', '.join(extra)}) cannot be added to a {self.media_type} body"
        )


Body: TypeAlias = Json | JsonLines | Form | Multipart | Raw


def _fields(value: object) -> Mapping[str, object]:
    """Returns the top-level members as they are, since files and bytes have no JSON form."""
    if isinstance(value, Mapping):
        return value
    members = getattr(value, "model_fields_set", None)
    if members is None:
        raise TypeError(
            f"a form cannot be made of {type(value).__name__}; pass a mapping or a model"
        )
    data = to_json_value(value)
    return data if isinstance(data, dict) else {}
