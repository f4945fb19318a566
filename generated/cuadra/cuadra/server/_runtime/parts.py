"""The parts of multipart bodies as values: by their names, or by their positions.

OpenAPI 3.2, "Encoding by name" and "Encoding by position": forms have named parts, other multipart
media types (``multipart/mixed``, ``multipart/related``) are arrays of parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .coercion import ALL_TYPES, Coercion, json_or_text
from .exchange import BodyError, FileUpload, Violation
from .json_text import parse_json
from .multipart import header_parameters, parse_multipart
from .operations import EncodingSpec, is_json, media_range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Document
    from .multipart import Part
    from .operations import MediaSpec
    from .validator import Validator

UNJUDGED = object()
"""Stands for a value that JSON Schema has nothing to say about."""

_JUDGED_BYTES = 4096  # of a file: bounds are about text, a whole upload need not be turned into it
_PLAIN = EncodingSpec()


def read_named(whole: Coercion, parts: list[Part]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields of a form for the handler, and those to judge, where files are their text.

    Raises:
        ValueError: if a part has no name, or is JSON and cannot be read.
    """
    value: dict[str, Any] = {}
    judged: dict[str, Any] = {}
    for part in parts:
        if part.name is None:
            raise ValueError("a part has no name")
        name = part.name
        if name not in whole.properties and name.endswith("[]"):
            name = name.removesuffix("[]")
        inner = whole.property(name)
        is_list = inner.shape == "array"
        item = _field(part, inner.items if is_list else inner)
        text = as_text(item.data) if isinstance(item, FileUpload) else item
        if is_list and _is_whole(item, inner):
            value.setdefault(name, []).extend(item)
            judged.setdefault(name, []).extend(item)
        elif is_list:
            value.setdefault(name, []).append(item)
            judged.setdefault(name, []).append(text)
        else:
            value[name], judged[name] = item, text
    return value, judged


def as_text(data: bytes) -> str:
    """Return bytes as the text that a schema judges them by."""
    return data[:_JUDGED_BYTES].decode("latin-1")


def charset(content_type: str) -> str:
    """Return the encoding of a text; UTF-8 where none or an unknown one is named."""
    name = header_parameters(content_type).get("charset", "utf-8")
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


def is_concrete(declared: str) -> bool:
    """Whether a ``contentType`` is one media type, no range and no list."""
    return "," not in declared and "*" not in declared


def _is_whole(item: Any, array: Coercion) -> bool:
    """Whether one JSON part holds the whole array, not an item that is itself an array."""
    if not isinstance(item, list):
        return False
    return array.items.shape != "array" or any(isinstance(one, list) for one in item)


def _field(part: Part, coercion: Coercion) -> Any:
    is_file = part.filename is not None or coercion.is_binary
    if is_file and not (is_json(part.content_type) and coercion.shape == "object"):
        return _upload(part)
    if is_json(part.content_type):
        return parse_json(part.data)
    text = part.data.decode("utf-8", "replace")
    if coercion.shape != "scalar":
        return json_or_text(text)
    return coercion.scalar(text)


def _upload(part: Part) -> FileUpload:
    kind = part.content_type or "application/octet-stream"
    return FileUpload(part.filename or "", kind, part.data)


@dataclass(frozen=True, slots=True)
class PositionedParts:
    """How the parts of one media type are read whose schema is an array of them.

    ``whole`` is what ``schema`` says, ``item`` what ``itemSchema`` does, or else the ``items`` of it.
    """

    whole: Coercion
    item: Coercion
    encodings: Mapping[str, EncodingSpec]
    validator: Validator
    items: Validator

    @classmethod
    def of(cls, document: Document, media: MediaSpec) -> PositionedParts | None:
        """Return how a media type is read; ``None`` where it is no multipart, or has named parts."""
        if not media_range(media.name).startswith("multipart/"):
            return None
        whole = Coercion(document, document.schema(media.schema))
        if not media.items and whole.shape != "array":
            return None
        return cls(
            whole,
            Coercion(document, document.schema(media.items)) if media.items else whole.items,
            media.encoding or {},
            document.validator(media.schema, "request"),
            document.validator(media.items, "request"),
        )

    def read(self, body: bytes, content_type: str) -> list[Any]:
        """Return the values of the parts: JSON, texts, and :class:`FileUpload` for anything else.

        Raises:
            BodyError: if the body is malformed, or a part of another media type, malformed or invalid.
        """
        try:
            parts = parse_multipart(body, content_type)
        except ValueError as error:
            raise BodyError(400, [_malformed(error, "body")]) from None
        read = [self._read(position, part) for position, part in enumerate(parts)]
        violations = self._violations([judged for _, judged in read])
        if violations:
            raise BodyError(422, violations)
        return [value for value, _ in read]

    def _read(self, position: int, part: Part) -> tuple[Any, Any]:
        """Return the value of a part, and the one to judge."""
        encoding = self.encodings.get(str(position)) or self.encodings.get("*", _PLAIN)
        declared = encoding.content_type
        if part.content_type and declared and not _is_among(declared, part.content_type):
            message = f"{media_range(part.content_type)} is not taken here; use {declared}"
            place = ("body", position, "content-type")
            raise BodyError(415, [Violation(place, message, "media_type")])
        prefix = self.whole.prefix
        schema = prefix[position] if position < len(prefix) else self.item
        try:
            return _positioned(part, schema, declared)
        except ValueError as error:
            raise BodyError(400, [_malformed(error, "body", position)]) from None

    def _violations(self, judged: list[Any]) -> list[Violation]:
        unjudged = {position for position, value in enumerate(judged) if value is UNJUDGED}
        whole = [None if value is UNJUDGED else value for value in judged]
        found = self.validator.violations(whole, "body")
        for position, value in enumerate(whole):
            found += self.items.violations(value, "body", position)
        return [one for one in found if len(one.loc) < 2 or one.loc[1] not in unjudged]


def _positioned(part: Part, coercion: Coercion, declared: str) -> tuple[Any, Any]:
    kind = part.content_type or (declared if is_concrete(declared) else "")
    if _is_file(coercion, declared):
        upload = _upload(part)
        return upload, as_text(part.data) if "string" in coercion.types else UNJUDGED
    if is_json(kind):
        value = parse_json(part.data)
        return value, value
    is_text = not kind or kind.lower().startswith("text/") or "string" in coercion.types
    if not is_text and coercion.types:
        return _upload(part), UNJUDGED  # XML, say, of an object
    text = part.data.decode(charset(kind), "replace")
    if coercion.shape == "scalar":
        value = coercion.scalar(text)
        return value, value
    value = json_or_text(text) if media_range(kind) in ("", "text/plain") else text
    return value, UNJUDGED if value is text else value


def _is_file(coercion: Coercion, declared: str) -> bool:
    """Whether a part is bytes: by its schema, or for want of one (OpenAPI, ``contentType``)."""
    if coercion.is_binary:
        return True
    texts = (media_range(one) for one in declared.split(",") if one)
    return coercion.types == ALL_TYPES and not any(map(_is_text, texts))


def _is_text(kind: str) -> bool:
    return is_json(kind) or kind.startswith("text/")


def _is_among(declared: str, content_type: str) -> bool:
    kind = media_range(content_type)
    ranges = {media_range(one) for one in declared.split(",")}
    return not ranges.isdisjoint({kind, f"{kind.partition('/')[0]}/*", "*/*", "*"})


def _malformed(error: ValueError, *place: str | int) -> Violation:
    return Violation(place, f"malformed: {error}", "malformed")
