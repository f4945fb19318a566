"""Words that a definition could be named by, from where it stands and what tells it apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...ir.schemas import PART, VARIANT
from ...ir.values import ABSENT
from ...source.pointers import from_keys, to_keys
from ..context import text
from .enums import constant
from .keywords import CHOSEN, SCALARS, is_null

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..context import Context
    from .site import Site

_STRUCTURE = frozenset(
    ("schema", "schemas", "parameters", "headers", "allOf", "oneOf", "anyOf", "type", "enum")
)
_RENAMED = {
    "items": "item",
    "prefixItems": "item",
    "itemSchema": "event",
    "additionalProperties": "value",
    "patternProperties": "value",
    "propertyNames": "name",
    "requestBody": "body",
    "responses": "response",
}


def words_of_pointer(context: Context, pointer: str) -> tuple[str, ...]:
    """Make words of the pointer alone, for a schema that only a reference leads to."""
    keys = to_keys(pointer)
    words: list[str] = []
    if keys[:1] == ("components",):
        words, keys = [*keys[2:3]], keys[3:]
    elif keys[:1] == ("paths",):
        place = from_keys(keys[:3])
        operation = context.follow(place)
        name = text(operation, "operationId") if isinstance(operation, dict) else ""
        name = name and context.function(name, keys[1], place)
        words, keys = ([name] if name else [*keys[2:3], *keys[1:2]]), keys[3:]
    rest = iter(keys)
    for key in rest:
        if key == "content":
            next(rest, None)  # the media type
        elif key == "properties":
            words.extend(name for name in (next(rest, ""),) if name)
        elif key in ("$defs", "definitions"):
            words = [next(rest, key)]
        elif key not in _STRUCTURE and not key.isdecimal():
            words.append(_RENAMED.get(key, key))
    return tuple(words) or ("schema",)


@dataclass(slots=True)
class _Outline:
    """What can tell a variant from its neighbours."""

    constants: dict[str, Any] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    properties: dict[str, None] = field(default_factory=dict)


def variant_words(
    context: Context, site: Site, nodes: Sequence[Any], word: str = VARIANT
) -> list[tuple[str, ...]]:
    """Find words for each member of a union (or intersection) of these schemas.

    In this order: the only one that is not ``null`` is called like the whole; a title, where all have
    one; the value of a property that is constant in it; a property that it alone requires or has; its
    type.
    """
    inline = [index for index, node in enumerate(nodes) if _needs_name(node)]
    words = [site.words] * len(nodes)
    if not inline or sum(not is_null(node) for node in nodes) == 1:
        return words
    if word == PART and len(inline) == 1:
        words[inline[0]] = (*site.words, word)
        return words
    outlines = [_outline(context, node) for node in nodes]
    titles = [text(nodes[index], "title") for index in inline]
    taken: dict[tuple[str, ...], int] = {}
    for index, title in zip(inline, titles, strict=True):
        label = title or _label(context, site, nodes[index], outlines, index)
        name = (*_whole(site), title) if all(titles) else (*site.words, word, label)
        taken[name] = taken.get(name, 0) + 1
        words[index] = name if taken[name] == 1 else (*name, str(taken[name]))
    return words


def _whole(site: Site) -> tuple[str, ...]:
    """Return the words that a title follows: none in a component that is nothing but the composition."""
    if site.owner is None:
        return site.words
    return () if site.owner == site.pointer else (to_keys(site.owner)[-1],)


def _needs_name(node: object) -> bool:
    """Whether something in this member may get a definition: it is neither a reference nor a scalar."""
    if not isinstance(node, dict) or "$ref" in node or is_null(node):
        return False
    return node.get("type") not in SCALARS or not CHOSEN.isdisjoint(node)


def _label(
    context: Context, site: Site, node: dict[str, Any], outlines: list[_Outline], index: int
) -> str:
    own = outlines[index]
    others = [outline for place, outline in enumerate(outlines) if place != index]
    discriminator = site.node.get("discriminator")
    names = list(own.constants)
    if isinstance(discriminator, dict) and (name := text(discriminator, "propertyName")) in names:
        names.insert(0, name)
    for name in names:
        value = own.constants[name]
        if value != "" and all(other.constants.get(name) != value for other in others):
            return str(value)
    foreign = {name for other in others for name in (*other.properties, *other.required)}
    for name in (*own.required, *own.properties):
        if name not in foreign:
            return name
    return _kind(context, node)


def _kind(context: Context, node: dict[str, Any]) -> str:
    declared = node.get("type")
    if "enum" in node:
        return "enum"
    if isinstance(declared, list):
        declared = next((name for name in declared if name != "null"), "")
    if isinstance(declared, str) and declared:
        return declared
    return "object" if "properties" in node or "required" in node else "value"


def _outline(context: Context, node: object) -> _Outline:
    """Look at a schema and what it refers to, not deeper than a few steps."""
    outline = _Outline()
    waiting = [(node, 0)]
    while waiting:
        current, depth = waiting.pop()
        if not isinstance(current, dict) or depth > 4:
            continue
        if isinstance(ref := current.get("$ref"), str):
            waiting.append((context.follow(ref), depth + 1))
        if isinstance(parts := current.get("allOf"), list):
            waiting.extend((part, depth + 1) for part in parts)
        if isinstance(required := current.get("required"), list):
            outline.required.extend(name for name in required if isinstance(name, str))
        if isinstance(properties := current.get("properties"), dict):
            outline.properties.update(dict.fromkeys(properties))
            for name, schema in properties.items():
                if (value := constant(schema)) is not ABSENT:
                    outline.constants.setdefault(name, value)
    return outline
