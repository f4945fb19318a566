"""Which operations make one new record, though their bodies hold lists or ids of others."""

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
_ORDER = {"$ref": "#/components/schemas/Order"}


def _roles(paths: dict[str, Any]) -> Any:
    rows = {"type": "array", "items": {"type": "object", "properties": {"sku": _TEXT}}}
    order = {"type": "object", "properties": {"id": _TEXT, "rows": rows}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Order": order}},
    }
    found = Diagnostics()
    content = json.dumps(document).encode()
    api = parse(resolve(parse_document("memory:openapi.json", content, found), found), found)
    calls = {item.pointer: item.operation_id for item in api.operations}
    return json.loads(json.dumps(lifecycle(api).to_json(calls)))["operations"]


def _operation(name: str, answer: Any, body: Any = None) -> dict[str, Any]:
    responses = {"200": {"description": "", "content": {"application/json": {"schema": answer}}}}
    request = {"requestBody": {"content": {"application/json": {"schema": body}}}} if body else {}
    return {"operationId": name, "responses": responses, **request}


def _item() -> dict[str, Any]:
    name = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
    return {**_operation("get", _ORDER), "parameters": [name]}


def test_a_record_with_a_list_in_it_is_no_batch() -> None:
    rows = {"type": "array", "items": {"type": "object", "properties": {"sku": _TEXT}}}
    create = _operation("create", _ORDER, {"type": "object", "properties": {"rows": rows}})
    listing = _operation("list", {"type": "array", "items": _ORDER})
    paths = {
        "/orders": {"get": listing},
        "/orders/create": {"post": create},
        "/orders/{id}": {"get": _item()},
    }
    assert _roles(paths)["create"]["role"] == "create"


@pytest.mark.parametrize(("required", "expected"), [([], "order_id"), (["order_id"], None)])
def test_what_has_to_be_named_is_not_gone_on_with(required: list[str], expected: Any) -> None:
    body = {"type": "object", "required": required, "properties": {"order_id": _TEXT}}
    create = _operation("create", _ORDER, body)
    paths = {"/orders": {"post": create}, "/orders/{id}": {"get": _item()}}
    assert _roles(paths)["create"].get("continues") == expected


_ERROR = {"type": "object", "properties": {"id": _TEXT, "error": _TEXT}}


@pytest.mark.parametrize(("row", "role"), [(_ORDER, "batch_create"), (_ERROR, "sample")])
def test_a_batch_answers_records(row: dict[str, Any], role: str) -> None:
    rows = {"type": "array", "items": row}
    body = {"type": "object", "properties": {"orders": {"type": "array", "items": _ORDER}}}
    bulk = _operation("bulk", {"type": "object", "properties": {"done": rows}}, body)
    listing = _operation("list", {"type": "array", "items": _ORDER})
    paths = {
        "/orders": {"get": listing},
        "/orders/bulk": {"post": bulk},
        "/orders/{id}": {"get": _item()},
    }
    assert _roles(paths)["bulk"]["role"] == role
