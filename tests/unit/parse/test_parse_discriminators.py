"""Discriminator mappings, resolved to definitions."""

from __future__ import annotations

BASE = "#/components/schemas/"


def union(read_schemas, discriminator, **schemas):
    reading = read_schemas(
        Pet={
            "oneOf": [{"$ref": BASE + "Cat"}, {"$ref": BASE + "Dog"}],
            "discriminator": discriminator,
        },
        Cat={"properties": {"kind": {"type": "string"}}},
        Dog={"properties": {"kind": {"type": "string"}}},
        **schemas,
    )
    found = reading.schema("Pet").discriminator
    return reading, found and dict(found.mapping)


def test_implicit_mapping_is_by_component_name(read_schemas):
    _, mapping = union(read_schemas, {"propertyName": "kind"})
    assert mapping == {"Cat": BASE + "Cat", "Dog": BASE + "Dog"}


def test_explicit_mapping_by_reference_and_by_name(read_schemas):
    reading, mapping = union(
        read_schemas, {"propertyName": "kind", "mapping": {"c": BASE + "Cat", "d": "Dog"}}
    )
    assert mapping == {"c": BASE + "Cat", "d": BASE + "Dog"}
    assert reading.codes == []


def test_entries_without_target_are_left_out(read_schemas):
    reading, mapping = union(
        read_schemas,
        {"propertyName": "kind", "mapping": {"c": BASE + "Cat", "x": BASE + "X", "y": "Y", "z": 3}},
    )
    assert mapping == {"c": BASE + "Cat", "Dog": BASE + "Dog"}
    assert reading.codes == ["unresolvable-mapping"] * 3


def test_what_the_variant_says_of_the_property_counts(read_schemas):
    _, mapping = union(
        read_schemas,
        {"propertyName": "kind"},
        Base={"properties": {"kind": {"enum": ["dog", "puppy"]}}},
    )
    assert mapping == {"Cat": BASE + "Cat", "Dog": BASE + "Dog"}
    reading = read_schemas(
        Pet={
            "oneOf": [{"$ref": BASE + "Cat"}, {"properties": {"kind": {"const": "cow"}}}],
            "discriminator": {"propertyName": "kind"},
        },
        Cat={"allOf": [{"properties": {"kind": {"enum": ["cat", "kitten"]}}}]},
    )
    assert dict(reading.schema("Pet").discriminator.mapping) == {
        "cat": BASE + "Cat",
        "kitten": BASE + "Cat",
        "cow": BASE + "Pet/oneOf/1",
    }


def test_base_knows_those_that_extend_it(read_schemas):
    reading = read_schemas(
        Pet={"properties": {"kind": {}}, "discriminator": {"propertyName": "kind"}},
        Cat={"allOf": [{"$ref": BASE + "Pet"}, {"properties": {"purr": {}}}]},
        Lion={"allOf": [{"$ref": BASE + "Cat"}, {"properties": {"roar": {}}}]},
        Stone={"type": "object"},
    )
    found = reading.schema("Pet").discriminator
    assert found.property_name == "kind"
    assert dict(found.mapping) == {"Cat": BASE + "Cat", "Lion": BASE + "Lion"}


def test_nested_object_has_no_part_in_its_owners_family(read_schemas):
    reading = read_schemas(
        Pet={
            "properties": {"toy": {"properties": {"k": {}}, "discriminator": {"propertyName": "k"}}}
        },
        Cat={"allOf": [{"$ref": BASE + "Pet"}, {"properties": {"purr": {}}}]},
    )
    assert reading.schema(BASE + "Pet/properties/toy").discriminator.mapping == ()


def test_discriminator_without_property_is_reported(read_schemas):
    reading, mapping = union(read_schemas, {"mapping": {}})
    assert mapping is None
    assert reading.codes == ["invalid-discriminator"]


def test_variants_may_share_the_value_that_what_they_extend_says(read_schemas):
    message = {"properties": {"kind": {"const": "message"}}}
    reading = read_schemas(
        Message=message,
        Base={"properties": {"kind": {"enum": ["message", "call"]}}},
        Asked={"allOf": [{"$ref": BASE + "Message"}, {"properties": {"id": {}}}]},
        Answered=message,
        Other={"allOf": [{"$ref": BASE + "Base"}]},
        Any={
            "oneOf": [{"$ref": BASE + name} for name in ("Asked", "Answered", "Other")],
            "discriminator": {"propertyName": "kind"},
        },
    )
    assert reading.schema("Any").discriminator.mapping == (
        ("message", BASE + "Asked"),
        ("message", BASE + "Answered"),
        ("Other", BASE + "Other"),
    )
