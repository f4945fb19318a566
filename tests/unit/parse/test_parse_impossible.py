"""Schemas that no value fits, or none that is ever complete, are told of and made as they are declared."""

from __future__ import annotations

import pytest

BASE = "#/components/schemas/"


def ref(name):
    return {"$ref": BASE + name}


def thing(*required, **properties):
    return {"type": "object", "properties": properties, "required": list(required)}


CLOSED = {**thing("x", x={"type": "string"}), "additionalProperties": False}
OPEN = thing("y", y={"type": "string"})


@pytest.mark.parametrize(
    "node",
    [
        {"allOf": [ref("Closed"), OPEN]},
        {"allOf": [ref("Open"), CLOSED]},
        {"allOf": [ref("Closed")], **OPEN},
        {"allOf": [{"allOf": [ref("Closed")]}, OPEN]},
        {"allOf": [ref("Open")], "additionalProperties": False},
        {"allOf": [ref("Closed"), {"required": ["y"]}]},
        {"$ref": BASE + "Closed", "allOf": [OPEN]},
    ],
)
def test_a_closed_member_that_does_not_declare_what_another_demands(read_schemas, node):
    reading = read_schemas(Closed=CLOSED, Open=OPEN, A=node)
    told = [(one.code, one.pointer) for one in reading.diagnostics]
    assert told == [("closed-all-of", BASE + "A")]


@pytest.mark.parametrize(
    "node",
    [
        {"allOf": [ref("Closed"), thing(y={"type": "string"})]},
        {"allOf": [ref("Closed"), thing("x", x={"minLength": 1})]},
        {"allOf": [{**CLOSED, "patternProperties": {"^y$": {}}}, OPEN]},
        {"allOf": [ref("Open"), thing("y")], "unevaluatedProperties": False},
        {"allOf": [ref("A"), ref("Open")]},
    ],
)
def test_closed_members_that_admit_something(read_schemas, node):
    reading = read_schemas(Closed=CLOSED, Open=OPEN, A=node)
    assert "closed-all-of" not in reading.codes


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": thing("a", a=ref("A"))},
        {"A": thing("b", b=ref("B")), "B": thing("a", a=ref("A"))},
        {"A": thing("b", b=thing("a", a=ref("A")))},
        {"A": thing("b", b={"oneOf": [ref("A"), ref("B")]}), "B": thing("a", a=ref("A"))},
        {"A": thing("b", b={"type": "array", "items": ref("A"), "minItems": 1})},
        {"A": {"allOf": [ref("B"), OPEN]}, "B": thing("a", a=ref("A"))},
        {"A": {"type": "array", "items": ref("A"), "minItems": 1}},
        {"A": {"type": "array", "prefixItems": [ref("A")], "minItems": 1}},
    ],
)
def test_a_schema_that_demands_itself(read_schemas, schemas):
    reading = read_schemas(First=thing("a", a=ref("A")), **schemas)
    told = [(one.code, one.pointer) for one in reading.diagnostics]
    assert told == [("endless-schema", BASE + "A")]


@pytest.mark.parametrize(
    "schema",
    [
        thing(a=ref("A")),
        thing("a", a={"oneOf": [ref("A"), {"type": "null"}]}),
        thing("a", a={"oneOf": [ref("A"), {"type": "string"}]}),
        thing("a", a={"type": "array", "items": ref("A")}),
        thing("a", a={"type": "object", "additionalProperties": ref("A")}),
        thing("b", b=thing(a=ref("A"))),
        {"type": "array", "prefixItems": [ref("A")]},
    ],
)
def test_a_schema_that_may_contain_itself(read_schemas, schema):
    assert read_schemas(A=schema).codes == []
