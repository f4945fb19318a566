"""Values inside an object by their place: ``metadata/name``; names are escaped as in JSON pointers (RFC 6901)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .schemas import property_pointer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ...server._runtime import Document


@lru_cache(4096)
def steps(place: str) -> tuple[str, ...]:
    """Return the names that lead to a place."""
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in place.split("/"))


def value_at(data: Any, place: str) -> Any:
    """Return the value at a place; ``None`` where there is none."""
    for name in steps(place):
        data = data.get(name) if isinstance(data, dict) else None
    return data


def set_path(body: dict[str, Any], place: str, value: Any) -> None:
    """Put a value at a place of a body; the objects on the way are made, never changed."""
    *above, last = steps(place)
    for name in above:
        inner = body.get(name)
        body[name] = dict(inner) if isinstance(inner, dict) else {}
        body = body[name]
    body[last] = value


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object that has values at their places."""
    found: dict[str, Any] = {}
    for place, value in values.items():
        set_path(found, place, value)
    return found


def without(data: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Return an object without what is at a place; the objects on the way are copied."""
    first, *rest = steps(place)
    found = {name: value for name, value in data.items() if name != first}
    inner = data.get(first)
    if rest and first in data:
        found[first] = without(inner, "/".join(rest)) if isinstance(inner, dict) else inner
    return found


def with_members(
    data: dict[str, Any], before: Mapping[str, Any], places: Collection[str]
) -> dict[str, Any]:
    """Return an object with what was ``before`` at those of some places that are inside a member."""
    inside = [place for place in places if "/" in place]
    kept = {place: value_at(before, place) for place in inside}
    known = {place: value for place, value in kept.items() if value is not None}
    return merged_values(data, nested(known)) if known else data


def member_pointer(document: Document, pointer: str, place: str) -> str:
    """Return where the schema of what is at a place is, or nothing where it is not declared."""
    for name in steps(place):
        pointer = property_pointer(document, pointer, name) if pointer else ""
    return pointer


def completed(value: Any, sample: Any) -> Any:
    """Return a value in which objects have what they have in a sample of the same schema and lack here."""
    if isinstance(value, list) and isinstance(sample, list) and sample:
        return [completed(item, sample[0]) for item in value]
    if not (isinstance(value, dict) and isinstance(sample, dict)):
        return value
    own = {name: completed(item, sample.get(name)) for name, item in value.items()}
    return {**own, **{name: item for name, item in sample.items() if name not in own}}


def merged_values(old: Any, new: Any) -> Any:
    """Merge a patch into a value (RFC 7396, section 2)."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    found = dict(old)
    for name, value in new.items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = merged_values(found.get(name), value)
    return found
