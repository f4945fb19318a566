"""Decides which calls faults strike; the same seed and the same calls give the same faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from ...server._runtime import HTTPError
from .faults import Break, Drop, Fail, Limit, Pace, Slow, Truncate
from .orders import Order, OwnOrders
from .rate_limits import Counter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Request
    from ...server._runtime.operations import OperationSpec
    from .faults import Effect, Fault
    from .orders import Orders
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


UNTOUCHED = Effects()
"""Shared by all answers that nothing befalls; never changed."""


class Faults:
    """The faults that wait for calls, in the order they were added.

    Args:
        make_random: makes the source of chance of the strike of a number, so that a cleared mock repeats itself.
        clock: tells the time in seconds, for limits.
        caller: tells who makes a request, for limits.
    """

    def __init__(
        self,
        make_random: Callable[[int], Random],
        clock: Callable[[], float],
        caller: Callable[[Request], str],
    ) -> None:
        self._make_random = make_random
        self._clock = clock
        self._caller = caller
        self._orders: Orders = OwnOrders()

    def share(self, orders: Orders) -> None:
        """Keep the faults that wait elsewhere: so several processes have the same ones."""
        self._orders = orders

    def add(self, fault: Fault) -> None:
        """Arm a fault."""
        if fault.times == 0:
            return
        with self._orders.alone():
            self._orders.waiting[str(self._orders.next_number())] = Order(fault, fault.times)

    def all(self) -> list[Fault]:
        """Return the faults that are not over."""
        return [one.fault for one in self._orders.waiting.values()]

    def clear(self) -> None:
        """Call all faults off and begin chance anew."""
        with self._orders.alone():
            self._orders.clear()

    def strike(
        self, operation: OperationSpec, request: Request
    ) -> tuple[Effects, HTTPError | None]:
        """Return what becomes of the answer to a request, and the error it is, if it is one."""
        orders = self._orders
        if not orders.waiting:
            return UNTOUCHED, None
        error: HTTPError | None = None
        caller, now = self._caller(request), self._clock()
        with orders.alone():
            random = self._make_random(orders.next_number())
            effects = Effects(random=random)
            for name, order in list(orders.waiting.items()):
                if error is not None and isinstance(order.fault.effect, Fail):
                    continue  # it is for a later call
                if not order.strikes(operation.call, random):
                    continue
                if order.left == 0:
                    orders.end(name)
                elif order.left is not None:
                    orders.waiting[name] = order
                effect = order.fault.effect
                if isinstance(effect, Limit):
                    standing = Counter(effect, orders.accounts(name)).count(caller, now)
                    found = _limited(standing, effects, operation)
                else:
                    found = _apply(effect, effects)
                error = error or found
        return effects, error


def _apply(effect: Effect, effects: Effects) -> HTTPError | None:
    match effect:
        case Fail(status, body, headers):
            return _error(status, body, headers)
        case Slow() as slow:
            effects.delay += slow.draw(effects.random)
        case Drop():
            effects.dropped = True
        case Truncate(after):
            effects.truncated_after = after
        case Pace() as pace:
            effects.pace = pace
        case Break() as broken:
            effects.broken = broken
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
