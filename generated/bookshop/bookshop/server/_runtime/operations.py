"""The operations of the document, as they were prepared when this package was generated."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A parameter; ``schema`` points into the document, ``argument`` is the handler's keyword."""

    name: str
    location: str
    argument: str
    required: bool = False
    style: str = "form"
    explode: bool = True
    schema: str = ""
    content: str = ""
    allows_empty: bool = False


@dataclass(frozen=True, slots=True)
class EncodingSpec:
    """OpenAPI's Encoding Object; empty where it says nothing."""

    content_type: str = ""
    style: str = ""
    explode: bool | None = None


@dataclass(frozen=True, slots=True)
class MediaSpec:
    """One media type; ``items`` points to the schema of one event or line of a stream.

    ``json``: a range of media types (``*/*``) whose schema describes a structure, so JSON is meant.
    """

    name: str
    schema: str = ""
    items: str = ""
    encoding: Mapping[str, EncodingSpec] | None = None
    json: bool = False
    is_json: bool = field(init=False, repr=False, compare=False)
    """Whether the content is one JSON text."""
    is_multipart: bool = field(init=False, repr=False, compare=False)
    """Whether the content is made of parts."""
    is_stream: bool = field(init=False, repr=False, compare=False)
    """Whether the content is a sequence of events or lines."""

    def __post_init__(self) -> None:
        is_stream = bool(self.items) or is_streaming(media_range(self.name))
        object.__setattr__(self, "is_stream", is_stream)
        is_multipart = media_range(self.name).startswith("multipart/")
        object.__setattr__(self, "is_multipart", is_multipart)
        object.__setattr__(self, "is_json", self.json or is_json(self.name))


_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-lines",
        "application/ndjson",
        "application/x-ndjson",
        "application/stream+json",
        "application/x-json-stream",
        "text/jsonl",
    }
)


def is_streaming(media_type: str) -> bool:
    """Whether a media type without parameters is of events or of one JSON text after the other."""
    return media_type == "text/event-stream" or is_lines(media_type)


def is_lines(media_type: str) -> bool:
    """Whether a media type without parameters is of one JSON text after the other."""
    return media_type in _LINES or is_json_sequence(media_type)


def is_json_sequence(media_type: str) -> bool:
    """Whether there is a mark before each text (RFC 7464; RFC 8091 for the suffix)."""
    return media_type == "application/json-seq" or media_type.endswith("+json-seq")


@dataclass(frozen=True, slots=True)
class HeaderSpec:
    """A declared response header."""

    schema: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class ResponseSpec:
    """A declared response; ``status`` may be ``2XX`` or ``default``."""

    status: str
    content: tuple[MediaSpec, ...]
    headers: Mapping[str, HeaderSpec]


@dataclass(frozen=True, slots=True)
class OperationSpec:
    """One operation. ``security`` holds alternatives, each a mapping of scheme ids to scopes.

    ``switch`` is the request's property that turns streaming on, ``terminator`` the sentinel that ends
    a stream; both may be empty.
    """

    call: str
    pointer: str
    method: str
    path: str
    operation_id: str
    parameters: tuple[ParameterSpec, ...]
    body: tuple[MediaSpec, ...] | None
    body_required: bool
    responses: tuple[ResponseSpec, ...]
    security: tuple[Mapping[str, tuple[str, ...]], ...]
    switch: str = ""
    terminator: str = ""
    streams: tuple[MediaSpec, ...] = field(init=False, repr=False, compare=False)
    """The media types of its successes that are sequences of events or lines."""
    tells_headers: bool = field(init=False, repr=False, compare=False)
    """Whether any of its responses has header fields."""
    located: Mapping[str, tuple[ParameterSpec, ...]] = field(init=False, repr=False, compare=False)
    """The parameters by their location: ``path``, ``query``, ``header``, ``cookie``, ``querystring``."""
    path_arguments: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The arguments that the placeholders of the path stand for, in their order."""
    answers: dict[tuple[object, ...], Any] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What was found out of how it answers, for the next request."""
    _by_status: Mapping[str, ResponseSpec] = field(init=False, repr=False, compare=False)
    _found: dict[int, ResponseSpec | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _successes: tuple[ResponseSpec, ...] = field(init=False, repr=False, compare=False)

    def response(self, status: int) -> ResponseSpec | None:
        """Return what is declared for ``status``: exactly, else by its class, else by default."""
        try:
            return self._found[status]
        except KeyError:
            pass
        known = self._by_status
        found = known.get(str(status)) or known.get(f"{status // 100}XX") or known.get("DEFAULT")
        self._found[status] = found
        return found

    def declares(self, status: int) -> bool:
        """Whether exactly this status is declared."""
        return str(status) in self._by_status

    def successes(self) -> tuple[ResponseSpec, ...]:
        """Return the 2xx responses in ascending order, else the default one."""
        return self._successes

    def __post_init__(self) -> None:
        located: dict[str, tuple[ParameterSpec, ...]] = {}
        for item in self.parameters:
            located[item.location] = (*located.get(item.location, ()), item)
        object.__setattr__(self, "located", located)
        named = {item.name: item.argument for item in located.get("path", ())}
        order = tuple(named[name] for name in _PLACEHOLDER.findall(self.path) if name in named)
        object.__setattr__(self, "path_arguments", order)
        by_status = {item.status.upper(): item for item in self.responses}
        object.__setattr__(self, "_by_status", by_status)
        object.__setattr__(self, "_successes", self._find_successes())
        found = [media for item in self._successes for media in item.content if media.is_stream]
        object.__setattr__(self, "streams", tuple(found))
        tells_headers = any(item.headers for item in self.responses)
        object.__setattr__(self, "tells_headers", tells_headers)

    def _find_successes(self) -> tuple[ResponseSpec, ...]:
        found = sorted(
            (item for item in self.responses if item.status.startswith("2")),
            key=lambda item: item.status.upper(),
        )
        if found:
            return tuple(found)
        if any(item.status[:1] in "13" for item in self.responses):
            return ()
        return tuple(item for item in self.responses if item.status == "default")


@lru_cache(1024)
def media_range(content_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return content_type.partition(";")[0].strip().lower()


@lru_cache(1024)
def is_json(content_type: str) -> bool:
    """Whether a media type is JSON by its name or suffix (RFC 6839, section 3.1)."""
    name = media_range(content_type)
    if is_lines(name):
        return False
    return name.endswith(("/json", "+json"))


def read_operation(raw: Mapping[str, Any]) -> OperationSpec:
    """Make the value of one entry of ``operations.json``."""
    body = raw.get("body")
    return OperationSpec(
        call=raw["call"],
        pointer=raw.get("pointer", ""),
        method=raw["method"],
        path=raw["path"],
        operation_id=raw.get("operation_id") or "",
        parameters=tuple(_parameter(item) for item in raw.get("parameters") or ()),
        body=_content(body.get("content")) if body else None,
        body_required=bool(body and body.get("required")),
        responses=tuple(
            _response(status, item) for status, item in (raw.get("responses") or {}).items()
        ),
        security=tuple(
            {scheme: tuple(scopes) for scheme, scopes in alternative.items()}
            for alternative in raw.get("security") or ()
        ),
        switch=raw.get("switch") or "",
        terminator=raw.get("terminator") or "",
    )


def _parameter(raw: Mapping[str, Any]) -> ParameterSpec:
    return ParameterSpec(
        name=raw["name"],
        location=raw["in"],
        argument=raw.get("argument") or raw["name"],
        required=bool(raw.get("required")),
        style=raw.get("style") or "",
        explode=bool(raw.get("explode")),
        schema=raw.get("schema") or "",
        content=raw.get("content") or "",
        allows_empty=bool(raw.get("allows_empty")),
    )


def _content(raw: Mapping[str, Any] | None) -> tuple[MediaSpec, ...]:
    """Return media types in their order, ranges last: the others say more (OpenAPI 3.1, Response Object)."""
    known = sorted((raw or {}).items(), key=lambda item: "*" in item[0])
    return tuple(_media(name, item) for name, item in known)


def _media(name: str, raw: Mapping[str, Any]) -> MediaSpec:
    encoding = {
        key: EncodingSpec(
            content_type=item.get("contentType") or item.get("content_type") or "",
            style=item.get("style") or "",
            explode=item.get("explode"),
        )
        for key, item in (raw.get("encoding") or {}).items()
    }
    return MediaSpec(
        name,
        raw.get("schema") or "",
        raw.get("items") or "",
        encoding,
        json=raw.get("json") is True,
    )


def _response(status: str, raw: Mapping[str, Any]) -> ResponseSpec:
    headers = {
        name: HeaderSpec(item.get("schema") or "", bool(item.get("required")))
        for name, item in (raw.get("headers") or {}).items()
    }
    return ResponseSpec(str(status), _content(raw.get("content")), headers)
