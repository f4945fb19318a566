"""What a replaced record begins with: its old data, less what the request could have set and did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .schemas import accepts_null, merged, plain, property_pointer, writable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...server._runtime import Document
    from .behaviour import Resource
    from .shaping import Shaper


def cleared(
    document: Document,
    shaper: Shaper,
    resource: Resource,
    data: Mapping[str, Any],
    body: Mapping[str, Any],
    schema: str,
    kept: Collection[str],
) -> dict[str, Any]:
    """Return the data of a record with what a request leaves out back at its default.

    That is the declared default, else null, else nothing, else an empty list or object. Where the
    record has to have a value and none of these is one, the old value stays.

    Args:
        schema: the schema of the body; what it does not declare, or only for reading, stays.
        kept: properties that stay whatever the body declares.
    """
    chosen = shaper.variant(resource.schema, body, data)
    fields = shaper.fields(chosen)
    required = merged(document, document.schema(chosen)).get("required") or ()
    asked = {plain(name): name for name in writable(document, schema)} if schema else {}
    sent = {plain(name) for name in body}
    found = dict(data)
    for name, place in fields.items():
        word = plain(name)
        if word in sent:
            if isinstance(found.get(name), dict):
                del found[name]  # a new object takes its place, nothing is merged
        elif word in asked and name not in kept:
            declared = (property_pointer(document, schema, asked[word]), place)
            found.pop(name, None)
            found |= _default(document, declared, name, name in required, data)
    return found


def _default(
    document: Document,
    places: tuple[str, str],
    name: str,
    needed: bool,
    data: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the property as it is when nobody set it; empty where it is absent then."""
    valid = document.validator(places[1], "response").is_valid
    for place in places:
        schema = merged(document, document.schema(place))
        if "default" in schema and valid(schema["default"]):
            return {name: schema["default"]}
    if accepts_null(document, places[1]):
        return {name: None}
    if not needed:
        return {}
    empties: tuple[Any, ...] = ([], {})
    for empty in empties:
        if valid(empty):
            return {name: empty}
    return {name: data[name]} if name in data else {}
