"""Events of a stream, made of the schema of one event: a text over several deltas, then the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import Event
from .event_order import EventOrder
from .schemas import items_pointer, plain, variants
from .streams_text import ANSWER, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...server._runtime import Document
    from .samples import Sampler
    from .shaping import Shaper

_TEXT = ("delta", "content", "text", "token", "chunk", "outputtext", "completion", "message")
_ENDS = ("finished", "done", "isfinal", "final", "complete", "isfinished", "last")
_REASONS = ("finishreason", "stopreason")
_USAGE = ("usage",)
_FRAME = frozenset({"data", "event", "id", "retry", "comment"})
_DEEPEST = 4
_MOST_VARIANTS = 24


class Streamer:
    """Makes the events of streams."""

    def __init__(self, document: Document, sampler: Sampler, shaper: Shaper) -> None:
        self._document = document
        self._sampler = sampler
        self._shaper = shaper
        self._order = EventOrder(document, sampler, shaper)

    def events(
        self, pointer: str, record: Mapping[str, Any], key: str, *, framed: bool = False
    ) -> Iterator[Any]:
        """Yield the events of one stream; each is valid where the schema can be satisfied.

        Args:
            pointer: the schema of one event; empty where the document has none.
            record: what the stream is about; its values appear under the same names.
            key: tells this stream from others.
            framed: whether a schema may describe server-sent events with all their fields (OpenAPI 3.2,
                Server-Sent Event Streams); such events have ids, so that a client can take up the stream.
        """
        frame = self._shaper.fields(pointer) if framed and pointer else {}
        if "data" in frame and len(frame) > 1 and frame.keys() <= _FRAME:
            yield from self._framed(pointer, frame, record, key)
            return
        if not pointer:
            yield from ANSWER.split(". ")
            return
        kinds = variants(self._document, pointer)
        score = self._order.score(kinds) if kinds else None
        if score is not None:
            yield from self._order.events(score, record, key)
            return
        if kinds:
            for number, place in enumerate(kinds[:_MOST_VARIANTS]):
                yield self._shaper.project(record, place, key, number)
            return
        path = self._text_path(pointer, 0)
        if path is None:
            for number in range(2):
                yield self._shaper.project(record, pointer, key, number)
            return
        yield from self._deltas(pointer, path, record, key)

    def _framed(
        self, pointer: str, frame: Mapping[str, str], record: Mapping[str, Any], key: str
    ) -> Iterator[Event]:
        data = frame["data"]
        content = f"{data}/contentSchema"
        inner = content if "contentSchema" in self._sampler.schema(data) else data
        event = self._sampler.sample(frame["event"], key) if "event" in frame else ""
        for number, item in enumerate(self.events(inner, record, key), 1):
            key_of = str(number) if "id" in frame else ""
            yield Event(item, event=event if isinstance(event, str) else "", id=key_of)

    def _deltas(
        self, pointer: str, path: list[str], record: Mapping[str, Any], key: str
    ) -> Iterator[Any]:
        fields = self._shaper.fields(pointer)
        base = self._shaper.project(record, pointer, key)
        if not isinstance(base, dict):
            yield base
            return
        kept = {name: value for name, value in base.items() if plain(name) not in _USAGE}
        for word in pieces(ANSWER):
            event = _with(kept, path, word)
            event = self._told(event, fields, _ENDS, False)
            event = self._told(event, fields, _REASONS, None)
            yield event if self._shaper.is_valid(event, pointer) else base
        last = self._told(_with(kept, path, ""), fields, _ENDS, True)
        for name, place in fields.items():
            if plain(name) in _USAGE:
                last[name] = self._sampler.sample(place, key, "usage", rich=True)
        for reason in ("stop", "end_turn", "STOP"):
            ended = self._told(last, fields, _REASONS, reason)
            if ended != last and self._shaper.is_valid(ended, pointer):
                last = ended
                break
        if self._shaper.is_valid(last, pointer):
            yield last

    def _told(
        self, event: dict[str, Any], fields: dict[str, str], names: tuple[str, ...], value: Any
    ) -> dict[str, Any]:
        """Return the event with the properties of these names set, where their schema takes the value."""
        found = dict(event)
        for name, place in fields.items():
            if plain(name) in names and self._shaper.is_valid(value, place):
                found[name] = value
        return found

    def _text_path(self, pointer: str, depth: int) -> list[str] | None:
        """Return the path of the text that grows: ``["choices", "0", "delta", "content"]``."""
        if depth > _DEEPEST:
            return None
        fields = self._shaper.fields(pointer)
        by_plain = {plain(name): name for name in reversed(fields)}
        for wanted in _TEXT:
            name = by_plain.get(wanted)
            if name is not None and self._shaper.is_valid("a word", fields[name]):
                return [name]
        for wanted in (*_TEXT, "choices", "candidates", "parts", "data", "output"):
            name = by_plain.get(wanted)
            if name is None:
                continue
            inner = items_pointer(self._document, fields[name])
            below = self._text_path(inner or fields[name], depth + 1)
            if below is not None:
                return [name, "0", *below] if inner else [name, *below]
        return None


def _with(node: Any, path: list[str], value: str) -> dict[str, Any]:
    """Return a copy of an event with ``value`` at a path; what is missing on the way is made."""
    found = dict(node) if isinstance(node, dict) else {}
    name, rest = path[0], path[1:]
    if not rest:
        found[name] = value
    elif rest[0] == "0":
        rows = found.get(name)
        first = rows[0] if isinstance(rows, list) and rows else {}
        found[name] = [_with(first, rest[1:], value)]
    else:
        found[name] = _with(found.get(name), rest, value)
    return found
