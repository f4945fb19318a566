"""What changes in a store, as it is written to the state file: a list of JSON arrays, in their order.

========================================================  =====================================================
``["put", collection, id, reads, deleted, number, data]``  a record; the collection has counted to ``number``
``["forget", collection, id]``                             a record goes away for good
``["drop", collection]``                                   a collection does
``["count", collection, number, known]``                   how far a collection has counted, whether it is there
``["clear", []]``                                          everything goes away
========================================================  =====================================================
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import to_json

from .store import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .store import Key, MemoryStore

_PLAIN: Final = frozenset({str, int, float, bool, type(None)})
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))


@dataclass(slots=True)
class Changes:
    """What one transaction changes. Written in this order, it leads to what memory has.

    Attributes:
        wiped: whether everything goes away that there was before, and memory is written whole.
        dropped: collections that go away.
        gone: records that go away.
        put: records that are new or changed, as they are when the transaction ends.
        counted: collections that went on counting, and have no record in ``put`` that tells it.
    """

    wiped: bool = False
    dropped: dict[Key, None] = field(default_factory=dict)
    gone: dict[tuple[Key, str], None] = field(default_factory=dict)
    put: dict[tuple[Key, str], Record] = field(default_factory=dict)
    counted: dict[Key, None] = field(default_factory=dict)

    def keep(self, collection: Key, name: str, record: Record) -> None:
        """Have a record be there; it also tells how far its collection has counted."""
        self.put[collection, name] = record
        self.counted.pop(collection, None)

    def forget(self, collection: Key, name: str) -> None:
        """Have a record go away, and what was said of it before."""
        if self.put.pop((collection, name), None) is not None:
            self.counted[collection] = None
        self.gone[collection, name] = None

    def drop(self, collection: Key) -> None:
        """Have a collection go away, and what was said of it before."""
        for place in [place for place in self.put if place[0] == collection]:
            del self.put[place]
        for place in [place for place in self.gone if place[0] == collection]:
            del self.gone[place]
        self.counted.pop(collection, None)
        self.dropped[collection] = None

    def clear(self) -> None:
        """Forget all."""
        self.wiped = False
        self.put.clear()
        if self.dropped or self.gone:
            self.dropped.clear()
            self.gone.clear()
        if self.counted:
            self.counted.clear()

    def taken(self, memory: MemoryStore) -> list[bytes]:
        """Return the changes that led to ``memory`` as they are written, and forget them.

        Raises:
            TypeError: if something in a record has no JSON form.
            ValueError: if something in a record refers to itself.
        """
        try:
            return self._written(memory)
        finally:
            self.clear()

    def _written(self, memory: MemoryStore) -> list[bytes]:
        if self.wiped:
            return [_change("clear", ()), *everything(memory)]
        numbers = memory.numbers()
        found: list[bytes] = []
        if self.dropped or self.gone:
            found += [_change("drop", collection) for collection in self.dropped]
            found += [_change("forget", collection, name) for collection, name in self.gone]
        for (collection, name), record in self.put.items():
            found.append(_put(collection, name, record, numbers.get(collection, 0)))
        if self.counted:
            found += [_counted(memory, collection) for collection in self.counted]
        return found


def everything(memory: MemoryStore) -> Iterator[bytes]:
    """Write all that is in memory, as changes of an empty store.

    Raises:
        TypeError: if something in a record has no JSON form.
        ValueError: if something in a record refers to itself.
    """
    numbers = memory.numbers()
    known = memory.collections("")
    for collection in dict.fromkeys([*known, *numbers]):
        yield _counted(memory, collection)
    for collection in known:
        for name, record in memory.all(collection).items():
            yield _put(collection, name, record, numbers.get(collection, 0))


def together(changes: list[bytes]) -> bytes:
    """Return changes as one text."""
    return b"[%b]" % b",".join(changes)


def take_over(memory: MemoryStore, text: bytes) -> int:
    """Make the changes of a text in memory; return how many they are."""
    changes = json.loads(text.decode())  # of bytes it would have to find out the encoding
    for kind, key, *said in changes:
        collection = tuple(key)
        if kind == "put":
            name, reads, deleted, number, data = said
            if number > memory.numbers().get(collection, 0):
                memory.begin(collection, number, known=True)
            memory.put(collection, name, Record(data, reads, deleted))
        elif kind == "forget":
            memory.forget(collection, said[0])
        elif kind == "drop":
            memory.drop(collection)
        elif kind == "clear":
            memory.restore({})
        else:
            memory.begin(collection, said[0], known=said[1])
    return len(changes)


def _put(collection: Key, name: str, record: Record, number: int) -> bytes:
    data = record.data
    change = "put", collection, name, record.reads, record.deleted, number, data
    if _PLAIN.issuperset(map(type, data.values())):
        try:
            return to_json(change, inf_nan_mode="constants")
        except ValueError:  # half a surrogate pair, which the other one escapes
            pass
    return _change(*change)


def _counted(memory: MemoryStore, collection: Key) -> bytes:
    number = memory.numbers().get(collection, 0)
    return _change("count", collection, number, memory.is_known(collection))


def _change(*change: Any) -> bytes:
    return _ENCODER.encode(change).encode()
