"""Answers that a document describes in several forms, each by a schema of its own."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest


def _object(name: str, kind: str) -> dict[str, Any]:
    """Return a schema whose values always have a property of that name and type."""
    return {"schema": {"type": "object", "required": [name], "properties": {name: {"type": kind}}}}


_FORMS = {
    "*/*": _object("any", "boolean"),
    "application/json": _object("plain", "string"),
    "application/hal+json": _object("linked", "integer"),
}


@pytest.mark.parametrize(
    ("accept", "media_type", "member"),
    [
        ("*/*", "application/json", "plain"),
        ("application/json", "application/json", "plain"),
        ("application/hal+json", "application/hal+json", "linked"),
        ("application/json;q=0.5, application/hal+json", "application/hal+json", "linked"),
    ],
)
@pytest.mark.parametrize("path", ["/things/a", "/state"])
def test_the_form_that_is_wanted_has_its_own_schema(
    prepare: Any, path: str, accept: str, media_type: str, member: str
) -> None:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    responses = {"200": {"description": "", "content": _FORMS}}
    paths = {
        "/things/{id}": {
            "get": {"operationId": "get", "parameters": [name], "responses": responses}
        },
        "/state": {"get": {"operationId": "state", "responses": responses}},
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        for _ in range(2):
            answer = client.get(path, headers={"accept": accept})
            assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
            assert member in answer.json()
