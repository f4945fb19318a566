"""Texts of packages that are planned from a single operation."""

from __future__ import annotations

import ast
from typing import Any

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.render import render
from generator.source import SpecTree
from generator.targets.python import plan_package


def file_of(paths: dict[str, Any], name: str, **schemas: Any) -> str:
    """Return a file of the project that a document of these paths and schemas becomes."""
    root: dict[str, Any] = {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
    }
    if schemas:
        root["components"] = {"schemas": schemas}
    found = Diagnostics()
    config = Config(package="api", emit=("models", "client"))
    package = plan_package(parse(SpecTree(root, "3.1.1", "0" * 64, {}), found), config, found)
    return render([one for one in package.artifacts if one.path == name])[0].text


def docstring_of(operation: dict[str, Any]) -> str:
    """Return the docstring of the method that ``GET /pets`` becomes."""
    tree = ast.parse(file_of({"/pets": {"get": operation}}, "api/resources/pets.py"))
    (resource,) = (
        node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Pets"
    )
    (method,) = (node for node in resource.body if isinstance(node, ast.FunctionDef))
    return ast.get_docstring(method) or ""
