"""A DELETE of a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_PET = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
_ONE = {"content": {"application/json": {"schema": _PET}}}
_EVERY = {"content": {"application/json": {"schema": {"type": "array", "items": _PET}}}}
_ID = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}


@pytest.fixture
def http(prepare: Any) -> Iterator[httpx2.Client]:
    """A client of a mock with three pets, each with a toy."""
    some = {"name": "name", "in": "query", "schema": {"type": "string"}}
    gone = {"204": {"description": ""}}
    collection = {
        "get": {"operationId": "all", "responses": {"200": {"description": "", **_EVERY}}},
        "post": {
            "operationId": "add",
            "requestBody": _ONE,
            "responses": {"201": {"description": "", **_ONE}},
        },
        "delete": {"operationId": "clear", "parameters": [some], "responses": gone},
    }
    below = {
        method: {**operation, "operationId": f"{operation['operationId']}Toys"}
        for method, operation in collection.items()
    }
    item = {"operationId": "one", "responses": {"200": {"description": "", **_ONE}}}
    paths = {
        "/pets": collection,
        "/pets/{petId}": {"parameters": [_ID], "get": item},
        "/pets/{petId}/toys": {"parameters": [_ID], **below},
    }
    info = {"title": "t", "version": "1"}
    transport = prepare({"openapi": "3.1.0", "info": info, "paths": paths}).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        for name in ("Kim", "Lee", "Max"):
            key = client.post("/pets", json={"name": name}).json()["id"]
            client.post(f"/pets/{key}/toys", json={"name": "ball"})
        yield client


def test_it_removes_all_records(http: httpx2.Client) -> None:
    first, *_ = http.get("/pets").json()
    assert http.delete("/pets").status_code == 204
    assert http.get("/pets").json() == []
    assert http.get(f"/pets/{first['id']}").status_code == 404


def test_it_removes_those_of_one_parent(http: httpx2.Client) -> None:
    first, second, _ = (one["id"] for one in http.get("/pets").json())
    assert http.delete(f"/pets/{first}/toys").status_code == 204
    assert http.get(f"/pets/{first}/toys").json() == []
    assert len(http.get(f"/pets/{second}/toys").json()) == 1
    assert len(http.get("/pets").json()) == 3


def test_one_that_may_mean_some_of_them_removes_none(http: httpx2.Client) -> None:
    assert http.delete("/pets", params={"name": "Kim"}).status_code == 204
    assert len(http.get("/pets").json()) == 3
