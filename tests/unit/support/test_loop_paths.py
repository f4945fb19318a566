"""What the loop makes of the ids of a collection that its paths and its list describe differently."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_paths import PathValues, no_id_told, two_kinds_of_id
from loop_records import Records
from openapi_judge import OpenApiJudge

_FIXED = {"type": "string", "pattern": "^[a-z]{26}$"}
_UUID = {"type": "string", "format": "uuid"}
_TEXT = {"type": "string"}
_DATE = {"type": "string", "format": "date"}


def _operation(method: str, path: str) -> dict[str, Any]:
    pointer = f"#/paths/{path.replace('/', '~1')}/{method.lower()}"
    return {"method": method, "path": path, "pointer": pointer, "call": ""}


def _item(schema: Any) -> dict[str, Any]:
    return {"parameters": [{"name": "id", "in": "path", "required": True, "schema": schema}]}


@pytest.mark.parametrize(("below", "expected"), [(_UUID, True), (_TEXT, False)])
def test_ids_of_two_kinds(below: dict[str, Any], expected: bool) -> None:
    paths = {"/a/{id}": {"get": _item(_FIXED)}, "/a/{id}/b": {"get": _item(below)}}
    operations = [_operation("GET", path) for path in paths]
    found = two_kinds_of_id(operations[1], operations, OpenApiJudge({"paths": paths}))
    assert bool(found) == expected


@pytest.mark.parametrize(
    ("item", "methods", "expected"),
    [
        ({"id": {"type": "string", "format": "date-time"}}, ["GET"], "no id suits both"),
        ({"id": {"type": "string", "format": "date-time"}}, ["GET", "POST"], ""),
        ({"id": _DATE}, ["GET"], ""),
        ({"id": {"allOf": [_TEXT, {"type": "integer"}]}}, ["GET"], "no item that /a lists"),
        ({"name": _TEXT}, ["GET"], ""),
    ],
)
def test_lists_that_tell_no_id(item: dict[str, Any], methods: list[str], expected: str) -> None:
    row = {"type": "object", "required": [*item], "properties": item}
    body = {"type": "object", "properties": {"rows": {"type": "array", "items": row}}}
    answer = {"responses": {"200": {"content": {"application/json": {"schema": body}}}}}
    here = dict.fromkeys(map(str.lower, methods), answer)
    judge = OpenApiJudge({"paths": {"/a": here, "/a/{id}": {"get": _item(_DATE)}}})
    get = _operation("GET", "/a/{id}")
    found = no_id_told(get, [get, *(_operation(one, "/a") for one in methods)], judge)
    assert bool(found) == bool(expected)
    assert expected in found


def test_a_part_of_a_list_is_no_record_without_an_id() -> None:
    item = {"type": "object", "properties": {"id": {"type": "integer"}}}
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
    answer = {"responses": {"200": {"content": {"application/json": {"schema": rows}}}}}
    paths = {"/a": {"get": answer}, "/a/{id}": {"get": {**_item(_DATE), **answer}}}
    judge = OpenApiJudge({"paths": paths, "components": {"schemas": {"Item": item}}})
    get = _operation("GET", "/a/{id}")
    assert no_id_told(get, [get, _operation("GET", "/a")], judge) == ""


def test_a_value_for_all_operations_of_a_path() -> None:
    paths = {
        "/a/{id}": {"get": _item(_UUID), "put": _item(_TEXT)},
        "/b/{id}": {"get": _item(_TEXT)},
    }
    put, get, other = (
        _operation(method, path)
        for method, path in (("PUT", "/a/{id}"), ("GET", "/a/{id}"), ("GET", "/b/{id}"))
    )
    values = PathValues(OpenApiJudge({"paths": paths}), [put, get, other])
    assert values.of(put, 0) == values.of(get, 0) == {"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7"}
    assert values.of(other, 0) == {}


@pytest.mark.parametrize("path", ["/a/{id}/", "/a/${id}", "//a/{id}"])
def test_ids_of_paths_that_are_written_oddly(path: str) -> None:
    answers = {"responses": {"200": {"description": ""}}}
    judge = OpenApiJudge({"paths": {path: {"get": {**_item(_TEXT), **answers}}}})
    records = Records(judge, {})
    records.learn(_operation("PUT", path), {"id": "rex"}, None, {}, "")
    assert records.ids(_operation("GET", path)) == [{"id": "rex"}]
    listed = Records(judge, {})
    listed.learn(_operation("GET", "/a"), {}, None, [{"id": "rex"}], "")
    assert listed.ids(_operation("GET", path)) == [{"id": "rex"}]
