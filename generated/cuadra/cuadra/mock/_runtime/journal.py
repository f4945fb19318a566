"""What was asked of the mock, for tests to look at."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from time import perf_counter, time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from ...server._runtime.json_text import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...server._runtime import Headers, Request, Response

_MOST = 10_000  # requests
MOST_BYTES = 64 * 1024 * 1024  # of their bodies


@dataclass(slots=True)
class Recorded:
    """One request, answered or refused.

    ``call`` is empty where it named no operation, ``status`` 0 until it was answered. ``number`` counts the
    requests of the mock from 1; ``time`` is that of the clock, in seconds since 1970, and ``seconds`` how long
    it took to have the answer, the body of a stream not included.
    """

    number: int
    call: str
    method: str
    path: str
    query_string: str
    headers: Headers
    body: bytes
    time: float
    status: int = 0
    seconds: float = 0.0
    begun: float = field(default=0.0, repr=False, compare=False)
    """When it came, by a clock that never goes back."""

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The decoded names and values of the query."""
        return tuple(parse_qsl(self.query_string, keep_blank_values=True, errors="replace"))

    @property
    def json(self) -> Any:
        """The body read as JSON.

        Raises:
            ValueError: if it is none.
        """
        return parse_json(self.body)


@dataclass(slots=True)
class Journal:
    """The requests in the order they came; the oldest are forgotten where they are too many or too large."""

    limit: int = _MOST
    _recorded: deque[Recorded] = field(default_factory=deque)
    _bytes: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, call: str = "", *, since: int = 0) -> list[Recorded]:
        """Return the requests to one operation (``datasets.create``), or all.

        Args:
            call: the operation.
            since: the number of a request; only later ones are returned.
        """
        with self._lock:
            found = list(self._recorded)
        return [one for one in found if one.number > since and (not call or one.call == call)]

    def counts(self) -> dict[str, int]:
        """Return how often each operation was called, as far as that is remembered."""
        found: dict[str, int] = {}
        for one in self():
            found[one.call] = found.get(one.call, 0) + 1
        return found

    def record(self, call: str, request: Request) -> None:
        """Keep a request."""
        request.record = recorded = Recorded(
            next(self._numbers),
            call,
            request.method,
            request.path,
            request.query_string,
            request.headers,
            request.body,
            time(),
            0,
            0.0,
            perf_counter(),
        )
        self._keep(recorded)

    def finish(self, request: Request, response: Response) -> None:
        """Note how a request was answered, if it was kept."""
        recorded: Recorded | None = request.record
        if recorded is not None:
            recorded.seconds = perf_counter() - recorded.begun
            recorded.status = response.status

    def _keep(self, recorded: Recorded) -> None:
        """Keep a request that has come."""
        kept, body = self._recorded, recorded.body
        with self._lock:
            kept.append(recorded)
            if body:
                self._bytes += len(body)
            while (len(kept) > self.limit or self._bytes > MOST_BYTES) and len(kept) > 1:
                self._bytes -= len(kept.popleft().body)

    def clear(self) -> None:
        """Forget all; the numbers go on."""
        with self._lock:
            self._recorded.clear()
            self._bytes = 0
