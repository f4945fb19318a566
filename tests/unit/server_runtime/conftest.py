"""Documents prepared for the server runtime as the generator prepares them."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from twin.server._runtime import Document

from generator.analyze.streaming import streaming
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document
from generator.targets.python.operations_table import operations_table


def _prepare(openapi: dict[str, Any]) -> Document:
    found = Diagnostics()
    source = parse_document("memory:openapi.json", json.dumps(openapi).encode(), found)
    tree = resolve(source, found)
    api = parse(tree, found)
    methods = []
    for operation in api.operations:
        told = streaming(operation, api)
        methods.append(
            SimpleNamespace(
                operation=operation,
                arguments=(),
                call=operation.operation_id,
                terminator=told.terminator if told else "",
                switch=told.switch.name if told and told.switch else "",
            )
        )
    table: Any = operations_table(api, methods)  # type: ignore[arg-type] # of Method only these
    return Document(tree.root, json.loads(json.dumps(table)))


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
