"""Why an operation has no success in the loop: what is wrong with its document, where that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_schemas import Schemas

# What the client says of a value that several members of a oneOf take, and what the judge says of it:
# the judge begins with the whole value, and its text may be cut before it says what is wrong.
_AMBIGUOUS = re.compile(r"DecodeError: .*fits more than one of the alternatives|2\d\d: [\[{]")
_PLACE = re.compile(r" at (\[.*\])$")


def cause_of(
    operation: Mapping[str, Any],
    outcome: str,
    messages: Sequence[str],
    schemas: Schemas,
    *,
    is_alone: bool,
) -> str:
    """Return the fault of the document that an exception rests on; empty for one that may be ours.

    Args:
        messages: everything that was found, of all calls of the operation.
        schemas: the document.
        is_alone: whether no other operation has the same method and path, as a server sees it.
    """
    if not any(status[:1] in "23" or status == "default" for status in operation["responses"]):
        return "no success is declared"
    if not is_alone:
        return (
            "several operations have this path and method; a query or fragment is no part of a path"
        )
    if outcome == "undrawable":
        return "no value is valid under the schema of the request"
    if any("/" not in name for name in _media_types(operation["pointer"], schemas)):
        return "the media type of a response has no subtype"
    if messages and all(_AMBIGUOUS.match(one) for one in messages):
        places = sorted({found[1] for one in messages if (found := _PLACE.search(one))})
        where = f" at {places[0]}" if places else ""
        return f"members of a oneOf{where} of the response take the same values"
    return ""


def _media_types(pointer: str, schemas: Schemas) -> Iterator[str]:
    """Yield the media types of all responses as the document spells them."""
    where = schemas.resolve(pointer)
    for status in schemas.node(where).get("responses") or {}:
        response = schemas.node(schemas.resolve(f"{where}/responses/{status}"))
        yield from response.get("content") or {}
