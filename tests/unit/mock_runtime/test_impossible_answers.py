"""Answers of which the document refuses every value: the mock answers all the same, as servers do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    import pytest


def test_something_is_answered(prepare: Any, caplog: pytest.LogCaptureFixture) -> None:
    name = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    closed = {"additionalProperties": False, "allOf": [name]}
    answer = {"description": "", "content": {"application/json": {"schema": closed}}}
    operation = {"operationId": "get", "responses": {"200": answer}}
    paths = {"/thing": {"get": operation}}
    info = {"title": "Test", "version": "1"}
    with prepare({"openapi": "3.1.0", "info": info, "paths": paths}).mock() as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        found = http.get("/thing")
    assert (found.status_code, [*found.json()]) == (200, ["name"])
    assert "no value is valid under" in caplog.text
