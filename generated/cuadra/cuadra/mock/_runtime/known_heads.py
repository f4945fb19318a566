"""Recognizes heads of requests whose fields were parsed before: most clients send the same ones again and again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...server._runtime import Request

if TYPE_CHECKING:
    from ...server._runtime import Headers

# A request line that every parser of HTTP/1.1 takes, and understands alike (RFC 9112, section 3; RFC 3986, appendix A).
_LINE = re.compile(
    rb"(GET|POST|PUT|PATCH|DELETE|OPTIONS) (/[\w.~!$&'()*+,;=:@/%-]*)"
    rb"(?:\?([\w.~!$&'()*+,;=:@/%?-]*))? HTTP/1\.1"
)
_REMEMBERED = 1024  # blocks of fields
_LONGEST = 2048  # bytes of one, and of a request line


class KnownHeads:
    """The fields of requests that a parser took, by their bytes.

    What a block of fields means does not depend on the line before it, as long as that is a usual one. So a
    request with a known block and as much content as that announces is read without a parser.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[Headers, int]] = {}

    def read(self, data: bytes) -> Request | None:
        """Return the request that ``data`` is from its first to its last byte, if its fields are known."""
        head, _, body = data.partition(b"\r\n\r\n")
        line, _, fields = head.partition(b"\r\n")
        known = self._known.get(fields)
        if known is None or len(body) != known[1] or len(line) > _LONGEST:
            return None
        target = _target(line)
        if target is None:
            return None
        method, path, query = target
        return Request(method, path, query, known[0], body)

    def keep(self, data: bytes, request: Request) -> None:
        """Remember the fields of ``data`` as a parser read them, if it is nothing but this request.

        It must have been taken for one after which the connection stays as it is.
        """
        head, _, body = data.partition(b"\r\n\r\n")
        line, _, fields = head.partition(b"\r\n")
        if max(len(line), len(fields)) > _LONGEST or body != request.body:
            return
        if _target(line) is None:
            return
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[fields] = request.headers, len(body)


@lru_cache(1024)
def _target(line: bytes) -> tuple[str, str, str] | None:
    """Return method, path and query of a request line; nothing for one that only a parser should read."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    method, path, query = found.groups(b"")
    return method.decode("ascii"), path.decode("ascii"), query.decode("ascii")
