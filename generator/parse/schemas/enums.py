"""``enum``, and the ``oneOf`` of constants that annotates the values of one."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from ...ir.schemas import ConstSchema, EnumSchema, UnionSchema
from ...ir.values import ABSENT
from ..context import shown, text
from .annotations import naming
from .keywords import ANNOTATING, is_null
from .scalars import NULL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...ir.schemas import Annotations, Schema
    from ...ir.values import Absent, JsonValue
    from .parser import SchemaParser
    from .site import Site


_SAID: Final = ANNOTATING | {"type", "enum"}


class Entry(NamedTuple):
    """One value of an enumeration with its name and description, empty where there is none."""

    value: Any
    name: str = ""
    description: str = ""


def is_scalar(value: object) -> bool:
    """Whether a lone enum value is a constant: a string, an integer or a boolean."""
    return isinstance(value, (str, int))


def convert_enum(parser: SchemaParser, site: Site) -> Schema:
    """Convert ``enum``; ``null`` among the values is a matter of the caller."""
    node = site.node
    if node.get("type") == "string" and _SAID.issuperset(node) and _are_texts(node["enum"]):
        return EnumSchema(tuple(node["enum"]), annotations=site.annotations)
    return _enumeration(site, _entries(parser, site), site.annotations)


def _are_texts(values: list[Any]) -> bool:
    """Say whether these are all texts, each of them once."""
    return set(map(type, values)) == {str} and len(set(values)) == len(values)


def convert_nullable_enum(parser: SchemaParser, site: Site) -> Schema:
    """Convert an ``enum`` that ``null`` belongs to: a union of the other values and null."""
    values = [value for value in site.node["enum"] if value is not None]
    bare = site._replace(annotations=naming(site.annotations))
    if len(values) == 1 and is_scalar(values[0]):
        member: Schema = ConstSchema(values[0])
    else:
        member = parser.hoist(f"{site.pointer}/enum", bare, convert_enum)
    return UnionSchema((member, NULL), "type", annotations=site.annotations)


def convert_constants(
    parser: SchemaParser, site: Site, key: Literal["oneOf", "anyOf"], nodes: Sequence[Any]
) -> Schema:
    """Convert a ``oneOf`` or ``anyOf`` of annotated constants, and perhaps null, to an enumeration."""
    entries = _distinct(
        Entry(constant(node), text(node, "title"), text(node, "description"))
        for node in nodes
        if not is_null(node)
    )
    if not any(is_null(node) for node in nodes):
        return _enumeration(site, entries, site.annotations)
    bare = site._replace(annotations=naming(site.annotations))
    convert = partial(_convert_entries, entries=entries)
    member = parser.hoist(f"{site.pointer}/{key}", bare, convert)
    return UnionSchema((member, NULL), key, annotations=site.annotations)


def _convert_entries(_: SchemaParser, site: Site, *, entries: list[Entry]) -> Schema:
    return _enumeration(site, entries, site.annotations)


def constant(node: object) -> JsonValue | Absent:
    """Return the only scalar value that a schema without composition accepts, if there is one."""
    if not isinstance(node, dict):
        return ABSENT
    if "const" in node:
        value = node["const"]
    else:
        enum = node.get("enum")
        if not isinstance(enum, list) or len(enum) != 1:
            return ABSENT
        value = enum[0]
    return value if is_scalar(value) else ABSENT


def _enumeration(site: Site, entries: list[Entry], annotations: Annotations) -> EnumSchema:
    names = tuple(entry.name for entry in entries)
    descriptions = tuple(entry.description for entry in entries)
    named = all(names) and len(set(names)) == len(names)
    return EnumSchema(
        tuple(entry.value for entry in entries),
        names if named else (),
        text(site.node, "format"),
        annotations,
        descriptions if any(descriptions) else (),
    )


def _entries(parser: SchemaParser, site: Site) -> list[Entry]:
    values = site.node["enum"]
    names = _parallel(site, len(values), "x-enum-varnames", "x-enumNames")
    descriptions = _parallel(site, len(values), "x-enum-descriptions", "x-enumDescriptions")
    entries = _distinct(
        Entry(value, name, description)
        for value, name, description in zip(values, names, descriptions, strict=True)
        if value is not None
    )
    _check_type(parser, site, entries)
    return entries


def _parallel(site: Site, length: int, *keys: str) -> list[str]:
    """Read the texts that go with the values one by one, or by value; empty ones if they do not fit."""
    for key in keys:
        found = site.node.get(key)
        if isinstance(found, list) and len(found) == length:
            return [item.strip() if isinstance(item, str) else "" for item in found]
        if isinstance(found, dict):
            return [text(found, str(value)) for value in site.node["enum"]]
    return [""] * length


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    """Drop repeated values; ``1``, ``true`` and ``"1"`` are three values."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        seen.setdefault(json.dumps(entry.value), entry)
    return list(seen.values())


_MATCHES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def _check_type(parser: SchemaParser, site: Site, entries: list[Entry]) -> None:
    declared = site.node.get("type")
    types = declared if isinstance(declared, list) else [declared]
    known = [_MATCHES[name] for name in types if isinstance(name, str) and name in _MATCHES]
    if not known:
        return
    allowed = tuple(kind for kinds in known for kind in kinds)
    strangers = [
        entry.value
        for entry in entries
        if not isinstance(entry.value, allowed)
        or (isinstance(entry.value, bool) and bool not in allowed)
    ]
    if strangers:
        parser.context.diagnostics.warn(
            "enum-contradicts-type",
            f"{site.pointer}/enum",
            f"`enum` has values that `type` forbids, such as {shown(strangers[0])}; the values are kept.",
            "Make `type` and the values agree (quote texts, unquote numbers).",
        )
