"""The statements that a formatter has to look at in a module where all others are laid out already.

To format a few of them takes a fraction of the time that the whole takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LINE_LENGTH = 100
_MARK = "# piece\n"
_CLASS = "class Piece:\n    "
_METHOD = f"{_CLASS}async def piece(self):\n        "


def statement(text: str) -> Piece | None:
    """Return a statement at the margin if it is too long."""
    return Piece(text) if is_too_long(text, 0) else None


def signature(text: str) -> Piece | None:
    """Return the signature of a method if it is too long."""
    return Piece(text, _CLASS, "\n        pass") if is_too_long(text, 4) else None


def overload(text: str) -> Piece | None:
    """Return the signature of an overload if it is too long with the dots that follow it."""
    return Piece(f"{text} ...", _CLASS) if is_too_long(f"{text} ...", 4) else None


def body(text: str) -> Piece | None:
    """Return the statements of a method if they are too long."""
    return Piece(text, _METHOD) if is_too_long(text, 8) else None


def is_too_long(text: str, indent: int) -> bool:
    """Whether a line is too long; the first one is not indented yet."""
    if indent + len(text) <= LINE_LENGTH:
        return False
    first, *rest = text.split("\n")
    return max(indent + len(first), *map(len, rest), 0) > LINE_LENGTH


def module_of(pieces: Iterable[Piece]) -> str:
    """Return the pieces as a module that a formatter can be given."""
    return "".join(f"{_MARK}{one.before}{one.text}{one.after}\n" for one in pieces)


def put_back(text: str, pieces: Sequence[Piece], formatted: str) -> str:
    """Return ``text`` with the pieces as they are in the formatted module."""
    return "".join(_parts(text, pieces, formatted.split(_MARK)[1:]))


def _parts(text: str, pieces: Sequence[Piece], formatted: Sequence[str]) -> Iterator[str]:
    done = 0
    for piece, made in zip(pieces, formatted, strict=True):
        at = text.index(piece.text, done)
        yield text[done:at]
        yield made.strip("\n").removeprefix(piece.before).removesuffix(piece.after)
        done = at + len(piece.text)
    yield text[done:]
