"""Reads one OpenAPI document and writes two twins in Python: a typed client SDK and a mock server.

The stages are functions of typed values and none of them prints::

    from generator import Config, generate
    result = generate("openapi.yaml", Config(package="cuadra"))

    from generator import Diagnostics, load, parse, plan, render
    found = Diagnostics()
    tree = load("openapi.yaml", found)
    files = render(plan(parse(tree, found), Config(), found))

Everything is imported when first used, so ``import generator`` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from .version import VERSION as __version__  # noqa: N811 -- the name that Python expects

if TYPE_CHECKING:
    from .config import Config
    from .diagnostics import Diagnostic, DiagnosticError, Diagnostics, Location, Severity
    from .files import Artifact, GeneratedFile
    from .generation import generate
    from .pipeline import bundle, dump, load, parse, plan, render, validate, write
    from .result import Result

__all__ = [
    "Artifact",
    "Config",
    "Diagnostic",
    "DiagnosticError",
    "Diagnostics",
    "GeneratedFile",
    "Location",
    "Result",
    "Severity",
    "__version__",
    "bundle",
    "dump",
    "generate",
    "load",
    "parse",
    "plan",
    "render",
    "validate",
    "write",
]

_MODULES = {
    "Artifact": "files",
    "Config": "config",
    "Diagnostic": "diagnostics",
    "DiagnosticError": "diagnostics",
    "Diagnostics": "diagnostics",
    "GeneratedFile": "files",
    "Location": "diagnostics",
    "Result": "result",
    "Severity": "diagnostics",
    "bundle": "pipeline",
    "dump": "pipeline",
    "generate": "generation",
    "load": "pipeline",
    "parse": "pipeline",
    "plan": "pipeline",
    "render": "pipeline",
    "validate": "pipeline",
    "write": "pipeline",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{module}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``generator.parse`` and ``generator.render`` the functions.

    The import system binds every loaded subpackage to its name in the parent, which would hide the
    public functions of these names as soon as the pipeline is loaded.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _MODULES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
