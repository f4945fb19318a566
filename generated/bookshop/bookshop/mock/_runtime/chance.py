"""A small source of chance: ids need few bits, and a whole generator takes long to seed."""

from __future__ import annotations

from hashlib import blake2b

_BITS = 512  # of one digest


class Chance:
    """Bits that follow from a name: the same name gives the same ones."""

    __slots__ = ("_left", "_name", "_pool", "_rounds")

    def __init__(self, name: str) -> None:
        self._name = name
        self._pool = _digest(f"0:{name}")
        self._left = _BITS
        self._rounds = 1

    def getrandbits(self, count: int) -> int:
        """Return a whole number of so many bits."""
        while self._left < count:
            self._pool = self._pool << _BITS | _digest(f"{self._rounds}:{self._name}")
            self._left += _BITS
            self._rounds += 1
        self._left = left = self._left - count
        found = self._pool >> left
        self._pool ^= found << left
        return found

    def randint(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``."""
        return low + self.getrandbits(64 + (high - low).bit_length()) % (high - low + 1)


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass")).digest(), "big")
