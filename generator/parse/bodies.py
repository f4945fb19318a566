"""Media Type Objects, Encoding Objects and Request Body Objects."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from ..ir.media_types import is_sequential
from ..ir.operations import Encoding, MediaType, RequestBody
from ..ir.schemas import PART
from ..source.pointers import escape
from .context import flag, shown, text, words_at
from .examples import parse_examples
from .parameters import parse_headers

if TYPE_CHECKING:
    from ..ir.operations import ParameterStyle
    from ..ir.schemas import Schema
    from .context import Context, Node
    from .schemas import SchemaParser

_MEDIA_TYPE: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+/[\w!#$%&'*+.^`|~-]+", re.ASCII)
_WORDS: Final = {
    "json": "application/json",
    "application json": "application/json",
    "application": "application/*",
    "xml": "application/xml",
    "text": "text/plain",
    "plain": "text/plain",
    "string": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
    "form": "application/x-www-form-urlencoded",
    "x-www-form-urlencoded": "application/x-www-form-urlencoded",
    "form-data": "multipart/form-data",
    "multipart": "multipart/form-data",
    "binary": "application/octet-stream",
    "octet-stream": "application/octet-stream",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "image": "image/*",
    "audio": "audio/*",
    "video": "video/*",
}
_STYLES: Final = frozenset(("form", "spaceDelimited", "pipeDelimited", "deepObject", "simple"))


class KnownSchema(NamedTuple):
    """An inline schema that is converted already, for equal ones elsewhere in the operation."""

    node: object
    schema: Schema


def parse_request_body(
    schemas: SchemaParser, entry: object, pointer: str, words: tuple[str, ...]
) -> RequestBody | None:
    """Read ``requestBody``; ``None``, with a diagnostic, where it is no object."""
    context = schemas.context
    resolved = context.resolve(entry, pointer, "request body")
    if resolved is None:
        return None
    node, place = resolved
    if place == pointer:
        return _request_body(schemas, node, place, words)
    named = (*words_at(place, words[:-1]), "body")
    return context.once("body", place, partial(_request_body, schemas, node, place, named))


def _request_body(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> RequestBody:
    content = parse_content(schemas, node, pointer, words, [])
    return RequestBody(content, pointer, flag(node, "required"), text(node, "description"))


def parse_content(
    schemas: SchemaParser,
    node: Node,
    pointer: str,
    words: tuple[str, ...],
    known: list[KnownSchema],
) -> tuple[MediaType, ...]:
    """Read ``content``; media types whose inline schemas are equal to a ``known`` one share it."""
    context = schemas.context
    media_types: list[MediaType] = []
    for written, entry in context.mapping(node, "content", pointer).items():
        place = f"{pointer}/content/{escape(str(written))}"
        name = _name(context, str(written), place)
        resolved = context.resolve(entry, place, "media type")
        if resolved is None:
            media_types.append(MediaType(name, None, None))
            continue
        own = (*words, _short_name(name)) if media_types else words
        names = _Names(own, _event_words(words))
        media_types.append(_media_type(schemas, name, *resolved, names, known))
    return tuple(media_types)


def _name(context: Context, written: str, pointer: str) -> str:
    """Return the media type or range that a key of ``content`` means (RFC 9110, section 8.3.1)."""
    essence, _, parameters = written.partition(";")
    word = essence.strip().lower()
    if _MEDIA_TYPE.fullmatch(word):
        return written
    name = _WORDS.get(word, "*/*")
    context.diagnostics.warn(
        "malformed-media-type",
        pointer,
        f"{shown(written)} is no media type; it is read as {name!r}.",
        "Write type and subtype, such as application/json.",
    )
    return f"{name};{parameters}" if parameters and name != "*/*" else name


class _Names(NamedTuple):
    """The words for the schema of a media type, and for that of one event of it."""

    words: tuple[str, ...]
    event: tuple[str, ...]


def _event_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Replace what comes last of "response" and its status."""
    for length in (1, 2):
        if len(words) > length and words[-length] == "response":
            words = words[:-length]
    return (*words, "event")


def _media_type(
    schemas: SchemaParser,
    name: str,
    node: Node,
    pointer: str,
    names: _Names,
    known: list[KnownSchema],
) -> MediaType:
    schema, schema_pointer = None, None
    item_schema, item_pointer = None, None
    sequential = is_sequential(name)
    if "schema" in node:
        schema_pointer = f"{pointer}/schema"
        words = names.event if sequential and "itemSchema" not in node else names.words
        schema = _shared(schemas, node["schema"], schema_pointer, words, known)
    if "itemSchema" in node:
        item_pointer = f"{pointer}/itemSchema"
        is_part = _short_name(name) == "multipart"
        words = (*names.words, PART) if is_part else names.event
        item_schema = schemas.convert(node["itemSchema"], item_pointer, words)
    elif sequential and schema is not None and schema_pointer is not None:
        item_schema, item_pointer = _items(
            schemas, node["schema"], schema_pointer, names.event, schema
        )
    return MediaType(
        name,
        schema,
        schema_pointer,
        item_schema,
        item_pointer,
        _encodings(schemas, node, pointer, names.words),
        parse_examples(schemas.context, node, pointer),
    )


def _shared(
    schemas: SchemaParser,
    node: object,
    pointer: str,
    words: tuple[str, ...],
    known: list[KnownSchema],
) -> Schema:
    for earlier in known:
        if earlier.node == node:
            return earlier.schema
    schema = schemas.convert(node, pointer, words)
    if not (isinstance(node, dict) and "$ref" in node):
        known.append(KnownSchema(node, schema))
    return schema


def _items(
    schemas: SchemaParser, node: object, pointer: str, words: tuple[str, ...], schema: Schema
) -> tuple[Schema, str]:
    """Before 3.2 the schema of a sequence describes one item, or the array of them."""
    resolved = schemas.context.resolve(node, pointer, "schema") if isinstance(node, dict) else None
    if resolved is not None:
        target, place = resolved
        if target.get("type") == "array" and isinstance(target.get("items"), dict):
            place = f"{place}/items"
            return schemas.convert(target["items"], place, words), place
    return schema, pointer


def _encodings(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Encoding, ...]:
    """Read ``encoding``; 3.2's encodings by position are named by index, that of all items ``*``."""
    context = schemas.context
    entries = [
        (str(name), entry, f"{pointer}/encoding/{escape(str(name))}")
        for name, entry in context.mapping(node, "encoding", pointer).items()
    ]
    entries += [
        (str(index), entry, f"{pointer}/prefixEncoding/{index}")
        for index, entry in enumerate(context.sequence(node, "prefixEncoding", pointer))
    ]
    if "itemEncoding" in node:
        entries.append(("*", node["itemEncoding"], f"{pointer}/itemEncoding"))
    found = []
    for name, entry, place in entries:
        if isinstance(entry, dict):
            found.append(_encoding(schemas, name, entry, place, words))
        else:
            context.wrong(place, "an encoding", entry, "an object", "left out")
    return tuple(found)


def _encoding(
    schemas: SchemaParser, name: str, node: Node, pointer: str, words: tuple[str, ...]
) -> Encoding:
    style, explode = node.get("style"), node.get("explode")
    return Encoding(
        name,
        text(node, "contentType"),
        cast("ParameterStyle", style) if isinstance(style, str) and style in _STYLES else None,
        explode if isinstance(explode, bool) else None,
        flag(node, "allowReserved"),
        parse_headers(schemas, node, pointer, words),
    )


def _short_name(media_type: str) -> str:
    """Say in a word what a media type is: ``json``, ``form``, ``multipart`` ..."""
    essence = media_type.partition(";")[0].strip().lower()
    kind, _, subtype = essence.partition("/")
    if kind == "multipart":
        return kind
    if subtype == "x-www-form-urlencoded":
        return "form"
    return subtype.rpartition("+")[2] or kind
