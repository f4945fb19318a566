"""Scalars that need no place are converted as those whose place is known, which components are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ir.schemas import ObjectSchema, SchemaRef

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES = ["string", "integer", "number", "boolean", "null"]
NODES = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from([*TYPES, "date", 1, None, []])
        | st.lists(st.sampled_from([*TYPES, "object", {}, []]), min_size=1, max_size=3),
        "format": st.sampled_from(["date", "int64", "", 3, None]),
        "title": st.sampled_from(["A title", " ", 7]),
        "description": st.sampled_from(["Text.", None]),
        "default": st.sampled_from([None, 1, [1]]),
        "example": st.sampled_from([None, "x"]),
        "examples": st.sampled_from([["x", 1], {"a": 1}, None]),
        "deprecated": st.sampled_from([True, "true", False, 1]),
        "readOnly": st.booleans(),
        "writeOnly": st.booleans(),
        "minimum": st.sampled_from([1, "1"]),
        "x-more": st.just({"a": 1}),
    },
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(NODES)
def test_a_property_is_what_a_component_is(
    read_schemas: Callable[..., Any], node: dict[str, Any]
) -> None:
    reading = read_schemas(Named=node, Outer={"type": "object", "properties": {"p": node}})
    outer = reading.schema("Outer")
    assert isinstance(outer, ObjectSchema)
    found = outer.properties[0].schema
    while isinstance(found, SchemaRef):  # Objects are defined under their own pointer.
        found = reading.schema(found.id)
    assert _without_places(found) == _without_places(reading.schema("Named"))


def _without_places(schema: object) -> str:
    return repr(schema).replace(
        "#/components/schemas/Outer/properties/p", "#/components/schemas/Named"
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a", "b"], ("a", "b")),
        (["a", "b", "a"], ("a", "b")),
        (["a", 1, True], ("a", 1, True)),
        (["1", 1], ("1", 1)),
    ],
)
@pytest.mark.parametrize("more", [{}, {"x-any": 1}])
def test_values_of_an_enum_are_distinct_whatever_else_it_says(
    read_schemas: Callable[..., Any], values: list[Any], expected: tuple[Any, ...], more: Any
) -> None:
    reading = read_schemas(A={"type": "string", "enum": values, "description": " D ", **more})
    schema = reading.schema("A")
    assert [(type(value), value) for value in schema.values] == [
        (type(value), value) for value in expected
    ]
    assert (schema.names, schema.descriptions, schema.format) == ((), (), "")
    assert schema.annotations.description == "D"
    assert bool(reading.codes) == any(type(value) is not str for value in values)
