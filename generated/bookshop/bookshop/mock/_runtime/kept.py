"""What the mock keeps for itself, such as issued tokens: in the store, so that it is shared and lasts as records do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import TYPE_CHECKING, Any, TypeVar

from .store import Record

if TYPE_CHECKING:
    from .store import Store

V = TypeVar("V")
_MOST = 10_000  # the oldest is forgotten first


class Kept(MutableMapping[str, V]):
    """Values by name, in a collection of a store that no operation tells.

    Args:
        store: keeps them.
        name: tells the collection from others.
        write: makes a JSON object of a value.
        read: makes the value of it again.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        write: Callable[[V], dict[str, Any]],
        read: Callable[[dict[str, Any]], V],
    ) -> None:
        self._store = store
        self._place = (f"${name}",)
        self._write = write
        self._read = read

    def __getitem__(self, key: str) -> V:
        found = self._store.get(self._place, key)
        if found is None:
            raise KeyError(key)
        return self._read(found.data)

    def __setitem__(self, key: str, value: V) -> None:
        with self._store.transaction():
            self._store.put(self._place, key, Record(self._write(value)))
            self._store.trim(self._place, _MOST)

    def __delitem__(self, key: str) -> None:
        with self._store.transaction():
            if self._store.get(self._place, key) is None:
                raise KeyError(key)
            self._store.forget(self._place, key)

    def take(self, key: str) -> V | None:
        """Return a value and forget it: of all who share the store, one gets it."""
        with self._store.transaction():
            found = self._store.get(self._place, key)
            if found is None:
                return None
            self._store.forget(self._place, key)
        return self._read(found.data)

    def __iter__(self) -> Iterator[str]:
        return iter([name for name, _ in self._store.items(self._place)])

    def __len__(self) -> int:
        return len(self._store.items(self._place))

    def clear(self) -> None:
        """Forget all."""
        self._store.drop(self._place)

    def next_number(self) -> int:
        """Return 1, 2, 3 ..., each once for all who share the store."""
        return self._store.next_number(self._place)
