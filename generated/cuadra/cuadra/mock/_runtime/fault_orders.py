"""What can be ordered of a mock: failures, delays, limits, lost connections, slow or broken streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .faults import Break, Drop, Fail, Fault, Limit, Pace, Slow, Truncate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .faults import Counting, Effect, Profile
    from .injection import Faults


class FaultOrders:
    """The orders; each is a :class:`Fault`, for one operation or all, once, some times or until further notice."""

    faults: Faults

    def fail(
        self,
        call: str = "",
        *,
        status: int = 500,
        times: int | None = 1,
        rate: float = 1.0,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Let the next ``times`` calls of an operation (``datasets.create``) fail with ``status``.

        Without ``body`` the declared one of the status is filled with the truth.

        Raises:
            KeyError: if there is no such operation.
        """
        told = dict(headers or {})
        if retry_after is not None:
            told["retry-after"] = f"{retry_after:g}"
        self._order(Fail(status, body, told), call, times, rate)

    def slow(
        self,
        call: str = "",
        *,
        seconds: float,
        spread: float = 0.0,
        profile: Profile = "fixed",
        times: int | None = None,
        rate: float = 1.0,
    ) -> None:
        """Let answers come late, by a fixed time or one that is drawn.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Slow(seconds, spread, profile), call, times, rate)

    def limit(
        self,
        call: str = "",
        *,
        requests: int,
        per: float = 60.0,
        counting: Counting = "window",
        per_caller: bool = True,
    ) -> None:
        """Answer 429 to more than so many requests per so many seconds, with the fields that tell why.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Limit(requests, per, counting, per_caller), call, None, 1.0)

    def drop(self, call: str = "", *, times: int | None = 1, rate: float = 1.0) -> None:
        """Let connections close without an answer; what the calls change is changed.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Drop(), call, times, rate)

    def truncate(
        self, call: str = "", *, after: int = 0, times: int | None = 1, rate: float = 1.0
    ) -> None:
        """Let connections close after so many bytes of the body.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Truncate(after), call, times, rate)

    def pace(
        self,
        call: str = "",
        *,
        first_token: float = 0.0,
        tokens_per_second: float = 0.0,
        jitter: float = 0.0,
        times: int | None = None,
    ) -> None:
        """Let streams take their time; ``jitter`` is the share by which each wait may differ.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Pace(first_token, tokens_per_second, jitter), call, times, 1.0)

    def break_stream(
        self,
        call: str = "",
        *,
        after: int = 1,
        error: Any = None,
        times: int | None = 1,
        rate: float = 1.0,
    ) -> None:
        """Let streams end after so many events: the connection closes, or ``error`` is the last event.

        Raises:
            KeyError: if there is no such operation.
        """
        self._order(Break(after, error), call, times, rate)

    def add_fault(self, fault: Fault) -> None:
        """Arm a fault.

        Raises:
            KeyError: if it names an operation that is not there.
        """
        if fault.call:
            self._require(fault.call)
        self.faults.add(fault)

    def _order(self, effect: Effect, call: str, times: int | None, rate: float) -> None:
        self.add_fault(Fault(effect, call, times, rate))

    def _require(self, call: str) -> None:
        raise NotImplementedError
