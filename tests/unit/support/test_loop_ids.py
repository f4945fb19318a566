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
    records.learn("/meetings", {}, None, {"id": "17"}, "")
    pointer = "#/paths/~1meetings~1{id}~1confirm/put"
    assert records.ids({"path": path, "pointer": pointer}) == [{"id": 17}]
