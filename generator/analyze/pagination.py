"""Which operations answer one page of a list, and how the next page is asked for.

An operation pages where both sides agree: a parameter (or body property) that moves through a list,
and a response with one array that is the list. Names are compared by their words, so ``nextCursor``,
``next_cursor`` and ``next-cursor`` are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..frozen import dataclass
from ..ir.schemas import (
    AnySchema,
    ArraySchema,
    BooleanSchema,
    EnumSchema,
    IntegerSchema,
    NumberSchema,
    StringSchema,
)
from .page_fields import HEADER, answer_fields, escape, header_names, plain_name
from .paths import nouns
from .responses import is_json, json_body, properties, resolve, successes
from .words import same_noun, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..ir.api import Api
    from ..ir.operations import Operation
    from ..ir.schemas import Property, Schema

Place = Literal["query", "header", "body"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names without separators and in lower case, by what they mean.
_CURSORS = _names(
    "cursor after pagetoken nextpagetoken nexttoken continuationtoken continuation pagecursor nextcursor"
    " startingtoken marker aftercursor startcursor paginationtoken scrollid token startingafter"
)
_AFTER_ITEM = _names("startingafter after afterid startafter sinceid lastid exclusivestartid")
_NEXT = _names(
    "nextcursor nextpagetoken nexttoken next continuationtoken continuation nextpage nextpagecursor endcursor"
    " cursor aftercursor after nextmarker lastid pagetoken scrollid paginationtoken nextcontinuationtoken"
)
_NEXT_URLS = (
    "next",
    "nexturl",
    "nextlink",
    "nextpageurl",
    "nextpage",
    "nexthref",
    "nextpageuri",
    "nexturi",
)
_MORE = _names("hasmore hasnextpage hasnext more hasmorepages hasmoreitems hasmoreresults")
_OFFSETS = _names("offset skip startindex startat start from")
_NUMBERS = _names("page pagenumber pagenum pageindex pageno currentpage p")
_POSITIONS = _OFFSETS | _NUMBERS
_LIMITS = _names(
    "limit perpage pagesize size count maxresults max pagelimit first take itemsperpage maxitems top rows"
    " resultsperpage pagecount"
)
_TOTALS = _names(
    "total totalcount totalitems totalresults totalelements totalrecords totalhits itemcount count"
)
_PAGE_COUNTS = _names("totalpages pagecount pages numpages lastpage numberofpages pagetotal")
_NEXT_NUMBERS = ("nextpage", "nextpagenumber", "next")
_NOTHING = AnySchema()
_SCALARS = (BooleanSchema, EnumSchema, IntegerSchema, NumberSchema, StringSchema)
_LISTS = ("items", "data", "results", "records", "entries", "values", "value", "elements", "objects", "list",
          "content", "rows", "hits", "resources", "nodes")  # fmt: skip
_WRAPPERS = frozenset({"data", "result", "response"})


@dataclass(frozen=True, slots=True)
class Paging:
    """How an operation pages; ``link`` means that the header ``Link`` leads on (RFC 8288).

    ``items`` is the path of the array in the body (``/`` steps into an object, names escaped as in
    RFC 6901; empty: the body itself), ``item`` its items' schema, ``fields`` what else is known: what
    it means -> wire name or path, also that of a header (`HEADER`). ``location`` is where ``cursor``,
    ``offset`` or ``page`` is sent; ``first`` the number of the first page.
    """

    kind: Literal["cursor", "offset", "number", "link"]
    items: str
    item: Schema
    fields: tuple[tuple[str, str], ...]
    location: Place = "query"
    first: int = 1


@dataclass(frozen=True, slots=True)
class _Sender:
    """The parameters or body properties that could move through a list, by plain name."""

    location: Place
    fields: Mapping[str, tuple[str, Schema]]

    def find(self, names: frozenset[str]) -> tuple[str, Schema] | None:
        return next((field for plain, field in self.fields.items() if plain in names), None)

    def name(self, names: frozenset[str]) -> str:
        found = self.find(names)
        return found[0] if found else ""


def paging(operation: Operation, api: Api) -> Paging | None:
    """Return how the operation pages, ``None`` where the document gives no evidence of it."""
    if operation.method not in {"GET", "POST", "QUERY"}:
        return None
    media = json_body(operation)
    if media is None or media.schema is None:
        return None
    senders = [sender for sender in _senders(operation, api) if sender.fields]
    linked = _declares_link(operation)
    sends_headers = any(one.location == "header" for one in operation.parameters)
    if not senders and not linked and not sends_headers:
        return None
    found = find_list(media.schema, operation, api)
    if found is None:
        return None
    items, item = found
    body = answer_fields(operation, media.schema, items, api)
    for infer in (_by_cursor, _by_last_item, _by_offset, _by_number, _by_url):
        for sender in senders:
            result = infer(sender, items, item, body, api)
            if result is not None:
                return result
    # An array within an object may be anything, unless something moves through it.
    if linked and (not items or any(map(_moves, senders))):
        return Paging("link", items, item, ())
    return _by_header(operation, items, item, body) if sends_headers else None


def _declares_link(operation: Operation) -> bool:
    return any(
        header.name.lower() == "link"
        for response in successes(operation)
        for header in response.headers
    )


def _moves(sender: _Sender) -> bool:
    """Whether some query parameter moves through a list or limits it."""
    return sender.location == "query" and any(
        plain in _CURSORS or plain in _POSITIONS or plain in _LIMITS for plain in sender.fields
    )


def item_schema(schema: Schema, path: str, api: Api) -> Schema | None:
    """Return the schema of the items of the array at a path of a body, ``None`` if none is there."""
    for step in path.split("/") if path else ():
        found = properties(schema, api).get(step.replace("~1", "/").replace("~0", "~"))
        if found is None:
            return None
        schema = found.schema
    array = resolve(schema, api)
    return array.items if isinstance(array, ArraySchema) else None


def find_list(schema: Schema, operation: Operation, api: Api) -> tuple[str, Schema] | None:
    """Return the array that a body is about: its path in the body and the schema of its items."""
    found = resolve(schema, api)
    if isinstance(found, ArraySchema):
        return "", found.items
    return _list_property(properties(schema, api), operation, api, "") or _nested_list(
        properties(schema, api), operation, api
    )


def _nested_list(
    fields: Mapping[str, Property], operation: Operation, api: Api
) -> tuple[str, Schema] | None:
    """Look into ``data`` and the like: ``{"data": {"items": []}}``; into what is alone in any case."""
    noun = _last_noun(operation)
    for name, inner in fields.items():
        if len(fields) == 1 or name in _WRAPPERS or same_noun(split_words(name), noun):
            return _list_property(properties(inner.schema, api), operation, api, f"{escape(name)}/")
    return None


def _list_property(
    fields: Mapping[str, Property], operation: Operation, api: Api, prefix: str
) -> tuple[str, Schema] | None:
    arrays: dict[str, Schema] = {}
    for name, field in fields.items():
        found = resolve(field.schema, api)
        if isinstance(found, ArraySchema):
            arrays[name] = found.items
    noun = _last_noun(operation)
    for name in (*_LISTS, *(name for name in arrays if same_noun(split_words(name), noun))):
        if name in arrays:
            return prefix + escape(name), arrays[name]
    if len(arrays) == 1:
        name, item = next(iter(arrays.items()))
        # An object that has more than texts, such as its tags, and where they go on is about itself.
        if len(fields) <= 3 or not isinstance(resolve(item, api), _SCALARS):
            return prefix + escape(name), item
    return None


def _last_noun(operation: Operation) -> tuple[str, ...]:
    return found[-1] if (found := nouns(operation.path)) else ()


def _senders(operation: Operation, api: Api) -> Iterable[_Sender]:
    query = {
        plain_name(one.name): (one.name, one.schema)
        for one in operation.parameters
        if one.location == "query" and not one.content_type
    }
    if operation.method != "POST":
        yield _Sender("query", query)
    if operation.method != "GET" and operation.request_body is not None:
        for media in operation.request_body.content:
            if media.schema is not None and is_json(media.name):
                fields = properties(media.schema, api).values()
                yield _Sender(
                    "body", {plain_name(one.name): (one.name, one.schema) for one in fields}
                )
                return


def _by_cursor(
    sender: _Sender, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]], api: Api
) -> Paging | None:
    cursors = [plain for plain in sender.fields if plain in _CURSORS]
    # A page or an offset that is a string is a cursor by another name, where nothing has its own.
    cursors += [
        plain
        for plain, (_, sent) in sender.fields.items()
        if plain in _POSITIONS - _CURSORS and _is_opaque(resolve(sent, api))
    ]
    for plain in cursors:
        name = sender.fields[plain][0]
        wanted = [
            f"next{plain}",
            *sorted(_NEXT, key=lambda one: (not one.startswith("next"), one != plain, one)),
        ]
        for path, schema in (body[one] for one in wanted if one in body):
            found = resolve(schema, api)
            if isinstance(found, StringSchema | IntegerSchema) and not _is_url(found):
                fields = (("cursor", name), ("next", path), ("more", _flag(body, api)))
                return Paging("cursor", items, item, _said(fields), sender.location)
    return None


def _by_header(
    operation: Operation, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]]
) -> Paging | None:
    """A cursor goes from header to header: from ``Next-Range`` to ``Range``, from ``X-Cursor`` to it."""
    for parameter in operation.parameters:
        if parameter.location != "header" or parameter.content_type:
            continue
        for plain in header_names(parameter.name):
            for wanted in (f"next{plain}", plain if plain in _CURSORS else ""):
                path = body.get(wanted, ("",))[0]
                if path.startswith(HEADER):
                    fields = (("cursor", parameter.name), ("next", path))
                    return Paging("cursor", items, item, fields, "header")
    return None


def _by_last_item(
    sender: _Sender, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]], api: Api
) -> Paging | None:
    """The next page begins behind the item whose id is sent; a flag says whether there is one."""
    after, more = sender.find(_AFTER_ITEM), _flag(body, api)
    if after is None or not more:
        return None
    key = properties(item, api).get("id")
    if key is None or not isinstance(resolve(key.schema, api), StringSchema | IntegerSchema):
        return None
    fields = (("cursor", after[0]), ("last", "id"), ("more", more))
    return Paging("cursor", items, item, fields, sender.location)


def _by_url(
    sender: _Sender, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]], api: Api
) -> Paging | None:
    """``next`` is where the next page is; some parameter still has to move through the list."""
    if not _moves(sender):
        return None
    for plain in _NEXT_URLS:
        if plain in body and _is_url(resolve(body[plain][1], api)):
            return Paging(
                "cursor", items, item, _said((("next", body[plain][0]), ("more", _flag(body, api))))
            )
    return None


def _by_offset(
    sender: _Sender, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]], api: Api
) -> Paging | None:
    offset = sender.find(_OFFSETS)
    limit = sender.name(_LIMITS)
    if offset is None or not limit or not _is_number(offset[1], api):
        return None
    total = _number(body, _TOTALS, api)
    fields = (("offset", offset[0]), ("limit", limit), ("total", total), ("more", _flag(body, api)))
    return Paging("offset", items, item, _said(fields), sender.location)


def _by_number(
    sender: _Sender, items: str, item: Schema, body: Mapping[str, tuple[str, Schema]], api: Api
) -> Paging | None:
    page = sender.find(_NUMBERS)
    if page is None or not _is_number(page[1], api):
        return None
    fields = _said(
        (
            ("size", sender.name(_LIMITS)),
            ("total", _number(body, _TOTALS, api)),
            ("pages", _number(body, _PAGE_COUNTS, api)),
            ("more", _flag(body, api)),
            ("next", _next_number(body, api)),
        )
    )
    # A lone `page` beside some array may be the page of a document.
    if items and not fields:
        return None
    first = _first_page(page[1], api)
    return Paging("number", items, item, (("page", page[0]), *fields), sender.location, first)


def _first_page(schema: Schema, api: Api) -> int:
    """The first page is 1, unless the default or the minimum says it is 0."""
    found = resolve(schema, api)
    if isinstance(found, IntegerSchema | NumberSchema):
        starts = (found.annotations.default, found.constraints.minimum)
        if starts[0] == 0 or (starts[0] != 1 and starts[1] == 0):
            return 0
    return 1


def _said(fields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(field for field in fields if field[1])


def _flag(body: Mapping[str, tuple[str, Schema]], api: Api) -> str:
    for plain, (path, schema) in body.items():
        if plain in _MORE and isinstance(resolve(schema, api), BooleanSchema):
            return path
    return ""


def _number(body: Mapping[str, tuple[str, Schema]], names: frozenset[str], api: Api) -> str:
    found = [plain for plain in body if plain in names and _is_number(body[plain][1], api)]
    # The plainest total is the last resort: `count` may count this page only.
    found.sort(key=lambda plain: (plain == "count", plain))
    return body[found[0]][0] if found and found[0] != "count" else ""


def _next_number(body: Mapping[str, tuple[str, Schema]], api: Api) -> str:
    """Return where the number of the next page is told; a header may be a text."""
    for plain in _NEXT_NUMBERS:
        path, schema = body.get(plain, ("", _NOTHING))
        if _is_number(schema, api) or (
            path.startswith(HEADER) and _is_opaque(resolve(schema, api))
        ):
            return path
    return ""


def _is_number(schema: Schema, api: Api) -> bool:
    return isinstance(resolve(schema, api), IntegerSchema | NumberSchema)


def _is_opaque(schema: Schema) -> bool:
    """Whether it is a text that could be anything: ``from`` may be a day."""
    return isinstance(schema, StringSchema) and schema.format not in {"date", "date-time"}


def _is_url(schema: Schema) -> bool:
    return isinstance(schema, StringSchema) and schema.format in {
        "uri",
        "url",
        "uri-reference",
        "iri",
    }
