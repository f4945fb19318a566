"""Models of a few schemas, generated and imported without anything else of a package."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import twin._runtime
import twin._runtime.models

from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.render import render
from generator.source import resolve
from generator.source.loader import parse_document
from generator.targets.python.lowering import Lowering
from generator.targets.python.models import class_pointers, name_models, plan_models
from generator.targets.python.strict_schemas import discriminators_of, plan_strict_schemas

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_numbers = itertools.count()


@dataclass(frozen=True)
class Generated:
    """The models of a document: the package, its texts by path, the document itself, what was said of it."""

    package: str
    files: dict[str, str]
    document: dict[str, Any]
    diagnostics: Diagnostics

    @property
    def models(self) -> ModuleType:
        return importlib.import_module(f"{self.package}.models")


def generate_models(schemas: dict[str, Any], folder: Path) -> Generated:
    """Generate the models of component schemas into ``folder``, which must be importable."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    diagnostics = Diagnostics()
    read = parse_document("test.json", json.dumps(document).encode(), diagnostics)
    tree = resolve(read, diagnostics)
    api = parse(tree, diagnostics)
    lowering = Lowering(api, diagnostics)
    names = name_models(api, lowering)
    files = render(plan_models(lowering, names, "# Generated from Test"))
    package = f"models_of_{next(_numbers)}"
    strict = plan_strict_schemas(
        class_pointers(lowering, names), tree.follow, discriminators_of(api.schemas)
    )
    texts = {file.path: file.text for file in (*files, strict)}
    for path, text in {"__init__.py": "", **texts}.items():
        place = folder / package / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", errors="surrogatepass")
    # The support modules are the same for all: those that the tests have already.
    sys.modules[f"{package}._runtime"] = twin._runtime
    sys.modules[f"{package}._runtime.models"] = twin._runtime.models
    importlib.invalidate_caches()
    return Generated(package, texts, tree.root, diagnostics)
