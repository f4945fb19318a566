"""What both kinds of stream share: how an event becomes a chunk, and how a broken stream goes on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .decoding import Decoder, decoder_for
from .errors import DecodeError, StreamError, extract_message
from .loose import declares
from .media import essence
from .sse import JsonLinesDecoder, ServerSentEvent, event_decoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

    import httpx2

    from .operations import Events

E = TypeVar("E", covariant=True)

_FIRST_WAIT = 1.0  # seconds before a broken stream is asked for again, unless the server says them
_LONGEST_WAIT = 30.0
_USUAL_TERMINATOR = "[DONE]"  # it is no JSON, so where JSON is expected it can mean nothing else


class Skipped:
    """What an event becomes that yields nothing."""


_SKIPPED = Skipped()


class Reader(Generic[E]):
    """What both kinds of stream share: where it stands, and how an event becomes a chunk."""

    def __init__(
        self,
        response: httpx2.Response,
        events: Events,
        *,
        strict: bool,
        owner: object,
        reconnects: int = 0,
    ) -> None:
        self.response = response
        self.event: ServerSentEvent | None = None
        self._owner = owner  # keeps the client, and with it the connection, alive
        self._events = events
        self._strict = strict
        self._decoder = event_decoder(essence(response.headers.get("content-type", "")))
        self._handlers: dict[str, Callable[[ServerSentEvent], object]] = {}
        self._usual_decoder = decoder_for(events.chunk())
        self._is_text = events.envelope or self._usual_decoder.type is str
        self._terminator = events.terminator or ("" if self._is_text else _USUAL_TERMINATOR)
        self._ended = False
        self._reconnects = reconnects
        self._failures = 0
        self._wait = _FIRST_WAIT

    @property
    def last_event_id(self) -> str:
        """The id of the last event that has one."""
        return self.event.id if self.event is not None else ""

    def on(self, name: str, handler: Callable[[ServerSentEvent], object]) -> Self:
        """Has ``handler`` called for the events of a name, which are then not yielded."""
        self._handlers[name] = handler
        return self

    def _feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yields the events that ``chunk`` completes, up to the terminator."""
        return self._until_terminator(self._decoder.feed(chunk))

    def _until_terminator(self, events: Iterator[ServerSentEvent]) -> Iterator[ServerSentEvent]:
        for event in events:
            if self._is_terminator(event):
                self._ended = True
                return
            self._note(event)
            yield event

    def _is_terminator(self, event: ServerSentEvent) -> bool:
        # Most events are longer, and a look at their length is all they cost.
        return len(event.data) <= len(self._terminator) + 2 and (
            event.data.strip() == self._terminator != ""
        )

    def _rest(self) -> Iterator[ServerSentEvent]:
        """Yields what the end of the body completes.

        An event without its empty line counts if its data is whole JSON, since then nothing lacks; else
        the stream was cut short. Only text is dropped, as the standard says, since none can tell.
        """
        yield from self._until_terminator(self._decoder.finish())
        cut = self._decoder.unfinished()
        if cut is None or self._ended:
            return
        if self._is_terminator(cut):
            self._ended = True
        elif self._events.envelope or self._decoders(cut.event).type is str:
            return
        elif _is_whole(cut):
            self._note(cut)
            yield cut
        else:
            raise StreamError("the stream ended within an event", body=cut.data)

    def _note(self, event: ServerSentEvent) -> None:
        self.event = event
        self._failures = 0
        if event.retry is not None:
            self._wait = event.retry / 1000

    def _decoders(self, name: str) -> Decoder:
        named = self._events.named
        if named and name in named:
            return decoder_for(named[name]())
        return self._usual_decoder

    def _value(self, event: ServerSentEvent) -> E | Skipped:
        if self._handlers and (handler := self._handlers.get(event.event)) is not None:
            handler(event)
            return _SKIPPED
        decoder = self._decoders(event.event)
        if event.event == "error" and "error" not in (self._events.named or ()):
            raise _reported(event)
        value: Any = _SKIPPED
        if self._events.envelope:
            value = decoder.from_python(_envelope(event), strict=self._strict)
        elif decoder.type is str:
            value = event.data
        elif event.data:
            value = self._typed(event, decoder)
        return value  # type: ignore[no-any-return]  # the decoder's type is E

    def _typed(self, event: ServerSentEvent, decoder: Decoder) -> Any:
        if '"error"' in event.data and _is_error(event, decoder):
            raise _reported(event)
        try:
            return decoder.from_json(event.data.encode(), strict=self._strict)
        except DecodeError as error:
            if decoder.is_plain and not isinstance(self._decoder, JsonLinesDecoder):
                return event.data  # nothing is said of it, not even that it is JSON
            raise StreamError(
                f"an event cannot be read: {error.message}", body=event.data
            ) from error

    def _next_wait(self) -> float | None:
        """Returns the seconds until a broken stream is asked for again, ``None`` if it is not."""
        if self._ended or not self.last_event_id or self._failures >= self._reconnects:
            return None
        self._failures += 1
        return min(_LONGEST_WAIT, self._wait * 2.0 ** (self._failures - 1))

    def _restart(self, response: httpx2.Response) -> None:
        self.response = response
        last = self.last_event_id
        self._decoder = event_decoder(essence(response.headers.get("content-type", "")))
        self._decoder.resume(last)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self.response.status_code}>"


@contextmanager
def transport_errors() -> Iterator[None]:
    """Turns the transport's errors into those of this package."""
    import httpx2

    from .exchange import connection_error

    try:
        yield
    except httpx2.RequestError as error:
        raise connection_error(error) from error
    except httpx2.StreamError as error:
        raise StreamError(f"the stream is closed: {error}") from error


def _reported(event: ServerSentEvent) -> StreamError:
    try:
        body = event.json()
    except ValueError:
        body = event.data
    return StreamError(extract_message(body) or "the server reported an error", body=body)


def _is_error(event: ServerSentEvent, decoder: Decoder) -> bool:
    """Whether the data is an object with a filled ``error`` that its type does not declare."""
    try:
        data = event.json()
    except ValueError:
        return False
    if not isinstance(data, dict) or not data.get("error"):
        return False
    return not declares(decoder.type, "error")


def _is_whole(event: ServerSentEvent) -> bool:
    try:
        event.json()
    except ValueError:
        return False
    return True


def _envelope(event: ServerSentEvent) -> dict[str, Any]:
    """Returns the event as the object that an ``itemSchema`` describes (OpenAPI 3.2)."""
    whole: dict[str, Any] = {"data": event.data}
    if event.event != "message":
        whole["event"] = event.event
    if event.id:
        whole["id"] = event.id
    if event.retry is not None:
        whole["retry"] = event.retry
    return whole
