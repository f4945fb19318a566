"""The time of a mock, which a test can move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """Tells the time to all of a mock: records, tokens, limits and life cycles.

    Args:
        source: tells the real time.
    """

    def __init__(self, source: Callable[[], datetime] | None = None) -> None:
        self._source = source or _now
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """Return the present time."""
        return self._source() + self._ahead

    def seconds(self) -> float:
        """Return the present time in seconds since 1970."""
        return self().timestamp()

    def advance(self, by: float | timedelta) -> None:
        """Let time pass, in seconds: nobody waits."""
        self._ahead += by if isinstance(by, timedelta) else timedelta(seconds=by)

    def reset(self) -> None:
        """Go back to the real time."""
        self._ahead = timedelta()


def _now() -> datetime:
    return datetime.now(UTC)
