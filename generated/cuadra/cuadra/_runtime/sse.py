"""Server-sent events (WHATWG HTML, section 9.2) and JSON Lines, decoded from chunks of bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from .json_reading import read_json
from .media import JSON_LINES, is_json_sequence

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class ServerSentEvent:
    """One event; ``id`` is the last one sent, also by an earlier event; ``retry`` in milliseconds."""

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None

    def json(self) -> Any:
        """Returns ``data`` read as JSON; raises ``ValueError``."""
        return read_json(self.data)


class EventDecoder(Protocol):
    """Turns chunks of a body into events."""

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yields the events that ``chunk`` completes."""
        ...

    def finish(self) -> Iterator[ServerSentEvent]:
        """Yields what the end of the body completes."""
        ...

    def unfinished(self) -> ServerSentEvent | None:
        """Returns an event that the end of the body cut short."""
        ...

    def resume(self, last_event_id: str) -> None:
        """Begins behind an event, whose id holds until another one comes."""
        ...


def event_decoder(media_type: str) -> EventDecoder:
    """Returns the decoder for an essence; what is no sequence of JSON is taken for server-sent events."""
    if is_json_sequence(media_type):
        return JsonSequenceDecoder()
    return JsonLinesDecoder() if media_type in JSON_LINES else SseDecoder()


_LINE_END = re.compile(rb"\r\n|\n|\r")


class LineSplitter:
    """Splits at LF, CR and CRLF, which may lie across two chunks, in linear time.

    Bytes are split, not text: only these end a line, whatever Unicode calls a line separator.
    """

    def __init__(self) -> None:
        self._pending: list[bytes] = []
        self._after_cr = False

    def feed(self, chunk: bytes) -> list[bytes]:
        """Returns the lines that ``chunk`` completes; one that ends in CR is complete at once."""
        if self._after_cr and chunk[:1] == b"\n":
            chunk = chunk[1:]
            self._after_cr = False
        if not chunk:
            return []
        self._after_cr = chunk[-1:] == b"\r"
        lines = _LINE_END.split(chunk)
        last = lines.pop()
        if lines:
            self._pending.append(lines[0])
            lines[0] = b"".join(self._pending)
            self._pending.clear()
        if last:
            self._pending.append(last)
        return lines

    def finish(self) -> bytes:
        """Returns the line that was not ended."""
        rest = b"".join(self._pending)
        self._pending.clear()
        return rest


class SseDecoder:
    """Decodes ``text/event-stream``. An event without its empty line at the end is dropped."""

    def __init__(self) -> None:
        self._lines = LineSplitter()
        self._at_start = True
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yields the events that ``chunk`` completes."""
        for line in self._lines.feed(chunk):
            if self._at_start:
                self._at_start = False
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line:
                self._field(line)
            elif self._data:
                yield self._dispatch()
            else:
                self._event = ""

    def finish(self) -> Iterator[ServerSentEvent]:
        """Yields nothing: an incomplete event is discarded (section 9.2.6)."""
        return iter(())

    def unfinished(self) -> ServerSentEvent | None:
        """Returns the event that the end of the body cut short, as far as it came."""
        if line := self._lines.finish():
            self._field(line)
        return self._dispatch() if self._data else None

    def resume(self, last_event_id: str) -> None:
        """Begins behind an event, whose id holds until another one comes."""
        self._id = last_event_id

    def _field(self, line: bytes) -> None:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value[1:] if value[:1] == " " else value
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value)

    def _dispatch(self) -> ServerSentEvent:
        event = ServerSentEvent(
            "\n".join(self._data), self._event or "message", self._id, self._retry
        )
        self._data = []
        self._event = ""
        self._retry = None
        return event


class JsonLinesDecoder:
    """Decodes JSON Lines; the last line needs no end."""

    def __init__(self) -> None:
        self._lines = LineSplitter()

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yields the lines that ``chunk`` completes, except empty ones."""
        for line in self._lines.feed(chunk):
            yield from self._line(line)

    def finish(self) -> Iterator[ServerSentEvent]:
        """Yields the last line."""
        return self._line(self._lines.finish())

    def unfinished(self) -> ServerSentEvent | None:
        """Returns nothing: the end of the body ends the last line."""
        return None

    def resume(self, last_event_id: str) -> None:
        """Does nothing: lines have no ids."""

    def _line(self, line: bytes) -> Iterator[ServerSentEvent]:
        text = line.decode("utf-8", "replace").strip("\ufeff \t")
        if text:
            yield ServerSentEvent(text)


class JsonSequenceDecoder(JsonLinesDecoder):
    """Decodes JSON text sequences (RFC 7464), whose texts may have several lines.

    A line that is JSON by itself is a text at once; others go on to where the next one begins.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begun: list[bytes] = []

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yields the texts that ``chunk`` completes."""
        rest, *texts = chunk.split(b"\x1e")
        yield from super().feed(rest)
        for text in texts:
            yield from self.finish()
            yield from super().feed(text)

    def finish(self) -> Iterator[ServerSentEvent]:
        """Yields the text that has begun."""
        yield from super().finish()
        yield from self._text()

    def _line(self, line: bytes) -> Iterator[ServerSentEvent]:
        if line or self._begun:
            self._begun.append(line)
        if len(self._begun) == 1 and _is_json(line):
            yield from self._text()

    def _text(self) -> Iterator[ServerSentEvent]:
        whole = b"\n".join(self._begun)
        self._begun.clear()
        yield from super()._line(whole.strip())


def _is_json(line: bytes) -> bool:
    try:
        read_json(line)
    except ValueError:
        return False
    return True
