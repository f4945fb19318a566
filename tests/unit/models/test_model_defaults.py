"""Defaults of fields: where the document says them, and what of it is a value of the type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = {"type": "string", "format": "date"}
INSTANT = {"type": "string", "format": "date-time"}
MODE = {"type": "string", "enum": ["slow", "fast"], "default": "fast"}
REF = {"$ref": "#/components/schemas/Mode"}


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        (REF, "fast"),
        ({**REF, "default": "slow"}, "slow"),
        ({"anyOf": [REF, {"type": "null"}], "default": "slow"}, "slow"),
        ({"anyOf": [{"type": "string", "default": "slow"}, {"type": "null"}]}, "slow"),
        ({"oneOf": [{"type": "null"}, REF]}, "fast"),
        ({"anyOf": [{"type": "string", "default": "slow"}, {"type": "integer"}]}, None),
        ({"allOf": [REF, {"description": "A mode.", "default": "slow"}]}, "slow"),
        ({**DAY, "default": "2024-02-29"}, date(2024, 2, 29)),
        ({**INSTANT, "default": "2024-02-29t10:00:00z"}, datetime(2024, 2, 29, 10, tzinfo=UTC)),
        ({"default": 5}, 5),
        ({"type": "number", "default": 1}, 1),
        ({"type": "boolean", "default": False}, False),
        ({"type": "string", "default": None}, None),
        ({"type": "array", "items": {}, "default": ["a"]}, None),
        ({"type": "object", "default": {}}, None),
    ],
)
def test_defaults(build: Callable[..., Any], schema: dict[str, Any], default: object) -> None:
    thing = {"type": "object", "properties": {"a": schema}}
    built = build({"Mode": MODE, "Thing": thing})
    read = built.models.Thing.model_validate({})
    assert read.a == default
    assert type(read.a) is type(default)
    assert read.to_dict() == {}
    assert not built.diagnostics.located(lambda _: None)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "default": "many"},
        {"type": "integer", "default": True},
        {"type": "boolean", "default": 1},
        {"type": "string", "default": ["a"]},
        {"type": "array", "items": {}, "default": "a"},
        {**DAY, "default": "2024-02-30"},
        {**INSTANT, "default": "today"},
        {**REF, "default": "idle"},
    ],
)
def test_a_default_of_another_type_is_left_out_with_a_note(
    build: Callable[..., Any], schema: dict[str, Any]
) -> None:
    built = build({"Mode": MODE, "Thing": {"type": "object", "properties": {"a/b": schema}}})
    assert built.models.Thing.model_validate({}).a_b is None
    (note,) = built.diagnostics.located(lambda _: None)
    assert note.code == "default-contradicts-type"
    assert note.pointer == "#/components/schemas/Thing/properties/a~1b"


def test_a_component_called_like_a_type_of_the_runtime(build: Callable[..., Any]) -> None:
    thing = {"type": "object", "properties": {"x": {"type": "number"}}}
    built = build({"Number": thing, "DateOf": thing})
    assert set(built.names.classes.values()) == {"NumberModel", "DateOfModel"}
    assert built.models.NumberModel.model_validate({"x": 1.5}).x == 1.5
