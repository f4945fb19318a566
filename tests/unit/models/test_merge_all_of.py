"""``allOf`` becomes one schema that accepts what all members accept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.ir.schemas import EnumSchema, IntersectionSchema, ObjectSchema, SchemaId, UnionSchema

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"type": "string"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def component(name: str) -> SchemaId:
    return SchemaId(f"#/components/schemas/{name}")


def shape(schema: Any) -> dict[str, bool]:
    assert isinstance(schema, ObjectSchema)
    return {item.name: item.required for item in schema.properties}


def test_members_pool_properties(lowered: Callable[..., Any]) -> None:
    child = {
        "allOf": [
            ref("Base"),
            {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
            {"required": ["id"]},
        ]
    }
    lowering, _, diagnostics = lowered({"Base": BASE, "Child": child})
    child_schema = lowering.schemas[component("Child")].schema
    assert shape(child_schema) == {"id": True, "kind": False, "name": True}
    assert shape(lowering.schemas[component("Base")].schema) == {"id": False, "kind": False}
    assert not list(diagnostics)


def test_no_intersection_is_left(lowered: Callable[..., Any]) -> None:
    left = {"allOf": [ref("Right"), BASE]}
    right = {
        "allOf": [ref("Left"), {"type": "object", "properties": {"more": {"type": "integer"}}}]
    }
    lowering, _, _ = lowered({"Left": left, "Right": right})
    assert not any(
        isinstance(found.schema, IntersectionSchema) for found in lowering.schemas.values()
    )
    assert "id" in shape(lowering.resolve(lowering.schemas[component("Left")].schema))


def test_enums_keep_common_values(lowered: Callable[..., Any]) -> None:
    schemas = {
        "All": {"type": "string", "enum": ["a", "b", "c"]},
        "Some": {"allOf": [ref("All"), {"enum": ["b", "c", "d"]}]},
    }
    lowering, _, _ = lowered(schemas)
    some = lowering.schemas[component("Some")].schema
    assert isinstance(some, EnumSchema)
    assert some.values == ("b", "c")


def test_a_union_is_merged_variant_by_variant(lowered: Callable[..., Any]) -> None:
    cat = {"type": "object", "properties": {"lives": {"type": "integer"}}}
    dog = {"type": "object", "properties": {"tricks": {"type": "integer"}}}
    pet = {"allOf": [BASE, {"oneOf": [ref("Cat"), ref("Dog")]}]}
    lowering, names, _ = lowered({"Cat": cat, "Dog": dog, "Pet": pet})
    union = lowering.schemas[component("Pet")].schema
    assert isinstance(union, UnionSchema)
    shapes = [set(shape(lowering.resolve(variant))) for variant in union.variants]
    assert shapes == [{"id", "kind", "lives"}, {"id", "kind", "tricks"}]
    assert {"Pet", "PetCat", "PetDog", "Cat", "Dog"} == set(names.classes.values())


def test_variants_that_only_require_change_nothing(lowered: Callable[..., Any]) -> None:
    thing = {**BASE, "anyOf": [{"required": ["id"]}, {"required": ["kind"]}]}
    lowering, _, _ = lowered({"Thing": thing})
    assert shape(lowering.resolve(lowering.schemas[component("Thing")].schema)) == {
        "id": False,
        "kind": False,
    }


def test_properties_of_both_are_met_in_depth(lowered: Callable[..., Any]) -> None:
    one = {"type": "object", "properties": {"inner": {"type": "object", "properties": {"a": {}}}}}
    two = {"type": "object", "properties": {"inner": {"type": "object", "properties": {"b": {}}}}}
    lowering, _, _ = lowered({"Both": {"allOf": [one, two]}})
    both = lowering.schemas[component("Both")].schema
    assert isinstance(both, ObjectSchema)
    assert set(shape(lowering.resolve(both.properties[0].schema))) == {"a", "b"}


def test_meeting_recursive_objects_ends(lowered: Callable[..., Any]) -> None:
    def node(name: str) -> dict[str, Any]:
        return {"type": "object", "properties": {"next": ref(name), name.lower(): {}}}

    schemas = {"A": node("A"), "B": node("B"), "Both": {"allOf": [ref("A"), ref("B")]}}
    lowering, _, _ = lowered(schemas)
    both = lowering.resolve(lowering.schemas[component("Both")].schema)
    inner = lowering.resolve(both.properties[0].schema)
    assert set(shape(inner)) == {"next", "a", "b"}
    assert lowering.resolve(inner.properties[0].schema) == inner


@pytest.mark.parametrize("kind", ["integer", "boolean", "array"])
def test_contradictions_are_reported_and_the_later_member_wins(
    lowered: Callable[..., Any], kind: str
) -> None:
    later = {"type": "object", "properties": {"id": {"type": kind}}}
    lowering, _, diagnostics = lowered({"Odd": {"allOf": [BASE, later]}})
    odd = lowering.schemas[component("Odd")].schema
    assert type(odd.properties[0].schema).__name__.lower().startswith(kind)
    assert [found.code for found in diagnostics] == ["contradictory-all-of"]


def test_a_contradiction_deep_inside_is_reported_where_all_of_is_written(
    lowered: Callable[..., Any],
) -> None:
    def rules(kind: str) -> dict[str, Any]:
        inner = {"type": "object", "properties": {"id": {"type": kind}}}
        return {"type": "object", "properties": {"rules": inner}}

    _, _, diagnostics = lowered({"Odd": {"allOf": [rules("string"), rules("integer")]}})
    assert [found.pointer for found in diagnostics] == [f"{component('Odd')}/allOf"]


def test_a_lone_reference_stays_one(lowered: Callable[..., Any]) -> None:
    holder = {
        "type": "object",
        "properties": {"base": {"allOf": [ref("Base")], "description": "The base."}},
    }
    _, names, _ = lowered({"Base": BASE, "Holder": holder})
    assert set(names.classes.values()) == {"Base", "Holder"}


def test_long_chains_do_not_exhaust_the_stack(lowered: Callable[..., Any]) -> None:
    count = 1500
    schemas: dict[str, Any] = {
        f"S{index}": {"allOf": [ref(f"S{index + 1}"), {"required": ["id"]}]}
        for index in range(count)
    }
    schemas[f"S{count}"] = BASE
    lowering, _, _ = lowered(schemas)
    assert shape(lowering.resolve(lowering.schemas[component("S0")].schema))["id"] is True


def test_a_lone_inline_member_gives_its_owner_the_name(lowered: Callable[..., Any]) -> None:
    selfish = {"$ref": "#/components/schemas/Selfish"}
    member = {"type": "object", "properties": {"a": {"type": "string"}}}
    _, names, _ = lowered({"Selfish": {"allOf": [selfish, member]}})
    assert dict(names.classes) == {"#/components/schemas/Selfish": "Selfish"}
    assert names.class_ids == {"#/components/schemas/Selfish"}
