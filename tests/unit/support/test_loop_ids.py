"""Which ids the loop calls an operation with: those it was told, as each path wants them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "corpus"))

from loop_records import Records
from openapi_judge import OpenApiJudge


def test_an_id_told_as_text_is_sent_as_the_number_that_a_path_wants() -> None:
    number = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    path = "/meetings/{id}/confirm"
    operation = {"put": {"parameters": [number], "responses": {"200": {"description": ""}}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {path: operation},
    }
    records = Records(OpenApiJudge(document), {})
    records.learn({"path": "/meetings", "call": "meetings.list"}, {}, None, {"id": "17"}, "")
    pointer = "#/paths/~1meetings~1{id}~1confirm/put"
    assert records.ids({"path": path, "pointer": pointer}) == [{"id": 17}]


def test_a_list_below_its_collection_tells_ids() -> None:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    answers = {"200": {"description": ""}}
    paths = {"/pets/{id}": {"get": {"parameters": [name], "responses": answers}}}
    behaviour = {
        "resources": {"pets": {"path": "/pets", "id": {"field": "id", "parameter": "id"}}},
        "operations": {"pets.list": {"role": "list", "resource": "pets"}},
    }
    records = Records(OpenApiJudge({"openapi": "3.1.0", "paths": paths}), behaviour)
    records.learn({"path": "/pets/list", "call": "pets.list"}, {}, None, [{"id": "rex"}], "")
    item = {"path": "/pets/{id}", "pointer": "#/paths/~1pets~1{id}/get"}
    assert records.ids(item) == [{"id": "rex"}]
