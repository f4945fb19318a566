"""Leaves out of schemas what nothing can read, so that all else in them still counts.

One keyword with a value of the wrong kind, such as ``type: int`` or ``minimum: "3"``, makes a validator refuse
the schema and all that refer to it. Such a keyword says nothing; those beside it do (JSON Schema 2020-12).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .grammar import FIELDS, MAPS

if TYPE_CHECKING:
    from collections.abc import Callable

_TYPES: Final = frozenset(("string", "integer", "number", "boolean", "null", "array", "object"))


def with_sound_schemas(root: dict[str, Any]) -> dict[str, Any]:
    """Return a 3.1 document whose schemas have no keyword with a value of a wrong kind."""
    found: dict[str, Any] = _sound(root, "openapi")
    return found


def _sound(node: Any, kind: str) -> Any:
    """Return an object of a kind, or a list of these; what does not change is shared."""
    if isinstance(node, list):
        items = [_sound(item, kind) for item in node]
        return items if any(a is not b for a, b in zip(items, node, strict=True)) else node
    if not isinstance(node, dict):
        return node
    if kind == "schema":
        node = _with_readable_keywords(node)
    entry, fields = MAPS.get(kind), FIELDS.get(kind, {})
    changed = {}
    for key, value in node.items():
        inner = entry or fields.get(key)
        if inner is not None and (new := _sound(value, inner)) is not value:
            changed[key] = new
    return {**node, **changed} if changed else node


def _with_readable_keywords(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("items"), list):
        schema = _with_tuple(schema)
    read = {key: _READERS[key](schema[key]) for key in schema.keys() & _READERS.keys()}
    if all(value is schema[key] and value is not None for key, value in read.items()):
        return schema
    found = {key: read.get(key, value) for key, value in schema.items()}
    return {key: value for key, value in found.items() if value is not None or key not in read}


def _with_tuple(schema: dict[str, Any]) -> dict[str, Any]:
    """Spell a list of ``items`` as JSON Schema does since 2020-12."""
    rest = {key: value for key, value in schema.items() if key not in ("items", "additionalItems")}
    items = {"items": schema["additionalItems"]} if "additionalItems" in schema else {}
    return {"prefixItems": schema["items"], **rest, **items}


# Readers return a value, or what of it can be read; None where nothing can.


def _type(value: Any) -> Any:
    if not isinstance(value, list):
        return value if isinstance(value, str) and value in _TYPES else None
    known = [name for name in value if isinstance(name, str) and name in _TYPES]
    return (value if len(known) == len(value) else known) or None


def _number(value: Any) -> Any:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _divisor(value: Any) -> Any:
    return value if _number(value) is not None and value > 0 else None


def _count(value: Any) -> Any:
    return value if _number(value) is not None and value >= 0 and value == int(value) else None


def _schema(value: Any) -> Any:
    return value if isinstance(value, dict | bool) else None


def _all_of(value: Any) -> Any:
    return _schema_list(value, instead=True)


def _one_of(value: Any) -> Any:
    return _schema_list(value, instead=False)


def _schema_list(value: Any, *, instead: bool) -> Any:
    """Return schemas, with one that changes nothing in the place of what is none: places are referred to."""
    if not isinstance(value, list) or all(_schema(one) is None for one in value):
        return None
    kept = [instead if _schema(one) is None else one for one in value]
    return kept if any(a is not b for a, b in zip(kept, value, strict=True)) else value


def _schema_map(value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    kept = {name: one for name, one in value.items() if isinstance(one, dict | bool)}
    return value if len(kept) == len(value) else kept


def _names(value: Any) -> Any:
    if not isinstance(value, list):
        return None
    kept = [one for one in value if isinstance(one, str)]
    return value if len(kept) == len(value) else kept


def _names_by_name(value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    read = {name: _names(names) for name, names in value.items()}
    if all(read[name] is names for name, names in value.items()):
        return value
    return {name: names for name, names in read.items() if names is not None}


def _of(kind: type) -> Callable[[Any], Any]:
    return lambda value: value if isinstance(value, kind) else None


_COUNTED: Final = ("Length", "Items", "Properties", "Contains")
_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "type": _type,
    "multipleOf": _divisor,
    "required": _names,
    "dependentRequired": _names_by_name,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _number),
    **dict.fromkeys((f"{end}{what}" for end in ("min", "max") for what in _COUNTED), _count),
    **dict.fromkeys(("allOf", "prefixItems"), _all_of),
    **dict.fromkeys(("anyOf", "oneOf"), _one_of),
    **dict.fromkeys(
        (key for key, kind in FIELDS["schema"].items() if kind == "schemas"), _schema_map
    ),
    **dict.fromkeys(
        (
            *("items", "contains", "additionalProperties", "propertyNames", "not", "if", "then"),
            *("else", "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
        ),
        _schema,
    ),
    **dict.fromkeys(("enum", "examples"), _of(list)),
    **dict.fromkeys(("readOnly", "writeOnly", "uniqueItems", "deprecated"), _of(bool)),
    **dict.fromkeys(("discriminator", "xml"), _of(dict)),
    **dict.fromkeys(("$ref", "pattern", "format", "contentEncoding", "contentMediaType"), _of(str)),
}
del _READERS["dependencies"]  # of names or schemas, in older drafts only
