"""Runs beside a package that a peer made, in the peers' environment; prints what it found as JSON.

It needs nothing but jsonschema-rs for the validity of examples, as ``examples.py`` does.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def check_imports(package: str) -> dict[str, Any]:
    """Import every module and rebuild every model."""
    faults: list[str] = []
    try:
        top = importlib.import_module(package)
        for module in pkgutil.walk_packages(top.__path__, f"{package}."):
            found = importlib.import_module(module.name)
            for value in list(vars(found).values()):
                if _is_own(value, package) and hasattr(value, "model_rebuild"):
                    value.model_rebuild()
    except Exception as error:  # noqa: BLE001 - whatever it raises is a finding
        faults.append(f"{type(error).__name__}: {str(error)[:300]}")
    return {"faults": faults}


def _is_own(value: Any, package: str) -> bool:
    return isinstance(value, type) and value.__module__.startswith(package)


def check_examples(package: str, document: dict[str, Any]) -> dict[str, Any]:
    """Send the valid examples of component schemas through the models of the same name."""
    from equality import same
    from examples import find_examples
    from openapi_schemas import Schemas

    has_models = importlib.util.find_spec(f"{package}.models") is not None
    found = vars(importlib.import_module(f"{package}.models")) if has_models else {}
    named = {_plain(name): value for name, value in found.items() if isinstance(value, type)}
    schemas, count, faults = Schemas(document), {"found": 0, "valid": 0, "typed": 0, "same": 0}, []
    for pointer, value in find_examples(schemas):
        count["found"] += 1
        validator = schemas.validator(pointer)
        if validator is None or not validator.is_valid(value):
            continue
        count["valid"] += 1
        where = re.fullmatch("#/components/schemas/([^/]+)", schemas.resolve(pointer))
        model: Any = named.get(_plain(where[1])) if where else None
        if model is None or not isinstance(value, dict):
            continue
        count["typed"] += 1
        try:
            if hasattr(model, "from_dict"):
                back = model.from_dict(value).to_dict()
            else:
                read = model.model_validate(value)
                back = read.model_dump(by_alias=True, exclude_unset=True, mode="json")
            fault = "" if same(value, back) else f"{value!r:.150} became {back!r:.150}"
        except Exception as error:  # noqa: BLE001 - whatever it raises is a finding
            fault = f"{type(error).__name__}: {str(error)[:200]}"
        count["same"] += not fault
        if fault:
            faults.append(f"{pointer}: {fault}")
    return {**count, "faults": faults}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def main(folder: Path, package: str) -> None:
    sys.path[:0] = [str(folder), str(HERE), str(HERE.parent / "support")]
    result = {"imports": check_imports(package)}
    if not result["imports"]["faults"]:
        text = (folder / "bundle.json").read_text(encoding="utf-8")
        result["examples"] = check_examples(package, json.loads(text))
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
