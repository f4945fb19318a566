"""``nullable: true`` of documents that call themselves 3.1: null is taken all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_OTHER = {"type": "object", "properties": {"id": {"type": "string"}}}


@pytest.mark.parametrize(
    ("schema", "annotation", "value"),
    [
        ({"type": "string"}, "str | None", "a"),
        ({"type": "string", "enum": ["a", "b"]}, 'Annotated[Literal["a", "b"] | None, Open]', "a"),
        ({"type": ["integer", "null"]}, "int | None", 1),
        ({"type": "array", "items": {"type": "string"}}, "list[str] | None", ["a"]),
        ({"$ref": "#/components/schemas/Other"}, "Other | None", {"id": "a"}),
        (
            {"oneOf": [{"$ref": "#/components/schemas/Other"}, {"type": "integer"}]},
            "Other | int | None",
            {"id": "a"},
        ),
        ({"allOf": [{"$ref": "#/components/schemas/Other"}]}, "Other | None", {"id": "a"}),
    ],
)
def test_null_is_taken(
    build: Callable[..., Any], schema: dict[str, Any], annotation: str, value: Any
) -> None:
    thing = {
        "type": "object",
        "required": ["it"],
        "properties": {"it": {**schema, "nullable": True}, "plain": {**schema, "nullable": False}},
    }
    built = build({"Thing": thing, "Other": _OTHER})
    assert f"    it: {annotation}\n" in built.files["models/thing.py"]
    for given in (value, None):
        model = built.models.Thing.model_validate({"it": given})
        assert model.model_dump(by_alias=True, exclude_unset=True) == {"it": given}
    found = [one for one in built.diagnostics if one.code == "nullable"]
    assert [one.pointer for one in found] == ["#/components/schemas/Thing/properties/it"]


def test_components_too(build: Callable[..., Any]) -> None:
    union = {"oneOf": [{"$ref": "#/components/schemas/Other"}, {"type": "integer"}]}
    thing = {"type": "object", "properties": {"it": {"$ref": "#/components/schemas/Either"}}}
    built = build({"Thing": thing, "Other": _OTHER, "Either": {**union, "nullable": True}})
    assert built.models.Thing.model_validate({"it": None}).it is None


def test_beside_a_reference_it_makes_no_copy(build: Callable[..., Any]) -> None:
    said = {"allOf": [{"$ref": "#/components/schemas/Other"}, {"nullable": True}]}
    built = build({"Thing": {"type": "object", "properties": {"it": said}}, "Other": _OTHER})
    assert "    it: Other | None = None\n" in built.files["models/thing.py"]
    assert built.files["models/thing.py"].count("class ") == 1
