"""Values of a ``oneOf``: they fit one member only, by jsonschema-rs, wherever that can be."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from twin.mock._runtime.believable import agree
from twin.mock._runtime.samples import Sampler
from twin.mock._runtime.shaping import Shaper
from twin.server._runtime import Document


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


_TEXT = {"type": "string"}
_A, _B = _object("a", a=_TEXT), _object("a", a=_TEXT, b=_TEXT)
_CASES: dict[str, Any] = {
    "the second is part of the first": {"oneOf": [_object("a", "b", a=_TEXT, b=_TEXT), _A]},
    "an optional number tells": {"oneOf": [_object(a=_TEXT), _object(a={"type": "integer"})]},
    "deep inside": _object("x", x=_object("y", y=_object("z", z={"oneOf": [
        _object(a=_TEXT), _object(a={"type": "integer"})]}))),
    "in a list": {"type": "array", "minItems": 1, "items": {"oneOf": [
        _object("a", "b", a=_TEXT, b=_TEXT), _A]}},
    "left out if it may be": _object("id", id=_TEXT, same={"oneOf": [_A, _B]}),
    "named by an enumeration": {"discriminator": {"propertyName": "kind"}, "oneOf": [
        {"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
}  # fmt: skip
_PETS = {
    "Cat": _object("kind", kind={"enum": ["cat"]}, name=_TEXT),
    "Dog": _object("kind", kind={"enum": ["dog"]}, name=_TEXT),
}


def _document(schema: Any) -> Document:
    components = {"schemas": {**_PETS, "X": schema}}
    return Document({"openapi": "3.1.0", "components": components}, {"operations": []})


def _shaper(document: Document) -> Shaper:
    return Shaper(document, Sampler(document, 0))


@pytest.mark.parametrize("seed", [0, 1, 2])
@pytest.mark.parametrize("name", _CASES)
def test_one_member_takes_the_value(name: str, seed: int) -> None:
    document = _document(_CASES[name])
    value = Sampler(document, seed).sample("#/components/schemas/X")
    registry = jsonschema_rs.Registry([("urn:x", document.openapi)])
    judge = jsonschema_rs.Draft202012Validator(
        {"$ref": "urn:x#/components/schemas/X"}, registry=registry
    )
    assert judge.is_valid(value), value


def test_members_that_take_the_same_values_are_told_nevertheless() -> None:
    document = _document(_object("same", same={"oneOf": [_A, _A]}))
    value = Sampler(document, 0).sample("#/components/schemas/X")
    assert isinstance(value["same"]["a"], str)


def test_a_record_that_fits_two_members_is_told_as_one() -> None:
    document = _document({"oneOf": [_object("a", "b", a=_TEXT, b=_TEXT), _A]})
    told = _shaper(document).project({"a": "x", "b": "y"}, "#/components/schemas/X", 1)
    assert told == {"a": "x"}


def test_a_record_keeps_to_the_names_of_a_discriminator() -> None:
    kinds = {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}
    members = [{"$ref": pointer} for pointer in kinds.values()]
    discriminator = {"propertyName": "kind", "mapping": kinds}
    document = _document({"oneOf": members, "discriminator": discriminator})
    told = _shaper(document).project({"kind": "beacon"}, "#/components/schemas/X", 1)
    assert told["kind"] in kinds


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"createdAt": "2025-03-01T00:00:00Z", "updatedAt": "2025-02-01T00:00:00Z"},
            {"createdAt": "2025-02-01T00:00:00Z", "updatedAt": "2025-03-01T00:00:00Z"},
        ),
        ({"start_date": 20, "end_date": 10}, {"start_date": 10, "end_date": 20}),
        ({"comments": [1, 2], "commentsCount": 0}, {"comments": [1, 2], "commentsCount": 2}),
        ({"item_count": 9, "items": [1]}, {"item_count": 1, "items": [1]}),
        ({"created": "b", "updated": "a"}, {"created": "b", "updated": "a"}),
    ],
)
def test_the_fields_of_an_object_agree(given: dict[str, Any], expected: dict[str, Any]) -> None:
    agree(given, lambda _: True)
    assert given == expected
