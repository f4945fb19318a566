"""The time of a mock, which a test can move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

_AHEAD = "ahead"


class Clock:
    """Tells the time to all of a mock: records, tokens, limits and life cycles.

    Args:
        source: tells the real time.
    """

    def __init__(self, source: Callable[[], datetime] | None = None) -> None:
        self._source = source or partial(datetime.now, UTC)
        self._moved: MutableMapping[str, float] = {}  # in seconds

    def share(self, moved: MutableMapping[str, float]) -> None:
        """Keep elsewhere by how much time was moved: so several processes have one time."""
        self._moved = moved

    def __call__(self) -> datetime:
        """Return the present time."""
        ahead = self._moved.get(_AHEAD, 0.0)
        return self._source() + timedelta(seconds=ahead) if ahead else self._source()

    def seconds(self) -> float:
        """Return the present time in seconds since 1970."""
        return self().timestamp()

    def advance(self, by: float | timedelta) -> None:
        """Let time pass, in seconds: nobody waits."""
        seconds = by.total_seconds() if isinstance(by, timedelta) else by
        self._moved[_AHEAD] = self._moved.get(_AHEAD, 0.0) + seconds

    def reset(self) -> None:
        """Go back to the real time."""
        self._moved.clear()
