"""Failures on order: the next calls of an operation answer with an error."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from ...server._runtime import HTTPError


@dataclass(slots=True)
class _Fault:
    status: int
    times: int
    body: Any
    headers: dict[str, str]


@dataclass(slots=True)
class Faults:
    """The failures still to come, by operation."""

    _pending: dict[str, list[_Fault]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(
        self,
        call: str,
        *,
        status: int = 500,
        times: int = 1,
        body: Any = None,
        retry_after: float | None = None,
    ) -> None:
        """Let the next ``times`` calls fail; without ``body`` the declared one of the status is filled."""
        headers: dict[str, str] = {}
        if retry_after is not None:
            headers["retry-after"] = f"{retry_after:g}"
        with self._lock:
            self._pending.setdefault(call, []).append(_Fault(status, times, body, headers))

    def strike(self, call: str) -> None:
        """Fail if a failure of the operation is due.

        Raises:
            HTTPError: the failure.
        """
        if call not in self._pending:
            return
        with self._lock:
            waiting = self._pending.get(call)
            if not waiting:
                return
            fault = waiting[0]
            fault.times -= 1
            if fault.times <= 0:
                waiting.pop(0)
                if not waiting:
                    del self._pending[call]
        detail = "The mock was told to fail here."
        raise HTTPError(fault.status, fault.body, detail=detail, headers=fault.headers)

    def clear(self) -> None:
        """Call all failures off."""
        with self._lock:
            self._pending.clear()
