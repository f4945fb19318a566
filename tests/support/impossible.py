"""Proves of a schema that no JSON value is valid under it.

What is not proven may still hold nothing: only rules that cannot err are used. Values are finite, so a
schema that requires itself holds none: nothing is taken for possible that is not built of what is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_schemas import TYPES, escape, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_schemas import Schemas, View

_MOST = 2_000  # schemas looked at; nothing is said of larger ones
_LENGTHS = {"uuid": 36, "date": 10}  # of all texts of a format, where they are alike
_BOUNDS = (
    ("minLength", "maxLength", {"string"}),
    ("minItems", "maxItems", {"array"}),
    ("minProperties", "maxProperties", {"object"}),
    ("minimum", "maximum", {"number", "integer"}),
)


def is_impossible(schemas: Schemas, pointer: str, view: View = "") -> bool:
    """Say whether a schema is proven to hold no value.

    ``view``: properties with this mark may be missing though required (OpenAPI 3.1, 4.8.24).
    """
    places = _reachable(schemas, pointer)
    if len(places) > _MOST:
        return False
    possible: set[str] = set()
    before = -1
    while len(possible) != before:
        before = len(possible)
        possible |= {one for one in places - possible if _is_possible(schemas, one, possible, view)}
    return pointer not in possible


def _reachable(schemas: Schemas, pointer: str) -> set[str]:
    found: set[str] = set()
    left = [pointer]
    while left and len(found) <= _MOST:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += _inner(schemas, one)
    return found


def _inner(schemas: Schemas, pointer: str) -> Iterator[str]:
    """Yield the schemas that decide with others whether one holds a value."""
    node = schemas.node(pointer)
    if not isinstance(node, dict):
        return
    if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/"):
        yield unquoted(node["$ref"])
    for keyword in ("allOf", "anyOf", "oneOf"):
        yield from (f"{pointer}/{keyword}/{at}" for at in range(len(node.get(keyword) or ())))
    for name in _properties(node):
        yield f"{pointer}/properties/{escape(name)}"
    if "items" in node:
        yield f"{pointer}/items"


def _is_possible(schemas: Schemas, pointer: str, possible: set[str], view: View) -> bool:
    node = schemas.node(pointer)
    if not isinstance(node, dict):
        return node is not False
    for keyword in ("anyOf", "oneOf"):
        members = node.get(keyword)
        places = {f"{pointer}/{keyword}/{at}" for at in range(len(members or ()))}
        own = _all_types(schemas, pointer)
        if isinstance(members, list) and not any(
            own & _all_types(schemas, one) for one in possible.intersection(places)
        ):
            return False
    together = _together(schemas, pointer)
    if not possible.issuperset(together[1:]):
        return False
    nodes = {part: one for part in together if isinstance(one := schemas.node(part), dict)}
    for one in nodes.values():
        listed = [one["const"]] if "const" in one else one.get("enum")
        if isinstance(listed, list) and not any(
            schemas.is_valid(value, pointer, view) for value in listed
        ):
            return False
    marked = _marked(schemas, nodes, view) if view else set()
    types = _all_types(schemas, pointer)
    return any(_is_possible_type(kind, schemas, nodes, possible, marked) for kind in types)


def _together(schemas: Schemas, pointer: str) -> list[str]:
    """Return a schema and all that hold together with it."""
    found = [pointer]
    for one in found:
        node = schemas.node(one)
        if isinstance(node, dict):
            inner = [f"{one}/allOf/{at}" for at in range(len(node.get("allOf") or ()))]
            if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/"):
                inner.append(unquoted(node["$ref"]))
            found += [part for part in inner if part not in found]
    return found


def _marked(schemas: Schemas, nodes: dict[str, dict[str, Any]], view: View) -> set[str]:
    """Return the properties that may be missing though required."""
    return {
        name
        for part, node in nodes.items()
        for name in _properties(node)
        for one in schemas.parts(f"{part}/properties/{escape(name)}")
        if isinstance(inner := schemas.node(one), dict) and inner.get(view) is True
    }


def _types(node: dict[str, Any]) -> set[str]:
    declared = node.get("type")
    named = {declared} if isinstance(declared, str) else declared
    if not isinstance(named, set | list) or not TYPES.issuperset(named):
        return set(TYPES)
    return set(named) | ({"integer"} if "number" in named else set())


def _is_possible_type(
    kind: str,
    schemas: Schemas,
    nodes: dict[str, dict[str, Any]],
    possible: set[str],
    marked: set[str],
) -> bool:
    for least, most, kinds in _BOUNDS:
        low = [one[least] for one in nodes.values() if _is_number(one.get(least))]
        high = [one[most] for one in nodes.values() if _is_number(one.get(most))]
        if kind in kinds and low and high and max(low) > min(high):
            return False
    if kind == "string" and any(_is_too_short(one) for one in nodes.values()):
        return False
    if kind == "object":
        return all(
            _is_possible_name(str(name), schemas, nodes, possible)
            for one in nodes.values()
            if isinstance(one.get("required"), list)
            for name in one["required"]
            if name not in marked
        )
    if kind == "array":
        needs = any(
            _is_number(one.get("minItems")) and one["minItems"] > 0 for one in nodes.values()
        )
        return not needs or all(
            f"{part}/items" in possible
            for part, one in nodes.items()
            if "items" in one and not one.get("prefixItems")
        )
    return True


def _is_too_short(node: dict[str, Any]) -> bool:
    """Say whether each text of a format is shorter or longer than it has to be."""
    length = _LENGTHS.get(str(node.get("format")))
    least, most = node.get("minLength", 0), node.get("maxLength", length)
    return length is not None and not least <= length <= most


def _is_possible_name(
    name: str, schemas: Schemas, nodes: dict[str, dict[str, Any]], possible: set[str]
) -> bool:
    """Say whether a required property may be there, as far as each schema declares or forbids it."""
    types = set(TYPES)
    for part, node in nodes.items():
        others = node.get("additionalProperties")
        if name in _properties(node):
            place = f"{part}/properties/{escape(name)}"
            if place not in possible:
                return False
            types &= _all_types(schemas, place)
        elif node.get("patternProperties"):
            continue
        elif others is False:
            return False
        elif isinstance(others, dict):
            types &= _all_types(schemas, f"{part}/additionalProperties")
    return bool(types)


def _all_types(schemas: Schemas, pointer: str) -> set[str]:
    types = set(TYPES)
    for part in _together(schemas, pointer):
        node = schemas.node(part)
        types &= _types(node) if isinstance(node, dict) else types
    return types


def _properties(node: dict[str, Any]) -> dict[str, Any]:
    declared = node.get("properties")
    return declared if isinstance(declared, dict) else {}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
