"""The keywords of JSON Schema by what they do to the shape of a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ...source.pointers import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

Follow: TypeAlias = Callable[[str], object]
"""Returns what stands at a pointer of the document, ``None`` where there is nothing."""

COMPOSITION: Final = frozenset(("$ref", "allOf", "oneOf", "anyOf"))
"""Keywords that make a schema out of others."""

CHOSEN: Final = COMPOSITION | {"enum", "const", "$defs", "definitions"}
"""A schema of one type and none of these is converted by its type alone."""

BRANCHES: Final = frozenset(("then", "else", "dependentSchemas"))
"""Keywords whose schemas hold under a condition."""

ANNOTATING: Final = frozenset(
    (
        "title",
        "description",
        "default",
        "examples",
        "example",
        "deprecated",
        "readOnly",
        "writeOnly",
    )
)

OBJECT: Final = (
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
)
ARRAY: Final = ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")
STRING: Final = ("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType")
NUMBER: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")

SCALARS: Final = ("null", "boolean", "integer", "number", "string")
TYPES: Final = frozenset((*SCALARS, "array", "object"))


_STRUCTURES: Final = ("properties", "patternProperties", "propertyNames", "additionalProperties")
_LISTS: Final = ("enum", "required")
_SINGLE: Final = (*ARRAY, *STRING, *NUMBER)


def shaping_keyword(node: dict[str, Any], follow: Follow) -> str:
    """Return the first keyword beside a composition that shapes values, empty where there is none.

    Of properties under a condition it is the path to them.

    ``type`` alone does not, nor do bounds on the number of properties or a closed
    ``additionalProperties``: beside a composition they only repeat or restrict its members.
    """
    if "const" in node:
        return "const"
    for key in _STRUCTURES:
        if key in node and isinstance(node[key], dict) and node[key]:
            return key
    if not BRANCHES.isdisjoint(node) and (branch := next(branches(node, "", follow), None)):
        place = branch[0]
        # The branch itself may be referred to.
        return f"{place[1:]}/properties" if place.startswith("/") else "then"
    for key in _LISTS:
        if key in node and isinstance(node[key], list) and node[key]:
            return key
    for key in _SINGLE:
        if node.get(key) is not None:
            return key
    return ""


def branches(
    node: dict[str, Any], pointer: str, follow: Follow
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the schemas with properties that hold under a condition, also those within such schemas.

    A branch may leave it to others to say: to what it refers to, or the members of its ``allOf``.
    """
    waiting = [(pointer, node)]
    seen = {id(node)}
    while waiting:
        place, current = waiting.pop()
        inner = [(f"{place}/{key}", current.get(key)) for key in ("then", "else")]
        dependent = current.get("dependentSchemas")
        if isinstance(dependent, dict):
            inner.extend(
                (f"{place}/dependentSchemas/{escape(str(name))}", branch)
                for name, branch in dependent.items()
            )
        if current is not node:
            if isinstance(current.get("properties"), dict):
                yield place, current
            if isinstance(reference := current.get("$ref"), str):
                inner.append((reference, follow(reference)))
            if isinstance(parts := current.get("allOf"), list):
                inner.extend((f"{place}/allOf/{index}", part) for index, part in enumerate(parts))
        for where, one in reversed(inner):
            if isinstance(one, dict) and id(one) not in seen:
                seen.add(id(one))
                waiting.append((where, one))


def is_null(node: object) -> bool:
    """Whether a schema accepts ``null`` and nothing else."""
    if not isinstance(node, dict):
        return False
    if node.get("type") in ("null", ["null"]) or node.get("enum") == [None]:
        return True
    return "const" in node and node["const"] is None


def implied_type(node: dict[str, Any], follow: Follow) -> str:
    """Return the type that the keywords of a schema without ``type`` speak of, else an empty text.

    Strictly such a schema accepts every other type too; typed tools take it for this one.
    """
    if any(isinstance(node.get(key), (dict, bool)) for key in OBJECT if key != "required"):
        return "object"
    if not BRANCHES.isdisjoint(node) and next(branches(node, "", follow), None):
        return "object"
    if isinstance(node.get("required"), list) or "minProperties" in node or "maxProperties" in node:
        return "object"
    if isinstance(node.get("discriminator"), dict):
        return "object"
    if any(key in node for key in ARRAY):
        return "array"
    if any(key in node for key in STRING) or node.get("format") == "binary":
        return "string"
    if any(key in node for key in NUMBER):
        return "number"
    return ""
