"""What the docstrings of the generated mock and of the endpoint stubs say of their arguments."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.render import render
from generator.source import SpecTree
from generator.targets.python import plan_package

TITLE = "Pet API"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The modules of a package with everything in it."""
    operation: dict[str, Any] = {"responses": {"200": {"description": "OK"}}}
    root: dict[str, Any] = {
        "openapi": "3.1.1",
        "info": {"title": TITLE, "version": "1"},
        "paths": {"/pets": {"get": operation}},
    }
    found = Diagnostics()
    config = Config(package="api", emit=("models", "client", "server", "mock"))
    package = plan_package(parse(SpecTree(root, "3.1.1", "0" * 64, {}), found), config, found)
    wanted = [one for one in package.artifacts if one.path.endswith(".py")]
    return {one.path: one.text for one in render(wanted)}


def _defined(source: str, name: str) -> ast.ClassDef | ast.FunctionDef:
    (found,) = (
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
    )
    return found


def _told(text: str) -> list[str]:
    """Return the names of the arguments that a docstring describes."""
    lines = text.partition("Args:\n")[2].splitlines()
    return [line.strip().partition(":")[0] for line in lines if line[4:5].strip()]


def test_every_argument_of_a_mock_is_described(files: dict[str, str]) -> None:
    mock = _defined(files["api/mock/__init__.py"], "Mock")
    (made,) = (
        node for node in mock.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"
    )
    text = ast.get_docstring(mock) or ""
    assert text.startswith(f"A mock of the {TITLE} that keeps state.\n\n")
    assert _told(text) == [argument.arg for argument in made.args.kwonlyargs]


def test_what_create_app_does_is_described(files: dict[str, str]) -> None:
    text = ast.get_docstring(_defined(files["api/server/app.py"], "create_app")) or ""
    assert text.startswith(f"Make the ASGI application that serves the {TITLE} by")
    assert _told(text) == ["authenticate", "check_responses"]


def test_lines_of_what_is_written_for_every_api_fit(files: dict[str, str]) -> None:
    for path in ("api/mock/__init__.py", "api/server/app.py", "api/_client.py", "api/__init__.py"):
        assert [line for line in files[path].splitlines() if len(line) > 100] == []
