"""Descriptors: one frozen value per operation, shared by the sync and the async client."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from .outcomes import ResponseTable
from .templates import PathTemplate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Headers, Responses, Security, Server, Thunk

R = TypeVar("R")
E = TypeVar("E")
I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """How a stream is read.

    ``chunk`` gives the type of one event's ``data`` (of one line for JSON Lines). An event whose data
    is ``terminator`` ends the stream. ``named`` gives other types for events of those names.
    ``envelope``: the type describes the whole event (``event``, ``data``, ``id``, ``retry``), as an
    ``itemSchema`` of OpenAPI 3.2 may. ``by_header`` gives other types of ``data`` by a header of the
    request and its value.
    """

    chunk: Thunk
    terminator: str = ""
    named: Mapping[str, Thunk] | None = None
    envelope: bool = False
    by_header: Mapping[str, Mapping[str, Thunk]] | None = None


@dataclass(frozen=True, slots=True)
class CursorPages:
    """Pages by cursor: ``next`` of the body goes into the parameter ``cursor`` of the next request.

    ``items``, ``next`` and ``more`` are wire names in the body; a ``/`` steps into a nested object
    (escaped as in JSON Pointer). ``items=""``: the body is the array. An empty ``cursor``: ``next`` is
    the URL of the next page. ``more``: a boolean that says whether there is a next page. ``last``: in
    place of ``next``, a property of the last item that is the cursor. ``location`` is where ``cursor`` is
    sent.

    Here and in other styles ``$response.header.Name`` (OpenAPI, Runtime Expressions) stands for a header
    of the response where something of the body may.
    """

    items: str
    cursor: str
    next: str = ""
    last: str = ""
    more: str = ""
    location: Literal["query", "header", "body"] = "query"


@dataclass(frozen=True, slots=True)
class OffsetPages:
    """Pages by offset: the next one begins behind the items of this one.

    ``items``, ``total`` and ``more`` are wire names in the body, ``offset`` and ``limit`` parameters.
    ``default_size`` is how many items come where no ``limit`` is sent, ``max_size`` how many at most.
    """

    items: str
    offset: str
    limit: str = ""
    total: str = ""
    more: str = ""
    default_size: int = 0
    max_size: int = 0
    location: Literal["query", "body"] = "query"


@dataclass(frozen=True, slots=True)
class NumberPages:
    """Pages by number, the first of which is ``first``.

    ``items``, ``total`` (number of items), ``pages`` (number of pages), ``more`` and ``next`` (number of
    the next page) are wire names in the body, ``page`` and ``size`` parameters. ``default_size``,
    ``max_size``: see :class:`OffsetPages`.
    """

    items: str
    page: str
    size: str = ""
    total: str = ""
    pages: str = ""
    more: str = ""
    first: int = 1
    default_size: int = 0
    max_size: int = 0
    location: Literal["query", "body"] = "query"
    next: str = ""


@dataclass(frozen=True, slots=True)
class LinkPages:
    """Pages linked by the header ``Link`` with ``rel="next"`` (RFC 8288); ``items`` as elsewhere."""

    items: str


Pages: TypeAlias = CursorPages | OffsetPages | NumberPages | LinkPages


@dataclass(frozen=True, eq=False)
class Operation(Generic[R]):
    """One operation: where it is, what it answers, and how it is secured.

    ``responses`` and ``errors`` map status and media type to types. ``security``: see
    :data:`~.api.Security`; ``None`` is the API's default. ``server``: the operation's own.
    ``idempotency_header``: gets a fresh key for every call, the same for its retries. ``headers`` map
    status and name to the types of response headers that are more than text.
    """

    method: str
    path: str
    responses: Responses
    _: KW_ONLY
    errors: Responses | None = None
    security: Security | None = None
    server: Server | None = None
    idempotency_header: str = ""
    headers: Headers | None = None

    @cached_property
    def template(self) -> PathTemplate:
        """The path, split once."""
        return PathTemplate.parse(self.path)

    @cached_property
    def table(self) -> ResponseTable:
        """The successful responses, prepared for looking up."""
        return ResponseTable(self.responses, f"{self.method} {self.path}")

    @cached_property
    def error_table(self) -> ResponseTable:
        """The operation's own error bodies, prepared for looking up."""
        return ResponseTable(self.errors or {})


@dataclass(frozen=True, eq=False)
class EventOperation(Operation[None], Generic[E]):
    """An operation that answers with a stream of events."""

    _: KW_ONLY
    events: Events


@dataclass(frozen=True, eq=False)
class SwitchOperation(Operation[R], Generic[R, E]):
    """An operation that answers with one body or a stream, depending on the request."""

    _: KW_ONLY
    events: Events


@dataclass(frozen=True, eq=False)
class PageOperation(Operation[B], Generic[I, B]):
    """An operation whose body ``B`` is one page of items ``I``."""

    _: KW_ONLY
    pages: Pages
