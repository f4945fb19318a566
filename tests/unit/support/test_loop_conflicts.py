"""Parameters that contradict each other, told from those that do not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_conflicts import same_name_twice, two_kinds_of_id
from openapi_judge import OpenApiJudge

_FIXED = {"type": "string", "pattern": "^[a-z]{26}$"}
_UUID = {"type": "string", "format": "uuid"}
_OBJECT = {"type": "object", "properties": {"foo": {"type": "string"}}}


@pytest.mark.parametrize(("below", "expected"), [(_UUID, True), ({"type": "string"}, False)])
def test_ids_of_two_kinds(below: dict[str, Any], expected: bool) -> None:
    paths: dict[str, Any] = {}
    operations = []
    for path, schema in (("/a/{id}", _FIXED), ("/a/{id}/b", below)):
        parameter = {"name": "id", "in": "path", "required": True, "schema": schema}
        paths[path] = {"get": {"parameters": [parameter]}}
        operations.append({"path": path, "pointer": f"#/paths/{path.replace('/', '~1')}/get"})
    found = two_kinds_of_id(operations[1], operations, OpenApiJudge({"paths": paths}))
    assert bool(found) == expected


_REFUSED = 'status 422: {"detail": "query.foo: [] is not a string"}'
_MISREAD = "('query', 'bar'): {'foo': {'a': 1}} became {'foo': 'text'}"
_JUDGED = 'query parameter bar: "text" is not of type "object" at [\'foo\']'


@pytest.mark.parametrize(
    ("style", "messages", "expected"),
    [
        ("form", [_REFUSED], True),
        ("form", [_REFUSED, _JUDGED, "undeclared status 422", _MISREAD], True),
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
