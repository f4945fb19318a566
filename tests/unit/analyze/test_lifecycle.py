"""What is inferred of an API: which operation does what to which resource."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.analyze.lifecycle import Lifecycle, lifecycle
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document

_CUADRA = Path(__file__).parents[3] / "specs" / "cuadra" / "openapi.json"


def _infer(content: bytes) -> tuple[Lifecycle, dict[str, Any]]:
    found = Diagnostics()
    api = parse(resolve(parse_document("memory:openapi.json", content, found), found), found)
    result = lifecycle(api)
    calls = {item.pointer: item.operation_id for item in api.operations}
    return result, json.loads(json.dumps(result.to_json(calls)))


@pytest.fixture(scope="module")
def cuadra() -> dict[str, Any]:
    return _infer(_CUADRA.read_bytes())[1]


@pytest.mark.parametrize(
    ("call", "role", "resource"),
    [
        ("listDatasets", "list", "datasets"),
        ("createDataset", "create", "datasets"),
        ("getDataset", "get", "datasets"),
        ("updateDataset", "update", "datasets"),
        ("updateParticle", "update", "particles"),
        ("deleteDatasetSnapshot", "delete", "datasets.snapshots"),
        ("uploadFile", "upload", "files"),
        ("reprocessFile", "action", "files"),
        ("batchAssociateDatasetsWithModel", "batch_create", "models.datasets"),
        ("batchUpdateModelDatasetAssociations", "batch_update", "models.datasets"),
        ("listSystemModelCatalog", "list", "models.catalog"),
        ("copySystemPrompt", "copy", "system-prompts"),
        ("composeSystemPrompt", "singleton", "system-prompts"),
        ("getOrganizationUsage", "singleton", "/v1/usage"),
    ],
)
def test_roles(cuadra: dict[str, Any], call: str, role: str, resource: str) -> None:
    told = cuadra["operations"][call]
    assert (told["role"], told["resource"]) == (role, resource)
    assert told["evidence"]


def test_every_operation_has_a_role(cuadra: dict[str, Any]) -> None:
    assert len(cuadra["operations"]) == 52
    assert cuadra["not_inferred"] == []


def test_identities(cuadra: dict[str, Any]) -> None:
    ids = {
        name: (item["id"]["field"], item["id"]["kind"])
        for name, item in cuadra["resources"].items()
    }
    assert ids["datasets"] == ("id", "string")
    assert ids["datasets.snapshots"] == ("version", "integer")
    assert ids["models.datasets"] == ("datasetId", "string")
    assert ids["system-prompts.particles"] == ("particleId", "string")


def test_relations(cuadra: dict[str, Any]) -> None:
    resources = cuadra["resources"]
    link = resources["models.datasets"]
    assert link["parents"] == [{"parameter": "model_id", "resource": "models", "field": "modelId"}]
    assert link["association"] == "datasets"
    assert resources["datasets"]["referrers"] == [
        {"resource": "models.datasets", "field": "datasetId"}
    ]
    assert resources["models"]["twins"] == ["models.catalog"]
    origins = {name: item["origin"] for name, item in resources.items()}
    assert origins["models.catalog"] == "seeded"
    assert origins["particles.versions"] == "history"
    assert origins["files"] == "created"


def test_paging_filters_states(cuadra: dict[str, Any]) -> None:
    files = cuadra["operations"]["listFiles"]
    assert files["items"] == "items"
    assert files["paging"] == {
        "parameters": {"limit": "limit", "cursor": "cursor"},
        "fields": {"next": "nextCursor", "more": "hasMore"},
    }
    assert files["filters"] == {"statusFilter": "status"}
    assert cuadra["resources"]["files"]["status"] == {
        "field": "status",
        "states": ["uploaded", "processing", "ready"],
    }
    assert cuadra["operations"]["createOrContinueChat"]["continues"] == "chatId"
    assert "continues" not in cuadra["operations"]["associateDatasetWithModel"]


def _document(paths: dict[str, Any]) -> bytes:
    info = {"title": "T", "version": "1"}
    return json.dumps({"openapi": "3.1.0", "info": info, "paths": paths}).encode()


def _answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


def test_wrappers_nested_lists_and_open_resources() -> None:
    pet = {
        "type": "object",
        "properties": {"petId": {"type": "integer"}, "name": {"type": "string"}},
    }
    page = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": pet},
            "meta": {
                "type": "object",
                "properties": {"total": {"type": "integer"}, "page": {"type": "integer"}},
            },
        },
    }
    number = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    wrapped = {"type": "object", "properties": {"data": pet}}
    paths = {
        "/api/v2/pets": {
            "get": {"operationId": "list", "parameters": [number], "responses": _answer(page)}
        },
        "/api/v2/pets/{id}": {
            "get": {"operationId": "get", "parameters": [name], "responses": _answer(wrapped)}
        },
        "/users/{id}": {
            "get": {"operationId": "user", "parameters": [name], "responses": _answer(pet)}
        },
    }
    _, told = _infer(_document(paths))
    listed = told["operations"]["list"]
    assert listed["items"] == "data"
    assert listed["paging"]["fields"] == {"total": "meta/total", "page": "meta/page"}
    assert told["operations"]["get"]["wrapper"] == "data"
    assert told["resources"]["v2.pets"]["id"] == {
        "field": "petId",
        "parameter": "id",
        "kind": "integer",
    }
    assert told["resources"]["users"]["origin"] == "open"


def test_it_is_a_pure_function() -> None:
    assert _infer(_CUADRA.read_bytes()) == _infer(_CUADRA.read_bytes())


def _order_with(lines: dict[str, Any]) -> bytes:
    item = {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "count": {"type": "integer"}},
    }
    order = {"type": "object", "properties": {"id": {"type": "string"}, "lines": lines}}

    def told(name: str) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{name}"}
        return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}

    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/orders/{order_id}": {"get": {"operationId": "getOrder", "responses": told("Order")}},
            "/orders/{order_id}/lines/{line_id}": {
                "put": {"operationId": "putLine", "responses": told("Line")}
            },
        },
        "components": {"schemas": {"Line": item, "Order": order}},
    }
    return json.dumps(document).encode()


_LINES = {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}


@pytest.mark.parametrize(
    ("lines", "embedded"),
    [
        (_LINES, "lines"),
        ({"type": "array", "items": {"type": "string"}}, None),
        ({"anyOf": [_LINES, {"type": "null"}]}, None),  # told on demand
        ({"$ref": "#/components/schemas/Line"}, None),
    ],
)
def test_records_that_live_inside_their_parent(lines: dict[str, Any], embedded: str | None) -> None:
    told = _infer(_order_with(lines))[1]["resources"]["orders.lines"]
    assert told.get("embedded") == embedded


def _item(name: str, schema: dict[str, Any], pet: dict[str, Any]) -> dict[str, Any]:
    parameter = {"name": name, "in": "path", "required": True, "schema": schema}
    return {"get": {"operationId": "get", "parameters": [parameter], "responses": _answer(pet)}}


@pytest.mark.parametrize(
    ("parameter", "schema", "fields", "field"),
    [
        ("petId", {"type": "integer"}, {"key": "string", "age": "integer"}, "id"),
        ("pet_id", {"type": "string"}, {"name": "string"}, "id"),
        ("pet_name", {"type": "string"}, {"id": "integer", "name": "string"}, "name"),
        ("username", {"type": "string"}, {"name": "string", "login": "string"}, "login"),
        ("owner", {"type": "string"}, {"owner": "object", "id": "string"}, "id"),
    ],
)
def test_what_names_a_record(
    parameter: str, schema: dict[str, Any], fields: dict[str, str], field: str
) -> None:
    pet = {"type": "object", "properties": {name: {"type": kind} for name, kind in fields.items()}}
    paths = {f"/pets/{{{parameter}}}": _item(parameter, schema, pet)}
    resource = _infer(_document(paths))[1]["resources"]["pets"]
    assert resource["id"]["field"] == field


def test_the_first_of_two_parameters_in_a_row_names_nothing_by_itself() -> None:
    pet = {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}}}
    operation = {"operationId": "list", "responses": _answer({"type": "array", "items": pet})}
    names = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in ("kind", "petId")
    ]
    get = {"operationId": "get", "parameters": names, "responses": _answer(pet)}
    paths = {"/pets": {"get": operation}, "/pets/{kind}/{petId}": {"get": get}}
    resources = _infer(_document(paths))[1]["resources"]
    assert resources["pets.2"]["parents"] == [
        {"parameter": "kind", "resource": "", "field": "kind"}
    ]
    assert resources["pets.2"]["origin"] == "open"


def test_several_ids_in_a_segment_name_no_record() -> None:
    pet = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}
    pets = {"type": "array", "items": pet}
    many = {"type": "array", "items": {"type": "integer"}}
    ids = {"name": "ids", "in": "path", "required": True, "schema": many}
    listed = {"operationId": "list", "responses": _answer(pets)}
    toys = {"operationId": "toys", "parameters": [ids], "responses": _answer(pets)}
    paths = {
        "/pets": {"get": listed},
        "/pets/{ids}": _item("ids", many, pets),
        "/pets/{ids}/toys": {"get": toys},
    }
    found, told = _infer(_document(paths))
    roles = {role.pointer: role.role for role in found.roles}
    assert roles["#/paths/~1pets~1{ids}/get"] == "sample"
    assert told["resources"]["pets.toys"]["parents"] == [
        {"parameter": "ids", "resource": "", "field": ""}
    ]


def test_a_verb_below_an_item_makes_no_record_of_a_collection() -> None:
    made = {"type": "object", "properties": {"id": {"type": "string"}}}
    names = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in ("name", "version")
    ]
    create = {"operationId": "make", "parameters": names[:1], "responses": _answer(made)}
    get = {"operationId": "get", "parameters": names, "responses": _answer(made)}
    paths = {"/keys/{name}/create": {"post": create}, "/keys/{name}/{version}": {"get": get}}
    told = _infer(_document(paths))[1]
    assert {one["origin"] for one in told["resources"].values()} == {"open"}
