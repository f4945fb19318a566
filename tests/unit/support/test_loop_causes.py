"""What the loop says of an operation without a success: whose fault it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_causes import UNDRAWABLE, cause_of
from openapi_schemas import MANY, Schemas

_POINTER = "#/paths/~1a/get"
_TREE = {"type": "object", "required": ["up"], "properties": {"up": {"$ref": "#/components/Tree"}}}
_ENDLESS = {"application/json": {"schema": {"$ref": "#/components/Tree"}}}
_TWICE = {"oneOf": [{"type": "integer"}, {"type": "number", "multipleOf": 1}]}
_ODD = {"type": "string", "pattern": "^(?=a)(?=b)"}
_FORM = {"content": {"multipart/form-data": {"schema": {"type": "string"}}}}
_BARE = {"type": "object", "additionalProperties": False}
_NULL = ["DecodeError: $: should be of type object", '200: null is not of type "object" at []']
_SAME = ["DecodeError: $.a: fits more than one of the alternatives", f"200: {MANY} at ['a']"]


def _cause(
    content: dict[str, Any], messages: list[str], outcome: str = "fault", *, is_alone: bool = True
) -> str:
    responses = {"200": {"description": "", "content": content}} if content else {}
    paths = {"/a": {"get": {"responses": responses}}}
    parts = {"Tree": _TREE, "Twice": _TWICE, "Odd": _ODD, "Bare": _BARE, "Form": _FORM}
    schemas = Schemas({"paths": paths, "components": parts})
    operation = {"pointer": _POINTER, "path": "/a", "responses": list(responses)}
    return cause_of(operation, outcome, messages, schemas, is_alone=is_alone)


@pytest.mark.parametrize(
    ("content", "messages", "outcome", "expected"),
    [
        ({}, ["undeclared status 204"], "fault", "no success"),
        ({"xml": {}}, ["undeclared content type"], "fault", "no subtype"),
        (
            {"application/json": {}},
            [f"{UNDRAWABLE}#/components/Tree"],
            "undrawable",
            "no value is valid",
        ),
        (
            {"application/json": {}},
            [f"{UNDRAWABLE}#/components/Twice"],
            "undrawable",
            "fit several members",
        ),
        ({"application/json": {}}, [f"{UNDRAWABLE}#/components/Odd"], "undrawable", ""),
        ({"application/json": {}}, [f"{UNDRAWABLE}#/components/Bare"], "undrawable", "is empty"),
        (
            {"application/json": {}},
            [f"{UNDRAWABLE}#/components/Form/content/multipart~1form-data/schema"],
            "undrawable",
            "demands a single value",
        ),
        ({"application/json": {}}, _SAME, "fault", "at ['a'] of the response take the same values"),
        ({"application/json": {}}, [*_SAME, "1 is not of type"], "fault", ""),
        ({"application/json": {}}, ["200: {} is not one of 'a' at ['a']"], "fault", ""),
        ({"application/json": {}}, [], "404", ""),
        (_ENDLESS, _NULL, "fault", "no value is valid under the schema of the response"),
        (_ENDLESS, [*_NULL, "undeclared status 500"], "fault", ""),
        ({"application/json": {"schema": {"type": "object"}}}, _NULL, "fault", ""),
    ],
)
def test_causes(content: dict[str, Any], messages: list[str], outcome: str, expected: str) -> None:
    found = _cause(content, messages, outcome)
    assert expected in found
    assert bool(found) == bool(expected)


def test_operations_that_a_server_cannot_tell_apart() -> None:
    found = _cause({"application/json": {}}, ["1 is not of type"], is_alone=False)
    assert "several operations" in found


def test_a_value_of_several_members_is_said_to_be_one_whatever_its_size() -> None:
    schemas = Schemas({"x": {"oneOf": [{"type": "object"}, {"required": ["a"]}]}})
    assert schemas.errors({"a": "b" * 500}, "#/x") == [f"{MANY} at []"]


def test_values_listed_for_an_array_are_judged_as_those_of_its_items() -> None:
    schemas = Schemas({"x": {"type": "array", "items": {"type": "string"}, "enum": ["on", "off"]}})
    assert schemas.is_valid(["on"], "#/x")
    assert not schemas.is_valid(["other"], "#/x")
