"""What the loop says of an operation without a success: whose fault it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_causes import cause_of
from openapi_schemas import Schemas

_POINTER = "#/paths/~1a/get"
_SAME = ["DecodeError: $.a: fits more than one of the alternatives", "200: {} is va at ['a']"]


def _cause(
    content: dict[str, Any], messages: list[str], outcome: str = "fault", *, is_alone: bool = True
) -> str:
    responses = {"200": {"description": "", "content": content}} if content else {}
    schemas = Schemas({"paths": {"/a": {"get": {"responses": responses}}}})
    operation = {"pointer": _POINTER, "path": "/a", "responses": list(responses)}
    return cause_of(operation, outcome, messages, schemas, is_alone=is_alone)


@pytest.mark.parametrize(
    ("content", "messages", "outcome", "expected"),
    [
        ({}, ["undeclared status 204"], "fault", "no success"),
        ({"xml": {}}, ["undeclared content type"], "fault", "no subtype"),
        ({"application/json": {}}, [], "undrawable", "no value is valid"),
        ({"application/json": {}}, _SAME, "fault", "at ['a'] of the response take the same values"),
        ({"application/json": {}}, [*_SAME, "1 is not of type"], "fault", ""),
        ({"application/json": {}}, [], "404", ""),
    ],
)
def test_causes(content: dict[str, Any], messages: list[str], outcome: str, expected: str) -> None:
    found = _cause(content, messages, outcome)
    assert expected in found
    assert bool(found) == bool(expected)


def test_operations_that_a_server_cannot_tell_apart() -> None:
    found = _cause({"application/json": {}}, ["1 is not of type"], is_alone=False)
    assert "several operations" in found
