"""Decides which calls faults strike; the same seed and the same calls give the same faults."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from ...server._runtime import HTTPError
from .faults import Break, Drop, Fail, Fault, Limit, Pace, Slow, Truncate
from .rate_limits import Counter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Request
    from ...server._runtime.operations import OperationSpec
    from .rate_limits import Standing

# Shared by answers that no fault strikes: to make one takes longer than to answer.
_ANY_CHANCE = Random(0)  # noqa: S311 - no secret


@dataclass(slots=True)
class Effects:
    """What becomes of one answer on its way to the client."""

    delay: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False
    truncated_after: int | None = None
    pace: Pace | None = None
    broken: Break | None = None
    random: Random = _ANY_CHANCE


class _Armed:
    """A fault that waits, with what is left of it."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.left = fault.times
        self.counter = Counter(fault.effect) if isinstance(fault.effect, Limit) else None

    def strikes(self, call: str, random: Random) -> bool:
        """Whether a call is struck; counts it if so."""
        if self.fault.call not in ("", call) or self.left == 0:
            return False
        if self.fault.rate < 1 and random.random() >= self.fault.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Faults:
    """The faults that wait for calls, in the order they were added.

    Args:
        make_random: makes the source of chance anew, so that a cleared mock repeats itself.
        clock: tells the time in seconds, for limits.
        caller: tells who makes a request, for limits.
    """

    def __init__(
        self,
        make_random: Callable[[], Random],
        clock: Callable[[], float],
        caller: Callable[[Request], str],
    ) -> None:
        self._make_random = make_random
        self._random = make_random()
        self._clock = clock
        self._caller = caller
        self._armed: list[_Armed] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        """Arm a fault."""
        with self._lock:
            self._armed.append(_Armed(fault))

    def all(self) -> list[Fault]:
        """Return the faults that are not over."""
        return [one.fault for one in self._armed if one.left != 0]

    def clear(self) -> None:
        """Call all faults off and begin chance anew."""
        with self._lock:
            self._armed.clear()
            self._random = self._make_random()

    def strike(
        self, operation: OperationSpec, request: Request
    ) -> tuple[Effects, HTTPError | None]:
        """Return what becomes of the answer to a request, and the error it is, if it is one."""
        effects = Effects()
        if not self._armed:
            return effects, None
        error: HTTPError | None = None
        with self._lock:
            effects.random = Random(self._random.getrandbits(64))  # noqa: S311 - no secret
            for armed in self._armed:
                if error is not None and isinstance(armed.fault.effect, Fail):
                    continue  # it is for a later call
                if armed.strikes(operation.call, self._random):
                    found = self._apply(armed, effects, operation, request)
                    error = error or found
            self._armed = [one for one in self._armed if one.left != 0]
        return effects, error

    def _apply(
        self, armed: _Armed, effects: Effects, operation: OperationSpec, request: Request
    ) -> HTTPError | None:
        match armed.fault.effect:
            case Fail(status, body, headers):
                return _error(status, body, headers)
            case Slow() as slow:
                effects.delay += slow.draw(self._random)
            case Drop():
                effects.dropped = True
            case Truncate(after):
                effects.truncated_after = after
            case Pace() as pace:
                effects.pace = pace
            case Break() as broken:
                effects.broken = broken
            case Limit() if armed.counter is not None:
                standing = armed.counter.count(self._caller(request), self._clock())
                return _limited(standing, effects, operation)
        return None


def _limited(standing: Standing, effects: Effects, operation: OperationSpec) -> HTTPError | None:
    headers = standing.headers(operation)
    if standing.is_refused:
        detail = f"More than {standing.limit} calls; wait {headers['Retry-After']} seconds."
        return HTTPError(429, detail=detail, code="rate_limited", headers=headers)
    effects.headers |= headers
    return None


def _error(status: int, body: object, headers: Mapping[str, str]) -> HTTPError:
    return HTTPError(status, body, detail="The mock was told to fail here.", headers=headers)
