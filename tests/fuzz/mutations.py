"""Changes documents at random places: what people, converters and attackers do to them."""

from __future__ import annotations

import copy
import json
import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Parent = tuple[Any, Any]  # a container and a key or index into it

_DEEP = 150
_VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e400,
    10**30,
    "",
    " ",
    "text",
    "a\nb\x00\u2028'''\"\"\"\\",
    "{}",
    "#/components/schemas/Missing",
    "\ud83d\ude00",
    [],
    {},
    [None],
    [[]],
    {"": None},
    {"$ref": "#"},
    {"$ref": "#/components/schemas"},
    {"$ref": "#/paths"},
    {"$ref": "other.yaml#/x"},
    {"$ref": 5},
    {"type": "object", "properties": {"": {}, "a b": True, "class": False, "1": {"type": "null"}}},
    {"allOf": [{}, True, {"not": {}}]},
    {"oneOf": []},
    {"anyOf": [False]},
    {"enum": [None, 1, "1", 1.0, [], {}]},
    {"type": ["string", "null", "array", "nonsense"]},
    {"const": {"a": [1]}},
)
_NAMES = (
    "",
    " ",
    "class",
    "self",
    "None",
    "__init__",
    "model_config",
    "1st",
    "a-b",
    "a/b",
    "~0~1",
    "{x}",
    "../../etc",
    "import os",
    "naïve",
    "名前",
    "\u202e",
    "\x00",
    "x" * 300,
    "$ref",
    "type",
    "properties",
    "get",
    "default",
    "2XX",
    "999",
)


def mutated(document: dict[str, Any], seed: int) -> Any:
    """Return a changed copy; the same seed makes the same changes."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    result = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        parents = list(_parents(result))
        if not parents:
            break
        chance.choice(_MUTATIONS)(chance, parents)
    return result


def damaged(text: str, seed: int) -> str:
    """Return a text with something cut, doubled or put in."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    start = chance.randrange(len(text))
    end = start + chance.choice((1, 5, 50))
    put = chance.choice(("", "\t", "\x00", "{", "]", ":", "&a ", "*a", "<<: ", "\ufeff", "'", "- "))
    return text[:start] + put + text[end:]


def text_of(document: Any) -> str:
    """Return the JSON text of a mutated document."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "replace").decode()


def _parents(node: Any) -> list[Parent]:
    found: list[Parent] = []
    left = [node]
    while left:
        one = left.pop()
        if isinstance(one, dict | list):
            keys = list(one) if isinstance(one, dict) else range(len(one))
            for key in keys:
                found.append((one, key))
                left.append(one[key])
    return found


def _drop(chance: random.Random, parents: list[Parent]) -> None:
    parent, key = chance.choice(parents)
    del parent[key]


def _replace(chance: random.Random, parents: list[Parent]) -> None:
    parent, key = chance.choice(parents)
    parent[key] = copy.deepcopy(chance.choice(_VALUES))


def _swap(chance: random.Random, parents: list[Parent]) -> None:
    (one, key), (other, other_key) = chance.choice(parents), chance.choice(parents)
    value = copy.deepcopy(one[key])
    other[other_key] = value


def _retype(chance: random.Random, parents: list[Parent]) -> None:
    parent, key = chance.choice(parents)
    value = parent[key]
    parent[key] = chance.choice(([value], {"value": value}, str(value)[:100], {str(key): value}))


def _rename(chance: random.Random, parents: list[Parent]) -> None:
    named = [(parent, key) for parent, key in parents if isinstance(parent, dict)]
    if named:
        parent, key = chance.choice(named)
        name = chance.choice((*_NAMES, str(chance.choice(named)[1])))
        parent[name] = parent.pop(key)


def _add(chance: random.Random, parents: list[Parent]) -> None:
    named = [(parent, key) for parent, key in parents if isinstance(parent, dict)]
    if named:
        parent, _ = chance.choice(named)
        name = chance.choice((*_NAMES, str(chance.choice(named)[1])))
        parent[name] = copy.deepcopy(chance.choice(_VALUES))


def _nest(chance: random.Random, parents: list[Parent]) -> None:
    parent, key = chance.choice(parents)
    keyword = chance.choice(("items", "allOf", "oneOf", "not", "additionalProperties", "x"))
    value = parent[key]
    for _ in range(chance.choice((3, 30, _DEEP))):
        value = {keyword: [value] if keyword in {"allOf", "oneOf"} else value}
    parent[key] = value


def _refer(chance: random.Random, parents: list[Parent]) -> None:
    parent, key = chance.choice(parents)
    names = [str(name) for one, name in parents if isinstance(one, dict)]
    places = ("schemas", "parameters", "responses", "pathItems", "requestBodies")
    parent[key] = {"$ref": f"#/components/{chance.choice(places)}/{chance.choice(names)}"}


def _blank_text(chance: random.Random, parents: list[Parent]) -> None:
    texts = [(parent, key) for parent, key in parents if isinstance(parent[key], str)]
    if texts:
        parent, key = chance.choice(texts)
        parent[key] = chance.choice(_NAMES)


_MUTATIONS: tuple[Callable[[random.Random, list[Parent]], None], ...] = (
    _drop,
    _replace,
    _swap,
    _retype,
    _rename,
    _add,
    _nest,
    _refer,
    _blank_text,
)
