"""Multipart bodies as arrays of parts, in Python types (OpenAPI 3.2, "Encoding by position")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import base_type, is_json
from ...frozen import dataclass
from ...ir.schemas import (
    AnySchema,
    ArraySchema,
    NeverSchema,
    NullSchema,
    StringSchema,
    TupleSchema,
    UnionSchema,
)
from .lowering import is_exact
from .types import ListOf, TupleOf, optional, union

if TYPE_CHECKING:
    from ...ir.operations import Encoding, MediaType
    from ...ir.schemas import Schema
    from .lowering import Lowering
    from .types import PyType


@dataclass(frozen=True, slots=True)
class Part:
    """A part at a position: its schema, and the encodings that may apply to it."""

    schema: Schema
    encodings: tuple[Encoding | None, ...]

    @property
    def is_text(self) -> bool:
        """Whether all encodings say that it is text, JSON included."""
        types = (one.content_type if one is not None else "" for one in self.encodings)
        return all(map(_is_text, types))


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a body: the first ones, and what all others are, if there can be any."""

    first: tuple[Part, ...]
    rest: Part | None
    is_exact: bool = False


def parts_of(media: MediaType, lowering: Lowering) -> Parts | None:
    """Return the parts that have positions and no names; ``None`` where they have names."""
    encodings = {one.property_name: one for one in media.encodings}
    others = encodings.get("*")
    whole = lowering.resolve(media.schema) if media.schema is not None else None
    if isinstance(whole, TupleSchema):
        first = tuple(
            Part(schema, (encodings.get(str(position), others),))
            for position, schema in enumerate(whole.prefix)
        )
        if is_exact(whole) or isinstance(whole.rest, NeverSchema):
            return Parts(first, None, is_exact(whole))
        return Parts(first, Part(media.item_schema or whole.rest, (others,)))
    item = media.item_schema or (whole.items if isinstance(whole, ArraySchema) else None)
    return None if item is None else Parts((), Part(item, (*encodings.values(), others)))


def parts_type(media: MediaType, lowering: Lowering, file: PyType) -> PyType | None:
    """Return the type of parts that have positions and no names; ``None`` where they have names.

    ``file`` is the type of a part that is bytes.
    """
    parts = parts_of(media, lowering)
    if parts is None:
        return None
    first = [_part_type(part, lowering, file) for part in parts.first]
    if parts.is_exact:
        return TupleOf(tuple(first))
    return ListOf(union(*first, *(_part_type(one, lowering, file) for one in _known(parts.rest))))


def _known(part: Part | None) -> tuple[Part, ...]:
    return () if part is None else (part,)


def _part_type(part: Part, lowering: Lowering, file: PyType) -> PyType:
    """Return the type of a part; what has no schema is bytes, unless it is encoded as text."""
    if isinstance(lowering.resolve(part.schema), AnySchema):
        types = (one.content_type if one is not None else "" for one in part.encodings)
        return union(*(lowering.type_of(part.schema) if _is_text(one) else file for one in types))
    return file_type(part.schema, lowering, file) or lowering.type_of(part.schema)


def _is_text(content_type: str) -> bool:
    kinds = [one.strip() for one in content_type.split(",")]
    return any(is_json(kind) or base_type(kind).startswith("text/") for kind in kinds)


def file_type(schema: Schema, lowering: Lowering, file: PyType) -> PyType | None:
    """Return the type of a file or a list of files, ``None`` for other values."""
    found = lowering.resolve(schema)
    if isinstance(found, StringSchema):
        return file if is_binary(found) else None
    if isinstance(found, ArraySchema):
        inner = file_type(found.items, lowering, file)
        return ListOf(inner) if inner is not None else None
    if isinstance(found, UnionSchema):
        others = [one for one in found.variants if not isinstance(one, NullSchema)]
        kinds = [file_type(one, lowering, file) for one in others]
        known = [kind for kind in kinds if kind is not None]
        if not known or len(known) < len(kinds):
            return None
        kind = union(*known)
        return optional(kind) if len(others) < len(found.variants) else kind
    return None


def is_binary(schema: StringSchema) -> bool:
    """Whether a string stands for raw bytes (OpenAPI 3.1, "Considerations for File Uploads")."""
    return schema.format == "binary" or bool(
        schema.content_media_type and not schema.content_encoding
    )
