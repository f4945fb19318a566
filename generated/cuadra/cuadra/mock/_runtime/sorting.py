"""The order of a list, as query parameters ask for it in the many forms that APIs have.

``sort=-price,title``, ``sort=price:desc``, ``sort=price desc``, ``orderBy=price&order=desc``,
``sort=price_desc``, ``sort=newest``, ``order=asc``: a field of the record, a direction, or both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from .store import Record

T = TypeVar("T", bound="tuple[str, Record]")

_FIELDS = frozenset({"sort", "sortby", "orderby", "order", "ordering", "sorting"})
_DIRECTIONS = frozenset(
    {"order", "sortorder", "sortdirection", "orderdirection", "direction", "dir", "sortdir"}
)
_DOWN = frozenset({"desc", "descending", "dsc", "newest", "latest", "recent", "highest"})
_UP = frozenset({"asc", "ascending", "oldest", "earliest", "lowest"})
_BY_TIME = frozenset({"newest", "latest", "recent", "oldest", "earliest"})
_TIMES = ("createdat", "created", "createdon", "creationdate", "date", "timestamp", "publishedat")
_WITH_DIRECTION = re.compile(r"(.+?)(?:[\s:._-]|(?<=[a-z0-9])(?=[AD]))(asc|desc)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Key:
    name: str
    is_down: bool


def ordered(rows: list[T], query: Mapping[str, Any], created_at: str = "") -> list[T]:
    """Return rows in the order that the parameters of a request ask for; as they are, if in none.

    Args:
        rows: the records with their ids, oldest first.
        query: the parameters by wire name, those with a default included.
        created_at: the property that holds when a record was made, if it is known.
    """
    if not rows or not any(plain(name) in _FIELDS | _DIRECTIONS for name in query):
        return rows
    names = {name for _, record in rows for name in record.data}
    keys = _keys(query, names, created_at)
    for key in reversed(keys):
        rows = _by(rows, key)
    return rows


def _keys(query: Mapping[str, Any], names: Collection[str], created_at: str) -> list[_Key]:
    by_plain = {plain(name): name for name in names}
    time = created_at or next((by_plain[name] for name in _TIMES if name in by_plain), "")
    turned = False
    found: list[_Key] = []
    for name, value in query.items():
        if plain(name) in _DIRECTIONS and str(value).lower() in _DOWN | _UP:
            turned = str(value).lower() in _DOWN
        elif plain(name) in _FIELDS:
            parts = value if isinstance(value, list) else str(value).split(",")
            found += [key for part in parts if (key := _key(str(part), by_plain, time))]
    if turned and not found:
        return [_Key(time, True)]
    return [_Key(key.name, key.is_down != turned) for key in found]


def _key(text: str, by_plain: Mapping[str, str], time: str) -> _Key | None:
    text = text.strip()
    if text.lower() in _BY_TIME:
        return _Key(time, text.lower() in _DOWN)
    is_down, bare = text.startswith("-"), text.lstrip("+-")
    if plain(bare) in by_plain:
        return _Key(by_plain[plain(bare)], is_down)
    split = _WITH_DIRECTION.fullmatch(bare)
    if split is not None and plain(split[1]) in by_plain:
        return _Key(by_plain[plain(split[1])], split[2].lower() == "desc")
    return None


def _by(rows: Sequence[T], key: _Key) -> list[T]:
    """Sort by one property; records without it come last either way, and equal ones stay in order.

    Without a property, the order is that of making.
    """
    if not key.name:
        return list(reversed(rows)) if key.is_down else list(rows)
    known = [row for row in rows if row[1].data.get(key.name) is not None]
    rest = [row for row in rows if row[1].data.get(key.name) is None]
    values = [row[1].data[key.name] for row in known]
    are_numbers = all(_number(value) is not None for value in values)
    known.sort(
        key=lambda row: _rank(row[1].data[key.name], are_numbers=are_numbers), reverse=key.is_down
    )
    return [*known, *rest]


def _rank(value: Any, *, are_numbers: bool) -> Any:
    return _number(value) if are_numbers else str(value).casefold()


def _number(value: Any) -> float | None:
    """Return what a number, a decimal text or an amount of money is worth."""
    if isinstance(value, dict):
        value = next((value[name] for name in ("amount", "value") if name in value), None)
    try:
        return None if value is None else float(value)
    except (TypeError, ValueError):
        return None
