"""Counts calls against a limit, per caller where that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from ...server._runtime.operations import OperationSpec
    from .faults import Limit

_DEFAULT_NAMES = {
    "limit": "X-RateLimit-Limit",
    "remaining": "X-RateLimit-Remaining",
    "reset": "X-RateLimit-Reset",
}
_MOST_CALLERS = 10_000  # the one that was counted first is forgotten first


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands with a limit, after a call was counted or refused."""

    limit: int
    remaining: int
    reset: float
    wait: float

    @property
    def is_refused(self) -> bool:
        """Whether the call was one too many; then ``wait`` seconds have to pass."""
        return self.wait > 0

    def headers(self, operation: OperationSpec) -> Mapping[str, str]:
        """Return the header fields that tell it, under the names that the document has for them.

        ``Retry-After`` is in whole seconds (RFC 9110, section 10.2.3), ``reset`` the time in seconds since
        1970, as in the APIs that made these names known.
        """
        values = {"limit": self.limit, "remaining": self.remaining, "reset": ceil(self.reset)}
        names = {**_DEFAULT_NAMES, **_declared_names(operation)}
        found = {names[meaning]: str(value) for meaning, value in values.items()}
        return {**found, "Retry-After": str(ceil(self.wait))} if self.is_refused else found


@dataclass(slots=True)
class Account:
    """The calls a caller has left, as of a moment."""

    left: float
    since: float


class Counter:
    """Counts the calls under one limit.

    Args:
        limit: how many there may be.
        accounts: what each caller has left.
    """

    def __init__(self, limit: Limit, accounts: MutableMapping[str, Account] | None = None) -> None:
        self._limit = limit
        self._accounts = {} if accounts is None else accounts

    def count(self, caller: str, now: float) -> Standing:
        """Count a call at a time in seconds; one too many is refused and not counted."""
        key = caller if self._limit.per_caller else ""
        account = self._accounts.get(key)
        if account is None:
            if len(self._accounts) >= _MOST_CALLERS:
                del self._accounts[next(iter(self._accounts))]
            account = Account(self._limit.requests, now)
        is_bucket = self._limit.counting == "bucket"
        standing = (self._from_bucket if is_bucket else self._in_window)(account, now)
        self._accounts[key] = account
        return standing

    def _in_window(self, account: Account, now: float) -> Standing:
        limit = self._limit
        if now >= account.since + limit.per:
            account.left, account.since = limit.requests, now
        ends = account.since + limit.per
        if account.left < 1:
            return Standing(limit.requests, 0, ends, max(ends - now, 0.001))
        account.left -= 1
        return Standing(limit.requests, int(account.left), ends, 0.0)

    def _from_bucket(self, account: Account, now: float) -> Standing:
        limit = self._limit
        speed = limit.requests / limit.per if limit.per > 0 else float("inf")
        if limit.per > 0:
            account.left = min(limit.requests, account.left + (now - account.since) * speed)
        else:
            account.left = limit.requests
        account.since = now
        if account.left < 1:
            wait = (1 - account.left) / speed if 0 < speed < float("inf") else limit.per or 1.0
            return Standing(limit.requests, 0, now + wait, wait)
        account.left -= 1
        full = now + (limit.requests - account.left) / speed
        return Standing(limit.requests, int(account.left), full, 0.0)


def _declared_names(operation: OperationSpec) -> dict[str, str]:
    found: dict[str, str] = {}
    for response in operation.responses:
        for name in response.headers:
            word = plain(name)
            for meaning in _DEFAULT_NAMES:
                if word.endswith(f"ratelimit{meaning}"):
                    found.setdefault(meaning, name)
    return found
