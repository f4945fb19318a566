"""Texts of packages that are planned from a single operation."""

from __future__ import annotations

import ast
from typing import Any

from generator.config import Config, Emit
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.render import render
from generator.source import SpecTree
from generator.targets.python import plan_package

_CLIENT: tuple[Emit, ...] = ("models", "client")


def file_of(
    paths: dict[str, Any], name: str, *, emit: tuple[Emit, ...] = _CLIENT, **schemas: Any
) -> str:
    """Return a file of the project that a document of these paths and schemas becomes."""
    root: dict[str, Any] = {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
    }
    if schemas:
        root["components"] = {"schemas": schemas}
    found = Diagnostics()
    config = Config(package="api", emit=emit)
    package = plan_package(parse(SpecTree(root, "3.1.1", "0" * 64, {}), found), config, found)
    return render([one for one in package.artifacts if one.path == name])[0].text


def docstring_of(operation: dict[str, Any], method: str = "get") -> str:
    """Return the docstring of the method that an operation of ``/pets`` becomes."""
    tree = ast.parse(file_of({"/pets": {method: operation}}, "api/resources/pets.py"))
    (resource,) = (
        node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Pets"
    )
    (function,) = (node for node in resource.body if isinstance(node, ast.FunctionDef))
    return ast.get_docstring(function) or ""
