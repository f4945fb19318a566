"""Parameters of lists that have a default: a filter, unless it would hide what the mock made itself."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}


def _answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}


@pytest.mark.parametrize("name", ["bodyId", "colour"])
def test_a_default_does_not_empty_a_list_that_nothing_fills(prepare: Any, name: str) -> None:
    body = {"type": "object", "properties": {"bodyId": _TEXT, "colour": _TEXT}}
    asked = {"name": name, "in": "query", "schema": {"type": "string", "default": "2"}}
    path = {"name": "bodyId", "in": "path", "required": True, "schema": _TEXT}
    rows = _answer({"type": "array", "items": body})
    paths = {
        "/bodies": {"get": {"operationId": "list", "parameters": [asked], "responses": rows}},
        "/bodies/{bodyId}": {
            "get": {"operationId": "get", "parameters": [path], "responses": _answer(body)}
        },
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    mock = prepare(document).mock(seed=3)
    with httpx2.Client(transport=mock.transport(), base_url="http://x") as client:
        found = client.get("/bodies").json()
        assert len(found) > 1
        assert client.get("/bodies", params={name: found[1][name]}).json() == [found[1]]
        assert client.get("/bodies", params={name: "2"}).json() == []
