"""Streams that go on after the event a client saw last (WHATWG HTML, section 9.2.4, ``Last-Event-ID``)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from ...server._runtime.exchange import aclose, close

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(rb"^id: ?(.*)$", re.MULTILINE)
_MOST = 10_000  # events that are looked through


def resumed(pieces: Iterator[bytes], last: str) -> Iterator[bytes]:
    """Return the events after the one with the id ``last``; all where ids are not given, or not this one."""
    if not last:
        yield from _closing(pieces)
        return
    seen: list[bytes] = []
    for piece in islice(pieces, _MOST):
        seen.append(piece)
        if _id_of(piece) == last.encode():
            seen = []
            break
        if _id_of(seen[0]) is None:
            break
    yield from _closing(chain(seen, pieces), pieces)


async def aresumed(
    pieces: Iterator[bytes] | AsyncIterator[bytes], last: str
) -> AsyncIterator[bytes]:
    """Do the same for a stream that may have to be awaited."""
    try:
        if not isinstance(pieces, AsyncIterator):
            for piece in resumed(pieces, last):
                yield piece
            return
        seen: list[bytes] = []
        is_looking = bool(last)
        async for piece in pieces:
            if not is_looking:
                yield piece
                continue
            seen.append(piece)
            is_found = _id_of(piece) == last.encode()
            if is_found or _id_of(seen[0]) is None or len(seen) >= _MOST:
                is_looking = False
                for kept in () if is_found else seen:
                    yield kept
                seen = []
        for kept in seen:
            yield kept
    finally:
        await aclose(pieces)


def _closing(pieces: Iterator[bytes], source: Iterator[bytes] | None = None) -> Iterator[bytes]:
    try:
        yield from pieces
    finally:
        close(source or pieces)


def _id_of(piece: bytes) -> bytes | None:
    found = _ID.search(piece)
    return found[1].strip() if found else None
