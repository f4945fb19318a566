"""Schemas that are hard to make types of, a few to a document; each document has a ``Subject``."""

from __future__ import annotations

from typing import Any, Final

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_WHOLE: Final[dict[str, Any]] = {"type": "integer"}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object", "properties": properties}
    return {**found, "required": list(required)} if required else found


def _mapped(name: str, **targets: str) -> dict[str, Any]:
    mapping = {value: _ref(target)["$ref"] for value, target in targets.items()}
    return {"propertyName": name, "mapping": mapping}


NASTY: Final[dict[str, dict[str, Any]]] = {
    "all_of_over_one_of": {
        "Subject": {
            "allOf": [
                _object("id", id=_TEXT),
                {"oneOf": [_ref("Cash"), _ref("Card"), {"type": "object", "maxProperties": 1}]},
                {"properties": {"note": {"type": ["string", "null"]}}},
            ]
        },
        "Cash": _object("cash", cash={"type": "number"}),
        "Card": {
            "oneOf": [_object("number", number=_TEXT), _object("token", token=_TEXT)],
            "type": "object",
        },
    },
    "recursive_all_of": {
        "Subject": {
            "allOf": [
                _ref("Node"),
                _object(children={"type": "array", "items": _ref("Subject")}),
                {"additionalProperties": {"anyOf": [_TEXT, _ref("Subject"), {"type": "array"}]}},
            ]
        },
        "Node": {"allOf": [_object("name", name=_TEXT, parent=_ref("Subject")), _ref("Link")]},
        "Link": {
            "type": "object",
            "properties": {"next": {"anyOf": [_ref("Node"), {"type": "null"}]}},
        },
    },
    "enums_with_null": {
        "Subject": _object(
            "a",
            a={"enum": ["x", None]},
            b={"enum": [1, "1", True, None, 1.5]},
            c={"type": ["integer", "null"], "enum": [0, 1, None]},
            d={"oneOf": [_ref("Color"), {"type": "null"}]},
            e={"enum": [{"a": 1}, [1], "a"]},
            f={"allOf": [_ref("Color"), {"enum": ["red", "mauve"]}]},
            g={"enum": [None]},
            h={"const": None},
        ),
        "Color": {"type": "string", "enum": ["red", "Red", "RED", "", " ", "+1", "-1"]},
    },
    "nested_discriminators": {
        "Subject": {
            "oneOf": [_ref("Animal"), _ref("Plant")],
            "discriminator": _mapped("realm", animal="Animal", plant="Plant"),
        },
        "Animal": {
            "oneOf": [_ref("Cat"), _ref("Dog")],
            "discriminator": _mapped("kind", cat="Cat", dog="Dog"),
        },
        "Cat": _object(
            "realm", "kind", realm={"const": "animal"}, kind={"const": "cat"}, mate=_ref("Animal")
        ),
        "Dog": _object(
            "realm", "kind", realm={"const": "animal"}, kind={"enum": ["dog"]}, of=_ref("Subject")
        ),
        "Plant": _object(
            "realm", realm={"const": "plant"}, seeds={"type": "array", "items": _ref("Plant")}
        ),
    },
    "two_views_in_a_circle": {
        "Subject": _object(
            "id",
            "secret",
            id={**_TEXT, "readOnly": True},
            secret={**_TEXT, "writeOnly": True},
            friend=_ref("Friend"),
        ),
        "Friend": _object(
            "since",
            "of",
            since={"type": "string", "format": "date", "readOnly": True},
            of={"allOf": [_ref("Subject")], "readOnly": True},
            all={"type": "array", "items": _ref("Subject"), "writeOnly": True},
        ),
    },
    "patterns_beside_additional": {
        "Subject": {
            "type": "object",
            "properties": {"x-id": _TEXT, "name": _TEXT},
            "patternProperties": {"^x-": _TEXT, "[0-9]$": _WHOLE},
            "additionalProperties": {"type": "boolean"},
            "propertyNames": {"maxLength": 6},
        },
    },
    "patterns_alone": {
        "Subject": {
            "type": "object",
            "patternProperties": {"^a": _ref("Item"), "b$": {"type": ["object", "null"]}},
        },
        "Item": _object("n", n=_WHOLE),
    },
    "tuples": {
        "Subject": {
            "type": "array",
            "prefixItems": [_TEXT, _ref("Point"), {"type": "array", "prefixItems": [_WHOLE]}],
            "items": {"type": ["number", "null"]},
            "minItems": 1,
        },
        "Point": {
            "type": "array",
            "prefixItems": [{"type": "number"}, {"type": "number"}],
            "items": False,
            "minItems": 2,
        },
    },
    "defaults_of_every_type": {
        "Subject": _object(
            a={**_TEXT, "default": "x\n\"y'"},
            b={**_WHOLE, "default": 2**70},
            c={"type": "number", "default": -0.0},
            d={"type": "boolean", "default": False},
            e={"type": "array", "items": _TEXT, "default": ["a"]},
            f={**_object(x=_WHOLE), "default": {"x": 1}},
            g={"type": ["string", "null"], "default": None},
            h={"type": "string", "format": "date-time", "default": "2024-01-01T00:00:00Z"},
            i={"type": "string", "format": "date", "default": "never"},
            j={"enum": ["a", "b"], "default": "c"},
            k={"oneOf": [_TEXT, _WHOLE], "default": 3},
            l={**_WHOLE, "default": "wrong"},
            m={**_ref("Unit"), "default": "m"},
            n={"default": {"any": [1, None]}},
        ),
        "Unit": {"type": "string", "enum": ["m", "km"]},
    },
    "names_of_pydantic": {
        "Subject": _object(
            "model_dump",
            "self",
            **{
                name: {"type": ["integer", "null"]}
                for name in (
                    "model_dump",
                    "model_config",
                    "model_fields",
                    "model_extra",
                    "to_dict",
                    "copy",
                    "json",
                    "dict",
                    "schema",
                    "construct",
                    "validate",
                    "self",
                    "cls",
                    "class",
                    "None",
                    "str",
                    "int",
                    "list",
                    "_private",
                    "__init__",
                    "__any_type__",
                    "extras",
                    "a-b",
                    "a_b",
                    "aB",
                    "",
                    "1st",
                    "é",
                    "\u540d",
                    "Model",
                    "Any",
                    "type",
                    "field",
                    "x" * 90,
                )
            },
        ),
    },
    "conditions": {
        "Subject": {
            "type": "object",
            "properties": {"kind": {"enum": ["card", "bank"]}, "amount": {"type": "number"}},
            "required": ["kind"],
            "if": {"properties": {"kind": {"const": "card"}}},
            "then": _ref("Card"),
            "else": {"allOf": [_ref("Bank")], "not": {"required": ["number"]}},
            "dependentRequired": {"amount": ["currency"]},
            "dependentSchemas": {"currency": {"properties": {"rate": {"type": "number"}}}},
            "examples": [
                {
                    "kind": "card",
                    "number": "1",
                    "holder": {"name": "a"},
                    "amount": 1,
                    "currency": "EUR",
                    "rate": 0.5,
                }
            ],
        },
        "Card": _object("number", number=_TEXT, holder=_object("name", name=_TEXT)),
        "Bank": _object("iban", iban={**_TEXT, "minLength": 2}, holder=_TEXT),
    },
    "without_types": {
        "Subject": {
            "properties": {
                "a": {"properties": {"b": _WHOLE}, "required": ["b"]},
                "c": {"allOf": [_ref("Loose"), {"properties": {"d": _TEXT}}]},
                "e": {"anyOf": [_ref("Loose"), _TEXT]},
            },
            "required": ["a"],
        },
        "Loose": {"properties": {"x": {"type": "array", "items": _ref("Loose")}}},
    },
    "unions_alike": {
        "Subject": {
            "anyOf": [
                _object("a", a=_WHOLE),
                _object("a", a={"type": "number"}, b=_TEXT),
                _object("a", "b", a=_TEXT, b=_WHOLE),
                {"type": "object", "additionalProperties": _WHOLE},
                {"type": "array", "items": _ref("Subject")},
                {"type": "string", "format": "date-time"},
                {"type": "boolean"},
            ]
        },
    },
    "numbers_and_texts": {
        "Subject": _object(
            a={"type": "integer", "format": "int64"},
            b={"type": "number", "multipleOf": 0.01},
            c={
                "oneOf": [
                    _WHOLE,
                    {"type": "number", "minimum": 10},
                    {"type": "string", "pattern": "^\\d+$"},
                ]
            },
            d={"type": "string", "format": "byte"},
            e={"type": "string", "format": "decimal"},
            f={"anyOf": [{"type": "boolean"}, _WHOLE]},
            g={"const": 1.0},
            h={"enum": [1e300, 10**30]},
            i={"type": "string", "format": "duration", "maxLength": 3},
        ),
    },
    "closed_and_unevaluated": {
        "Subject": {
            "allOf": [_ref("Base"), {"properties": {"b": _TEXT}}],
            "properties": {"c": {"not": {"type": "string"}}, "d": False},
            "unevaluatedProperties": False,
            "minProperties": 1,
        },
        "Base": {
            "type": "object",
            "properties": {
                "a": {"type": "array", "contains": _WHOLE, "minContains": 0, "maxContains": 1}
            },
        },
    },
    "undeclared_tags": {
        "Subject": _object(
            "pet", pet=_ref("Pet"), pets={"type": "object", "additionalProperties": _ref("Pet")}
        ),
        "Pet": {
            "anyOf": [_ref("Cat"), _ref("Dog"), {"type": "null"}],
            "discriminator": _mapped("kind", cat="Cat", dog="Dog"),
        },
        "Cat": _object("lives", lives=_WHOLE),
        "Dog": {"type": "object", "required": ["kind"]},
    },
}
