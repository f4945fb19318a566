"""What is done with one document; every result has ``faults``, empty where all is well."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import traceback
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from documents import CorpusDocument, count_operations

from generator import Config, DiagnosticError, generate, load
from generator.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PACKAGE = "judged"
INSIDE = ("imports", "examples", "loop")
TIMEOUT = 1200
Result = dict[str, Any]
# What the golden tests ask of the output too, and why not two of them.
_RULES = (
    *("--isolated", "--line-length=100", "--target-version=py311"),
    *("--select=F,I,E9,B,PIE,UP,W", "--ignore=UP007,UP013"),
)


def check_generation(document: CorpusDocument, folder: Path) -> Result:
    """Generate into a folder; count the operations that are there, and those that must be."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        result = generate(document.path, Config(package=PACKAGE), output=folder)
        expected = count_operations(load(document.path, Diagnostics()).root)
    except DiagnosticError as error:
        return {"operations": 0, "expected": 0, "faults": [str(error)]}
    except Exception:  # noqa: BLE001 - a traceback is a finding
        return {"operations": 0, "expected": 0, "faults": [traceback.format_exc()[-1500:]]}
    text = (folder / PACKAGE / "manifest.json").read_text(encoding="utf-8")
    calls = [operation["call"] for operation in json.loads(text)["operations"]]
    distinct = len({call for call in calls if call})
    return {
        "operations": distinct,
        "expected": expected,
        "warnings": sum(one.severity == "warning" for one in result.diagnostics),
        "seconds": round(sum(seconds for _, seconds in result.timings), 2),
        "faults": [] if distinct >= expected else [f"{distinct} of {expected} operations"],
    }


def check_inside(folder: Path, checks: Iterable[str]) -> dict[str, Result]:
    """Run the checks that import the package, in a process of their own."""
    script = Path(__file__).with_name("inside.py")
    command = [sys.executable, str(script), str(folder), PACKAGE, *checks]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=TIMEOUT)
        found: dict[str, Result] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {check: {"faults": [f"not done after {TIMEOUT} s"]} for check in checks}
    except ValueError:
        return {check: {"faults": [done.stderr[-1500:] or "no output"]} for check in checks}
    return found


def check_format(folder: Path) -> Result:
    """Ask ruff and black whether they would change or mark anything."""
    commands = (
        ("ruff", "check", *_RULES, f"--config=src=['{folder}']", "--quiet", str(folder)),
        ("ruff", "format", "--isolated", "--line-length=100", "--check", "--quiet", str(folder)),
        ("black", "--check", "--quiet", "--line-length=100", "--workers=1", str(folder)),
    )
    faults = []
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, text=True, check=False
        )
        if done.returncode:
            faults.append(f"{command[0]} {command[1]}: {done.stdout[-600:]}{done.stderr[-300:]}")
    return {"faults": faults}


def check_types(folders: Mapping[str, Path], python: str = sys.executable) -> dict[str, Result]:
    """Run pyright over several packages at once; the runtimes, the same in all, are left out.

    ``python`` is the interpreter that has what the packages import.
    """
    root = next(iter(folders.values())).parent
    places = {str(folder / PACKAGE): name for name, folder in folders.items()}
    settings = {
        "include": [str(Path(place).relative_to(root)) for place in places],  # others it ignores
        "exclude": ["**/_runtime"],
        "pythonVersion": "3.11",
        "reportMissingModuleSource": "none",
    }
    file = root / f"pyright-{abs(hash(tuple(places)))}.json"
    file.write_text(json.dumps(settings), encoding="utf-8")
    command = ["-m", "pyright", "--outputjson", "--pythonpath", python, "-p", str(file)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        fault = f"pyright: {done.stderr[-500:] or done.stdout[-500:] or done.returncode}"
        return {name: {"faults": [fault]} for name in folders}
    faults: dict[str, list[str]] = defaultdict(list)
    for one in report["generalDiagnostics"]:
        name = next((name for at, name in places.items() if one["file"].startswith(at)), None)
        if one["severity"] == "error" and name:
            place = f"{Path(one['file']).name}:{one['range']['start']['line'] + 1}"
            faults[name].append(f"{place}: {one['message'][:300]} [{one.get('rule', '')}]")
    files = {"files": report["summary"]["filesAnalyzed"]}
    return {name: {**files, "faults": faults[name]} for name in folders}
