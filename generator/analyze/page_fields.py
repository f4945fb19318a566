"""What an answer says of pages beside its items: fields of its body, and headers.

``X-Next-Page``, ``X-Total-Count``, ``x-ms-continuation`` say in headers what others say in the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..ir.schemas import BooleanSchema, IntegerSchema, ObjectSchema
from .responses import properties, resolve, successes
from .words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..ir.api import Api
    from ..ir.operations import Operation
    from ..ir.schemas import Property, Schema

HEADER: Final = "$response.header."
"""What begins a path that means a header of the response (OpenAPI 3.1, Runtime Expressions)."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DEEPEST_ENVELOPE = 2
_ENVELOPES = _names(
    "meta metadata pagination paging page pageinfo responsemetadata links cursors pager data next nextpage"
)
# Names without separators and in lower case. What is told in words of more than one meaning, such as
# `after` or `count`, may be about something else than pages.
_NEXT = _names(
    "next nextcursor nextpagetoken nexttoken nextpage nextpagecursor nextmarker nexturl nextlink"
    " nextpageurl nextpagelink nextcontinuationtoken continuationtoken continuation endcursor cursor"
)
_NUMBERS = _names(
    "total totalcount totalitems totalresults totalelements totalrecords totalhits totalpages pagecount"
    " pages numpages"
)
_MORE = _names("hasmore hasnextpage hasnext hasmorepages")
_NAMESPACES = frozenset(("paging", "pagination", "pager"))
_LONGEST_VENDOR: Final = 3


def answer_fields(
    operation: Operation, schema: Schema, items: str, api: Api
) -> dict[str, tuple[str, Schema]]:
    """Return what could tell of pages in an answer whose body has this schema: plain name -> path, schema.

    Fields of the body stand beside the items, at the top, or in an envelope (``meta``, ``paging``)
    there. What an envelope called ``next`` holds is also found under the joined name (``nextoffset``).
    """
    fields: dict[str, tuple[str, Schema]] = {}
    outer = items.rpartition("/")[0]
    if outer:
        container = properties(schema, api).get(outer.replace("~1", "/").replace("~0", "~"))
        if container is not None:
            _collect(container.schema, f"{outer}/", api, fields)
    _collect(schema, "", api, fields)
    _collect_headers(operation, fields)
    return fields


def _collect(
    schema: Schema, prefix: str, api: Api, fields: dict[str, tuple[str, Schema]], depth: int = 0
) -> None:
    envelopes: list[tuple[str, Property]] = []
    for name, field in properties(schema, api).items():
        plain = plain_name(name)
        if plain in _ENVELOPES and isinstance(resolve(field.schema, api), ObjectSchema):
            envelopes.append((name, field))
        else:
            fields.setdefault(plain, (prefix + escape(name), field.schema))
            if plain_name(prefix.rstrip("/").rpartition("/")[2]) in {"next", "nextpage"}:
                fields.setdefault(f"next{plain}", (prefix + escape(name), field.schema))
    if depth < _DEEPEST_ENVELOPE:
        for name, field in envelopes:
            _collect(field.schema, f"{prefix}{escape(name)}/", api, fields, depth + 1)


def _collect_headers(operation: Operation, fields: dict[str, tuple[str, Schema]]) -> None:
    """Add headers; what is a number or a flag by its name is so, though its schema says that it is a text."""
    for response in successes(operation):
        for header in response.headers:
            path = HEADER + header.name
            for plain in header_names(header.name):
                if plain in _NEXT or plain.startswith("next"):
                    fields.setdefault(plain, (path, header.schema))
                elif plain in _NUMBERS:
                    fields.setdefault(plain, (path, IntegerSchema()))
                elif plain in _MORE:
                    fields.setdefault(plain, (path, BooleanSchema()))


def header_names(name: str) -> Iterator[str]:
    """Yield what a header may be called in short: without ``X``, and without whose it is."""
    words = split_words(name)
    if words[:1] == ("x",):
        words = words[1:]
    yield "".join(words)
    if words and (words[0] in _NAMESPACES or len(words[0]) <= _LONGEST_VENDOR):
        yield "".join(words[1:])


def plain_name(name: str) -> str:
    """Return a name in lower case without separators."""
    return "".join(split_words(name))


def escape(name: str) -> str:
    """Return a name as a step of a path (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
