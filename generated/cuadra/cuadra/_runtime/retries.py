"""Whether and when a request is sent again: a pure decision, given what happened.

Only what cannot have had an effect, or may have it twice, is repeated: safe and idempotent methods
(RFC 9110, section 9.2.2), requests with an idempotency key, and any request that was never sent.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from threading import Lock
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})
_NEVER = frozenset({501, 505, 511})  # another attempt would meet the same answer
_BETWEEN_VALUES = re.compile(r",(?!\s*\d{1,2}[ -][A-Za-z]{3})")  # not the comma within a date
_FIRST_DELAY = 0.5
_LONGEST_DELAY = 8.0
LONGEST_SERVER_DELAY = 60.0
"""Seconds; a server that asks for more gets no second request, and the caller the error at once."""


@dataclass(frozen=True, slots=True)
class Decision:
    """``delay`` in seconds until the next attempt, or ``None`` for none; ``note`` says why not."""

    delay: float | None
    note: str = ""


_UNSAFE = "the request may have had an effect, is not idempotent and has no idempotency key"
_SPENT = "its body cannot be read a second time"


def after_response(
    status: int,
    headers: Mapping[str, str],
    *,
    repeatable: bool,
    attempt: int,
    max_retries: int,
    rewindable: bool = True,
    random: Callable[[], float] = random.random,
    now: Callable[[], float] = time,
) -> Decision:
    """Decides after an error response; ``attempt`` counts from 0.

    ``x-should-retry`` wins. Else 408, 429 and transient 5xx are repeated if ``repeatable``; 429 and 503
    with a delay always, since the server says it did not act. A delay the server asks for is a floor.
    ``rewindable``: whether the body can be sent again.
    """
    wish = headers.get("x-should-retry", "").strip().lower()
    delay = server_delay(headers, now=now)
    if wish == "false":
        return Decision(None, "the server says not to")
    if wish != "true":
        if not is_transient(status):
            return Decision(None, f"{status} is not a passing condition")
        if not (repeatable or status == 429 or (status == 503 and delay is not None)):
            return Decision(None, _UNSAFE)
    if delay is not None and delay > LONGEST_SERVER_DELAY:
        return Decision(None, f"the server asks to wait {delay:.0f} s")
    return _unless_exhausted(attempt, max_retries, rewindable, delay or 0.0, random)


def is_transient(status: int) -> bool:
    """Whether another attempt may meet another answer."""
    return status in (408, 429) or (status >= 500 and status not in _NEVER)


def after_failure(
    *,
    sent: bool,
    repeatable: bool,
    attempt: int,
    max_retries: int,
    rewindable: bool = True,
    random: Callable[[], float] = random.random,
) -> Decision:
    """Decides after a failure of the connection; ``sent``: the server may have got the request."""
    if sent and not repeatable:
        return Decision(None, _UNSAFE)
    return _unless_exhausted(attempt, max_retries, rewindable or not sent, 0.0, random)


def _unless_exhausted(
    attempt: int,
    max_retries: int,
    rewindable: bool,
    floor: float,
    random: Callable[[], float],
) -> Decision:
    if attempt >= max_retries:
        return Decision(None, f"max_retries is {max_retries}")
    if not rewindable:
        return Decision(None, _SPENT)
    return Decision(max(floor, backoff(attempt, random)))


def backoff(attempt: int, random: Callable[[], float]) -> float:
    """Returns a delay with full jitter below 0.5, 1, 2, 4, 8, 8, ... seconds."""
    return random() * min(_LONGEST_DELAY, _FIRST_DELAY * 2.0 ** min(attempt, 16))


def server_delay(headers: Mapping[str, str], *, now: Callable[[], float] = time) -> float | None:
    """Returns the seconds a server asks to wait, from ``retry-after-ms`` or ``retry-after``.

    The latter holds seconds or a date (RFC 9110, section 10.2.3); ``x-ratelimit-reset`` counts last.
    Of several values, as where a proxy adds its own, the longest counts. ``None`` where it says nothing.
    """
    milliseconds = _longest(map(_number, headers.get("retry-after-ms", "").split(",")))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if value is None:
        return _until_reset(headers, now)
    return _longest(_seconds(one, now) for one in _BETWEEN_VALUES.split(value))


def _longest(delays: Iterable[float | None]) -> float | None:
    return max((one for one in delays if one is not None), default=None)


def _seconds(value: str, now: Callable[[], float]) -> float | None:
    """Returns the seconds that one value asks for: a number, or any form of an HTTP date."""
    seconds = _number(value)
    if seconds is not None:
        return seconds
    parsed = parsedate_tz(value)
    if parsed is None:
        return None
    try:
        return max(0.0, mktime_tz((*parsed[:9], parsed[9] or 0)) - now())  # asctime has no zone
    except (ValueError, OverflowError):
        return None


def _until_reset(headers: Mapping[str, str], now: Callable[[], float]) -> float | None:
    """Reads ``x-ratelimit-reset`` where nothing remains of the quota.

    It holds the seconds until then or since 1970, or the milliseconds since 1970.
    """
    reset = _number(headers.get("x-ratelimit-reset"))
    if reset is None or headers.get("x-ratelimit-remaining", "0").strip() != "0":
        return None
    if reset < 1e9:
        return reset
    return max(0.0, (reset / 1000 if reset > 1e11 else reset) - now())


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text is not None else -1.0
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


class RetryBudget:
    """Limits the retries of one client, so that many callers do not bury a server that is down.

    A token bucket: a retry takes five tokens, a success gives one back (five if it needed retries).
    A full bucket, which a client begins with, is enough for 100 retries in a row; after that one
    request in six may be a retry. The measures are those of the AWS SDKs ("standard" mode).
    """

    __slots__ = ("_lock", "_tokens")

    CAPACITY = 500
    COST = 5

    def __init__(self) -> None:
        self._tokens = self.CAPACITY
        self._lock = Lock()

    def take(self) -> bool:
        """Takes the price of a retry; says whether there was enough."""
        with self._lock:
            if self._tokens < self.COST:
                return False
            self._tokens -= self.COST
            return True

    def success(self, *, retried: bool) -> None:
        """Gives back for a successful call."""
        if self._tokens < self.CAPACITY:  # rarely: most calls pass without the lock
            with self._lock:
                self._tokens = min(self.CAPACITY, self._tokens + (self.COST if retried else 1))
