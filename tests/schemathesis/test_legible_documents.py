"""What is put into the words of Schemathesis, and that all else stays as it is."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

_LEGIBLE = runpy.run_path(str(Path(__file__).parent / "legible.py"))["legible"]


def _parameters(path: str, *declared: Any, **more: Any) -> Any:
    found = _LEGIBLE({"paths": {path: {"get": {"parameters": list(declared)}}}, **more})
    ((plain, item),) = found["paths"].items()
    return plain, item["get"]["parameters"]


@pytest.mark.parametrize(
    ("schema", "legible"),
    [
        ({"type": "int", "minimum": 1}, {"minimum": 1}),
        ({"type": "object", "required": True}, {"type": "object"}),
        ({"$ref": "#/components/schemas/None"}, {}),
        ({"$ref": "other.json#/A"}, {}),
        ({"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/A"}),
        (
            {"type": "array", "items": {"type": "string"}, "enum": ["a"]},
            {"type": "array", "items": {"enum": ["a"], "type": "string"}},
        ),
        ({"enum": [{"type": "int"}]}, {"enum": [{"type": "int"}]}),
    ],
)
def test_schemas(schema: Any, legible: Any) -> None:
    components = {"schemas": {"A": {"type": "string"}}}
    declared = {"name": "q", "in": "query", "required": True, "schema": schema}
    found = _parameters("/x", declared, components=components)
    assert found == ("/x", [{**declared, "schema": legible}])


def test_placeholders() -> None:
    path, (name, place) = _parameters("/{+name}/{place}", {"$ref": "p.json#/Name"})
    assert path == "/{name}/{place}"
    assert name == {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
    assert place["name"] == "place"
