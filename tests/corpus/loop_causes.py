"""Why an operation has no success in the loop: what is wrong with its document, where that is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drawing import Drawer, UndrawableError
from impossible import is_impossible
from loop_arguments import is_without_parts
from openapi_schemas import MANY, Schemas, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# What the client says of a value that several members of a oneOf take, and what the judge says of it.
_AMBIGUOUS = re.compile(
    rf"DecodeError: .*fits more than one of the alternatives|2\d\d: {re.escape(MANY)}"
)
# What client, judge and mock say of a body that is not as declared.
_NOT_AS_DECLARED = re.compile(r"DecodeError: |2\d\d: |status 500: .* does not match its own schema")
UNDRAWABLE = "no valid value for "
"""What the loop says of a schema, by its pointer, that it found no value for."""
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
        messages: everything that was found, of all calls of the operation; where nothing could be
            called, which schema has no value (``UNDRAWABLE`` and its pointer).
        schemas: the document.
        is_alone: whether no other operation has the same method and path, as a server sees it.
    """
    if not any(status[:1] in "23" or status == "default" for status in operation["responses"]):
        return "no success is declared"
    if not is_alone:
        return (
            "several operations have this path and method; a query or fragment is no part of a path"
        )
    if "{" in operation["path"].partition("?")[2]:
        return "a parameter of the path stands behind `?`; a query is no part of a path"
    if outcome == "undrawable":
        return _why_undrawable(messages, schemas)
    if any("/" not in name for name in _media_types(operation["pointer"], schemas)):
        return "the media type of a response has no subtype"
    if messages and all(_NOT_AS_DECLARED.match(one) for one in messages):
        bodies = successes(operation["pointer"], schemas)
        if any(is_impossible(schemas, one, "writeOnly") for one in bodies):
            return "no value is valid under the schema of the response"
    if messages and all(map(is_ambiguous, messages)):
        places = sorted({found[1] for one in messages if (found := _PLACE.search(one))})
        where = f" at {places[0]}" if places else ""
        return f"members of a oneOf{where} of the response take the same values"
    return ""


def is_ambiguous(message: str) -> bool:
    """Say whether a message is of an answer whose values fit several members of a ``oneOf``."""
    return bool(_AMBIGUOUS.match(message))


def _why_undrawable(messages: Sequence[str], schemas: Schemas) -> str:
    pointer = messages[-1].removeprefix(UNDRAWABLE) if messages else ""
    if is_without_parts(pointer, schemas):
        if "/content/multipart~1" in pointer:
            return "a multipart body has parts, and its schema demands a single value"
        return "a form has names and values, and its schema demands something else"
    try:
        if is_impossible(schemas, pointer, "readOnly"):
            return "no value is valid under the schema of the request"
        lenient = Drawer(Schemas(_with_any_of(schemas.document)))
        value = lenient.draw(pointer.replace("/oneOf/", "/anyOf/"))
    except (KeyError, UndrawableError):
        return ""
    if not schemas.is_valid(value, pointer, "readOnly"):
        return "the values of the request fit several members of a oneOf"
    if value in ("", [], {}, None):
        return "a required parameter is empty, which no URL can tell from a missing one"
    return ""


def _with_any_of(node: Any) -> Any:
    """Return a document in which a value may fit several members of a union."""
    if isinstance(node, list):
        return [_with_any_of(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {
        "anyOf" if key == "oneOf" and isinstance(value, list) else key: _with_any_of(value)
        for key, value in node.items()
    }


def successes(pointer: str, schemas: Schemas) -> Iterator[str]:
    """Yield the schemas of all bodies that a success may have."""
    where = schemas.resolve(pointer)
    for status in schemas.node(where).get("responses") or {}:
        response = schemas.dereference(f"{where}/responses/{status}")
        for name, media in (schemas.node(response).get("content") or {}).items():
            if (status.startswith("2") or status == "default") and "schema" in (media or {}):
                yield f"{response}/content/{escape(name)}/schema"


def _media_types(pointer: str, schemas: Schemas) -> Iterator[str]:
    """Yield the media types of all responses as the document spells them."""
    where = schemas.resolve(pointer)
    for status in schemas.node(where).get("responses") or {}:
        response = schemas.node(schemas.dereference(f"{where}/responses/{status}"))
        yield from response.get("content") or {}
