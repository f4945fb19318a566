"""Request bodies: which media type is sent, and as which arguments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from ...analyze.responses import base_type, is_json
from ...analyze.streaming import is_stream
from ...analyze.usage import is_flat
from ...frozen import dataclass
from ...ir.schemas import (
    AnySchema,
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    NullSchema,
    NumberSchema,
    ObjectSchema,
    StringSchema,
    TupleSchema,
    UnionSchema,
)
from .fields import is_read_only
from .parts import file_type, is_binary, parts_type
from .types import ANY, FILE_INPUT, STR, ListOf, Symbol

if TYPE_CHECKING:
    from ...ir.operations import MediaType, Operation
    from ...ir.schemas import Property, Schema
    from .lowering import Lowering
    from .types import PyType

_CONCRETE = {"multipart/*": "multipart/form-data"}
# What the runtime's `Raw` takes, but for iterators of bytes.
RAW_CONTENT = Symbol("FileContent", "._runtime.contents")
_SCALARS = (BooleanSchema, ConstSchema, EnumSchema, IntegerSchema, NumberSchema, StringSchema)
BodyKind = Literal["Json", "JsonLines", "Form", "Multipart", "Raw"]


@dataclass(frozen=True, slots=True)
class BodyField:
    """One property of a flattened body."""

    name: str
    type: PyType
    required: bool
    property: Property | None
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class ChosenBody:
    """A body an operation takes; ``fields`` is ``None`` where it is one argument.

    ``media_types`` are those it can be sent as, the best first.
    """

    kind: BodyKind
    media_types: tuple[str, ...]
    media: MediaType
    type: PyType
    fields: tuple[BodyField, ...] | None
    required: bool


def choose_bodies(operation: Operation, lowering: Lowering) -> tuple[ChosenBody, ...]:
    """Return the bodies to choose from: JSON first, then multipart, forms and anything else.

    Two kinds of JSON, or XML beside JSON, of one schema are one value in two spellings: there is nothing
    to choose. A form or multipart body beside JSON is a choice, for only there are files bytes. What could
    only be sent as a media type that another body has already is left out, with a warning: of a media type
    and a range, the former says what is sent as it (OpenAPI 3.1, section 4.8.13).
    """
    request = operation.request_body
    if request is None:
        return ()
    chosen: list[ChosenBody] = []
    taken: set[str] = set()
    for media in sorted(request.content, key=_rank):
        body = _body(media, lowering, required=request.required)
        if any(_says_the_same(one, body) for one in chosen):
            continue
        for at, one in enumerate(chosen):
            if (one.kind, one.type, one.fields) == (body.kind, body.type, body.fields):
                types = dict.fromkeys((*one.media_types, *body.media_types))
                chosen[at] = replace(one, media_types=tuple(types))
                break
        else:
            if taken.issuperset(body.media_types):
                _warn_taken(media, body, lowering)
                continue
            chosen.append(body)
        taken.update(body.media_types)
    return tuple(chosen)


def _warn_taken(media: MediaType, body: ChosenBody, lowering: Lowering) -> None:
    lowering.diagnostics.warn(
        "media-type-twice",
        media.schema_pointer or "",
        f"{media.name} could only be sent as {body.media_types[0]}, which another schema describes;"
        " clients send that one.",
        "Name the media type that this schema is for.",
    )


def _says_the_same(one: ChosenBody, other: ChosenBody) -> bool:
    if one.media.schema is None or one.media.schema != other.media.schema:
        return False
    # Bytes of another media type are another file.
    return (one.kind, other.kind) == ("Json", "Raw") or one.kind == other.kind != "Raw"


def _body(media: MediaType, lowering: Lowering, *, required: bool) -> ChosenBody:
    kind = _kind(media, lowering)
    media_type = media.name
    if kind == "Json" and (not is_json(media_type) or "*" in media_type):
        media_type = "application/json"
    elif kind != "Raw" and "*" in media_type:
        media_type = _CONCRETE.get(base_type(media_type), media_type)
    is_one = kind in {"Raw", "JsonLines"} or media.schema is None
    fields = None if is_one or media.schema is None else _fields(media.schema, kind, lowering)
    whole = _whole_type(media, kind, lowering)
    return ChosenBody(kind, (media_type,), media, whole, fields, required)


def _rank(media: MediaType) -> int:
    base = base_type(media.name)
    if base == "application/json":
        return 0
    if is_json(base):
        # A merge patch says more than plain JSON would; both are rarely offered together.
        return 1
    if base.startswith("multipart/"):
        return 2 if base == "multipart/form-data" else 5
    if base == "application/x-www-form-urlencoded":
        return 3
    return 4 if "*" in base else 6


def _kind(media: MediaType, lowering: Lowering) -> BodyKind:
    base = base_type(media.name)
    if is_json(base):
        return "Json"
    if base.startswith("multipart/"):
        return "Multipart"
    if base == "application/x-www-form-urlencoded":
        # What is no object has no fields to name; it is the caller's to encode.
        return "Form" if _may_be_object(media, lowering) else "Raw"
    if media.item_schema is not None and is_stream(base) and base != "text/event-stream":
        return "JsonLines"
    if "*" in base or not base:
        schema = lowering.resolve(media.schema) if media.schema is not None else None
        if schema is not None and not isinstance(schema, StringSchema | AnySchema):
            return "Json"
    return "Raw"


def _may_be_object(media: MediaType, lowering: Lowering) -> bool:
    if media.schema is None:
        return True
    kind = without_null(media.schema, lowering)
    return not isinstance(kind, StringSchema | ArraySchema | TupleSchema)


def _fields(schema: Schema, kind: BodyKind, lowering: Lowering) -> tuple[BodyField, ...] | None:
    """Return the properties to flatten; ``None`` for what is no plain object."""
    found = without_null(schema, lowering)
    if not isinstance(found, ObjectSchema) or not is_flat(found):
        return None
    fields = [
        _field(item, kind, lowering, required=item.required or item.name in found.required_only)
        for item in found.properties
        if not is_read_only(item, lowering)
    ]
    declared = {item.name for item in found.properties}
    missing = [name for name in found.required_only if name not in declared]
    fields.extend(BodyField(name, ANY, required=True, property=None) for name in missing)
    return tuple(fields) or None


def without_null(schema: Schema, lowering: Lowering) -> Schema:
    """Return what ``schema`` means; of a union with null, the other member."""
    found = lowering.resolve(schema)
    if isinstance(found, UnionSchema):
        others = [one for one in found.variants if not isinstance(one, NullSchema)]
        if len(others) == 1:
            return lowering.resolve(others[0])
    return found


def _field(item: Property, kind: BodyKind, lowering: Lowering, *, required: bool) -> BodyField:
    if kind == "Multipart":
        kind_of_file = file_type(item.schema, lowering, FILE_INPUT)
        if kind_of_file is not None:
            return BodyField(item.name, kind_of_file, required, item, is_file=True)
    return BodyField(item.name, lowering.type_of(item.schema), required, item)


def _whole_type(media: MediaType, kind: BodyKind, lowering: Lowering) -> PyType:
    if kind == "JsonLines" and media.item_schema is not None:
        return ListOf(lowering.type_of(media.item_schema))
    if kind == "Multipart":
        return parts_type(media, lowering, FILE_INPUT) or _named_parts_type(media, lowering)
    if kind != "Raw":
        return lowering.type_of(media.schema) if media.schema is not None else ANY
    base = base_type(media.name)
    schema = lowering.resolve(media.schema) if media.schema is not None else None
    textual = base.startswith("text/") or base.endswith(("xml", "yaml", "javascript", "graphql"))
    if textual and not (isinstance(schema, StringSchema) and is_binary(schema)):
        return STR
    return RAW_CONTENT


def _named_parts_type(media: MediaType, lowering: Lowering) -> PyType:
    """Return the type of parts by name; any, where the schema is of a value that has no parts."""
    if media.schema is None:
        return ANY
    kind = without_null(media.schema, lowering)
    if not isinstance(kind, _SCALARS):
        return lowering.type_of(media.schema)
    lowering.diagnostics.warn(
        "multipart-without-parts",
        media.schema_pointer or "",
        "The schema of a multipart body is that of a single value, which has no parts; clients send"
        " any parts.",
        "Write an object, with a property for each part.",
    )
    return ANY
