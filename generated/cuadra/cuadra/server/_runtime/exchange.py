"""What goes in and out of a server: requests, replies, responses, errors."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Headers:
    """Header fields of a message: any number per name, names without case (RFC 9110, section 5.1).

    Args:
        items: names and values.
        is_lower: whether all names are in lower case, as ASGI and HTTP/2 have them.
    """

    __slots__ = ("_items", "by_name")

    def __init__(self, items: Iterable[tuple[str, str]] = (), *, is_lower: bool = False) -> None:
        self._items = tuple(items)
        by_name = (
            dict(self._items) if is_lower else {name.lower(): value for name, value in self._items}
        )
        if len(by_name) < len(self._items):
            by_name = _joined(self._items)
        self.by_name: Mapping[str, str] = by_name
        """The values by the names in lower case; several lines of one name are joined by commas."""

    def get(self, name: str, default: str = "") -> str:
        """Return the value under ``name``; several lines are joined by commas."""
        return self.by_name.get(name.lower(), default)

    def items(self) -> tuple[tuple[str, str], ...]:
        """Return all fields as they came."""
        return self._items

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.by_name

    def __repr__(self) -> str:
        return f"Headers({list(self._items)!r})"


@lru_cache(1024)
def lower_name(raw: bytes) -> str:
    """Return the name of a header field as it came, in lower case."""
    return raw.decode("latin-1").lower()


def _joined(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the fields by name, several lines of one name joined (RFC 9110, section 5.3)."""
    found: dict[str, str] = {}
    for name, value in items:
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in found else value
    return found


class Request:
    """A request as a handler sees it.

    ``path`` and ``query_string`` are percent-encoded, as they came. ``call`` is the name of the
    operation that was found (``files.list``), ``identity`` what ``authenticate`` returned; ``effects`` and
    ``record`` are what a server of one's own wants to know again when it was answered.
    """

    __slots__ = (
        "body",
        "call",
        "effects",
        "headers",
        "identity",
        "method",
        "path",
        "query_string",
        "record",
    )

    def __init__(
        self,
        method: str,
        path: str,
        query_string: str = "",
        headers: Headers | None = None,
        body: bytes = b"",
    ) -> None:
        self.method = method
        self.path = path
        self.query_string = query_string
        self.headers = headers or Headers()
        self.body = body
        self.call = ""
        self.identity: Any = None
        self.effects: Any = None
        self.record: Any = None

    @property
    def query(self) -> list[tuple[str, str]]:
        """The decoded name-value pairs of the query."""
        return parse_qsl(self.query_string, keep_blank_values=True, errors="replace")

    @property
    def media_type(self) -> str:
        """The media type of the body, in lower case and without parameters."""
        return self.headers.get("content-type").partition(";")[0].strip().lower()

    @property
    def json(self) -> Any:
        """The body read as JSON.

        Raises:
            ValueError: if it is none.
        """
        return json.loads(self.body)

    def __repr__(self) -> str:
        return f"Request({self.method} {self.path})"


@dataclass(slots=True)
class Response:
    """A finished response; an iterator as ``body`` is sent piece by piece."""

    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | Iterator[bytes] | AsyncIterator[bytes] = b""


def close(iterator: Iterator[Any]) -> None:
    """Let an iterator that is not read to its end clean up, if it can."""
    closing = getattr(iterator, "close", None)
    if closing is not None:
        closing()


async def aclose(iterator: Iterator[Any] | AsyncIterator[Any]) -> None:
    """Let an iterator of either kind that is not read to its end clean up, if it can."""
    closing = getattr(iterator, "aclose", None)
    if closing is not None:
        await closing()
    elif not isinstance(iterator, AsyncIterator):
        close(iterator)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a handler returns to say more than the body.

    Without ``status`` and ``media_type`` the document decides, as for a bare body.
    """

    body: Any = None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class FileUpload:
    """A file of a multipart body."""

    filename: str
    content_type: str
    data: bytes

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Violation:
    """One fault of a request.

    ``loc`` begins with the place (``path``, ``query``, ``header``, ``cookie``, ``body``), ``kind`` is the
    JSON Schema keyword that failed, or ``missing``, ``malformed`` and the like.
    """

    loc: tuple[str | int, ...]
    message: str
    kind: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.loc))}: {self.message}"


class BodyError(Exception):
    """A body that cannot be read or does not match; ``status`` is the usual answer to it."""

    def __init__(self, status: int, violations: list[Violation]) -> None:
        super().__init__("; ".join(map(str, violations)))
        self.status = status
        self.violations = violations


class HTTPError(Exception):
    """Raised by a handler to answer with an error.

    Without a ``body`` the one the document declares for the status is filled with ``detail`` and
    ``violations``, or else a problem (RFC 9457) is sent.
    """

    def __init__(
        self,
        status: int,
        body: Any = None,
        *,
        detail: str = "",
        code: str = "",
        headers: Mapping[str, str] | None = None,
        violations: Sequence[Violation] = (),
    ) -> None:
        super().__init__(detail or f"status {status}")
        self.status = status
        self.body = body
        self.detail = detail
        self.code = code
        self.headers = dict(headers or {})
        self.violations = tuple(violations)
