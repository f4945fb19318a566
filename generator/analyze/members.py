"""Properties of a record that stand one level down, such as the name in ``{"metadata": {"name": "web"}}``.

A place is told as ``metadata/name``, so what has a slash in its own name has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entities import fields_of, find_field, is_object, item_schema, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..ir.api import Api
    from ..ir.schemas import Property

_HOLDERS = frozenset(
    {"metadata", "meta", "attributes", "data", "header", "info", "summary", "sys"}
    | {"identity", "identifier", "identifiers"}
)
_ENDS = frozenset(
    {"", "reference", "ref", "identifier", "identity", "key", "info", "data", "metadata"}
)


def is_tellable(name: str) -> bool:
    """Whether a name can be a step of a place."""
    return "/" not in name and "~" not in name


def member_at(fields: Mapping[str, Property], place: str, api: Api) -> Property | None:
    """Return the property at a place, by the names as they are; ``None`` where none is declared."""
    holder, _, name = place.rpartition("/")
    if holder:
        fields = fields_of(fields[holder].schema, api) if holder in fields else {}
    return fields.get(name)


def inner_place(fields: Mapping[str, Property], noun: str, api: Api, *names: str) -> str:
    """Return the place of the first of some plain names inside a member that tells what a record is.

    Such a member is called so (``metadata``), or like the record itself: ``datasetReference`` of a
    ``dataset``. The ``id`` inside any other member would be that of something else.
    """
    holders = list(_holders(fields, noun, api))
    for wanted in names:
        for holder, inner in holders:
            name = find_field(inner, wanted)
            if name and is_tellable(name) and _is_plain_value(inner[name], api):
                return f"{holder}/{name}"
    return ""


def _holders(
    fields: Mapping[str, Property], noun: str, api: Api
) -> Iterator[tuple[str, Mapping[str, Property]]]:
    for name, item in fields.items():
        word = plain(name)
        is_own = bool(noun) and word.startswith(noun) and word.removeprefix(noun) in _ENDS
        if (is_own or word in _HOLDERS) and is_tellable(name) and is_object(item.schema, api):
            yield name, fields_of(item.schema, api)


def _is_plain_value(item: Property, api: Api) -> bool:
    return not is_object(item.schema, api) and item_schema(item.schema, api) is None
