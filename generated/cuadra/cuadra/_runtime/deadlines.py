"""The moment at which a call must be over, also where it waits for a token."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from .effects import Read, Send, Sleep
from .errors import APITimeoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx2

    from .effects import Effect, Steps

T = TypeVar("T")


class Deadline:
    """The moment at which a call must be over: all attempts, the waits between them, the body."""

    __slots__ = ("_end", "total")

    def __init__(self, total: float) -> None:
        self.total = total
        self._end = monotonic() + total

    @property
    def left(self) -> float:
        """The seconds that remain; not above 0 where none do."""
        return self._end - monotonic()

    def limits(self, delay: float) -> bool:
        """Whether waiting so many seconds would leave no time for another attempt."""
        return delay >= self.left

    def clip(self, timeout: Mapping[str, float | None]) -> dict[str, float | None]:
        """Returns the timeouts of the phases of a request, none longer than what remains."""
        left = max(self.left, 0.001)
        phases = ("connect", "read", "write", "pool")
        given = ((name, timeout.get(name)) for name in phases)
        return {name: left if value is None else min(left, value) for name, value in given}

    def error(self) -> APITimeoutError:
        """Returns the error for a call that takes too long."""
        why = f"the total timeout of {self.total:g} s leaves no time"
        return APITimeoutError(f"timed out: {why}", why_no_retry=why)


def limited(
    steps: Steps[T], timeout: Mapping[str, float | None], deadline: Deadline | None
) -> Steps[T]:
    """Carries out steps that know no timeouts themselves: requests for a token.

    Each of their requests gets ``timeout``. Raises ``APITimeoutError`` where the deadline passes.
    """
    advance: Callable[[], Effect] = partial(next, steps)
    while True:
        try:
            effect = advance()
        except StopIteration as stop:
            value: T = stop.value
            return value
        try:
            result = yield from _in_time(effect, timeout, deadline)
        except Exception as error:
            if deadline is not None and deadline.left <= 0:
                steps.close()
                raise deadline.error() from error
            advance = partial(steps.throw, error)
        else:
            advance = partial(steps.send, result)


def _in_time(
    effect: Effect, timeout: Mapping[str, float | None], deadline: Deadline | None
) -> Steps[Any]:
    if isinstance(effect, Send):
        effect.request.extensions.setdefault("timeout", dict(timeout))
    if deadline is None:
        return (yield effect)
    if isinstance(effect, Sleep) and deadline.limits(effect.seconds):
        raise deadline.error()
    if not isinstance(effect, Send):
        return (yield effect)
    return (yield from send_in_time(effect.request, deadline, read=effect.read))


def send_in_time(request: httpx2.Request, deadline: Deadline, *, read: bool) -> Steps[Any]:
    """Sends a request, and reads the body of its response if so wished, until the deadline passes."""
    from .progress import BoundedStream

    request.extensions["timeout"] = deadline.clip(request.extensions.get("timeout", {}))
    response = yield Send(request, read=False)
    if read:
        response.stream = BoundedStream(response, deadline)
        yield Read(response)
    return response
