"""Which operations answer with a stream of events, and what in the request turns it on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import dataclass
from ..ir.media_types import is_sequential
from ..ir.schemas import BooleanSchema, ConstSchema, EnumSchema
from .responses import is_json, properties, resolve, successes
from .words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..ir.api import Api
    from ..ir.operations import MediaType, Operation
    from ..ir.schemas import Schema

_SENTINEL = "[DONE]"
_SWITCH_WORDS = frozenset({"stream", "streaming", "streamed"})
_FORMAT_WORDS = _SWITCH_WORDS | {"format"}
_EVENT_VALUES = frozenset({"sse", "event-stream", "text/event-stream"})
_FILLERS = frozenset({"is", "use", "enable", "enabled", "should", "response", "do", "mode"})


@dataclass(frozen=True, slots=True)
class Switch:
    """What of the request turns streaming on; ``location`` is where it stands.

    It is a boolean, or one of several ``values``, the first of which does so (``stream_format: sse``).
    """

    name: str
    location: Literal["body", "query"]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """The stream of an operation.

    ``event`` is the schema of one event (``None``: not said); ``alone`` whether there is no other
    success; ``terminator`` the sentinel that ends it, empty where none is mentioned.
    """

    media: MediaType
    event: Schema | None
    alone: bool
    switch: Switch | None
    terminator: str


def is_stream(media_type: str) -> bool:
    """Whether bodies of the media type are sequences of events or lines."""
    return is_sequential(media_type)


def streaming(operation: Operation, api: Api) -> Streaming | None:
    """Return how an operation streams, ``None`` where it does not."""
    media = [media for response in successes(operation) for media in response.content]
    streams = [one for one in media if is_stream(one.name)]
    if not streams:
        return None
    first = next((one for one in streams if one.item_schema or one.schema), streams[0])
    alone = len(streams) == len(media)
    return Streaming(
        media=first,
        event=first.item_schema or first.schema,
        alone=alone,
        switch=None if alone else _switch(operation, api),
        terminator=_SENTINEL if _mentions_sentinel(operation, api) else "",
    )


def _switch(operation: Operation, api: Api) -> Switch | None:
    for name, schema in _body_fields(operation, api):
        if _names_stream(name) and _is_boolean(schema, api):
            return Switch(name, "body")
    for parameter in operation.parameters:
        is_switch = parameter.location == "query" and _names_stream(parameter.name)
        if is_switch and _is_boolean(parameter.schema, api):
            return Switch(parameter.name, "query")
    for name, schema in _body_fields(operation, api):
        if not _FORMAT_WORDS.isdisjoint(split_words(name)) and (values := _values(schema, api)):
            return Switch(name, "body", values)
    return None


def _values(schema: Schema, api: Api) -> tuple[str, ...]:
    """Return the texts of an enum, first the one that means events; none where that is no choice."""
    found = resolve(schema, api)
    if not isinstance(found, EnumSchema):
        return ()
    texts = [one for one in found.values if isinstance(one, str)]
    texts.sort(key=lambda one: one.lower() not in _EVENT_VALUES)
    return tuple(texts) if len(texts) > 1 and texts[0].lower() in _EVENT_VALUES else ()


def _body_fields(operation: Operation, api: Api) -> Iterator[tuple[str, Schema]]:
    """Yield the properties of the request body, of JSON rather than of a form."""
    if operation.request_body is None:
        return
    for media in sorted(operation.request_body.content, key=lambda one: not is_json(one.name)):
        if media.schema is not None and (found := properties(media.schema, api)):
            yield from ((item.name, item.schema) for item in found.values())
            return


def _names_stream(name: str) -> bool:
    words = set(split_words(name))
    return bool(words & _SWITCH_WORDS) and words <= _SWITCH_WORDS | _FILLERS


def _is_boolean(schema: Schema, api: Api) -> bool:
    found = resolve(schema, api)
    return isinstance(found, BooleanSchema) or (
        isinstance(found, ConstSchema) and isinstance(found.value, bool)
    )


def _mentions_sentinel(operation: Operation, api: Api) -> bool:
    return any(_SENTINEL in text for text in _texts(operation, api))


def _texts(operation: Operation, api: Api) -> Iterator[str]:
    """Yield whatever the document says about the operation's stream."""
    yield operation.summary
    yield operation.description
    for response in successes(operation):
        yield response.description
        for media in response.content:
            for schema in (media.schema, media.item_schema):
                if schema is not None:
                    yield schema.annotations.description
                    yield resolve(schema, api).annotations.description
            for example in media.examples:
                if isinstance(example.value, str):
                    yield example.value
    for name, schema in _body_fields(operation, api):
        if "stream" in name.lower():
            yield schema.annotations.description
            yield resolve(schema, api).annotations.description
