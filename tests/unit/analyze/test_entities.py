"""What the body of an answer is about: one record, or a list of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.analyze.lifecycle import lifecycle
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document

_TEXT = {"type": "string"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _get(schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}


def _infer(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    found = Diagnostics()
    content = json.dumps(document).encode()
    api = parse(resolve(parse_document("memory:openapi.json", content, found), found), found)
    calls = {item.pointer: f"{item.method} {item.path}" for item in api.operations}
    told: dict[str, Any] = json.loads(json.dumps(lifecycle(api).to_json(calls)))
    return told


def test_a_wrapped_record_that_has_a_list_is_no_list() -> None:
    province = _object(id=_TEXT, name=_TEXT)
    holiday = _object(
        id=_TEXT,
        date=_TEXT,
        provinces={"type": "array", "items": {"$ref": "#/components/schemas/Province"}},
    )
    reference = {"$ref": "#/components/schemas/Holiday"}
    told = _infer(
        {
            "/holidays": _get(_object(holidays={"type": "array", "items": reference})),
            "/holidays/{holidayId}": _get(_object(holiday=reference)),
        },
        {"Holiday": holiday, "Province": province},
    )
    assert told["resources"]["holidays"]["schema"] == "#/components/schemas/Holiday"
    assert told["operations"]["GET /holidays/{holidayId}"]["wrapper"] == "holiday"


def test_a_list_inside_an_envelope_is_a_list() -> None:
    reference = {"$ref": "#/components/schemas/Holiday"}
    inner = _object(total={"type": "integer"}, holidays={"type": "array", "items": reference})
    told = _infer(
        {"/holidays": _get(_object(data=inner))}, {"Holiday": _object(id=_TEXT, date=_TEXT)}
    )
    assert told["operations"]["GET /holidays"]["items"] == "data/holidays"


def test_a_record_inside_a_wrapper_inside_the_data_of_an_answer() -> None:
    reference = {"$ref": "#/components/schemas/Budget"}
    inner = _object(server_knowledge={"type": "integer"}, budget=reference)
    told = _infer(
        {"/budgets/{budget_id}": _get(_object(data=inner))}, {"Budget": _object(id=_TEXT)}
    )
    assert told["resources"]["budgets"]["schema"] == "#/components/schemas/Budget"
    assert told["operations"]["GET /budgets/{budget_id}"]["wrapper"] == "data/budget"


def test_the_format_at_the_end_of_a_path_is_no_part_of_its_noun() -> None:
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Group"}}
    names = {"type": "array", "items": _TEXT}
    schema = _object(groups=rows, extras=names, total={"type": "integer"}, more=_TEXT)
    told = _infer({"/groups.json": _get(schema)}, {"Group": _object(id=_TEXT, name=_TEXT)})
    assert told["operations"]["GET /groups.json"]["items"] == "groups"


def _item(name: str, parameter: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    declared = {"name": name, "in": "path", "required": True, "schema": parameter}
    get = _get(schema)["get"]
    return {"get": {**get, "parameters": [declared]}}


_NUMBER = {"type": "integer"}
_EMAIL = {"type": "string", "format": "email"}
_BYTES = {"type": "array", "items": _NUMBER}


@pytest.mark.parametrize(
    ("shown", "asked", "origin"),
    [
        (_NUMBER, _TEXT, "seeded"),
        (_NUMBER, _EMAIL, "open"),
        (_TEXT, _EMAIL, "seeded"),
        (_BYTES, _TEXT, "open"),
    ],
)
def test_what_is_shown_as_id_has_to_fit_into_the_path(
    shown: dict[str, Any], asked: dict[str, Any], origin: str
) -> None:
    row = _object(id=shown, name=_TEXT)
    paths = {
        "/followers": _get({"type": "array", "items": row}),
        "/followers/{followerId}": _item("followerId", asked, row),
    }
    assert _infer(paths, {})["resources"]["followers"]["origin"] == origin


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (_object(id=_TEXT), []),
        (_object(id=_NUMBER), ["#/components/schemas/Row"]),
        (_object(name=_TEXT), ["#/components/schemas/Row"]),
    ],
)
def test_where_else_ids_are_shown(own: dict[str, Any], told: list[str]) -> None:
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Row"}}
    paths = {"/jobs": _get(rows), "/jobs/{jobId}": _item("jobId", _TEXT, own)}
    found = _infer(paths, {"Row": _object(id=_TEXT)})
    assert found["resources"]["jobs"]["id"].get("shown_in", []) == told


def test_rows_that_are_ids_themselves() -> None:
    kinds = {"type": "array", "items": {"type": "string", "enum": ["all", "os"]}}
    paths = {"/vuln": _get(kinds), "/vuln/{kind}": _item("kind", _TEXT, _object(rows=_TEXT))}
    found = _infer(paths, {})
    place = "#/paths/~1vuln/get/responses/200/content/application~1json/schema/items"
    assert found["resources"]["vuln"]["id"]["shown_in"] == [place]
