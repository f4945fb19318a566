"""What is added to a document renames and changes nothing else: only indexes learn of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import Config, generate
from generator.diagnostics import Diagnostics
from generator.source import load

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/openapi.yaml"))

# Files that list what there is.
INDEXES = frozenset(
    [
        "README.md",
        "reference.md",
        "api/_client.py",
        "api/manifest.json",
        "api/params.py",
        "api/models/__init__.py",
        "api/models/_schemas.json",
        "api/mock/behaviour.json",
        "api/server/__init__.py",
        "api/server/app.py",
        "api/server/openapi.json",
        "api/server/operations.json",
    ]
)


def _with_unrelated(document: dict[str, Any]) -> dict[str, Any]:
    """Add an operation with a schema of its own and schemas inside it."""
    gadget = {
        "type": "object",
        "required": ["gadget_id"],
        "properties": {
            "gadget_id": {"type": "string"},
            "widgets": {"type": "array", "items": {"type": "object", "properties": {"w": {}}}},
        },
    }
    parameters: list[dict[str, Any]] = [{"name": "gadget", "in": "path", "required": True}]
    changed = {**document, "paths": dict(document.get("paths", {}))}
    operation: dict[str, Any] = {"operationId": "replaceGadget", "tags": ["Gadgets"]}
    if "swagger" in document:
        parameters[0]["type"] = "string"
        reference = {"$ref": "#/definitions/Gadget"}
        parameters.append({"name": "b", "in": "body", "required": True, "schema": reference})
        operation["responses"] = {"200": {"description": "OK", "schema": reference}}
        changed["definitions"] = {**document["definitions"], "Gadget": gadget}
    else:
        parameters[0]["schema"] = {"type": "string"}
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Gadget"}}}
        operation["requestBody"] = {"required": True, "content": content}
        operation["responses"] = {"200": {"description": "OK", "content": content}}
        components = dict(document.get("components", {}))
        components["schemas"] = {**components.get("schemas", {}), "Gadget": gadget}
        changed["components"] = components
    operation["parameters"] = parameters
    changed["paths"]["/gadgets/{gadget}"] = {"put": operation}
    return changed


def _generate(folder: Path, document: dict[str, Any]) -> dict[str, str]:
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = generate(path, Config(package="api", formatter="none"))
    return {file.path: file.text for file in result.files if "/_runtime/" not in file.path}


@pytest.mark.parametrize("case", CASES)
def test_what_is_added_changes_nothing_else(case: str, tmp_path: Path) -> None:
    shutil.copytree(HERE / case, tmp_path, dirs_exist_ok=True)
    document = load(HERE / case / "openapi.yaml", Diagnostics()).data
    before = _generate(tmp_path, document)
    after = _generate(tmp_path, _with_unrelated(document))
    added = {name for name in after if "gadget" in name}
    assert added
    for name, text in before.items():
        if name not in INDEXES and not name.startswith("tests/"):  # cases for every kind of request
            assert after[name] == text, name
    new = {name for name in after.keys() - before.keys() if not name.startswith("tests/")}
    assert new <= added | {"api/params.py"}
    _check_manifest(json.loads(before["api/manifest.json"]), json.loads(after["api/manifest.json"]))


def _check_manifest(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert [one for one in after["models"] if "Gadget" not in one["name"]] == before["models"]
    others = [one for one in after["operations"] if one["path"] != "/gadgets/{gadget}"]
    assert others == before["operations"]
