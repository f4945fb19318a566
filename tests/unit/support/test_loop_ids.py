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


def test_a_record_inside_a_record_tells_no_id_of_the_collection() -> None:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    answers = {"200": {"description": ""}}
    paths = {"/carts/{id}": {"get": {"parameters": [name], "responses": answers}}}
    behaviour = {
        "resources": {"carts": {"path": "/carts", "id": {"field": "id", "parameter": "id"}}}
    }
    records = Records(OpenApiJudge({"openapi": "3.1.0", "paths": paths}), behaviour)
    made = {"cart": {"id": "c1", "rows": [{"id": "r1", "cart_id": "c1"}]}}
    records.learn({"path": "/carts", "call": "carts.create"}, {}, None, made, "")
    item = {"path": "/carts/{id}", "pointer": "#/paths/~1carts~1{id}/get"}
    assert records.ids(item) == [{"id": "c1"}]


def test_ids_of_another_collection_with_the_same_records() -> None:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    answers = {"200": {"description": ""}}
    paths = {"/mine/{id}": {"get": {"parameters": [name], "responses": answers}}}
    behaviour = {
        "resources": {
            "pets": {"path": "/pets", "id": {"field": "id", "parameter": ""}},
            "mine": {"path": "/mine", "id": {"field": "id", "parameter": "id"}, "twins": ["pets"]},
        }
    }
    records = Records(OpenApiJudge({"openapi": "3.1.0", "paths": paths}), behaviour)
    records.learn({"path": "/pets", "call": "pets.list"}, {}, None, [{"id": "rex"}], "")
    item = {"path": "/mine/{id}", "pointer": "#/paths/~1mine~1{id}/get"}
    assert records.ids(item) == [{"id": "rex"}]


def test_a_location_counts_for_more_than_what_a_body_tells() -> None:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    answers = {"200": {"description": ""}}
    paths = {"/pets/{id}": {"get": {"parameters": [name], "responses": answers}}}
    records = Records(OpenApiJudge({"openapi": "3.1.0", "paths": paths}), {})
    made = {"toys": [{"id": "t1"}]}
    records.learn({"path": "/pets", "call": "pets.create"}, {}, None, made, "http://x/pets/rex")
    item = {"path": "/pets/{id}", "pointer": "#/paths/~1pets~1{id}/get"}
    assert records.ids(item)[0] == {"id": "rex"}
