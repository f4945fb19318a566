"""Endpoint stubs: what stands in a handler's signature is true."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, generate

if TYPE_CHECKING:
    from pathlib import Path


def stub(tmp_path: Path, schema: dict[str, Any]) -> str:
    operation = {
        "operationId": "listThings",
        "tags": ["things"],
        "parameters": [{"name": "sort", "in": "query", "schema": schema}],
        "responses": {"204": {"description": "Done."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"get": operation}},
        "components": {"schemas": {"Sort": {"type": "string", "enum": ["name", "age"]}}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    files = {file.path: file.text for file in generate(path, Config(package="things")).files}
    return files["things/server/things.py"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer", "default": 20}, "sort: int = 20"),
        ({"type": "boolean", "default": False}, "sort: bool = False"),
        ({"enum": ["name", "age"], "default": "age"}, 'sort: Literal["name", "age"] = "age"'),
        ({"enum": ["name", "age"], "default": "Age"}, 'sort: Literal["name", "age"] | None = None'),
        ({"type": "integer", "default": "20"}, "sort: int | None = None"),
        ({"type": "string", "format": "date", "default": "2026-01-01"}, "sort: date | None = None"),
        (
            {"type": "array", "items": {"type": "string"}, "default": ["name"]},
            "sort: builtins.list[str] | None = None",
        ),
    ],
)
def test_a_default_is_of_its_type(tmp_path: Path, schema: dict[str, Any], expected: str) -> None:
    assert expected in stub(tmp_path, schema)


def test_a_default_of_a_named_enum_is_one_of_its_values(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/schemas/Sort"}
    assert 'sort: models.Sort = "age"' in stub(tmp_path, {**reference, "default": "age"})
    assert "sort: models.Sort | None = None" in stub(tmp_path, {**reference, "default": "Age"})
