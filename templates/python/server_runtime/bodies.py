"""Reads and judges request bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .coercion import Coercion, json_or_text
from .exchange import FileUpload, Violation
from .json_text import parse_json
from .multipart import header_parameters, parse_multipart
from .operations import STREAMING, EncodingSpec, is_json, media_range
from .styles import plain, read_query, split_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Document, Validator
    from .exchange import Request
    from .multipart import Part
    from .operations import MediaSpec, OperationSpec

_PLAIN_ENCODING = EncodingSpec()
_UNJUDGED = object()
_LINES = STREAMING - {"text/event-stream"}
_REMEMBERED = 64  # content types of one operation
_JUDGED_BYTES = 4096  # of a file: bounds are about text, a whole upload need not be turned into it


class BodyError(Exception):
    """A body that cannot be read or does not match; ``status`` is the usual answer to it."""

    def __init__(self, status: int, violations: list[Violation]) -> None:
        super().__init__("; ".join(map(str, violations)))
        self.status = status
        self.violations = violations


@dataclass(frozen=True, slots=True)
class _Media:
    spec: MediaSpec
    range: str
    coercion: Coercion
    validator: Validator
    items: Validator


class BodyReader:
    """Everything needed to read the body of one operation, prepared once."""

    def __init__(self, document: Document, operation: OperationSpec) -> None:
        self._required = operation.body_required
        self._chosen: dict[str, _Media | None] = {}
        self._media = tuple(
            _Media(
                spec,
                media_range(spec.name),
                Coercion(document, document.schema(spec.schema)),
                document.validator(spec.schema, "request"),
                document.validator(spec.items, "request"),
            )
            for spec in operation.body or ()
        )

    @property
    def demands(self) -> int:
        """Whether there must be one, and how many members it must have at most."""
        members = max((len(media.coercion.required) for media in self._media), default=0)
        return self._required + members

    def read(self, request: Request) -> tuple[Any, bool]:
        """Return the body's value, and whether there is one.

        Raises:
            BodyError: if it is missing, of another media type, malformed or invalid.
        """
        content_type = request.headers.get("content-type")
        if not request.body and not _may_be_empty(content_type):
            if self._required:
                raise BodyError(422, [Violation(("body",), "a body is required", "missing")])
            return None, False
        if not self._media:
            return request.body, True
        media = self._choose(content_type)
        if media is None:
            raise BodyError(415, [_unsupported(content_type, self._media)])
        content_type = content_type or media.spec.name
        if media_range(content_type) in _LINES:
            return _read_lines(media, request.body), True
        value, judged = _decode(media, request.body, content_type)
        if judged is not _UNJUDGED and not media.validator.is_valid(judged):
            violations = media.validator.violations(judged, "body")
            if violations:
                raise BodyError(422, violations)
        return value, True

    def media_type(self, request: Request) -> str:
        """Return the document's name for what the body came as; empty where it has none."""
        media = self._choose(request.headers.get("content-type")) if self._media else None
        return media.spec.name if media else ""

    def _choose(self, content_type: str) -> _Media | None:
        try:
            return self._chosen[content_type]
        except KeyError:
            found = self._find(content_type)
        if len(self._chosen) < _REMEMBERED:
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


def _decode(media: _Media, body: bytes, content_type: str) -> tuple[Any, Any]:
    """Return the value for the handler and the one to judge, where files are their text."""
    kind = media_range(content_type)
    try:
        if is_json(kind):
            value = parse_json(body)
            return value, value
        if kind == "application/x-www-form-urlencoded" and "object" in media.coercion.types:
            value = _read_form(media, body.decode("utf-8", "replace"))
            return value, value
        if kind == "multipart/form-data":
            return _read_multipart(media, parse_multipart(body, content_type))
    except ValueError as error:
        raise BodyError(400, [Violation(("body",), f"malformed: {error}", "malformed")]) from None
    if kind.startswith("text/") and not media.coercion.is_binary:
        text = body.decode(_charset(content_type), "replace")
        return text, text if "string" in media.coercion.types else media.coercion.scalar(text)
    # A form that is no object has no fields to read. What a schema says of bytes, say XML, cannot be judged by JSON Schema.
    return body, _as_text(body) if "string" in media.coercion.types else _UNJUDGED


def _read_lines(media: _Media, body: bytes) -> list[Any]:
    """Read one JSON text after the other (JSON Lines; RFC 7464, with a mark before each)."""
    items: list[Any] = []
    violations: list[Violation] = []
    for line in body.replace(b"\x1e", b"\n").split(b"\n"):
        if not line.strip():
            continue
        try:
            item = parse_json(line)
        except ValueError as error:
            place = ("body", len(items))
            raise BodyError(400, [Violation(place, f"malformed: {error}", "malformed")]) from None
        violations += media.items.violations(item, "body", len(items))
        items.append(item)
    if violations:
        raise BodyError(422, violations)
    return items


def _charset(content_type: str) -> str:
    name = header_parameters(content_type).get("charset", "utf-8")
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name


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


def _read_multipart(media: _Media, parts: list[Part]) -> tuple[dict[str, Any], dict[str, Any]]:
    value: dict[str, Any] = {}
    judged: dict[str, Any] = {}
    for part in parts:
        name = part.name
        if name not in media.coercion.properties and name.endswith("[]"):
            name = name.removesuffix("[]")
        inner = media.coercion.property(name)
        is_list = inner.shape == "array"
        item = _read_part(part, inner.items if is_list else inner)
        text = _as_text(item.data) if isinstance(item, FileUpload) else item
        if is_list and _is_whole(item, inner):
            value.setdefault(name, []).extend(item)
            judged.setdefault(name, []).extend(item)
        elif is_list:
            value.setdefault(name, []).append(item)
            judged.setdefault(name, []).append(text)
        else:
            value[name], judged[name] = item, text
    return value, judged


def _is_whole(item: Any, array: Coercion) -> bool:
    """Whether one JSON part holds the whole array, not an item that is itself an array."""
    if not isinstance(item, list):
        return False
    return array.items.shape != "array" or any(isinstance(one, list) for one in item)


def _read_part(part: Part, coercion: Coercion) -> Any:
    is_file = part.filename is not None or coercion.is_binary
    if is_file and not (is_json(part.content_type) and coercion.shape == "object"):
        kind = part.content_type or "application/octet-stream"
        return FileUpload(part.filename or "", kind, part.data)
    if is_json(part.content_type):
        return parse_json(part.data)
    text = part.data.decode("utf-8", "replace")
    if coercion.shape != "scalar":
        return json_or_text(text)
    return coercion.scalar(text)


def _as_text(data: bytes) -> str:
    return data[:_JUDGED_BYTES].decode("latin-1")


def _unsupported(content_type: str, media: tuple[_Media, ...]) -> Violation:
    expected = ", ".join(item.spec.name for item in media)
    message = f"{media_range(content_type)} is not taken here; use {expected}"
    return Violation(("header", "content-type"), message, "media_type")
