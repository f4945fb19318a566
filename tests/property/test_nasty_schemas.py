"""Models of hard schemas take every valid value and give back every value; jsonschema-rs judges."""

from __future__ import annotations

import copy
import json
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from drawing import Drawer, UndrawableError
from model_factory import generate_models
from nasty_schemas import NASTY
from openapi_schemas import Schemas
from twin._runtime.decoding import Decoder
from twin._runtime.errors import DecodeError
from twin._runtime.schema_keywords import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DRAWS = 4
_CHANGED = 12  # members of a value
_LONGEST = 2000  # characters of a value that is drawn: recursive ones get long
_TRIED = 200
_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    1.5,
    2**70,
    "",
    "a",
    "2024-01-01T00:00:00Z",
    [],
    [1],
    {},
    {"a": 1},
)
# Their values are judged by what a discriminator says, or as a response has them.
_JUDGED_OTHERWISE = frozenset(("nested_discriminators", "two_views_in_a_circle", "undeclared_tags"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("nasty")
    sys.path.insert(0, str(path))
    yield path
    sys.path.remove(str(path))


@pytest.mark.parametrize("name", NASTY)
def test_values_are_given_back(name: str, folder: Path) -> None:
    holder = {"type": "object", "properties": {"value": {"$ref": "#/components/schemas/Subject"}}}
    schemas = {**NASTY[name], "Holder": {**holder, "required": ["value"]}}
    validator = jsonschema_rs.Draft202012Validator(
        {"$ref": "#/components/schemas/Subject", "components": {"schemas": schemas}}
    )
    generated = generate_models(schemas, folder).models.Holder
    decoder = Decoder(generated)
    seen = {True: 0, False: 0}
    values = list(_values(schemas))
    for value in values[:: 1 + len(values) // _TRIED]:
        data = {"value": value}
        text = json.dumps(data).encode()
        assert _same(decoder.from_json(text).to_dict(), data), value
        valid = validator.is_valid(value)
        seen[valid] += 1
        if valid:
            assert _same(generated.model_validate(data).to_dict(), data), value
            assert _same(json.loads(generated.model_validate_json(text).to_json()), data), value
        if name not in _JUDGED_OTHERWISE:
            assert _is_taken(decoder, text) == valid, value
    assert min(seen.values()) >= _DRAWS


def _values(schemas: dict[str, Any]) -> Iterator[Any]:
    """Yield drawn values, and each of them with one thing changed."""
    drawer = Drawer(Schemas({"openapi": "3.1.0", "components": {"schemas": schemas}}), "")
    yield from _ODD
    for salt in range(_DRAWS):
        for full in (False, True):
            try:
                value = drawer.draw("#/components/schemas/Subject", full=full, salt=salt)
            except UndrawableError:
                continue
            if len(json.dumps(value)) <= _LONGEST:
                yield value
                yield from _changed(value)


def _changed(value: Any) -> Iterator[Any]:
    for path in islice(_paths(value), _CHANGED):
        for odd in _ODD:
            yield _with(value, path, odd)
        if path and isinstance(path[-1], str):
            yield _without(value, path)
    if isinstance(value, dict):
        for name in ("a", "x-id", "z1", "kind", "b"):
            yield from ({**value, name: odd} for odd in _ODD)
    if isinstance(value, list):
        yield from ([*value, odd] for odd in _ODD)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    members = value.items() if isinstance(value, dict) else ()
    members = enumerate(value) if isinstance(value, list) else members
    for key, member in members:
        yield from _paths(member, (*path, key))


def _with(value: Any, path: tuple[Any, ...], member: Any) -> Any:
    changed = copy.deepcopy(value)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = member
    return changed


def _without(value: Any, path: tuple[Any, ...]) -> Any:
    changed = _with(value, path, None)
    place = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return changed


def _is_taken(decoder: Decoder, text: bytes) -> bool:
    try:
        decoder.from_json(text, strict=True)
    except DecodeError:
        return False
    return True


def _same(left: Any, right: Any) -> bool:
    return canonical(left) == canonical(right)
