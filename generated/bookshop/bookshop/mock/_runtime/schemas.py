"""Looks into the schemas of the document by pointer, through references and combinations."""

from __future__ import annotations

import re
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING, Any

from ...server._runtime.document import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...server._runtime import Document

_LOWER = ("minimum", "minLength", "minItems", "exclusiveMinimum")
_UPPER = ("maximum", "maxLength", "maxItems", "exclusiveMaximum")
_TELLING = (
    "$ref",
    "allOf",
    "anyOf",
    "oneOf",
    "properties",
    "additionalProperties",
    "enum",
    "const",
)
_PLAIN = re.compile(r"[^0-9a-z]")


@lru_cache(8192)
def plain(name: str) -> str:
    """Return a name without its spelling: ``dataset_id`` and ``datasetId`` are one."""
    return _PLAIN.sub("", name.lower())


def pointer_views(document: Document, pointer: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the schema at ``pointer`` and those it refers to or is combined of, with their pointers."""
    found: list[tuple[str, dict[str, Any]]] | None = document.facts.get(("views", pointer))
    if found is None:
        found = document.facts["views", pointer] = list(_pointer_views(document, pointer))
    return found


def _pointer_views(document: Document, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    seen: set[int] = set()
    stack = [pointer]
    while stack:
        place = stack.pop()
        schema = document.schema(place)
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        yield place, schema
        inner: list[str] = []
        if isinstance(schema.get("$ref"), str):
            inner.append(schema["$ref"])
        for keyword in ("allOf", "oneOf", "anyOf"):
            for index, _ in enumerate(schema.get(keyword) or ()):
                inner.append(f"{place}/{keyword}/{index}")
        stack.extend(reversed(inner))


def property_pointer(document: Document, pointer: str, name: str) -> str:
    """Return the pointer of a property's schema, or nothing where it is not declared."""
    found: dict[str, str] | None = document.facts.get(("properties", pointer))
    if found is None:
        found = _properties(document, pointer, lambda _: True)
        document.facts["properties", pointer] = found
    return found.get(name, "")


def items_pointer(document: Document, pointer: str) -> str:
    """Return the pointer of the schema of an array's items, or nothing where it has none."""
    found: str | None = document.facts.get(("items", pointer))
    if found is None:
        views = pointer_views(document, pointer)
        rows = [(place, schema["items"]) for place, schema in views if "items" in schema]
        places = [place for place, items in rows if isinstance(items, dict)]
        telling = (place for place, items in rows if not _says_nothing(items))
        first = next(telling, places[0] if places else "")
        found = document.facts["items", pointer] = f"{first}/items" if first else ""
    return found


def declared(document: Document, pointer: str) -> dict[str, str]:
    """Return the properties of an object schema that responses show, with the pointers of their schemas."""
    return _properties(document, pointer, lambda inner: not is_write_only(document, inner))


def hidden(document: Document, pointer: str) -> frozenset[str]:
    """Return the properties of an object schema that no response shows."""
    return frozenset(
        name
        for _, schema in pointer_views(document, pointer)
        for name, inner in (schema.get("properties") or {}).items()
        if is_write_only(document, inner)
    )


def writable(document: Document, pointer: str) -> dict[str, str]:
    """Return the properties of an object schema that requests may set, with the pointers of theirs."""
    return _properties(document, pointer, lambda inner: not is_read_only(document, inner))


def _properties(document: Document, pointer: str, is_seen: Callable[[Any], bool]) -> dict[str, str]:
    """Return the properties that are seen: where several schemas declare one, the first that tells of it."""
    found: dict[str, str] = {}
    vague: set[str] = set()
    for place, schema in pointer_views(document, pointer):
        for name, inner in (schema.get("properties") or {}).items():
            if (name in found and name not in vague) or not is_seen(inner):
                continue
            if not _says_nothing(inner):
                vague.discard(name)
            elif name in found:
                continue
            else:
                vague.add(name)
            found[name] = f"{place}/properties/{escape(name)}"
    return found


def _says_nothing(schema: Any) -> bool:
    """Whether a schema leaves open what is in an object or a list, as a base may do for others."""
    if not isinstance(schema, dict):
        return True
    if "items" in schema and schema.get("type", "array") == "array":
        return _says_nothing(schema["items"])
    return schema.get("type", "object") in ("object", "array") and schema.keys().isdisjoint(
        _TELLING
    )


def variants(document: Document, pointer: str) -> list[str]:
    """Return the pointers of the schemas that a value is one of; none where there is no choice."""
    for place, schema in pointer_views(document, pointer):
        for keyword in ("oneOf", "anyOf"):
            members = schema.get(keyword)
            solid = [
                f"{place}/{keyword}/{index}"
                for index, member in enumerate(members if isinstance(members, list) else ())
                if not is_null(member)
            ]
            if len(solid) > 1:
                return solid
    return []


def is_null(schema: Any) -> bool:
    """Whether a schema takes ``null`` and nothing else."""
    return isinstance(schema, dict) and (
        schema.get("type") == "null"
        or schema.get("const", 0) is None
        or schema.get("enum") == [None]
    )


def is_write_only(document: Document, schema: Any) -> bool:
    """Whether no response shows a property (OpenAPI 3.0, Schema Object, ``writeOnly``)."""
    return _says(document, schema, "writeOnly")


def is_read_only(document: Document, schema: Any) -> bool:
    """Whether no request sets a property (OpenAPI 3.0, Schema Object, ``readOnly``)."""
    return _says(document, schema, "readOnly")


def _says(document: Document, schema: Any, keyword: str) -> bool:
    if not isinstance(schema, dict):
        return False
    if schema.get(keyword) is True or "$ref" not in schema:
        return schema.get(keyword) is True
    target = document.resolve(schema)
    return isinstance(target, dict) and target.get(keyword) is True


def definition(document: Document, pointer: str) -> int:
    """Return what tells two schemas apart: the identity of the innermost definition."""
    schema = document.schema(pointer)
    for _ in range(16):
        if not isinstance(schema, dict):
            break
        members = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf") or []
        solid = [item for item in members if item != {"type": "null"}]
        if isinstance(schema.get("$ref"), str):
            schema = document.schema(schema["$ref"])
        elif len(solid) == 1 and "properties" not in schema:
            schema = solid[0]
        else:
            break
    return id(schema)


def merged(document: Document, schema: Any) -> dict[str, Any]:
    """Return an object schema with the members of its ``allOf`` and references merged into it."""
    found: dict[str, Any] = {}
    views = list(_conjoined(document, schema, 0))
    for view in views:
        for keyword, value in view.items():
            known = found.get(keyword)
            if keyword == "properties" and isinstance(value, dict):
                found["properties"] = _all_properties(known or {}, value)
            elif keyword == "required":
                found["required"] = [*(known or []), *(value if isinstance(value, list) else [])]
            elif known is not None and keyword in _BOTH:
                found[keyword] = _BOTH[keyword](known, value)
            elif keyword in _LOWER and isinstance(known, (int, float)):
                found[keyword] = max(value, known)
            elif keyword in _UPPER and isinstance(known, (int, float)):
                found[keyword] = min(value, known)
            else:
                found.setdefault(keyword, value)
    if len(views) > 1 and "properties" in found:
        _close(found, views)
    return found


def _all_properties(known: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of two schemas; what both declare has to suit both."""
    both = {name: _both(known[name], more[name]) for name in known.keys() & more.keys()}
    return {**more, **known, **both}


def _close(found: dict[str, Any], views: list[dict[str, Any]]) -> None:
    """Rule out what one of several schemas refuses: ``additionalProperties`` sees its own ones only."""
    for view in views:
        if view.get("additionalProperties") is False and "patternProperties" not in view:
            own = view.get("properties") or {}
            found["additionalProperties"] = False
            found["properties"] = {
                name: inner if name in own else False for name, inner in found["properties"].items()
            }


def _shared(one: Any, other: Any) -> Any:
    """Return what both of two enumerations have."""
    both = isinstance(one, list) and isinstance(other, list)
    return [value for value in one if value in other] if both else one


def _common_multiple(one: Any, other: Any) -> Any:
    return lcm(one, other) if isinstance(one, int) and isinstance(other, int) else one


def _shared_types(one: Any, other: Any) -> list[str]:
    """Return the types that are in both of two; whole numbers are numbers."""
    ours, theirs = (_with_integer(names) for names in (one, other))
    return [name for name in ours if name in theirs]


def _with_integer(names: Any) -> list[str]:
    listed = [name for name in (names if isinstance(names, list) else [names]) if name]
    return [*listed, "integer"] if "number" in listed and "integer" not in listed else listed


def _both(one: Any, other: Any) -> Any:
    """Return a schema of what suits two."""
    if one is False or other is False:
        return False
    if one == other or not isinstance(other, dict):
        return one
    return {"allOf": [one, other]} if isinstance(one, dict) else other


_BOTH: dict[str, Callable[[Any, Any], Any]] = {
    "enum": _shared,
    "items": _both,
    "multipleOf": _common_multiple,
    "type": _shared_types,
}
"""How what two schemas say of a value at once is said by one of them."""


def _conjoined(document: Document, schema: Any, depth: int) -> Iterator[dict[str, Any]]:
    if not isinstance(schema, dict) or depth > 16:
        return
    yield {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    if isinstance(schema.get("$ref"), str):
        yield from _conjoined(document, document.schema(schema["$ref"]), depth + 1)
    for member in schema.get("allOf") or ():
        yield from _conjoined(document, member, depth + 1)


def accepts_null(document: Document, pointer: str) -> bool:
    """Whether ``null`` is valid at a schema."""
    return document.validator(pointer).is_valid(None)
