"""The value that means "leave this argument out", which is neither ``None`` (JSON null) nor unset."""

from __future__ import annotations

from typing import Final, Literal, final


@final
class Omit:
    """The type of :data:`omit`. Falsy, and only ever one instance, also after copying or unpickling."""

    __slots__ = ()
    _instance: Omit | None = None

    def __new__(cls) -> Omit:
        """Returns the one instance."""
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


omit: Final = Omit()
"""Leaves an argument out of the request. As a default header's value it removes the header."""
