"""What was asked of the mock, for tests to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...server._runtime.json_text import parse_json

if TYPE_CHECKING:
    from ...server._runtime import Headers, Request


@dataclass(frozen=True, slots=True)
class Recorded:
    """One request, answered or refused; ``call`` is empty where it named no operation."""

    call: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Headers
    body: bytes

    @property
    def json(self) -> Any:
        """The body read as JSON.

        Raises:
            ValueError: if it is none.
        """
        return parse_json(self.body)


@dataclass(slots=True)
class Journal:
    """All requests in the order they came."""

    _recorded: list[Recorded] = field(default_factory=list)

    def __call__(self, call: str = "") -> list[Recorded]:
        """Return the requests to one operation (``datasets.create``), or all."""
        return [item for item in self._recorded if not call or item.call == call]

    def record(self, call: str, request: Request) -> None:
        """Keep a request."""
        query = tuple(request.query)
        self._recorded.append(
            Recorded(call, request.method, request.path, query, request.headers, request.body)
        )

    def clear(self) -> None:
        """Forget all."""
        self._recorded.clear()
