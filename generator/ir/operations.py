"""Operations and what they consist of, in OpenAPI's words. No Python identifiers in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from ..frozen import dataclass

if TYPE_CHECKING:
    from .schemas import Schema
    from .security import SecurityRequirement
    from .values import JsonValue

ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
ParameterStyle: TypeAlias = Literal[
    "matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """OpenAPI's Server Variable Object."""

    name: str
    default: str
    enum: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """OpenAPI's Server Object; ``url`` may hold ``{variables}`` and may be relative."""

    url: str
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """OpenAPI's Example Object with an inline value; ``name`` is empty for the lone ``example``."""

    name: str
    value: JsonValue
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """OpenAPI's Parameter Object with the defaults of ``style`` and ``explode`` filled in.

    ``content_type`` is set where the parameter is described by ``content`` (then serialized in that
    media type and ``style`` does not count). ``pointer`` is where it is declared.
    """

    name: str
    location: ParameterLocation
    schema: Schema
    pointer: str
    schema_pointer: str
    required: bool = False
    style: ParameterStyle = "simple"
    explode: bool = False
    allow_reserved: bool = False
    allow_empty_value: bool = False
    content_type: str = ""
    description: str = ""
    deprecated: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """A response or part header under its name."""

    name: str
    schema: Schema
    schema_pointer: str
    required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """OpenAPI's Encoding Object for one property of a form or multipart body."""

    property_name: str
    content_type: str = ""
    style: ParameterStyle | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaType:
    """One entry of ``content``; ``name`` as written, e.g. ``application/json; charset=utf-8``.

    ``schema`` is ``None`` where none is given. ``item_schema`` is 3.2's ``itemSchema`` (or, for
    ``text/event-stream`` and JSON Lines in 3.1, the schema itself, which describes one event).
    """

    name: str
    schema: Schema | None
    schema_pointer: str | None
    item_schema: Schema | None = None
    item_schema_pointer: str | None = None
    encodings: tuple[Encoding, ...] = ()
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestBody:
    """OpenAPI's Request Body Object."""

    content: tuple[MediaType, ...]
    pointer: str
    required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """One response; ``status`` is ``"200"``, ``"4XX"`` or ``"default"``."""

    status: str
    content: tuple[MediaType, ...]
    pointer: str
    headers: tuple[Header, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; ``pointer`` is its place below ``paths`` (``#/paths/~1pets/get``).

    ``operation_id`` is empty where the document has none. ``parameters`` include those of the path
    item, overridden ones left out; every ``{placeholder}`` of the path has one (invented where the
    document forgot it). ``security`` is the effective one: ``None`` where nothing is said anywhere.
    ``servers`` are the operation's or path item's own, else empty.
    """

    pointer: str
    method: str  # upper case
    path: str  # as written
    operation_id: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    description: str = ""
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    request_body: RequestBody | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[SecurityRequirement, ...] | None = None
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Callback, ...] = ()
    extensions: tuple[tuple[str, JsonValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Callback:
    """One callback of an operation: its key, the runtime expression and what it calls."""

    name: str
    expression: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Webhook:
    """One entry of ``webhooks``."""

    name: str
    operations: tuple[Operation, ...]
