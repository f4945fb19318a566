"""What the README of a project shows: a thing that is made and read again, imports where people put them."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from generated_texts import file_of

GIST: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "text": {"type": "string"}},
}
DAY: dict[str, Any] = {
    "name": "day",
    "in": "query",
    "required": True,
    "schema": {"type": "string", "format": "date", "examples": ["2026-01-02"]},
}
ID: dict[str, Any] = {
    "name": "gistId",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
}


def operation(name: str, schema: Any = None, *parameters: Any, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}} if schema else {}
    responses = {"200": {"description": "OK", "content": content}}
    return {"operationId": name, "parameters": list(parameters), "responses": responses, **more}


def body(*required: str) -> dict[str, Any]:
    properties = {"text": {"type": "string"}, "at": {"type": "string", "format": "date-time"}}
    schema = {"type": "object", "properties": properties, "required": list(required)}
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def blocks(paths: dict[str, Any]) -> list[str]:
    readme = file_of(json.loads(json.dumps(paths)), "README.md")
    return re.findall(r"(?s)```python\n(.*?)```", readme)


def test_what_is_made_and_can_be_read_again_is_shown_first() -> None:
    usage = blocks(
        {
            "/activity": {"put": operation("markActivity", requestBody=body())},
            "/gists": {"post": operation("createGist", GIST, requestBody=body("text"))},
            "/gists/{gistId}": {"get": operation("getGist", GIST, ID)},
        }
    )[0]
    assert 'gist = client.gists.create(text="Hello!")\nprint(gist.id)' in usage
    assert "gist = client.gists.get(gist.id)" in usage


def test_imports_stand_at_the_top_once() -> None:
    found = blocks(
        {
            "/gists": {"post": operation("createGist", GIST, requestBody=body("at"))},
            "/gists/{gistId}": {"get": operation("getGist", GIST, ID, DAY)},
        }
    )
    calling = [block for block in found if "import" in block and "datetime(" in block]
    assert calling[0].startswith("from datetime import UTC, date, datetime\n\nfrom api import")
    (awaited,) = [block for block in found if "import asyncio" in block]
    assert awaited.startswith("import asyncio\nfrom datetime import date\n\nfrom api import")
    for block in (*calling, awaited):
        kinds = [isinstance(node, ast.ImportFrom | ast.Import) for node in ast.parse(block).body]
        assert kinds == sorted(kinds, reverse=True)
