"""Runs beside one generated package and prints what it found as JSON.

usage: python inside.py FOLDER PACKAGE CHECK...   (imports, examples, loop)
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import traceback
import warnings
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

_ROOT = Path(__file__).parent.parent


def check_imports(package: str, manifest: dict[str, Any], _folder: Path) -> dict[str, Any]:
    """Import every module, rebuild every model, resolve every call on both clients."""
    faults: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        top = importlib.import_module(package)
        for module in pkgutil.walk_packages(top.__path__, f"{package}."):
            if not module.name.endswith((".__main__", ".pytest_plugin")):
                _attempt(faults, module.name, partial(importlib.import_module, module.name))
        models = importlib.import_module(f"{package}.models")
        for name in models.__all__:
            _attempt(faults, name, partial(_rebuild, models, name))
    callable_on_both = 0
    with importlib.import_module(f"{package}.mock").Mock() as mock:
        clients = mock.client(), mock.async_client()
        for operation in manifest["operations"]:
            before = len(faults)
            for client in clients:
                _attempt(faults, operation["call"], partial(_find, client, operation["call"]))
            callable_on_both += len(faults) == before
    return {"callable": callable_on_both, "models": len(models.__all__), "faults": faults}


def _attempt(faults: list[str], name: str, action: Callable[[], object]) -> None:
    try:
        action()
    except Exception as error:  # noqa: BLE001 - whatever it raises is a finding
        faults.append(f"{name}: {type(error).__name__}: {str(error)[:300]}")


def _rebuild(models: ModuleType, name: str) -> None:
    model = getattr(models, name)
    if hasattr(model, "model_rebuild"):
        model.model_rebuild()


def _find(client: Any, call: str) -> None:
    for part in call.split("."):
        client = getattr(client, part)
    if not callable(client):
        raise TypeError("not callable")


def check_examples(package: str, manifest: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Send the document's valid examples through the models and back."""
    from examples import judge_examples
    from openapi_schemas import Schemas

    text = (folder / package / "server" / "openapi.json").read_text(encoding="utf-8")
    models = importlib.import_module(f"{package}.models")
    count, faults = judge_examples(Schemas(json.loads(text)), models, manifest)
    return {**count, "faults": faults}


def check_loop(package: str, manifest: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Let the client call the mock, and judge both by the document."""
    from loop import Loop

    top = importlib.import_module(package)
    loop = Loop(top, importlib.import_module(f"{package}.mock"), folder / package)
    loop.run(manifest["operations"])
    return {**loop.count, "exceptions": loop.exceptions, "faults": loop.faults}


_CHECKS = {"imports": check_imports, "examples": check_examples, "loop": check_loop}


def main(folder: Path, package: str, checks: list[str]) -> None:
    sys.path[:0] = [str(folder), str(_ROOT / "support"), str(Path(__file__).parent)]
    manifest = json.loads((folder / package / "manifest.json").read_text(encoding="utf-8"))
    result: dict[str, Any] = {}
    for name in checks:
        try:
            result[name] = _CHECKS[name](package, manifest, folder)
        except Exception:  # noqa: BLE001 - a check that cannot finish is a finding
            result[name] = {"faults": [traceback.format_exc()[-1500:]]}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
