"""Events of a stream, made of the schema of one event: a text over several deltas, then the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...server._runtime import Event
from .event_order import EventOrder
from .schemas import plain, variants
from .speaking import Speaker
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
_WORD = "a word"  # of the text that grows, until it is known which
_MOST_VARIANTS = 24


class Streamer:
    """Makes the events of streams."""

    def __init__(self, document: Document, sampler: Sampler, shaper: Shaper) -> None:
        self._document = document
        self._sampler = sampler
        self._shaper = shaper
        self._speaker = Speaker(document, sampler, shaper)
        self._order = EventOrder(document, shaper, self._speaker)

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
            yield from self._framed(frame, record, key)
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
        if (saying := self._saying(pointer, record, key)) is not None:
            yield from self._deltas(pointer, saying, key)
            return
        for number in range(2):
            yield self._shaper.project(record, pointer, key, number)

    def _framed(
        self, frame: Mapping[str, str], record: Mapping[str, Any], key: str
    ) -> Iterator[Event]:
        data = frame["data"]
        content = f"{data}/contentSchema"
        inner = content if "contentSchema" in self._sampler.schema(data) else data
        event = self._sampler.sample(frame["event"], key) if "event" in frame else ""
        for number, item in enumerate(self.events(inner, record, key), 1):
            key_of = str(number) if "id" in frame else ""
            yield Event(item, event=event if isinstance(event, str) else "", id=key_of)

    def _saying(self, pointer: str, record: Mapping[str, Any], key: str) -> dict[str, Any] | None:
        """Return an event that says `_WORD`, ``None`` where it has no place for a text."""
        base = self._shaper.project(record, pointer, key)
        if not isinstance(base, dict):
            return None
        kept = {name: value for name, value in base.items() if plain(name) not in _USAGE}
        start = kept if self._shaper.is_valid(kept, pointer) else base
        return self._speaker.spoken(pointer, start, _WORD, anew=True, texts=_TEXT)

    def _deltas(self, pointer: str, saying: dict[str, Any], key: str) -> Iterator[Any]:
        fields = self._shaper.fields(pointer)
        going_on = self._told(self._told(saying, fields, _ENDS, False), fields, _REASONS, None)
        for word in pieces(ANSWER):
            event = _with_text(going_on, word)
            yield event if self._shaper.is_valid(event, pointer) else saying
        last = self._told(_with_text(saying, ""), fields, _ENDS, True)
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


def _with_text(node: Any, text: str) -> Any:
    """Return a copy of an event that says ``text`` in the place of `_WORD`."""
    if isinstance(node, dict):
        return {name: _with_text(value, text) for name, value in node.items()}
    if isinstance(node, list):
        return [_with_text(item, text) for item in node]
    return text if node == _WORD else node
