"""Response Objects."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from ..ir.operations import Response
from ..source.pointers import escape
from .bodies import parse_content
from .context import text, words_at
from .parameters import parse_headers

if TYPE_CHECKING:
    from .bodies import KnownSchema
    from .context import Context, Node
    from .schemas import SchemaParser

_STATUS: Final = re.compile(r"[1-5](\d\d|XX)|default")
_PLAIN: Final = frozenset((*map(str, range(100, 600)), "default"))


def parse_responses(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Response, ...]:
    """Read ``responses``; the first success is named like the operation, the others by their status.

    Responses whose inline schemas are equal share one.
    """
    context = schemas.context
    found: dict[str, Response] = {}
    entries: list[tuple[str, str, object]] = [
        (status, str(key), entry)
        for key, entry in context.mapping(node, "responses", pointer).items()
        if (status := _status(context, str(key), pointer)) is not None
    ]
    primary = _primary(entries)
    known: list[KnownSchema] = []
    for status, key, entry in entries:
        place = f"{pointer}/responses/{escape(key)}"
        if status in found:
            context.diagnostics.warn(
                "duplicate-response",
                place,
                f"There are two responses for {status}; the first one counts.",
                "Remove one of the two.",
            )
            continue
        own = (*words, "response") if status == primary else (*words, "response", status)
        response = _response(schemas, entry, place, own, status, known)
        if response is not None:
            found[status] = response
    return tuple(found.values())


def _status(context: Context, key: str, pointer: str) -> str | None:
    if key in _PLAIN:
        return key
    if key.startswith("x-"):
        return None
    status = "default" if key.lower() == "default" else key.strip().upper()
    if _STATUS.fullmatch(status):
        return status
    context.diagnostics.warn(
        "invalid-status",
        f"{pointer}/responses/{escape(key)}",
        f"{key!r} is no HTTP status; the response is left out.",
        'Use a code such as "200", a range such as "4XX", or "default".',
    )
    return None


def _primary(entries: list[tuple[str, str, object]]) -> str:
    """Choose the response that needs no status in its name: the first success with content."""
    for status, _, entry in entries:
        if status[0] == "2" and isinstance(entry, dict) and entry.get("content"):
            return status
    return entries[0][0] if len(entries) == 1 else ""


def _response(
    schemas: SchemaParser,
    entry: object,
    pointer: str,
    words: tuple[str, ...],
    status: str,
    known: list[KnownSchema],
) -> Response | None:
    context = schemas.context
    response: Response | None = context.known("response", entry)
    if response is None:
        resolved = context.resolve(entry, pointer, "response")
        if resolved is None:
            return None
        node, place = resolved
        if place == pointer:
            return _parse(schemas, node, place, words, status, known)
        component = words_at(place, ())
        named = (*component, "response") if component else words
        make = partial(_parse, schemas, node, place, named, status, [])
        response = context.once("response", place, make)
    if response.status != status:
        make = partial(replace, response, status=status)
        response = context.once(f"response {status}", response.pointer, make)
    if isinstance(entry, dict) and (description := text(entry, "description")):
        response = replace(response, description=description)
    return response


def _parse(
    schemas: SchemaParser,
    node: Node,
    pointer: str,
    words: tuple[str, ...],
    status: str,
    known: list[KnownSchema],
) -> Response:
    return Response(
        status,
        parse_content(schemas, node, pointer, words, known),
        pointer,
        parse_headers(schemas, node, pointer, words),
        text(node, "description"),
    )
