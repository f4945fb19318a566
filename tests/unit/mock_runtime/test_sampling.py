"""Samples of schemas: valid by jsonschema-rs, the same for the same seed."""

from __future__ import annotations

import random
import re
from typing import Any

import jsonschema_rs
import pytest
from twin.mock._runtime.patterns import match_pattern
from twin.mock._runtime.samples import Sampler
from twin.server._runtime import Document

_CASES: dict[str, Any] = {
    "bounds": {"type": "integer", "minimum": 7, "exclusiveMaximum": 9},
    "steps": {"type": "number", "multipleOf": 0.25, "minimum": 3.1, "maximum": 3.4},
    "negative": {"type": "integer", "maximum": -5},
    "lengths": {"type": "string", "minLength": 50, "maxLength": 52},
    "pattern": {"type": "string", "pattern": "^[A-Z]{2}-\\d{4,6}(-x)?$"},
    "pattern with length": {"type": "string", "pattern": "^[a-z]+$", "minLength": 30},
    "bad example": {"type": "string", "format": "uuid", "example": "no uuid"},
    "bad inner example": {
        "type": "object",
        "required": ["a"],
        "properties": {"a": {"type": "integer", "example": "x"}},
    },
    "set": {
        "type": "array",
        "uniqueItems": True,
        "minItems": 4,
        "items": {"enum": [1, 2, 3, 4, 5]},
    },
    "tuple": {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "integer"}],
        "items": False,
        "minItems": 2,
    },
    "all of": {
        "allOf": [
            {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
            {
                "type": "object",
                "required": ["b"],
                "properties": {"b": {"minimum": 3, "type": "integer"}},
            },
        ]
    },
    "one of": {
        "oneOf": [
            {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}},
            {"type": "object", "required": ["b"], "properties": {"b": {"const": 2}}},
        ]
    },
    "map": {"type": "object", "minProperties": 2, "additionalProperties": {"type": "boolean"}},
    "required only": {
        "type": "object",
        "required": ["x"],
        "additionalProperties": {"type": "integer"},
    },
    "closed beside all of": {
        "additionalProperties": False,
        "properties": {"b": {"type": "string"}},
        "allOf": [{"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}],
    },
    "closed twice": {
        "allOf": [
            {"additionalProperties": False, "properties": {"a": {}, "b": {}}},
            {"additionalProperties": False, "properties": {"b": {}, "c": {}}, "required": ["b"]},
        ]
    },
    "null": {"type": ["string", "null"], "maxLength": 3},
    "type beside any of": {"type": "string", "anyOf": [{"type": "string"}, {"type": "null"}]},
    "recursive": {"$ref": "#/components/schemas/Node"},
    "discriminated": {"$ref": "#/components/schemas/Pet"},
    **{
        name: {"type": "string", "format": name}
        for name in [
            "date-time",
            "date",
            "time",
            "duration",
            "uuid",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "json-pointer",
            "relative-json-pointer",
            "regex",
        ]
    },
}
_COMPONENTS = {
    "Node": {
        "type": "object",
        "required": ["name", "children"],
        "properties": {
            "name": {"type": "string"},
            "next": {"$ref": "#/components/schemas/Node"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
        },
    },
    "Pet": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"c": "#/components/schemas/Cat"}},
    },
    "Cat": {
        "type": "object",
        "required": ["kind", "lives"],
        "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
    },
    "Dog": {
        "type": "object",
        "required": ["kind", "bark"],
        "properties": {"kind": {"type": "string"}, "bark": {"type": "string"}},
    },
}


def _document(schema: Any) -> Document:
    schemas = {**_COMPONENTS, "X": schema}
    return Document({"components": {"schemas": schemas}}, {"operations": []})


@pytest.mark.parametrize("name", _CASES)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_samples_are_valid(name: str, seed: int) -> None:
    document = _document(_CASES[name])
    sample = Sampler(document, seed).sample("#/components/schemas/X", "key")
    schema = {**document.openapi, **_CASES[name]}
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    validator.validate(sample)


def test_seeds_and_keys_tell_samples_apart() -> None:
    document = _document({"type": "string", "format": "uuid"})
    place = "#/components/schemas/X"
    first = Sampler(document, 1).sample(place, "a")
    assert first == Sampler(document, 1).sample(place, "a")
    assert first != Sampler(document, 1).sample(place, "b")
    assert first != Sampler(document, 2).sample(place, "a")


def test_the_document_is_quoted_before_anything_is_made_up() -> None:
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "string", "examples": ["shown"]},
            "b": {"type": "integer", "default": 42},
            "c": {"enum": ["first", "second"]},
            "d": {"anyOf": [{"type": "string"}, {"type": "null"}], "examples": ["text"]},
        },
    }
    sampler = Sampler(_document(schema))
    place = "#/components/schemas/X"
    assert sampler.sample(place) == {"a": "shown", "b": 42, "c": "first", "d": None}
    assert sampler.sample(place, rich=True)["d"] == "text"


def test_discriminators_name_the_schema() -> None:
    sample = Sampler(_document({"$ref": "#/components/schemas/Pet"})).sample(
        "#/components/schemas/X"
    )
    assert sample["kind"] == "c"


@pytest.mark.parametrize(
    "pattern",
    [
        "^[0-9a-f]{8}$",
        "^(foo|bar)-\\w+$",
        "^\\+?[1-9]\\d{1,14}$",
        "^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$",
        "^(?<year>\\d{4})-(0[1-9]|1[0-2])$",
        "^v\\d+(\\.\\d+)*$",
        "abc",
    ],
)
def test_patterns(pattern: str) -> None:
    python = pattern.replace("(?<year>", "(?P<year>")
    for seed in range(5):
        text = match_pattern(pattern, random.Random(seed))  # noqa: S311 - sample data
        assert text is not None
        assert re.search(python, text)
    assert match_pattern("(", random.Random(0)) is None  # noqa: S311 - sample data


def test_what_only_requests_show_is_not_sampled() -> None:
    schema = {
        "type": "object",
        "required": ["name", "secret"],
        "properties": {"name": {"const": "n"}, "secret": {"type": "string", "writeOnly": True}},
    }
    assert Sampler(Document({"s": schema}, {"operations": []})).sample("#/s") == {"name": "n"}


def test_an_ambiguous_value_is_better_than_a_wrong_one() -> None:
    member = {"type": "object", "properties": {"events": {"type": "array", "example": "none"}}}
    document = Document({"s": {"oneOf": [member, {"type": "object"}]}}, {"operations": []})
    made = Sampler(document).sample("#/s")
    assert not document.validator("#/s").violations(made)


def _usage(total: dict[str, Any], *parts: str) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 0}
    properties = {**dict.fromkeys(parts, number), "cached_tokens": number}
    properties["total_tokens"] = {**number, **total}
    required = [*parts, "total_tokens"]
    return {"type": "object", "required": required, "properties": properties}


@pytest.mark.parametrize(
    "parts", [("input_tokens", "output_tokens"), ("promptTokens", "completionTokens")]
)
def test_totals_are_sums(parts: tuple[str, str]) -> None:
    schemas = {"Usage": _usage({"example": 3}, *parts)}
    sampler = Sampler(Document({"components": {"schemas": schemas}}, {"operations": []}))
    for key in range(5):
        told = sampler.sample("#/components/schemas/Usage", key, rich=True)
        assert told["total_tokens"] == sum(told[name] for name in parts)


def test_a_total_stays_within_its_bounds() -> None:
    schemas = {"Usage": _usage({"maximum": 1}, "input_tokens", "output_tokens")}
    sampler = Sampler(Document({"components": {"schemas": schemas}}, {"operations": []}))
    assert sampler.sample("#/components/schemas/Usage", 1)["total_tokens"] <= 1


def test_something_is_made_where_nothing_is_valid() -> None:
    name = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    document = _document({"additionalProperties": False, "allOf": [name]})
    place = "#/components/schemas/X"
    sampler = Sampler(document)
    sample = sampler.sample(place, "key")
    assert not sampler.is_valid(sample, place)
    assert isinstance(sample["name"], str)
