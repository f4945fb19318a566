"""Builds APIs and their generated models from a few schemas."""

from __future__ import annotations

import importlib
import itertools
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, generate
from generator.diagnostics import Diagnostics
from generator.parse.api import parse
from generator.render import render
from generator.source import resolve
from generator.source.loader import parse_document
from generator.targets.python.lowering import Lowering
from generator.targets.python.models import name_models, plan_models

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from generator.files import GeneratedFile
    from generator.ir.api import Api
    from generator.targets.python.model_names import ModelNames

_RUNTIME = Path(__file__).parents[3] / "templates" / "python" / "runtime"
_numbers = itertools.count()


def build_api(
    schemas: dict[str, Any], body: Any = None, diagnostics: Diagnostics | None = None
) -> Api:
    """Parse a document with these components; ``body`` is the schema of the only request body."""
    operation: dict[str, Any] = {"operationId": "send", "responses": {"204": {"description": ""}}}
    if body is not None:
        operation["requestBody"] = {"content": {"application/json": {"schema": body}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": schemas},
    }
    found = Diagnostics() if diagnostics is None else diagnostics
    return parse(
        resolve(parse_document("test.json", json.dumps(document).encode(), found), found), found
    )


@dataclass
class Built:
    """What came of some schemas."""

    lowering: Lowering
    names: ModelNames
    files: dict[str, str]
    diagnostics: Diagnostics
    package: str

    @property
    def models(self) -> ModuleType:
        return importlib.import_module(f"{self.package}.models")

    @property
    def params(self) -> ModuleType:
        return importlib.import_module(f"{self.package}.params")


def lower(schemas: dict[str, Any], body: Any = None) -> tuple[Lowering, ModelNames, Diagnostics]:
    diagnostics = Diagnostics()
    api = build_api(schemas, body, diagnostics)
    lowering = Lowering(api, diagnostics)
    return lowering, name_models(api, lowering), diagnostics


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    """Generate the models of some schemas into an importable package."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def generate(schemas: dict[str, Any], body: Any = None) -> Built:
        lowering, names, diagnostics = lower(schemas, body)
        files: tuple[GeneratedFile, ...] = render(
            plan_models(lowering, names, "# Generated from Test")
        )
        package = f"generated_{next(_numbers)}"
        root = tmp_path / package
        shutil.copytree(_RUNTIME, root / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
        (root / "__init__.py").touch()
        for file in files:
            path = root / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
        importlib.invalidate_caches()
        texts = {file.path: file.text for file in files}
        return Built(lowering, names, texts, diagnostics, package)

    return generate


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModuleType]:
    """Generate the whole package of a document with these paths and components, and import it."""

    def made(paths: dict[str, Any], version: str = "3.1.0", **components: Any) -> ModuleType:
        info = {"title": "Test", "version": "1"}
        document = {"openapi": version, "info": info, "paths": paths, "components": components}
        place = tmp_path / "document.json"
        place.write_text(json.dumps(document), "utf-8")
        name = f"generated_{next(_numbers)}"
        result = generate(place, Config(package=name), output=tmp_path / name)
        assert result.ok
        monkeypatch.syspath_prepend(str(tmp_path / name))
        importlib.invalidate_caches()
        return importlib.import_module(name)

    return made


@pytest.fixture
def field_types(build: Callable[..., Built]) -> Callable[[dict[str, Any]], dict[str, str]]:
    """Return the declarations of the fields of a class with these properties."""

    def declared(properties: dict[str, Any], **components: Any) -> dict[str, str]:
        thing = {"type": "object", "properties": properties, "required": list(properties)}
        text = build({"Thing": thing, **components}).files["models/thing.py"]
        lines = (line.strip() for line in text.splitlines() if line.startswith("    "))
        return dict(line.split(": ", 1) for line in lines if ": " in line)

    return declared


@pytest.fixture(autouse=True)
def forget_generated() -> Any:
    """Drop generated packages from the interpreter after each test."""
    yield
    for name in [name for name in sys.modules if name.startswith("generated_")]:
        del sys.modules[name]


@pytest.fixture
def lowered() -> Callable[..., tuple[Lowering, ModelNames, Diagnostics]]:
    """Lower and name some schemas without writing them."""
    return lower
