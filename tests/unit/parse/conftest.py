from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import SpecTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.ir.api import Api
    from generator.ir.schemas import Schema


class Reading:
    """A parsed document with what was said about it."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.diagnostics = Diagnostics()
        tree = SpecTree(root, "3.1.1", "0" * 64, {})
        self.api: Api = parse(tree, self.diagnostics)

    @property
    def codes(self) -> list[str]:
        return [found.code for found in self.diagnostics]

    def schema(self, name: str) -> Schema:
        """The schema under a pointer, or under the name of a component."""
        key = name if name.startswith("#") else f"#/components/schemas/{name}"
        return {str(id_): definition for id_, definition in self.api.schemas.items()}[key].schema

    def words(self, pointer: str) -> tuple[str, ...]:
        return {str(key): found for key, found in self.api.schemas.items()}[pointer].hint.words


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Parse a document given by its members; `openapi` and `info` are filled in."""

    def _read(**members: Any) -> Reading:
        return Reading({"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, **members})

    return _read


@pytest.fixture
def read_schemas(read: Callable[..., Reading]) -> Callable[..., Reading]:
    """Parse a document of nothing but component schemas."""

    def _read(**schemas: Any) -> Reading:
        return read(components={"schemas": schemas})

    return _read


@pytest.fixture
def read_operation(read: Callable[..., Reading]) -> Callable[..., Reading]:
    """Parse a document of one operation, `GET /things` unless said otherwise."""

    def _read(
        operation: Any, path: str = "/things", method: str = "get", **members: Any
    ) -> Reading:
        return read(paths={path: {method: operation}}, **members)

    return _read
