"""What was asked of the mock, for tests to look at."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
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
    _open: dict[int, tuple[Recorded, float]] = field(default_factory=dict)
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
        recorded = Recorded(
            next(self._numbers),
            call,
            request.method,
            request.path,
            request.query_string,
            request.headers,
            request.body,
            time.time(),
        )
        self._keep(recorded)
        self._open[id(request)] = (recorded, time.perf_counter())

    def finish(self, request: Request, response: Response | None) -> None:
        """Note how a request was answered; ``None`` for one that was not."""
        recorded, started = self._open.pop(id(request), (None, 0.0))
        if recorded is not None and response is not None:
            recorded.seconds = time.perf_counter() - started
            recorded.status = response.status
            self._keep_answer(recorded)

    def _keep(self, recorded: Recorded) -> None:
        """Keep a request that has come."""
        kept = self._recorded
        with self._lock:
            kept.append(recorded)
            self._bytes += len(recorded.body)
            while (len(kept) > self.limit or self._bytes > MOST_BYTES) and len(kept) > 1:
                self._bytes -= len(kept.popleft().body)

    def _keep_answer(self, recorded: Recorded) -> None:
        """Keep how a request was answered; where it is kept already, that is all."""

    def clear(self) -> None:
        """Forget all; the numbers go on."""
        with self._lock:
            self._recorded.clear()
            self._bytes = 0
