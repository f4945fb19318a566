"""What kind of IR schema each kind of Schema Object becomes, and where it is defined."""

from __future__ import annotations

import pytest

from generator.ir.schemas import (
    PLAIN,
    Annotations,
    AnySchema,
    ArrayConstraints,
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    IntersectionSchema,
    NeverSchema,
    NullSchema,
    NumberSchema,
    NumericConstraints,
    ObjectSchema,
    Property,
    SchemaRef,
    StringConstraints,
    StringSchema,
    TupleSchema,
    UnionSchema,
)

BASE = "#/components/schemas/"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({}, AnySchema()),
        (True, AnySchema()),
        (False, NeverSchema()),
        ({"format": "date"}, AnySchema()),
        ({"type": "null"}, NullSchema()),
        ({"type": "boolean"}, BooleanSchema()),
        ({"type": "string", "format": "uuid"}, StringSchema(format="uuid")),
        ({"format": "binary"}, StringSchema(format="binary")),
        ({"minLength": 1}, StringSchema(constraints=StringConstraints(min_length=1))),
        (
            {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"},
            StringSchema(content_encoding="base64", content_media_type="image/png"),
        ),
        (
            {"type": "integer", "minimum": 0, "exclusiveMaximum": 10},
            IntegerSchema(constraints=NumericConstraints(minimum=0, exclusive_maximum=10)),
        ),
        ({"maximum": 1.5}, NumberSchema(constraints=NumericConstraints(maximum=1.5))),
        ({"const": None}, NullSchema()),
        ({"const": {"a": 1}}, ConstSchema({"a": 1})),
        ({"enum": ["a"]}, EnumSchema(("a",))),
        ({"enum": ["a", "a", "b"]}, EnumSchema(("a", "b"))),
        ({"enum": [1, True, "1"]}, EnumSchema((1, True, "1"))),
        ({"enum": [None]}, NullSchema()),
        ({"type": "boolean", "enum": [True, False]}, BooleanSchema()),
        ({"type": "boolean", "enum": [True]}, EnumSchema((True,))),
        ({"type": "array"}, ArraySchema(AnySchema())),
        (
            {"items": {"type": "string"}, "minItems": 1, "uniqueItems": True},
            ArraySchema(StringSchema(), ArrayConstraints(1, None, True)),
        ),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
            TupleSchema((StringSchema(), IntegerSchema()), NeverSchema()),
        ),
        (
            {"type": "array", "items": [{"type": "string"}], "additionalItems": True},
            TupleSchema((StringSchema(),), AnySchema()),
        ),
        ({"type": "object"}, ObjectSchema()),
        ({"required": ["a"]}, ObjectSchema(required_only=("a",), any_type=True)),
        (
            {
                "properties": {"a": True},
                "anyOf": [{"required": ["a"]}, {"required": ["b", "c"]}],
            },
            ObjectSchema(
                (Property("a", AnySchema()),),
                any_type=True,
                required_any=(("a",), ("b", "c")),
            ),
        ),
        (
            {"properties": {"a": True}, "oneOf": [{"required": ["a"]}, {"not": {}}]},
            ObjectSchema((Property("a", AnySchema()),), any_type=True),
        ),
        (
            {"additionalProperties": False},
            ObjectSchema(additional=NeverSchema(), explicit_additional=True, any_type=True),
        ),
        (
            {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ObjectSchema(additional=StringSchema(), explicit_additional=True, min_properties=1),
        ),
        (
            {"patternProperties": {"^x": {"type": "integer"}}, "propertyNames": {"maxLength": 3}},
            ObjectSchema(
                pattern_properties=(("^x", IntegerSchema()),),
                property_names=StringSchema(constraints=StringConstraints(max_length=3)),
                any_type=True,
            ),
        ),
        (
            {"type": ["string", "null"], "maxLength": 2},
            UnionSchema(
                (StringSchema(constraints=StringConstraints(max_length=2)), NullSchema()), "type"
            ),
        ),
        ({"type": ["string"]}, StringSchema()),
        ({"not": {"type": "string"}, "if": {}, "then": {}}, AnySchema()),
    ],
)
def test_kind(read_schemas, node, expected):
    reading = read_schemas(S=node)
    assert reading.schema("S") == expected
    assert reading.codes == []


def test_annotations(read_schemas):
    reading = read_schemas(
        S={
            "type": "string",
            "title": " Name ",
            "description": "\n What it is.\n",
            "default": None,
            "examples": ["a", "b"],
            "deprecated": True,
            "readOnly": True,
            "x-order": 1,
        },
        T={"type": "string", "example": "c"},
    )
    assert reading.schema("S").annotations == Annotations(
        "Name", "What it is.", None, ("a", "b"), True, True, False, {"x-order": 1}
    )
    assert reading.schema("T").annotations.examples == ("c",)


def test_plain_annotations_are_shared(read_schemas):
    assert read_schemas(S={"type": "string"}).schema("S").annotations is PLAIN


def test_properties(read_schemas):
    reading = read_schemas(
        Pet={
            "type": "object",
            "properties": {
                "id": {"type": "string", "readOnly": True},
                "owner": {"$ref": "#/components/schemas/Owner", "writeOnly": True},
                "tag": {"type": "string"},
            },
            "required": ["id", "kind"],
        },
        Owner={"type": "object"},
    )
    pet = reading.schema("Pet")
    assert [(item.name, item.required) for item in pet.properties] == [
        ("id", True),
        ("owner", False),
        ("tag", False),
    ]
    identifier, owner, tag = pet.properties
    assert identifier.annotations.read_only
    assert owner.annotations.write_only
    assert owner.schema == SchemaRef(BASE + "Owner", Annotations(write_only=True))
    assert tag.annotations is PLAIN
    assert pet.required_only == ("kind",)


def test_inline_schemas_are_defined_under_their_pointer(read_schemas):
    reading = read_schemas(
        Chat={
            "type": "object",
            "properties": {
                "usage": {"type": "object", "properties": {"unit": {"enum": ["a", "b"]}}},
                "choices": {"type": "array", "items": {"properties": {"n": {"type": "integer"}}}},
                "extra": {"additionalProperties": {"properties": {}}},
                "kind": {"enum": ["only"]},
            },
        }
    )
    chat = reading.schema("Chat")
    assert [item.schema for item in chat.properties] == [
        SchemaRef(BASE + "Chat/properties/usage"),
        ArraySchema(SchemaRef(BASE + "Chat/properties/choices/items")),
        SchemaRef(BASE + "Chat/properties/extra"),
        ConstSchema("only"),
    ]
    hints = [(found.hint.words, found.hint.provenance) for found in reading.api.schemas.values()]
    assert hints == [
        (("Chat",), "named"),
        (("Chat", "usage"), "derived"),
        (("Chat", "choices", "item"), "derived"),
        (("Chat", "extra"), "derived"),
        (("Chat", "usage", "unit"), "derived"),
        (("Chat", "extra", "value"), "derived"),
    ]
    owners = {found.owner for found in reading.api.schemas.values()}
    assert owners == {None, BASE + "Chat"}


def test_defs_are_defined_by_their_own_names(read_schemas):
    reading = read_schemas(
        Chat={
            "$defs": {"Part": {"type": "string"}},
            "properties": {"p": {"$ref": "#/components/schemas/Chat/$defs/Part"}},
        }
    )
    assert reading.schema(BASE + "Chat/$defs/Part") == StringSchema()
    assert reading.words(BASE + "Chat/$defs/Part") == ("Part",)


def test_reference_to_a_scalar_inside_another_schema(read_schemas):
    target = BASE + "Pet/properties/name"
    reading = read_schemas(
        A={"type": "array", "items": {"$ref": target}},
        Pet={"properties": {"name": {"type": "string", "minLength": 1}}},
    )
    assert reading.schema("A") == ArraySchema(SchemaRef(target))
    assert reading.schema(target) == StringSchema(constraints=StringConstraints(min_length=1))
    assert reading.words(target) == ("Pet", "name")
    assert reading.api.schemas[target].owner == BASE + "Pet"


def test_nullable_object_is_defined_beside_the_union(read_schemas):
    reading = read_schemas(
        Pet={
            "type": ["object", "null"],
            "description": "A pet.",
            "properties": {"name": {"type": "string"}},
        }
    )
    member = BASE + "Pet/type/0"
    union = reading.schema("Pet")
    assert union.variants == (SchemaRef(member), NullSchema())
    assert reading.schema(member).properties[0].name == "name"
    assert reading.schema(member).annotations == Annotations(description="A pet.")
    assert reading.words(member) == ("Pet",)


def test_nullable_unions_stay_inline(read_schemas):
    reading = read_schemas(
        A={
            "properties": {
                "b": {"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]},
                "c": {"type": ["string", "null"]},
            }
        },
        B={"type": "object"},
    )
    assert [item.schema for item in reading.schema("A").properties] == [
        UnionSchema((SchemaRef(BASE + "B"), NullSchema()), "anyOf"),
        UnionSchema((StringSchema(), NullSchema()), "type"),
    ]
    assert list(reading.api.schemas) == [BASE + "A", BASE + "B"]


def test_several_types_take_the_constraints_that_concern_them(read_schemas):
    reading = read_schemas(
        A={"properties": {"x": {"type": ["string", "array", "object"], "minLength": 1}}}
    )
    union = reading.schema(BASE + "A/properties/x")
    assert union == UnionSchema(
        (
            StringSchema(constraints=StringConstraints(min_length=1)),
            ArraySchema(AnySchema()),
            SchemaRef(BASE + "A/properties/x/type/2"),
        ),
        "type",
    )
    assert reading.words(BASE + "A/properties/x/type/2") == ("A", "x", "object")


def test_enum_with_null(read_schemas):
    reading = read_schemas(
        A={"properties": {"x": {"type": ["string", "null"], "enum": ["a", "b", None]}}}
    )
    place = BASE + "A/properties/x/enum"
    assert reading.schema("A").properties[0].schema == UnionSchema(
        (SchemaRef(place), NullSchema()), "type"
    )
    assert reading.schema(place) == EnumSchema(("a", "b"))
    assert reading.words(place) == ("A", "x")


def test_enum_names_and_descriptions(read_schemas):
    reading = read_schemas(
        A={"enum": [1, 2], "x-enum-varnames": ["ONE", "TWO"], "x-enum-descriptions": ["One.", ""]},
        B={"enum": [1, 2], "x-enumNames": ["ONE"]},
        C={"enum": ["a", "b"], "x-enumDescriptions": {"b": "Bee."}},
    )
    named = reading.schema("A")
    assert (named.names, named.descriptions) == (("ONE", "TWO"), ("One.", ""))
    assert reading.schema("B").names == ()
    assert reading.schema("C").descriptions == ("", "Bee.")


def test_union_of_annotated_constants_is_an_enumeration(read_schemas):
    reading = read_schemas(
        A={
            "type": "integer",
            "oneOf": [
                {"const": 1, "title": "ONE", "description": "First."},
                {"const": 2, "title": "TWO"},
            ],
        },
        B={"properties": {"x": {"oneOf": [{"const": "a"}, {"const": "b"}, {"type": "null"}]}}},
    )
    assert reading.schema("A") == EnumSchema((1, 2), ("ONE", "TWO"), descriptions=("First.", ""))
    place = BASE + "B/properties/x/oneOf"
    assert reading.schema("B").properties[0].schema.variants == (SchemaRef(place), NullSchema())
    assert reading.schema(place) == EnumSchema(("a", "b"))


def test_union_of_constants_and_others_is_a_union(read_schemas):
    reading = read_schemas(
        A={"properties": {"x": {"anyOf": [{"const": "a"}, {"const": "b"}, {"type": "integer"}]}}}
    )
    assert reading.schema(BASE + "A/properties/x").variants == (
        ConstSchema("a"),
        ConstSchema("b"),
        IntegerSchema(),
    )


def test_intersection_is_not_merged(read_schemas):
    reading = read_schemas(
        A={"type": "object", "properties": {"a": {"type": "string"}}},
        B={
            "type": "object",
            "description": "Both.",
            "allOf": [{"$ref": BASE + "A"}],
            "properties": {"b": {"type": "string"}},
        },
    )
    assert reading.schema("B") == IntersectionSchema(
        (SchemaRef(BASE + "A"), SchemaRef(BASE + "B/properties")),
        Annotations(description="Both."),
    )
    assert [item.name for item in reading.schema(BASE + "B/properties").properties] == ["b"]


def test_union_beside_properties_is_an_intersection(read_schemas):
    reading = read_schemas(
        A={"type": "object"},
        B={"type": "object"},
        C={
            "properties": {"kind": {"type": "string"}},
            "oneOf": [{"$ref": BASE + "A"}, {"$ref": BASE + "B"}],
        },
    )
    assert reading.schema("C").members == (
        SchemaRef(BASE + "C/properties"),
        SchemaRef(BASE + "C/oneOf"),
    )
    assert reading.schema(BASE + "C/oneOf").variants == (
        SchemaRef(BASE + "A"),
        SchemaRef(BASE + "B"),
    )


def test_variants_that_only_require_do_not_shape(read_schemas):
    reading = read_schemas(
        A={
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        }
    )
    assert [item.name for item in reading.schema("A").properties] == ["a", "b"]


def test_type_beside_a_union_concerns_its_members(read_schemas):
    reading = read_schemas(
        A={"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
    )
    assert reading.schema("A") == UnionSchema(
        (StringSchema(format="date"), StringSchema(format="date-time")), "anyOf"
    )


def test_reference_with_siblings(read_schemas):
    reading = read_schemas(
        A={"type": "object"},
        B={
            "properties": {
                "plain": {"$ref": BASE + "A", "description": "An A."},
                "narrow": {"$ref": BASE + "A", "required": ["x"]},
                "wrapped": {"allOf": [{"$ref": BASE + "A"}], "description": "An A."},
                "lone": {"oneOf": [{"$ref": BASE + "A"}]},
            }
        },
    )
    annotated = SchemaRef(BASE + "A", Annotations(description="An A."))
    plain, narrow, wrapped, lone = (item.schema for item in reading.schema("B").properties)
    assert plain == wrapped == annotated
    assert lone == SchemaRef(BASE + "A")
    assert reading.schema(narrow.id).members == (
        SchemaRef(BASE + "A"),
        SchemaRef(BASE + "B/properties/narrow/required"),
    )


def test_lone_inline_member_is_the_schema_itself(read_schemas):
    reading = read_schemas(
        A={"description": "An A.", "allOf": [{"properties": {"x": {"enum": ["a", "b"]}}}]}
    )
    schema = reading.schema("A")
    assert schema.annotations.description == "An A."
    place = BASE + "A/allOf/0/properties/x"
    assert schema.properties[0].schema == SchemaRef(place)
    assert reading.words(place) == ("A", "x")


def test_recursion(read_schemas):
    reading = read_schemas(
        Tree={"properties": {"children": {"type": "array", "items": {"$ref": BASE + "Tree"}}}}
    )
    assert reading.schema("Tree").properties[0].schema == ArraySchema(SchemaRef(BASE + "Tree"))
    assert reading.codes == []


def test_schemas_made_of_themselves_are_cut(read_schemas):
    reading = read_schemas(
        A={"$ref": BASE + "A"},
        B={"oneOf": [{"$ref": BASE + "C"}, {"type": "string"}]},
        C={"anyOf": [{"$ref": BASE + "B"}, {"type": "integer"}]},
    )
    assert reading.schema("A") == AnySchema()
    assert reading.schema("B").variants == (SchemaRef(BASE + "C"), StringSchema())
    assert reading.schema("C").variants == (IntegerSchema(),)
    assert reading.codes == ["schema-made-of-itself"] * 2
