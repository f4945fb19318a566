"""Who may import whom, and which file may import which third-party package."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

ANYONE = {"diagnostics", "version", "json_lines", "frozen"}
ALLOWED = {
    "source": set(),
    "ir": set(),
    "parse": {"source", "ir"},
    "analyze": {"ir"},
    "targets": {"ir", "analyze", "config", "files"},
    "render": {"files", "cache"},
    "output": {"files"},
    "files": set(),
    "json_lines": set(),
    "config": set(),
    "cache": set(),
    "settings": {"config"},
    "result": {"files", "output"},
    "memory": {"cache", "config", "files", "output", "result"},
    "pipeline": {"source", "parse", "targets", "render", "output", "config", "files", "result"}
    | {"beside", "ir", "memory", "reading"},
    "beside": set(),
    "reading": {"source", "config", "result"},
    "diagnostics": set(),
    "generation": {"memory", "pipeline", "config", "result"},
    "report": set(),
    "console": {"report"},
    "mocking": {"pipeline", "config", "cache", "result"},
    "remaking": {"pipeline", "config", "result"},
    "commands": {
        "pipeline",
        "generation",
        "mocking",
        "remaking",
        "settings",
        "config",
        "console",
        "report",
        "result",
    }
    | {"output"},
    "cli": {"commands", "console", "report", "settings"},
    "__main__": {"cli"},
    "__init__": {"config", "files", "generation", "pipeline", "result"},
}
THIRD_PARTY = {
    "jinja2": ["render/environment.py"],
    "jiter": ["source/clean_json.py"],
    "yaml": ["source/"],
    "httpx2": ["source/"],
    "jsonschema_rs": ["source/meta_schemas.py"],
    "openapi_spec_validator": ["source/thorough.py"],
    "black": ["targets/python/format.py"],
    "ruff": ["targets/python/format.py"],
    "datamodel_code_generator": ["targets/python/models_dcg.py"],
    "platformdirs": ["cache.py"],
    "rich": ["console.py"],
}
VENDORS = "cuadra|github|openai|discord|stripe|twilio|slack|digitalocean|spotify|zoom|anthropic"
FORMATS = re.compile(r"github", re.IGNORECASE)  # the name of an output format in these files
FORMAT_FILES = {"report.py", "cli.py"}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> list[tuple[int, str]]:
    """Return each import as (level, dotted name)."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(0, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.level, node.module))
        elif isinstance(node, ast.ImportFrom):
            found += [(node.level, alias.name) for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_follow_the_table(path: Path) -> None:
    here = path.relative_to(PACKAGE).with_suffix("").parts
    for level, module in imports(path):
        if level == 0:
            top = module.partition(".")[0]
            assert top != "generator", "imports inside the package are relative"
            if top not in sys.stdlib_module_names:
                places = THIRD_PARTY.get(top, [])
                assert any(name(path).startswith(place) for place in places), f"{top} is not for it"
            continue
        target = (*here[: len(here) - level], *module.split("."))[0]
        if target != here[0]:
            assert target in ANYONE | ALLOWED[here[0]], f"{here[0]} may not import {target}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_file_has_one_subject_and_knows_no_vendor(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    code = _without_docstrings(text)
    if path.name in FORMAT_FILES:
        code = FORMATS.sub("", code)
    assert not re.findall(VENDORS, code, re.IGNORECASE)


def _without_docstrings(text: str) -> str:
    """Return the code alone: examples in comments and docstrings may name whom they like."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.unparse(tree)
