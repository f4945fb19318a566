"""Streams of typed events, read while they come."""

from __future__ import annotations

from contextlib import aclosing, closing, suppress
from typing import TYPE_CHECKING, TypeVar

from .closing import AsyncClosing, Closing
from .draining import adrain, drain
from .errors import APIConnectionError, StreamError
from .reading import Reader, Skipped, transport_errors

if TYPE_CHECKING:
    from collections.abc import (
        AsyncGenerator,
        AsyncIterator,
        Awaitable,
        Callable,
        Generator,
        Iterator,
    )

    import httpx2

    from .operations import Events
    from .sse import ServerSentEvent

E = TypeVar("E", covariant=True)


class Stream(Reader[E], Closing):
    """An iterator of events. Leaving the loop early needs :meth:`close`, or the ``with`` statement.

    ``event`` is the last event as it came. Raises ``StreamError`` where the server reports an error or
    sends what cannot be read, and ``APIConnectionError`` where the connection ends too soon.
    """

    def __init__(
        self,
        response: httpx2.Response,
        events: Events,
        *,
        strict: bool,
        owner: object,
        reconnects: int = 0,
        reopen: Callable[[str, float], httpx2.Response] | None = None,
    ) -> None:
        super().__init__(response, events, strict=strict, owner=owner, reconnects=reconnects)
        self._reopen = reopen
        self._raw = self._receive()
        self._chunks = self._iterate()

    def __iter__(self) -> Iterator[E]:
        return self._chunks

    def __next__(self) -> E:
        return next(self._chunks)

    def events(self) -> Iterator[ServerSentEvent]:
        """Iterates the events as they come, up to the terminator: nothing is decoded or hidden."""
        return self._raw

    def _iterate(self) -> Generator[E, None, None]:
        with closing(self._raw):
            for event in self._raw:
                value = self._value(event)
                if not isinstance(value, Skipped):
                    yield value

    def _receive(self) -> Generator[ServerSentEvent, None, None]:
        while not self._ended:
            try:
                yield from self._body()
                if self._ended or not self._events.terminator:
                    return
                wait = self._next_wait() if self._reopen is not None else None
                if wait is None:
                    return
            except (APIConnectionError, StreamError):
                wait = self._next_wait() if self._reopen is not None else None
                if wait is None:
                    raise
            if self._reopen is not None:
                self._restart(self._reopen(self.last_event_id, wait))

    def _body(self) -> Generator[ServerSentEvent, None, None]:
        with transport_errors():
            chunks = self.response.iter_bytes()
            try:
                for chunk in chunks:
                    yield from self._feed(chunk)
                    if self._ended:
                        drain(self.response, chunks)
                        return
                yield from self._rest()
            finally:
                self.response.close()

    def close(self) -> None:
        """Ends the stream and gives its connection back."""
        self._ended = True
        for generator in (self._chunks, self._raw):
            with suppress(ValueError):  # another thread is in it: closing the response ends that
                generator.close()
        self.response.close()


class AsyncStream(Reader[E], AsyncClosing):
    """An asynchronous iterator of events; see :class:`Stream`."""

    def __init__(
        self,
        response: httpx2.Response,
        events: Events,
        *,
        strict: bool,
        owner: object,
        reconnects: int = 0,
        reopen: Callable[[str, float], Awaitable[httpx2.Response]] | None = None,
    ) -> None:
        super().__init__(response, events, strict=strict, owner=owner, reconnects=reconnects)
        self._reopen = reopen
        self._raw = self._receive()
        self._chunks = self._iterate()

    def __aiter__(self) -> AsyncIterator[E]:
        return self._chunks

    async def __anext__(self) -> E:
        return await anext(self._chunks)

    def events(self) -> AsyncIterator[ServerSentEvent]:
        """Iterates the events as they come, up to the terminator: nothing is decoded or hidden."""
        return self._raw

    async def _iterate(self) -> AsyncGenerator[E, None]:
        async with aclosing(self._raw):
            async for event in self._raw:
                value = self._value(event)
                if not isinstance(value, Skipped):
                    yield value

    async def _receive(self) -> AsyncGenerator[ServerSentEvent, None]:
        while not self._ended:
            try:
                async with aclosing(self._body()) as body:
                    async for event in body:
                        yield event
                if self._ended or not self._events.terminator:
                    return
                wait = self._next_wait() if self._reopen is not None else None
                if wait is None:
                    return
            except (APIConnectionError, StreamError):
                wait = self._next_wait() if self._reopen is not None else None
                if wait is None:
                    raise
            if self._reopen is not None:
                self._restart(await self._reopen(self.last_event_id, wait))

    async def _body(self) -> AsyncGenerator[ServerSentEvent, None]:
        with transport_errors():
            try:
                async with aclosing(self.response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        for event in self._feed(chunk):
                            yield event
                        if self._ended:
                            await adrain(self.response, chunks)
                            return
                    for event in self._rest():
                        yield event
            finally:
                await self.response.aclose()

    async def close(self) -> None:
        """Ends the stream and gives its connection back."""
        self._ended = True
        for generator in (self._chunks, self._raw):
            with suppress(RuntimeError):  # another task is in it: closing the response ends that
                await generator.aclose()
        await self.response.aclose()
