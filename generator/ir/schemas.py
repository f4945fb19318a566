"""Schemas, in JSON Schema's words (draft 2020-12): a closed union, one small type per kind.

Every schema that could become a named type (object, enum, union, intersection, and whatever stands
in ``components/schemas`` or ``$defs``) is a :class:`SchemaDefinition` of ``Api.schemas`` under its
absolute pointer; elsewhere it appears only as :class:`SchemaRef`. So recursion is ordinary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NewType, TypeAlias

from ..frozen import dataclass
from .values import ABSENT, Absent, JsonValue

if TYPE_CHECKING:
    from collections.abc import Mapping

SchemaId = NewType("SchemaId", str)
"""The absolute JSON pointer of a schema in the self-contained document, such as ``#/components/schemas/Pet``."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """The keywords that do not constrain (JSON Schema validation, section 9; OpenAPI Schema Object)."""

    title: str = ""
    description: str = ""
    default: JsonValue | Absent = ABSENT
    examples: tuple[JsonValue, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    extensions: Mapping[str, JsonValue] | None = None  # the keywords that begin with x-


PLAIN = Annotations()
"""Shared by all schemas without annotations."""


@dataclass(frozen=True, slots=True)
class AnySchema:
    """Accepts every value: ``true``, ``{}``, or a schema that says nothing of the type."""

    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class NeverSchema:
    """Accepts no value: ``false``."""

    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class NullSchema:
    """Accepts ``null`` only."""

    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class BooleanSchema:
    """``type: boolean``."""

    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class NumericConstraints:
    """Bounds of a number; ``None`` where there is none."""

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None


UNBOUNDED = NumericConstraints()


@dataclass(frozen=True, slots=True)
class IntegerSchema:
    """``type: integer``."""

    annotations: Annotations = PLAIN
    format: str = ""
    constraints: NumericConstraints = UNBOUNDED


@dataclass(frozen=True, slots=True)
class NumberSchema:
    """``type: number``."""

    annotations: Annotations = PLAIN
    format: str = ""
    constraints: NumericConstraints = UNBOUNDED


@dataclass(frozen=True, slots=True)
class StringConstraints:
    """Lengths in code points and an ECMA-262 pattern, unanchored; ``None`` where there is none."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None


ANY_TEXT = StringConstraints()


@dataclass(frozen=True, slots=True)
class StringSchema:
    """``type: string``; ``format: binary`` and ``contentMediaType`` without encoding mean raw bytes.

    ``content_schema`` is that of the JSON which the text holds.
    """

    annotations: Annotations = PLAIN
    format: str = ""
    content_encoding: str = ""
    content_media_type: str = ""
    constraints: StringConstraints = ANY_TEXT
    content_schema: Schema | None = None


@dataclass(frozen=True, slots=True)
class EnumSchema:
    """``enum``: the values in document order, without ``null`` (that is a union member); may be empty.

    ``names`` come from ``x-enum-varnames`` and the like, one per value, or are empty; so do
    ``descriptions`` (a value without one has an empty text).
    """

    values: tuple[JsonValue, ...]
    names: tuple[str, ...] = ()
    format: str = ""
    annotations: Annotations = PLAIN
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConstSchema:
    """``const`` (also an ``enum`` of one string, integer or boolean that stands inline)."""

    value: JsonValue
    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class ArrayConstraints:
    """Lengths and uniqueness of an array."""

    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False


ANY_LENGTH = ArrayConstraints()


@dataclass(frozen=True, slots=True)
class ArraySchema:
    """``type: array`` whose items share one schema."""

    items: Schema
    constraints: ArrayConstraints = ANY_LENGTH
    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class TupleSchema:
    """``prefixItems``; ``rest`` is the schema of further items, ``NeverSchema`` where there may be none."""

    prefix: tuple[Schema, ...]
    rest: Schema
    constraints: ArrayConstraints = ANY_LENGTH
    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an object under its wire name; ``required`` belongs to it, null to its schema.

    ``conditional`` is one that only ``then``, ``else`` or ``dependentSchemas`` declare.
    """

    name: str
    schema: Schema
    required: bool = False
    annotations: Annotations = PLAIN
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    """``type: object``: declared properties, and the schema of the others.

    ``additional`` is ``AnySchema`` where nothing is said, ``NeverSchema`` for ``false``;
    ``explicit_additional`` tells whether the document says it. ``required_only`` lists names that are
    required but not declared here; of ``required_any`` all names of at least one entry are (``anyOf`` or
    ``oneOf`` of nothing but ``required``). ``any_type`` tells that ``type`` is not said: only objects are
    constrained, every other value is valid as well.
    """

    properties: tuple[Property, ...] = ()
    additional: Schema = AnySchema()
    explicit_additional: bool = False
    pattern_properties: tuple[tuple[str, Schema], ...] = ()
    property_names: Schema | None = None
    required_only: tuple[str, ...] = ()
    min_properties: int | None = None
    max_properties: int | None = None
    discriminator: Discriminator | None = None
    annotations: Annotations = PLAIN
    any_type: bool = False
    required_any: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """OpenAPI's Discriminator Object; ``mapping`` is resolved: value -> schema."""

    property_name: str
    mapping: tuple[tuple[str, SchemaId], ...] = ()


@dataclass(frozen=True, slots=True)
class UnionSchema:
    """``oneOf`` or ``anyOf`` (or a type array); ``null`` is a member like any other."""

    variants: tuple[Schema, ...]
    kind: Literal["oneOf", "anyOf", "type"]
    discriminator: Discriminator | None = None
    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class IntersectionSchema:
    """``allOf``, or a schema beside its ``$ref`` or ``oneOf``: all members hold at once. Not merged here."""

    members: tuple[Schema, ...]
    annotations: Annotations = PLAIN


@dataclass(frozen=True, slots=True)
class SchemaRef:
    """The schema defined under ``id``. ``annotations`` are those beside the reference."""

    id: SchemaId
    annotations: Annotations = PLAIN


Schema: TypeAlias = (
    AnySchema
    | NeverSchema
    | NullSchema
    | BooleanSchema
    | IntegerSchema
    | NumberSchema
    | StringSchema
    | EnumSchema
    | ConstSchema
    | ArraySchema
    | TupleSchema
    | ObjectSchema
    | UnionSchema
    | IntersectionSchema
    | SchemaRef
)


# In brackets, so that properties can be called the same.
PART: Final = "<part>"
"""The word of a member of ``allOf``, or of a part of a multipart body."""
BASE: Final = "<base>"
"""The word of what stands beside a composition."""
VARIANT: Final = "<variant>"
"""The word of a member of ``oneOf`` or ``anyOf``; what tells it from the others may follow."""


@dataclass(frozen=True, slots=True)
class NameHint:
    """What a definition could be called, for targets to make an identifier of.

    ``words`` are raw texts in order of meaning (``("FileOut",)``, ``("listFiles", "response")``,
    ``("Chat", "usage")``); ``provenance`` tells a name the author gave (``named``: a key of
    ``components``) from one made of where the schema stands (``derived``). ``title`` is the author's
    title, if any. Words that no author gave are :data:`PART`, :data:`BASE` and :data:`VARIANT`.
    """

    words: tuple[str, ...]
    provenance: Literal["named", "derived"]
    title: str = ""


@dataclass(frozen=True, slots=True)
class SchemaDefinition:
    """A schema that could be a named type, with where it stands.

    ``owner`` is the id of the nearest enclosing named definition for inline schemas, else ``None``
    (schemas inside operations have none).
    """

    id: SchemaId
    schema: Schema
    hint: NameHint
    owner: SchemaId | None = None
