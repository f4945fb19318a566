"""Where the items of a page are, and what asks for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from .api import ApiKey
from .errors import PaginationError
from .links import link_relations
from .logs import sounds_secret
from .omission import Omit, omit
from .operations import CursorPages, LinkPages, NumberPages, OffsetPages

if TYPE_CHECKING:
    import httpx2

    from .config import ClientConfig
    from .operations import PageOperation, Pages
    from .request import Arguments

I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")

HEADER = "$response.header."
"""What begins a path that means a header of the response, in place of something in its body."""

_NEIGHBOURS = frozenset({"first", "prev", "previous", "last"})


@dataclass(slots=True)
class NextPage:
    """What asks for the next page: other arguments, or a ``url`` for the same operation.

    The URL may be relative to ``origin``, where this page came from.
    """

    arguments: Arguments
    cursor: str = ""
    url: str = ""
    origin: httpx2.URL | None = None
    repeated: bool = False

    def request(
        self, operation: PageOperation[I, B], config: ClientConfig
    ) -> tuple[PageOperation[I, B], Arguments]:
        """Returns the operation and the arguments of the next page.

        What is secret stays behind where the URL leads to another origin. Raises ``PaginationError``
        if it is no URL to follow.
        """
        if self.origin is None:
            return operation, self.arguments
        import httpx2

        try:
            url = self.origin.join(self.url)
            home = httpx2.URL(config.base_for(operation.server))
        except httpx2.InvalidURL as error:
            raise PaginationError(f"the URL of the next page is none: {error}") from None
        if url.scheme not in {"https", "http"} or not url.host:
            raise PaginationError(f"the URL of the next page is none: {self.url[:200]!r}")
        for name in _keys(config, "query"):
            if name in url.params:  # the server repeats it; it is added where it belongs
                url = url.copy_remove_param(name)
        path = str(url).replace("{", "%7B").replace("}", "%7D")
        arguments = _to_url(self.arguments, config, at_home=url.origin == home.origin)
        return replace(operation, path=path), arguments


def _to_url(arguments: Arguments, config: ClientConfig, *, at_home: bool) -> Arguments:
    """Returns the arguments for a URL that has its query in it; away from home without secrets."""
    options: Any = dict(arguments.options or {})
    options["extra_query"] = dict.fromkeys(config.query, omit)
    if at_home:
        return arguments._replace(path=None, query=None, options=options)
    extra = options.get("extra_headers", {})
    keys = {name.lower() for name in _keys(config, "header")}
    secret = [
        name
        for name in (*config.headers, *(arguments.headers or {}), *extra)
        if sounds_secret(name) or name.lower() in keys
    ]
    options["extra_headers"] = {**extra, **dict.fromkeys(secret, omit)}
    return arguments._replace(path=None, query=None, cookies=None, options=options)


def _keys(config: ClientConfig, location: str) -> set[str]:
    schemes = config.api.schemes.values()
    return {one.name for one in schemes if isinstance(one, ApiKey) and one.location == location}


def find_items(pages: Pages, body: Any) -> list[Any]:
    """Returns the items of a body; none if they are missing or no list."""
    items = read(body, pages.items)
    return items if isinstance(items, list) else []


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a page says of itself and of the next one."""

    body: Any
    items: list[Any]
    response: httpx2.Response

    def says(self, path: str) -> Any:
        """Returns what stands at a path of the body or in a header; ``None`` where there is none."""
        if path.startswith(HEADER):
            return self.response.headers.get(path.removeprefix(HEADER))
        return read(self.body, path)

    def number(self, path: str) -> int | None:
        """Returns what is said there, if it is a number."""
        return _integer(self.says(path)) if path else None

    def denies(self, path: str) -> bool:
        """Whether a boolean says that there is no further page."""
        told = self.says(path) if path else None
        return told is False or (isinstance(told, str) and told.strip().lower() == "false")


def find_next(
    pages: Pages, arguments: Arguments, body: Any, items: list[Any], response: httpx2.Response
) -> NextPage | None:
    """Returns what asks for the page after the one with this body, or ``None`` after the last."""
    answer = _Answer(body, items, response)
    if not isinstance(pages, LinkPages) and answer.denies(pages.more):
        return None
    match pages:
        case CursorPages():
            return _after_cursor(pages, arguments, answer)
        case LinkPages():
            target = link_relations(response.headers).get("next", "")
            return _at_url(arguments, target, response) if target else None
        case OffsetPages():
            further = _has_next(response)
            return None if further is False else _after_offset(pages, arguments, answer, further)
        case NumberPages():
            further = _has_next(response)
            return None if further is False else _after_number(pages, arguments, answer, further)


def _has_next(response: httpx2.Response) -> bool | None:
    """Whether the ``Link`` header says that there is a next page; ``None`` if it tells nothing."""
    if "link" not in response.headers:
        return None
    relations = link_relations(response.headers)
    if "next" in relations:
        return True
    return None if _NEIGHBOURS.isdisjoint(relations) else False


def _at_url(arguments: Arguments, url: str, response: httpx2.Response) -> NextPage:
    return NextPage(arguments, cursor=url, url=url, origin=response.url)


def _after_cursor(pages: CursorPages, arguments: Arguments, answer: _Answer) -> NextPage | None:
    if pages.last:
        cursor = read(answer.items[-1], pages.last) if answer.items else None
    else:
        cursor = answer.says(pages.next)
    if cursor is None or cursor == "" or isinstance(cursor, bool):
        return None
    if not pages.cursor:
        return _at_url(arguments, str(cursor), answer.response)
    following = _with(arguments, pages.location, pages.cursor, cursor)
    return NextPage(following, cursor=str(cursor))


def _after_offset(
    pages: OffsetPages, arguments: Arguments, answer: _Answer, further: bool | None
) -> NextPage | None:
    count = len(answer.items)
    if not count:
        return None
    begin = _integer(_given(arguments, pages.location, pages.offset)) or 0
    total = answer.number(pages.total)
    size = _size(pages, arguments, pages.limit)
    if further is None:
        if total is not None:
            if begin + count >= total:
                return None
        elif not pages.more and count < size:
            return None
    return NextPage(_with(arguments, pages.location, pages.offset, begin + count))


def _after_number(
    pages: NumberPages, arguments: Arguments, answer: _Answer, further: bool | None
) -> NextPage | None:
    if not answer.items:
        return None
    given = _integer(_given(arguments, pages.location, pages.page))
    number = pages.first if given is None else given
    following = answer.number(pages.next)
    if following is None:
        if pages.next and answer.says(pages.next) == "":  # as an empty header says it
            return None
        if further is None and _is_last_number(pages, arguments, answer, number):
            return None
        following = number + 1
    elif following <= number:  # some servers repeat the number of the last page
        return None
    return NextPage(_with(arguments, pages.location, pages.page, following))


def _is_last_number(pages: NumberPages, arguments: Arguments, answer: _Answer, number: int) -> bool:
    """Whether the counts of a page say that it is the last one."""
    count = len(answer.items)
    size = _size(pages, arguments, pages.size)
    last = answer.number(pages.pages)
    total = answer.number(pages.total)
    if last is not None:
        return number - pages.first + 1 >= last
    if total is not None and (size or number == pages.first):
        return (number - pages.first) * size + count >= total
    return not pages.more and count < size


def _size(pages: OffsetPages | NumberPages, arguments: Arguments, name: str) -> int:
    """How many items a full page has: as asked for, else by default; 0 where that is not known."""
    asked = _integer(_given(arguments, pages.location, name)) if name else None
    size = pages.default_size if asked is None else asked
    return min(size, pages.max_size) if pages.max_size else size


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
    if location == "header":
        extra = options.get("extra_headers", {})
        kept = {key: one for key, one in extra.items() if key.lower() != name.lower()}
        headers = {**(arguments.headers or {}), name: value}
        return arguments._replace(headers=headers, options={**options, "extra_headers": kept})
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
