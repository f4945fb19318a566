"""Reads and judges request bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .coercion import Coercion, json_or_text
from .exchange import BodyError, Violation
from .json_text import parse_json
from .multipart import parse_multipart
from .operations import EncodingSpec, is_json, is_json_sequence, is_lines, media_range
from .parts import UNJUDGED, PositionedParts, as_text, charset, read_named
from .styles import plain, read_query, split_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Document
    from .exchange import Request
    from .operations import MediaSpec, OperationSpec
    from .validator import Validator

_PLAIN_ENCODING = EncodingSpec()
_REMEMBERED = 64  # content types of one operation


@dataclass(frozen=True, slots=True)
class _Media:
    spec: MediaSpec
    range: str
    coercion: Coercion
    validator: Validator
    items: Validator
    parts: PositionedParts | None


class BodyReader:
    """Everything needed to read the body of one operation, prepared once."""

    def __init__(self, document: Document, operation: OperationSpec) -> None:
        self._required = operation.body_required
        self._chosen: dict[str, _Media] = {}
        self._media = tuple(
            _Media(
                spec,
                media_range(spec.name),
                Coercion(document, document.schema(spec.schema)),
                document.validator(spec.schema, "request"),
                document.validator(spec.items, "request"),
                PositionedParts.of(document, spec),
            )
            for spec in operation.body or ()
        )

    @property
    def demands(self) -> int:
        """Whether there must be one, and how many members it must have at most."""
        members = max((len(media.coercion.required) for media in self._media), default=0)
        return self._required + members

    def read(self, request: Request) -> tuple[Any, bool, str]:
        """Return the body's value, whether there is one, and the document's name for what it came as.

        Raises:
            BodyError: if it is missing, of another media type, malformed or invalid.
        """
        content_type = request.headers.by_name.get("content-type", "")
        if not request.body and not _may_be_empty(content_type):
            if self._required:
                raise BodyError(422, [Violation(("body",), "a body is required", "missing")])
            absent = self._choose(content_type) if self._media else None
            return None, False, absent.spec.name if absent else ""
        if not self._media:
            return request.body, True, ""
        media = self._chosen.get(content_type) or self._choose(content_type)
        if media is None:
            raise BodyError(415, [_unsupported(content_type, self._media)])
        content_type = content_type or media.spec.name
        if is_json(content_type) or _is_untold_json(media, content_type):
            return _valid(media, _read_json(request.body)), True, media.spec.name
        if is_lines(media_range(content_type)):
            texts = _texts(request.body, media_range(content_type))
            return _read_lines(media, texts), True, media.spec.name
        if media.parts is not None and media_range(content_type).startswith("multipart/"):
            return media.parts.read(request.body, content_type), True, media.spec.name
        value, judged = _decode(media, request.body, content_type)
        if judged is not UNJUDGED:
            _valid(media, judged)
        return value, True, media.spec.name

    def _choose(self, content_type: str) -> _Media | None:
        found = self._find(content_type)
        if found is not None and len(self._chosen) < _REMEMBERED:
            self._chosen[content_type] = found
        return found

    def _find(self, content_type: str) -> _Media | None:
        if not content_type:
            return self._media[0]
        given = media_range(content_type)
        for media in self._media:
            if media.range == given:
                return media
        kind = given.partition("/")[0]
        for media in self._media:
            if media.range in ("*/*", f"{kind}/*", "*"):
                return media
        for media in self._media:  # application/vnd.x+json is JSON where JSON is taken
            if is_json(given) and media.range in ("application/json", "application/*+json"):
                return media
        return None


def _may_be_empty(content_type: str) -> bool:
    """Whether no bytes of this media type are a value: an empty file, text or form."""
    kind = media_range(content_type)
    return bool(kind) and not is_json(kind) and not kind.startswith("multipart/")


def _is_untold_json(media: _Media, content_type: str) -> bool:
    """Whether a body of a type that nobody tells (``*/*``) is JSON: its schema is of objects or arrays.

    Source: RFC 9110, section 8.3, which leaves it to the recipient then.
    """
    types = media.coercion.types
    return (
        "*" in content_type and "string" not in types and not types.isdisjoint({"object", "array"})
    )


def _valid(media: _Media, value: Any) -> Any:
    """Return a value that the schema of the media type accepts."""
    if not media.validator.is_valid(value):
        violations = media.validator.violations(value, "body")
        if violations:
            raise BodyError(422, violations)
    return value


def _read_json(body: bytes) -> Any:
    try:
        return parse_json(body)
    except ValueError as error:
        raise BodyError(400, [_malformed(error)]) from None


def _malformed(error: ValueError) -> Violation:
    return Violation(("body",), f"malformed: {error}", "malformed")


def _decode(media: _Media, body: bytes, content_type: str) -> tuple[Any, Any]:
    """Return the value for the handler and the one to judge, where files are their text."""
    kind = media_range(content_type)
    try:
        if kind == "application/x-www-form-urlencoded" and "object" in media.coercion.types:
            value = _read_form(media, body.decode("utf-8", "replace"))
            return value, value
        if kind == "multipart/form-data":
            return read_named(media.coercion, parse_multipart(body, content_type))
    except ValueError as error:
        raise BodyError(400, [_malformed(error)]) from None
    if kind.startswith("text/") and not media.coercion.is_binary:
        text = body.decode(charset(content_type), "replace")
        read = text if "string" in media.coercion.types else media.coercion.scalar(text)
        is_structure = isinstance(read, str) and not media.coercion.takes_scalars
        return text, UNJUDGED if is_structure else read
    # A form that is no object has no fields to read. What a schema says of XML, JSON Schema cannot judge.
    return body, as_text(body) if "string" in media.coercion.types else UNJUDGED


def _texts(body: bytes, kind: str) -> list[bytes]:
    """Split a body at its lines, or before each text where it has the marks of RFC 7464."""
    return body.split(b"\x1e" if is_json_sequence(kind) and b"\x1e" in body else b"\n")


def _read_lines(media: _Media, texts: list[bytes]) -> list[Any]:
    """Read one JSON text after the other."""
    items: list[Any] = []
    violations: list[Violation] = []
    for text in texts:
        if not text.strip():
            continue
        try:
            item = parse_json(text)
        except ValueError as error:
            place = ("body", len(items))
            raise BodyError(400, [Violation(place, f"malformed: {error}", "malformed")]) from None
        violations += media.items.violations(item, "body", len(items))
        items.append(item)
    if violations:
        raise BodyError(422, violations)
    return items


def _read_form(media: _Media, text: str) -> dict[str, Any]:
    pairs = split_pairs(text)
    found: dict[str, Any] = {}
    encodings: Mapping[str, EncodingSpec] = media.spec.encoding or {}
    names = list(dict.fromkeys(name.partition("[")[0] for name, _ in pairs))
    declared = media.coercion.properties
    for name in dict.fromkeys([*names, *(name for name, _ in pairs if name in declared)]):
        encoding = encodings.get(name, _PLAIN_ENCODING)
        inner = media.coercion.property(name)
        style = encoding.style or "form"
        explode = encoding.explode if encoding.explode is not None else style == "form"
        own = [value for key, value in pairs if key == name]
        if own and inner.shape == "object" and not encoding.style:
            found[name] = json_or_text(plain(own[-1]))
            continue
        if own and inner.shape == "array" and inner.items.shape == "object":
            found[name] = [json_or_text(plain(item)) for item in own]
            continue
        try:
            found[name] = read_query(pairs, name, style, explode, inner)
        except KeyError:
            continue
    return found


def _unsupported(content_type: str, media: tuple[_Media, ...]) -> Violation:
    expected = ", ".join(item.spec.name for item in media)
    message = f"{media_range(content_type)} is not taken here; use {expected}"
    return Violation(("header", "content-type"), message, "media_type")
