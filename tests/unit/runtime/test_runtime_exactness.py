"""Decoding takes values as what they are: no text is a number, no number a boolean, 1 is not true."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import ValidationError
from twin._runtime.decoding import decoder_for
from twin._runtime.models import Model, Number, Open
from typing_extensions import TypeAliasType

Nested = TypeAliasType("Nested", "int | list[Nested]")


class Flag(Model):
    kind: Literal[True]
    on: bool = False


class Count(Model):
    kind: Literal[1]
    number: int = 0


class Holder(Model, extras=int):
    count: int = 0
    done: bool = False
    ratio: Number | None = None
    plain: float = 0.0
    constant: Literal[True] | Literal[1] | None = None
    level: Annotated[Literal[1, 2], Open] | None = None
    counts: list[int] | None = None
    by_name: dict[str, int | str] | None = None
    nested: Nested | None = None
    inner: Holder | None = None
    either: Flag | Count | None = None


def same(value: Any) -> str:
    """The JSON text tells ``1`` from ``true``; ``==`` does not."""
    return json.dumps(value)


@pytest.mark.parametrize(
    "data",
    [
        {"count": "1"},
        {"count": True},
        {"done": 1},
        {"done": "true"},
        {"ratio": "1.5"},
        {"ratio": True},
        {"plain": "1.5"},
        {"plain": 3},
        {"constant": 1},
        {"constant": True},
        {"level": True},
        {"level": 7},
        {"counts": ["1", True, 2]},
        {"by_name": {"a": "1", "b": 1, "c": True}},
        {"nested": ["1", [True, 2]]},
        {"inner": {"count": "1", "done": 1}},
        {"undeclared": "1"},
    ],
    ids=str,
)
def test_nothing_is_coerced(data: dict[str, Any]) -> None:
    read = decoder_for(Holder).from_json(json.dumps(data).encode())
    assert isinstance(read, Holder)
    assert same(read.to_dict()) == same(data)
    assert same(json.loads(read.to_json())) == same(data)


def test_what_is_no_integer_is_there_as_it_came() -> None:
    assert decoder_for(Holder).from_json(b'{"count": "1"}').count == "1"
    assert decoder_for(Holder).from_json(b'{"count": true}').count is True


@pytest.mark.parametrize(
    ("tp", "text"),
    [
        (int, '"1"'),
        (int, "true"),
        (bool, "1"),
        (list[int], '["1", true]'),
        (dict[str, bool], '{"a": 1}'),
        (int | bool, "true"),
        (int | bool, "1"),
        (Nested, "[[true]]"),
    ],
)
def test_types_without_a_class_are_exact(tp: Any, text: str) -> None:
    assert same(decoder_for(tp).from_json(text.encode())) == same(json.loads(text))


@pytest.mark.parametrize(("kind", "model"), [(True, Flag), (1, Count)])
def test_constants_of_one_and_true_stay_apart(kind: Any, model: type[Model]) -> None:
    read = decoder_for(Holder).from_python({"either": {"kind": kind}})
    assert type(read.either) is model
    broken = decoder_for(Holder).from_python({"either": {"kind": kind, "on": 3, "number": "x"}})
    assert type(broken.either) is model


@pytest.mark.parametrize("number", [1e20, 1.0, 2.0**70, 10**30])
def test_numbers_without_fraction_are_integers(number: float) -> None:
    assert Holder.model_validate({"count": number}).count == int(number)
    assert type(Holder.model_validate_json(json.dumps({"count": number})).count) is int


@pytest.mark.parametrize("value", ["1", True, 1.5, None])
def test_validation_refuses_what_is_no_integer(value: Any) -> None:
    with pytest.raises(ValidationError):
        Holder.model_validate({"count": value})


def test_a_schema_can_be_made_of_a_model() -> None:
    assert Holder.model_json_schema()["$defs"]["Holder"]["properties"]["counts"]["anyOf"]
