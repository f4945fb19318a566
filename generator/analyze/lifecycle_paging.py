"""How a list is paged and narrowed on the serving side: every field of the envelope that can be told.

A server has to fill more than a client reads (``total`` beside ``nextCursor``, ``page`` echoed), and
pages also where a client cannot, so this looks at the same names as :mod:`.pagination` more widely.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import dataclass
from ..ir.schemas import StringSchema
from .entities import escape, fields_of, is_object, is_scalar, plain, unescape
from .members import member_at
from .page_fields import HEADER
from .responses import json_body, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..ir.api import Api
    from ..ir.operations import Operation
    from ..ir.schemas import Property, Schema
    from .pagination import Paging


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARAMETERS = {
    "limit": _names(
        "limit pagesize perpage size maxresults maxitems count top first take pagelimit itemsperpage"
    ),
    "cursor": _names(
        "cursor after pagetoken nexttoken continuationtoken startingafter token marker nextcursor"
        " continue"
        " paginationtoken pagecursor bookmark scrollid iterator"
    ),
    "offset": _names("offset skip startindex startat start from"),
    "page": _names("page pagenumber pagenum pageindex currentpage p"),
}
_FIELDS = {
    "next": _names(
        "nextcursor nextpagetoken nexttoken continuationtoken endcursor cursor aftercursor pagetoken"
        " nextpagecursor paginationtoken after scrollid iterator continue"
    ),
    "done": _names("done isdone isfinal islast islastpage lastpagereached"),
    "more": _names("hasmore hasnextpage hasnext more hasmorepages hasmoreitems hasmoreresults"),
    "total": _names(
        "total totalcount totalitems totalresults totalelements totalrecords totalhits itemcount totalsize"
        " totalentries totalrows totalrecordcount totalnumber numfound"
    ),
    "count": _names("count size numberofelements resultcount"),
    "pages": _names("totalpages pagecount pages numpages lastpage numberofpages"),
    "page": _names("page pagenumber currentpage pageindex number"),
    "limit": _names("limit pagesize perpage itemsperpage"),
    "offset": _names("offset skip startindex start"),
    "previous": _names("previous prev prevcursor previouscursor previouspage prevpage"),
    "next_link": _names("next nextpage nextlink nexturl nexturi nexthref nextpageurl nextpageuri"),
    "self": _names("self selflink selfurl selfhref"),
    "first": _names("first firstpage firstlink firsturl firstpageurl firstpageuri"),
    "last": _names("last lastlink lasturl lastpageurl lastpageuri"),
}
_ENVELOPES = _names(
    "meta metadata pagination paging page pageinfo responsemetadata links cursors pager"
)
# What a client sends and reads, as `Paging.fields` calls it.
_PARAMETER_MEANINGS = {
    "cursor": "cursor",
    "offset": "offset",
    "page": "page",
    "limit": "limit",
    "size": "limit",
}
_FIELD_MEANINGS = {"next": "next", "more": "more", "total": "total", "pages": "pages"}
_NEVER_FILTERS = _names(
    "sort order orderby sortby sortorder direction expand fields include exclude embed q query search"
    " limit cursor offset page format locale language since until before after"
)
_LINK = "href"
_COMPARISONS = ("<", ">", "!")  # `date<=2025-01-01` is spelled by a parameter `date<`


@dataclass(frozen=True, slots=True)
class ListPaging:
    """Wire names: of the parameters that page (or properties of the body), and the envelope's fields as paths.

    ``headers`` are those of the answer that say what fields might.
    """

    parameters: tuple[tuple[str, str], ...]
    fields: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        told = {"parameters": dict(self.parameters), "fields": dict(self.fields)}
        return {**told, "headers": dict(self.headers)} if self.headers else told


def list_paging(operation: Operation, api: Api, pages: Paging | None = None) -> ListPaging | None:
    """Return what pages a list; ``None`` where neither request nor response tells of pages.

    ``pages`` is how a client pages it: what it reads and sends has to be told and understood.
    """
    asked = [one for one in operation.parameters if one.location == "query"]
    numbers = {plain(one.name) for one in asked if not _is_text(one.schema, api)}
    parameters = tuple(
        (meaning, name)
        for meaning, name in _matches(_PARAMETERS, {plain(one.name): one.name for one in asked})
        if meaning != "offset" or plain(name) in numbers  # else it may be who a message is from
    )
    media = json_body(operation)
    body = fields_of(media.schema, api) if media else {}
    fields = _matches(_FIELDS, _envelope(body, api))
    if pages is not None:
        inner = _beside(pages.items, body, api)
        known = _matches(_FIELDS, inner)
        parameters = () if pages.location == "body" else parameters
        parameters = _with(parameters, _PARAMETER_MEANINGS, pages)
        fields = _with(tuple({**dict(fields), **dict(known)}.items()), _FIELD_MEANINGS, pages)
    if not parameters and not fields:
        return None
    headers = tuple(
        (meaning, path.removeprefix(HEADER)) for meaning, path in fields if path.startswith(HEADER)
    )
    fields = tuple((meaning, path) for meaning, path in fields if not path.startswith(HEADER))
    return ListPaging(parameters, fields, headers)


def _is_text(schema: Schema, api: Api) -> bool:
    return isinstance(resolve(schema, api), StringSchema)


def list_filters(
    operation: Operation, paging: ListPaging | None, entity: Mapping[str, Property], api: Api
) -> tuple[tuple[str, str], ...]:
    """Return the query parameters that mean a property of the entity: parameter -> property."""
    used = {name for _, name in paging.parameters} if paging else set()
    by_plain = {plain(name): name for name, item in entity.items() if is_scalar(item.schema, api)}
    found: list[tuple[str, str]] = []
    for one in operation.parameters:
        if plain(one.name) == "labelselector" and (labels := _labels(entity, api)):
            found.append((one.name, labels))
            continue
        if one.location != "query" or one.name in used or plain(one.name) in _NEVER_FILTERS:
            continue
        if one.name.endswith(_COMPARISONS):
            continue
        name = "id" if one.name.lower() == "ids" else plain(one.name)
        target = by_plain.get(name) or by_plain.get(name.removesuffix("filter"))
        if target:
            found.append((one.name, target))
    return tuple(found)


def _labels(entity: Mapping[str, Property], api: Api) -> str:
    """Return where a record has its labels, which a selector picks it by."""
    own = entity.get("labels")
    if own is not None and not is_scalar(own.schema, api):
        return "labels"
    inside = member_at(entity, "metadata/labels", api)
    return "metadata/labels" if inside is not None else ""


def _envelope(body: Mapping[str, Property], api: Api) -> dict[str, str]:
    """Return the scalar fields of the body and of its paging object: plain name -> path."""
    found: dict[str, str] = {}
    for name, item in body.items():
        if is_scalar(item.schema, api):
            found.setdefault(plain(name), escape(name))
    for name, item in body.items():
        if plain(name) in _ENVELOPES and is_object(item.schema, api):
            for inner, one in fields_of(item.schema, api).items():
                if is_scalar(one.schema, api):
                    found.setdefault(plain(inner), f"{escape(name)}/{escape(inner)}")
                elif _is_link(one.schema, api):
                    found.setdefault(plain(inner), f"{escape(name)}/{escape(inner)}/{_LINK}")
                elif plain(inner) in _ENVELOPES or plain(inner) == "pages":
                    for deep, last in fields_of(one.schema, api).items():
                        if is_scalar(last.schema, api):
                            path = f"{escape(name)}/{escape(inner)}/{escape(deep)}"
                            found.setdefault(plain(deep), path)
    return found


def _is_link(schema: Schema, api: Api) -> bool:
    """Whether a schema is that of a link object (``{"href": "..."}``), as in HAL and JSON:API."""
    inner = fields_of(schema, api).get(_LINK)
    return inner is not None and is_scalar(inner.schema, api)


def _beside(items: str, body: Mapping[str, Property], api: Api) -> dict[str, str]:
    """Return the scalar fields beside a list inside an object: plain name -> path."""
    outer = items.rpartition("/")[0]
    holder = body.get(unescape(outer))
    if not outer or holder is None:
        return {}
    inner = fields_of(holder.schema, api)
    return {
        plain(name): f"{outer}/{escape(name)}"
        for name, one in inner.items()
        if is_scalar(one.schema, api)
    }


def _with(
    known: tuple[tuple[str, str], ...], meanings: Mapping[str, str], pages: Paging
) -> tuple[tuple[str, str], ...]:
    """Return meanings with those that a client goes by; its own come before what is only alike."""
    own = {meanings[name]: path for name, path in pages.fields if name in meanings}
    if "next" in own and "cursor" not in dict(pages.fields):  # it is a URL
        own["next_page" if pages.kind == "number" else "next_link"] = own.pop("next")
    taken = set(own.values())
    kept = {name: path for name, path in known if path not in taken}
    return tuple({**kept, **own}.items())


def _matches(
    wanted: Mapping[str, frozenset[str]], given: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    return tuple(_first_of_each(wanted, given))


def _first_of_each(
    wanted: Mapping[str, frozenset[str]], given: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    for meaning, names in wanted.items():
        name = next((given[one] for one in given if one in names), None)
        if name is not None:
            yield meaning, name
