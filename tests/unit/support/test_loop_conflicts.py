"""Parameters that contradict each other, told from those that do not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_conflicts import (
    credentials_in_one_place,
    same_name_twice,
    values_inside_values,
)
from openapi_judge import OpenApiJudge
from openapi_schemas import Schemas

_OBJECT = {"type": "object", "properties": {"foo": {"type": "string"}}}


_REFUSED = 'status 422: {"detail": "query.foo: [] is not a string"}'
_MISREAD = "('query', 'bar'): {'foo': {'a': 1}} became {'foo': 'text'}"
_JUDGED = 'query parameter bar: "text" is not of type "object" at [\'foo\']'


@pytest.mark.parametrize(
    ("style", "messages", "expected"),
    [
        ("form", [_REFUSED], True),
        ("form", [_REFUSED, _JUDGED, "undeclared status 422", _MISREAD], True),
        ("form", ["status 400: null", _JUDGED], True),
        ("form", ["status 400: null"], False),
        ("deepObject", [_REFUSED], False),
        ("form", [], False),
        ("form", ["undeclared status 422"], False),
        ("form", [_REFUSED, "undeclared status 500"], False),
        ("form", ['status 422: {"detail": "query.foo: []; body.foo: 1"}'], False),
        ("form", ['status 422: {"detail": "query.foolish: []"}'], False),
        ("form", ['status 422: {"detail": "no"}'], False),
        ("form", [_REFUSED, "body: query.foo: is missing"], False),
        ("form", [_REFUSED, "query parameter baz: 1 is no text"], False),
    ],
)
def test_one_name_of_two_parameters(style: str, messages: list[str], expected: bool) -> None:
    parameters = [
        {"name": "foo", "in": "query", "schema": {"type": "string"}},
        {"name": "bar", "in": "query", "style": style, "schema": _OBJECT},
        {"name": "baz", "in": "query", "schema": {"type": "string"}},
    ]
    judge = OpenApiJudge({"paths": {"/a": {"get": {"parameters": parameters}}}})
    found = same_name_twice({"pointer": "#/paths/~1a/get"}, messages, judge)
    assert bool(found) == expected
    assert not found or "foo and bar" in found


_ROWS = {"type": "object", "properties": {"rows": {"type": "array", "items": {"type": "string"}}}}


@pytest.mark.parametrize(
    ("schema", "message", "expected"),
    [
        (_ROWS, 'header parameter form: "[1" is not of type "array" at [\'rows\']', True),
        (_ROWS, 'status 422: {"detail": "header.form.rows: is no array"}', True),
        (_ROWS, 'status 422: {"detail": "header.form.rows: no array; body: no object"}', False),
        (_ROWS, "status 422: null", False),
        (_ROWS, "header parameter other: is no array", False),
        (_OBJECT, "header parameter form: is no array", False),
    ],
)
def test_values_inside_the_value_of_a_header(
    schema: dict[str, Any], message: str, expected: bool
) -> None:
    parameter = {"name": "form", "in": "header", "schema": schema}
    judge = OpenApiJudge({"paths": {"/a": {"get": {"parameters": [parameter]}}}})
    found = values_inside_values({"pointer": "#/paths/~1a/get"}, [message], judge)
    assert bool(found) == expected


_SCHEMES = {
    "basic": {"type": "http", "scheme": "basic"},
    "token": {"type": "apiKey", "in": "header", "name": "authorization"},
    "key": {"type": "apiKey", "in": "query", "name": "key"},
}


@pytest.mark.parametrize(
    ("demands", "message", "expected"),
    [
        ([{"basic": [], "token": []}], "status 401: null", True),
        ([{"basic": [], "token": []}, {"token": []}], "status 401: null", False),
        ([{"basic": [], "key": []}], "status 401: null", False),
        ([{"basic": [], "token": []}], "status 500: null", False),
        ([], "status 401: null", False),
    ],
)
def test_two_credentials_in_one_header(
    demands: list[dict[str, list[str]]], message: str, expected: bool
) -> None:
    document = {
        "paths": {"/a": {"get": {"security": demands}}},
        "components": {"securitySchemes": _SCHEMES},
    }
    operation = {"pointer": "#/paths/~1a/get"}
    found = credentials_in_one_place(operation, [message], Schemas(document))
    assert bool(found) == expected
