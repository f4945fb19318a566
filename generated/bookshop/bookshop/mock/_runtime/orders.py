"""Where the faults that wait for calls are kept: in this process, or for all that share a store."""

from __future__ import annotations

import threading
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from .faults import Fault
from .kept import Kept
from .rate_limits import Account

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from contextlib import AbstractContextManager
    from random import Random

    from .store import Store

_ACCOUNTS = "accounts "


@dataclass(slots=True)
class Order:
    """A fault that waits, and for how many calls still; ``None``: for all."""

    fault: Fault
    left: int | None

    def strikes(self, call: str, random: Random) -> bool:
        """Whether a call is struck; counts it if so."""
        if self.fault.call not in ("", call) or self.left == 0:
            return False
        if self.fault.rate < 1 and random.random() >= self.fault.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Orders(Protocol):
    """The faults that wait, by name, in the order they were added."""

    @property
    def waiting(self) -> MutableMapping[str, Order]:
        """The orders; one that was changed is put again."""
        ...

    def alone(self) -> AbstractContextManager[object]:
        """Return a context in which nobody else sees or changes them."""
        ...

    def accounts(self, name: str) -> MutableMapping[str, Account]:
        """Return what each caller has left under the limit of an order."""
        ...

    def end(self, name: str) -> None:
        """Let an order be over."""
        ...

    def next_number(self) -> int:
        """Return 1, 2, 3 ... since all were called off."""
        ...

    def clear(self) -> None:
        """Call all off."""
        ...


@dataclass(slots=True)
class OwnOrders:
    """Orders in this process."""

    waiting: dict[str, Order] = field(default_factory=dict)
    _accounts: dict[str, dict[str, Account]] = field(default_factory=dict)
    _number: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def alone(self) -> AbstractContextManager[object]:
        """Return a context in which no other thread sees or changes them."""
        return self._lock

    def accounts(self, name: str) -> MutableMapping[str, Account]:
        """Return what each caller has left under the limit of an order."""
        return self._accounts.setdefault(name, {})

    def end(self, name: str) -> None:
        """Let an order be over."""
        del self.waiting[name]
        self._accounts.pop(name, None)

    def next_number(self) -> int:
        """Return 1, 2, 3 ... since all were called off."""
        self._number += 1
        return self._number

    def clear(self) -> None:
        """Call all off."""
        self.waiting.clear()
        self._accounts.clear()
        self._number = 0


class SharedOrders:
    """Orders in a store.

    Args:
        store: keeps them, for all processes that share it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting = Kept(store, "orders", _written, _read)

    @property
    def waiting(self) -> MutableMapping[str, Order]:
        """The orders; one that was changed is put again."""
        return self._waiting

    def alone(self) -> AbstractContextManager[object]:
        """Return a context in which no other thread or process sees or changes them."""
        return self._store.transaction()

    def accounts(self, name: str) -> MutableMapping[str, Account]:
        """Return what each caller has left under the limit of an order."""
        return Kept(self._store, f"{_ACCOUNTS}{name}", asdict, _account)

    def end(self, name: str) -> None:
        """Let an order be over."""
        del self._waiting[name]
        self.accounts(name).clear()

    def next_number(self) -> int:
        """Return 1, 2, 3 ... since all were called off."""
        return self._waiting.next_number()

    def clear(self) -> None:
        """Call all off."""
        for name in self._waiting:
            self.accounts(name).clear()
        self._waiting.clear()


def _written(order: Order) -> dict[str, Any]:
    return {"fault": order.fault.to_json(), "left": order.left}


def _read(kept: dict[str, Any]) -> Order:
    return Order(Fault.from_json(kept["fault"]), kept["left"])


def _account(kept: dict[str, Any]) -> Account:
    return Account(**kept)
