"""How schemas read in the generated code, place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.ir.schemas import SchemaId
from generator.targets.python.annotations import Place, annotate, runtime_expression
from generator.targets.python.imports import Imports
from generator.targets.python.types import DATE, FLOAT, NONE, STR, Generated, ListOf, union

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        ({}, "Any"),
        ({"type": "string"}, "str"),
        ({"type": "string", "format": "uuid"}, "str"),
        ({"type": "string", "format": "byte"}, "str"),
        ({"type": "string", "format": "date-time"}, "DateTime"),
        ({"type": "string", "format": "date"}, "Date"),
        ({"type": "integer", "format": "int64"}, "int"),
        ({"type": "number"}, "Number"),
        ({"type": ["string", "null"]}, "str | None"),
        ({"type": ["string", "integer"]}, "str | int"),
        ({"type": "null"}, "None"),
        ({"const": "a"}, 'Literal["a"]'),
        ({"const": 1.5}, "Number"),
        ({"enum": [1, 2]}, "Annotated[Literal[1, 2], Open]"),
        ({"enum": ["a", "b"]}, 'Annotated[Literal["a", "b"], Open]'),
        ({"enum": ["a", "b", None]}, 'Annotated[Literal["a", "b"] | None, Open]'),
        ({"enum": [1.5, 2]}, "Number"),
        ({"enum": [{"a": 1}, [2]]}, "Any"),
        ({"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}, 'Literal["a", "b"] | str'),
        ({"type": "array"}, "list[Any]"),
        (
            {"type": "array", "items": {"enum": ["a", "b"]}},
            'list[Annotated[Literal["a", "b"], Open]]',
        ),
        ({"type": "object"}, "dict[str, Any]"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, int]"),
        ({"type": "object", "additionalProperties": False}, "dict[str, Any]"),
        (
            {"type": "object", "patternProperties": {"^x": {"type": "integer"}}},
            'Annotated[dict[str, int], NamedBy("^x")]',
        ),
        (
            {"patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": False},
            "dict[str, int]",
        ),
        (
            {"patternProperties": {"^x": {"type": "integer"}, "y": {}}},
            "dict[str, Any]",
        ),
        (
            {
                "prefixItems": [{"type": "string"}, {"type": "integer"}],
                "items": False,
                "minItems": 2,
            },
            "tuple[str, int]",
        ),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
            "list[str | int]",
        ),
        ({"prefixItems": [{"type": "string"}]}, "list[Any]"),
        ({"$ref": "#/components/schemas/Other"}, "Other"),
        ({"anyOf": [{"$ref": "#/components/schemas/Other"}, {"type": "null"}]}, "Other | None"),
    ],
)
def test_fields(
    field_types: Callable[..., dict[str, str]], schema: dict[str, Any], annotation: str
) -> None:
    other = {"type": "object", "properties": {"id": {"type": "string"}}}
    assert field_types({"value": schema}, Other=other)["value"] == annotation


THING = {
    "type": "object",
    "properties": {
        "at": {"type": "string", "format": "date-time"},
        "kind": {"enum": ["a", "b"]},
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
    },
}
ITEM = {"type": "object", "properties": {"id": {"type": "string"}}}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place.RESULT, ["datetime", 'Literal["a", "b"]', "builtins.list[models.Item]"]),
        (
            Place.INPUT,
            ["datetime | str", 'Literal["a", "b"]', "Sequence[models.Item | params.ItemParam]"],
        ),
        (Place.PARAM, ["datetime | str", 'Literal["a", "b"]', "Sequence[models.Item | ItemParam]"]),
    ],
)
def test_places(lowered: Callable[..., Any], place: Place, expected: list[str]) -> None:
    body = {"$ref": "#/components/schemas/Thing"}
    lowering, names, _ = lowered({"Thing": THING, "Item": ITEM}, body)
    imports = Imports(depth=1)
    fields = lowering.fields(SchemaId("#/components/schemas/Thing"))
    shadowed = frozenset({"list"})
    written = [annotate(field.type, place, names, imports, shadowed=shadowed) for field in fields]
    assert written == expected
    assert not imports.runtime_lines


def test_runtime_expressions_import_what_they_need(lowered: Callable[..., Any]) -> None:
    lowering, names, _ = lowered({"Thing": THING, "Item": ITEM})
    imports = Imports(depth=1)
    key = SchemaId("#/components/schemas/Thing")
    assert runtime_expression(Generated(key), names, imports) == "models.Thing"
    texts = [runtime_expression(field.type, names, imports) for field in lowering.fields(key)]
    assert texts == ["DateTime", 'Annotated[Literal["a", "b"], Open]', "list[models.Item]"]
    assert imports.runtime_lines == (
        "from typing import Annotated, Literal",
        "",
        "from .. import models",
        "from .._runtime.models import DateTime, Open",
    )


def test_runtime_expressions_have_no_annotated_or_none(lowered: Callable[..., Any]) -> None:
    _, names, _ = lowered({"Thing": THING})
    texts = [
        runtime_expression(kind, names, Imports(depth=1))
        for kind in (union(DATE, NONE), ListOf(union(FLOAT, NONE)), union(STR, NONE))
    ]
    assert texts == ["Union[Date, None]", "list[Union[Number, None]]", "str | None"]


def test_a_mapped_variant_has_the_value_as_its_type(lowered: Callable[..., Any]) -> None:
    def pet() -> dict[str, Any]:
        return {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]}

    union = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "kitten": "Cat"}},
    }
    lowering, names, _ = lowered({"Cat": pet(), "Dog": pet(), "Pet": union})

    def kind(name: str) -> str:
        field = lowering.fields(SchemaId(f"#/components/schemas/{name}"))[0]
        return annotate(field.type, Place.RESULT, names, Imports(depth=1))

    assert kind("Cat") == 'Literal["cat", "kitten"]'
    assert kind("Dog") == "str"
