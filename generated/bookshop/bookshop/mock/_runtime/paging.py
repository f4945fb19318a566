"""Pages a list and fills the document's own envelope with what is true of the page."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from .members import steps
from .schemas import accepts_null, property_pointer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...server._runtime import Document
    from .behaviour import Role

T = TypeVar("T")
_DEFAULT_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it lies among all rows."""

    start: int
    limit: int
    total: int
    number: int
    last_id: str

    @property
    def end(self) -> int:
        """The index after its last row."""
        return min(self.start + self.limit, self.total)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.limit) if self.total else 0

    @property
    def has_more(self) -> bool:
        """Whether rows follow."""
        return self.end < self.total


def cut(
    rows: Sequence[tuple[str, T]], role: Role, given: Mapping[str, Any], limits: Mapping[str, Any]
) -> tuple[Page, list[tuple[str, T]]]:
    """Return the page a request asks for.

    Args:
        rows: all rows with their ids.
        role: names the parameters that page.
        given: the query parameters by wire name.
        limits: ``default`` number of rows and number of the ``first`` page, where the document says.
    """
    names = role.parameters
    total = len(rows)
    pages = bool(names)
    limit = _integer(given.get(names.get("limit", "")), int(limits.get("default", _DEFAULT_LIMIT)))
    limit = max(limit, 1) if pages else max(total, 1)
    first = int(limits.get("first", 1))
    number, start = first, 0
    cursor = given.get(names.get("cursor", ""))
    if cursor not in (None, ""):
        start = _from_cursor(str(cursor), rows)
    elif "offset" in names and given.get(names["offset"]) is not None:
        start = max(_integer(given[names["offset"]], 0), 0)
    elif "page" in names and given.get(names["page"]) is not None:
        number = _integer(given[names["page"]], first)
        start = max(number - first, 0) * limit
    found = list(rows[start : start + limit])
    last_id = found[-1][0] if found else ""
    return Page(min(start, total), limit, total, number, last_id), found


def fill(
    body: dict[str, Any],
    page: Page,
    role: Role,
    document: Document,
    pointer: str,
    urls: Mapping[str, str | None],
    asked: str = "",
) -> dict[str, Any]:
    """Put the truth about a page into the fields of its envelope.

    ``pointer`` is the body's schema, ``urls`` where the pages are, ``asked`` the schema of the parameter
    that takes the cursor.
    """
    truths: dict[str, Any] = {
        "next": next_cursor(page, document, asked),
        "more": page.has_more,
        "done": not page.has_more,
        "total": page.total,
        "count": page.end - page.start,
        "pages": page.count,
        "page": page.number,
        "next_page": page.number + 1 if page.has_more else None,
        "limit": page.limit,
        "offset": page.start,
        **urls,
    }
    others: dict[str, tuple[Any, ...]] = {
        "next": (page.last_id,) if page.has_more else (),
        "next_link": (page.number + 1,) if page.has_more else (),
        "previous": (page.number - 1,) if page.start > 0 else (),
        "first": (page.start == 0,),
        "last": (not page.has_more, page.count),
    }
    ended = set() if page.has_more else _ended(role, document, pointer)
    body |= dict.fromkeys(ended)
    for meaning, path in role.fields.items():
        if meaning in truths and steps(path)[0] not in ended:
            values = (truths[meaning], *others.get(meaning, ()))
            tokens = list(steps(path))
            if tokens[-1] == "href" and values == (None,):
                tokens.pop()  # a link object without a link is none
            _put(body, tokens, values, document, pointer)
    return body


def _ended(role: Role, document: Document, pointer: str) -> set[str]:
    """Return the objects that tell of nothing but the next page, and are null where there is none."""
    held: dict[str, set[str]] = {}
    for meaning, path in role.fields.items():
        outer, *inner = steps(path)
        held.setdefault(outer, set()).update([meaning] if inner else ["alone"])
    return {
        name
        for name, meanings in held.items()
        if meanings <= {"next", "next_link"}
        and (place := property_pointer(document, pointer, name))
        and accepts_null(document, place)
    }


def next_cursor(page: Page, document: Document, asked: str) -> str | None:
    """Return the cursor of the next page: the last id, where the parameter takes nothing but ids."""
    if not page.has_more:
        return None
    made = make_cursor(page.end)
    is_taken = not asked or document.validator(asked).is_valid(made)
    return made if is_taken or not page.last_id else page.last_id


def make_cursor(index: int) -> str:
    """Return the opaque cursor of a position."""
    return base64.urlsafe_b64encode(f"after:{index}".encode()).decode().rstrip("=")


def _from_cursor(cursor: str, rows: Sequence[tuple[str, Any]]) -> int:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_").decode()
        marker, _, index = text.partition(":")
        if marker == "after" and index.isdigit():
            return int(index)
    except (binascii.Error, ValueError):
        pass  # then it may be the id of the last row, as in `starting_after`
    for number, (key, _) in enumerate(rows, 1):
        if key == cursor:
            return number
    return 0  # a cursor from elsewhere leads to the beginning, as an expired one does in many APIs


def _put(
    node: dict[str, Any],
    path: list[str],
    values: tuple[Any, ...],
    document: Document,
    pointer: str,
) -> None:
    """Put the first of some values that the schema takes, as it is or as text; nothing where it takes none."""
    value = values[0]
    for token in path[:-1]:
        pointer = property_pointer(document, pointer, token)
        inner = node.get(token)
        if not isinstance(inner, dict):
            inner = {}
        node[token] = dict(inner)
        node = node[token]
    name = path[-1]
    place = property_pointer(document, pointer, name)
    candidates = values[1:] if value is None else (value, str(value), *values[1:])
    for candidate in candidates:
        if not place or document.validator(place).is_valid(candidate):
            node[name] = candidate
            return
    if value is None:
        _leave_out(node, name, document, place)


def _leave_out(node: dict[str, Any], name: str, document: Document, place: str) -> None:
    """Say that there is no value: null where the schema takes it, or an empty text, or nothing."""
    if place and accepts_null(document, place):
        node[name] = None
    elif place and document.validator(place).is_valid(""):
        node[name] = ""
    else:
        node.pop(name, None)


def _integer(value: Any, default: int) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return default
