"""The optional backend writes the same names, on the same base class."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.diagnostics import DiagnosticError
from generator.render import render
from generator.targets.python.models_dcg import plan_models_dcg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMAS: dict[str, Any] = {
    "Node": {
        "type": "object",
        "required": ["nodeId"],
        "properties": {
            "nodeId": {"type": "string"},
            "next": {"$ref": "#/components/schemas/Node"},
            "status": {"enum": ["on", "off"]},
        },
    },
    "Nodes": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
}


def test_models_of_the_other_backend(build: Callable[..., Any], tmp_path: Path) -> None:
    pytest.importorskip("datamodel_code_generator")
    built = build(SCHEMAS)
    artifacts, files = plan_models_dcg(built.lowering, built.names, "# Generated from Test")
    for path in (tmp_path / built.package / "models").glob("*.py"):
        path.unlink()
    for file in (*render(artifacts), *files):
        (tmp_path / built.package / file.path).write_text(file.text, "utf-8")
    models = importlib.import_module(f"{built.package}.models")
    assert models.__all__ == ["Node", "Nodes"]
    value = {"nodeId": "a", "next": {"nodeId": "b"}, "status": "a value of tomorrow", "x": 1}
    node = models.Node.model_validate(value)
    assert node.node_id == "a"
    assert node.to_dict() == value


def test_a_missing_library_is_told(
    lowered: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "datamodel_code_generator", None)
    lowering, names, _ = lowered(SCHEMAS)
    with pytest.raises(DiagnosticError, match="not installed"):
        plan_models_dcg(lowering, names, "")
