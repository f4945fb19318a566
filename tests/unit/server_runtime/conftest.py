"""Documents prepared for the server runtime as the generator prepares them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from served_document import served_operations
from twin.server._runtime import Document

from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document


def _prepare(openapi: dict[str, Any]) -> Document:
    found = Diagnostics()
    source = parse_document("memory:openapi.json", json.dumps(openapi).encode(), found)
    tree = resolve(source, found)
    api = parse(tree, found)
    return Document(tree.root, served_operations(api))


@pytest.fixture(scope="session")
def prepare() -> Any:
    """The function that prepares a document; calls are named by operation ids."""
    return _prepare


@pytest.fixture
def document() -> Any:
    """A function that makes a document of its paths."""

    def make(paths: dict[str, Any], **more: Any) -> Document:
        info = {"title": "Test", "version": "1"}
        return _prepare({"openapi": "3.1.0", "info": info, "paths": paths, **more})

    return make
