"""Where the items of a page are, and what asks for the next one: pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from .omission import Omit
from .operations import CursorPages, NumberPages, OffsetPages

if TYPE_CHECKING:
    from .operations import PageOperation, Pages
    from .request import Arguments

I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


@dataclass(slots=True)
class NextPage:
    """What asks for the next page: other arguments, or another ``url`` for the same operation."""

    arguments: Arguments
    cursor: str = ""
    url: str = ""
    repeated: bool = False

    def of(self, operation: PageOperation[I, B], base: str) -> PageOperation[I, B]:
        """Returns the operation of the next page; ``base`` completes a relative URL."""
        if not self.url:
            return operation
        import httpx2

        url = str(httpx2.URL(base + "/").join(self.url))
        return replace(operation, path=url.replace("{", "%7B").replace("}", "%7D"))


def find_items(pages: Pages, body: Any) -> list[Any]:
    """Returns the items of a body; none if they are missing or no list."""
    items = read(body, pages.items)
    return items if isinstance(items, list) else []


def find_next(pages: Pages, arguments: Arguments, body: Any, items: list[Any]) -> NextPage | None:
    """Returns what asks for the page after the one with this body, or ``None`` after the last."""
    if pages.more and read(body, pages.more) is False:
        return None
    match pages:
        case CursorPages():
            return _after_cursor(pages, arguments, body, items)
        case OffsetPages():
            return _after_offset(pages, arguments, body, len(items))
        case NumberPages():
            return _after_number(pages, arguments, body, len(items))


def _after_cursor(
    pages: CursorPages, arguments: Arguments, body: Any, items: list[Any]
) -> NextPage | None:
    if pages.last:
        cursor = read(items[-1], pages.last) if items else None
    else:
        cursor = read(body, pages.next)
    if cursor is None or cursor == "" or isinstance(cursor, bool):
        return None
    if not pages.cursor:
        # The URL has the query in it; only headers and the like go along.
        options = {k: v for k, v in (arguments.options or {}).items() if k != "extra_query"}
        return NextPage(
            arguments._replace(path=None, query=None, options=options),  # type: ignore[arg-type]
            cursor=str(cursor),
            url=str(cursor),
        )
    following = _with(arguments, pages.location, pages.cursor, cursor)
    return NextPage(following, cursor=str(cursor))


def _after_offset(
    pages: OffsetPages, arguments: Arguments, body: Any, count: int
) -> NextPage | None:
    if not count:
        return None
    begin = _integer(_given(arguments, pages.location, pages.offset)) or 0
    total = _integer(read(body, pages.total)) if pages.total else None
    limit = _integer(_given(arguments, pages.location, pages.limit)) if pages.limit else None
    if total is not None:
        if begin + count >= total:
            return None
    elif not pages.more and limit is not None and count < limit:
        return None
    return NextPage(_with(arguments, pages.location, pages.offset, begin + count))


def _after_number(
    pages: NumberPages, arguments: Arguments, body: Any, count: int
) -> NextPage | None:
    if not count:
        return None
    given = _integer(_given(arguments, pages.location, pages.page))
    number = pages.first if given is None else given
    size = _integer(_given(arguments, pages.location, pages.size)) if pages.size else None
    last = _integer(read(body, pages.pages)) if pages.pages else None
    total = _integer(read(body, pages.total)) if pages.total else None
    if last is not None:
        if number - pages.first + 1 >= last:
            return None
    elif total is not None and (size or number == pages.first):
        if (number - pages.first) * (size or 0) + count >= total:
            return None
    elif not pages.more and size is not None and count < size:
        return None
    return NextPage(_with(arguments, pages.location, pages.page, number + 1))


def _given(arguments: Arguments, location: str, name: str) -> object:
    options = arguments.options or {}
    if location == "query":
        return {**(arguments.query or {}), **options.get("extra_query", {})}.get(name)
    value = getattr(arguments.body, "value", None)
    body = value if isinstance(value, Mapping) else {}
    return {**body, **options.get("extra_body", {})}.get(name)


def _with(arguments: Arguments, location: str, name: str, value: object) -> Arguments:
    """Returns the arguments with one parameter changed, wherever it was given before."""
    options = arguments.options or {}
    if location == "query":
        extra = options.get("extra_query", {})
        if name in extra:
            extra = {**extra, name: value}
            return arguments._replace(options={**options, "extra_query": extra})
        return arguments._replace(query={**(arguments.query or {}), name: value})
    if arguments.body is None:
        from .bodies import Json

        return arguments._replace(body=Json({name: value}))
    extra = options.get("extra_body", {})
    if name in extra:
        extra = {**extra, name: value}
        return arguments._replace(options={**options, "extra_body": extra})
    return arguments._replace(body=arguments.body.merged({name: value}))


def _integer(value: object) -> int | None:
    if isinstance(value, bool | Omit):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def read(body: Any, path: str) -> Any:
    """Returns the member of a decoded body under wire names joined by ``/``; ``None`` if missing."""
    if path:
        for step in path.split("/"):
            body = _member(body, step.replace("~1", "/").replace("~0", "~"))
    return body


def _member(value: Any, wire_name: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(wire_name)
    fields = getattr(type(value), "model_fields", None)
    if fields is None:
        return None
    for name, field in fields.items():
        if wire_name == (field.validation_alias or name):
            return getattr(value, name, None)
    return (value.model_extra or {}).get(wire_name)
