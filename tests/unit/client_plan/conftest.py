"""Plans packages from documents given as a few paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.render import render
from generator.source import SpecTree
from generator.targets.python import plan_package

if TYPE_CHECKING:
    from collections.abc import Callable


class Planned:
    """A planned package, with what was said about it; files are rendered on demand, unformatted."""

    def __init__(self, root: dict[str, Any], config: Config) -> None:
        self.diagnostics = Diagnostics()
        tree = SpecTree(root, "3.1.1", "0" * 64, {})
        self.package = plan_package(parse(tree, self.diagnostics), config, self.diagnostics)

    @property
    def operations(self) -> list[dict[str, Any]]:
        found: Any = self.package.manifest["operations"]
        return list(found)

    @property
    def calls(self) -> list[str]:
        return [operation["call"] for operation in self.operations]

    @property
    def codes(self) -> list[str]:
        return [found.code for found in self.diagnostics]

    def file(self, path: str) -> str:
        """The text of one file, ``api/`` being the package."""
        wanted = [artifact for artifact in self.package.artifacts if artifact.path == path]
        return render(wanted)[0].text


@pytest.fixture
def plan() -> Callable[..., Planned]:
    """Plan a client of the given paths; other members of the document by keyword."""

    def _plan(paths: dict[str, Any], *, config: Config | None = None, **members: Any) -> Planned:
        root = {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths}
        chosen = config or Config(package="api", emit=("models", "client"))
        return Planned({**root, **members}, chosen)

    return _plan


@pytest.fixture
def call(plan: Callable[..., Planned]) -> Callable[..., str]:
    """The call of a lone operation, given as ``GET /pets/{id}``, an id and tags."""

    def _call(request: str, operation_id: str = "", *tags: str, answer: Any = None) -> str:
        method, path = request.split()
        operation: dict[str, Any] = {"responses": {"200": {"description": "Fine."}}}
        if answer is not None:
            operation["responses"]["200"]["content"] = {"application/json": {"schema": answer}}
        if operation_id:
            operation["operationId"] = operation_id
        if tags:
            operation["tags"] = list(tags)
        return plan({path: {method.lower(): operation}}).calls[0]

    return _call
