"""One probe for each keyword of JSON Schema (draft 2020-12) and OpenAPI: what a model makes of it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class Probe(NamedTuple):
    """A schema in which ``keyword`` decides, with values that it accepts and refuses.

    ``note`` tells what the keyword becomes where that does not follow from the table.
    """

    keyword: str
    schema: dict[str, Any]
    valid: tuple[Any, ...]
    invalid: tuple[Any, ...] = ()
    note: str = ""


_TEXT: Final[dict[str, Any]] = {"type": "string"}
_A: Final = {"type": "object", "properties": {"a": _TEXT}, "required": ["a"]}
_B: Final = {"type": "object", "properties": {"b": _TEXT}, "required": ["b"]}
_ONLY_A: Final = {"type": "object", "properties": {"a": _TEXT}}
_PATTERNED: Final = {
    "type": "object",
    "patternProperties": {"^x": _TEXT},
    "additionalProperties": False,
}

PROBES: Final = (
    Probe("type", {"type": "integer"}, (1, 2**70), ("a", None, [])),
    Probe("type (several)", {"type": ["integer", "array"]}, (1, ["a"]), (None, {})),
    Probe("enum", {"enum": ["a", "b"]}, ("a",), ("c",), "open: other texts are kept as they come"),
    Probe("const", {"const": "a"}, ("a",), ("b",)),
    Probe("multipleOf", {"type": "number", "multipleOf": 0.5}, (1.5,), (1.2,)),
    Probe("maximum", {"type": "number", "maximum": 3}, (3,), (4,)),
    Probe("exclusiveMaximum", {"type": "number", "exclusiveMaximum": 3}, (2,), (3,)),
    Probe("minimum", {"type": "number", "minimum": 3}, (3,), (2,)),
    Probe("exclusiveMinimum", {"type": "number", "exclusiveMinimum": 3}, (4,), (3,)),
    Probe("maxLength", {"type": "string", "maxLength": 2}, ("ab",), ("abc",)),
    Probe("minLength", {"type": "string", "minLength": 2}, ("ab",), ("a",)),
    Probe("pattern", {"type": "string", "pattern": "^a$"}, ("a",), ("b",)),
    Probe("maxItems", {"type": "array", "maxItems": 1}, ([1],), ([1, 2],)),
    Probe("minItems", {"type": "array", "minItems": 1}, ([1],), ([],)),
    Probe("uniqueItems", {"type": "array", "uniqueItems": True}, ([1, 2],), ([1, 1.0],)),
    Probe("maxProperties", {"type": "object", "maxProperties": 1}, ({},), ({"a": 1, "b": 2},)),
    Probe("minProperties", {"type": "object", "minProperties": 1}, ({"a": 1},), ({},)),
    Probe("required", _A, ({"a": "1"},), ({},)),
    Probe("required (not declared)", {"type": "object", "required": ["a"]}, ({"a": 1},), ({},)),
    Probe(
        "dependentRequired",
        {"type": "object", "dependentRequired": {"a": ["b"]}},
        ({}, {"a": 1, "b": 1}),
        ({"a": 1},),
    ),
    Probe(
        "dependentSchemas",
        {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}},
        ({}, {"a": 1, "b": 1}),
        ({"a": 1},),
    ),
    Probe("properties", _ONLY_A, ({"a": "1", "z": 1},), ({"a": 1},), "fields of a class"),
    Probe("patternProperties", _PATTERNED, ({"x1": "a"},), ({"x1": 1}, {"y": "a"}), "a mapping"),
    Probe(
        "additionalProperties",
        {**_ONLY_A, "additionalProperties": _B},
        ({"a": "1", "z": {"b": "1"}},),
        ({"z": {}},),
        "a mapping; beside `properties` the type of what is not declared",
    ),
    Probe(
        "additionalProperties: false",
        {**_ONLY_A, "additionalProperties": False},
        ({"a": "1"},),
        ({"z": 1},),
        "unknown properties are kept",
    ),
    Probe(
        "propertyNames",
        {"type": "object", "propertyNames": {"pattern": "^a"}},
        ({"a": 1},),
        ({"b": 1},),
    ),
    Probe(
        "unevaluatedProperties",
        {"allOf": [_ONLY_A], "unevaluatedProperties": False},
        ({"a": "1"},),
        ({"z": 1},),
    ),
    Probe("items", {"type": "array", "items": _TEXT}, (["a"],), ([1],)),
    Probe(
        "prefixItems",
        {
            "type": "array",
            "prefixItems": [_TEXT, {"type": "integer"}],
            "minItems": 2,
            "maxItems": 2,
        },
        (["a", 1],),
        (["a", "a"], ["a"]),
        "a tuple where both lengths are fixed, else a list of what may stand in it",
    ),
    Probe(
        "contains",
        {"type": "array", "contains": {"const": 1}},
        ([1, 2],),
        ([2],),
    ),
    Probe(
        "minContains",
        {"type": "array", "contains": {"const": 1}, "minContains": 2},
        ([1, 1],),
        ([1],),
    ),
    Probe(
        "maxContains",
        {"type": "array", "contains": {"const": 1}, "maxContains": 1},
        ([1, 2],),
        ([1, 1],),
    ),
    Probe(
        "unevaluatedItems",
        {"type": "array", "prefixItems": [_TEXT], "unevaluatedItems": False},
        (["a"],),
        (["a", 1],),
    ),
    Probe("allOf", {"allOf": [_A, _B]}, ({"a": "1", "b": "1"},), ({"a": "1"},), "one class"),
    Probe("anyOf", {"anyOf": [_A, _B]}, ({"a": "1"}, {"b": "1"}), ({"c": 1},)),
    Probe("oneOf", {"oneOf": [_A, _B]}, ({"a": "1"}, {"b": "1"}), ({"c": 1},)),
    Probe("oneOf (more than one)", {"oneOf": [_A, _B]}, ({"a": "1"},), ({"a": "1", "b": "1"},)),
    Probe(
        "oneOf (told apart by format)",
        {"oneOf": [{"type": "string", "format": "ipv6"}, {"type": "string", "format": "ipv4"}]},
        ("fe80::1", "10.0.0.1"),
        ("neither",),
        "strict mode judges no formats",
    ),
    Probe("not", {"type": "string", "not": {"const": "a"}}, ("b",), ("a",)),
    Probe(
        "if, then, else",
        {
            "type": "object",
            "if": {"required": ["a"]},
            "then": {"required": ["b"]},
            "else": {"required": ["c"]},
        },
        ({"a": 1, "b": 1}, {"c": 1}),
        ({"a": 1}, {}),
    ),
    Probe("$ref", {"$ref": "#/components/schemas/Referred"}, ("a",), (1,)),
    Probe(
        "$ref (with more beside it)",
        {"$ref": "#/components/schemas/Referred", "maxLength": 1},
        ("a",),
        ("ab",),
    ),
    Probe(
        "$defs",
        {
            "type": "object",
            "properties": {"a": {"$ref": "#/components/schemas/Probe_defs/$defs/inner"}},
            "$defs": {"inner": {"type": "integer"}},
        },
        ({"a": 1},),
        ({"a": []},),
    ),
    Probe(
        "$anchor",
        {
            "type": "object",
            "properties": {"a": {"$ref": "#here"}},
            "$defs": {"inner": {"$anchor": "here", "type": "integer"}},
        },
        ({"a": 1},),
        ({"a": []},),
    ),
    Probe(
        "$id",
        {
            "$id": "https://probe.test/outer",
            "type": "object",
            "properties": {"a": {"$ref": "inner"}},
            "$defs": {"inner": {"$id": "inner", "type": "integer"}},
        },
        ({"a": 1},),
        ({"a": []},),
    ),
    Probe(
        "$dynamicRef",
        {
            "type": "object",
            "properties": {"a": {"$dynamicRef": "#there"}},
            "$defs": {"inner": {"$dynamicAnchor": "there", "type": "integer"}},
        },
        ({"a": 1},),
        ({"a": []},),
        "a copy of the schema for each meaning",
    ),
    Probe(
        "format: date-time",
        {**_TEXT, "format": "date-time"},
        ("2024-02-29T12:00:00Z",),
        ("noon",),
        "`datetime`; `str` where it is none",
    ),
    Probe(
        "format: date",
        {**_TEXT, "format": "date"},
        ("2024-02-29",),
        ("today",),
        "`date`; `str` where it is none",
    ),
    Probe(
        "format (others)",
        {**_TEXT, "format": "uuid"},
        ("7F3C5A0E-0000-4000-8000-000000000000",),
        ("x",),
        "`str`: the standard types do not give back what came",
    ),
    Probe("contentEncoding", {**_TEXT, "contentEncoding": "base64"}, ("aGk=", "?"), (), "`str`"),
    Probe("contentMediaType", {**_TEXT, "contentMediaType": "application/json"}, ("{",)),
    Probe(
        "contentSchema",
        {**_TEXT, "contentMediaType": "application/json", "contentSchema": {"type": "object"}},
        ("{}", "["),
        (),
        "`str`; the data of an event is what it holds (`itemSchema`)",
    ),
    Probe("title", {**_TEXT, "title": "T"}, ("a",), (), "names of inline types"),
    Probe("description", {**_TEXT, "description": "D"}, ("a",), (), "docstrings"),
    Probe("default", {**_TEXT, "default": "d"}, ("a",), (), "read where the field is absent"),
    Probe("deprecated", {**_TEXT, "deprecated": True}, ("a",), (), "docstrings"),
    Probe("examples", {**_TEXT, "examples": ["e"]}, ("a",), (), "values of the mock"),
    Probe(
        "readOnly",
        {"type": "object", "properties": {"a": {**_TEXT, "readOnly": True}}, "required": ["a"]},
        ({"a": "1"},),
        ({},),
        "requests are made without it",
    ),
    Probe(
        "writeOnly",
        {"type": "object", "properties": {"a": {**_TEXT, "writeOnly": True}}, "required": ["a"]},
        ({"a": "1"}, {}),
        (),
        "responses may lack it",
    ),
    Probe(
        "discriminator",
        {
            "oneOf": [
                {"$ref": "#/components/schemas/Referred_a"},
                {"$ref": "#/components/schemas/Referred_b"},
            ],
            "discriminator": {"propertyName": "kind"},
        },
        ({"kind": "Referred_b"},),
        ({"kind": "c"},),
        "variants that no value means become `Unknown`",
    ),
)

_TAGGED: Final = {"type": "object", "properties": {"kind": _TEXT}, "required": ["kind"]}
COMPONENTS: Final = {"Referred": _TEXT, "Referred_a": _TAGGED, "Referred_b": _TAGGED}
"""What probes refer to."""


def document_of_probes() -> dict[str, Any]:
    """Return the components of a document: for each probe ``Holder<index>`` with a property ``value``."""
    schemas: dict[str, Any] = dict(COMPONENTS)
    for index, probe in enumerate(PROBES):
        name = "Probe_defs" if probe.keyword == "$defs" else f"Probe{index}"
        schemas[name] = probe.schema
        value = {"$ref": f"#/components/schemas/{name}"}
        holder = {"type": "object", "properties": {"value": value}, "required": ["value"]}
        schemas[f"Holder{index}"] = holder
    return schemas
