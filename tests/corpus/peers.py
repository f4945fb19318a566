"""The same questions to two other generators: ``python tests/corpus/peers.py CORPUS_DIR``.

Both are run from ``.bench/`` (``make bench-setup``), with the flags their manuals name for a client.
A peer that drops an operation says so in a warning; ``complete`` counts documents without a drop.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from checks import check_types
from documents import CorpusDocument, count_operations, find_documents
from records import RecordFile
from table import faults

from generator import DiagnosticError, load
from generator.diagnostics import Diagnostics

_BENCH = Path(".bench/bin").absolute()
_INSIDE = Path(__file__).with_name("peers_inside.py")
_PACKAGE = "judged"
_TIMEOUT = 600
_BATCH = 8
_LINE_LENGTH = 88  # ruff's and Black's own, with which both format
VERSIONS = {"opc": "openapi-python-client 0.29.1", "dcg": "datamodel-code-generator 0.89.0"}

Result = dict[str, Any]


def generate_opc(document: Path, folder: Path) -> Result:
    """Run openapi-python-client; one module per operation comes out."""
    command = (
        str(_BENCH / "openapi-python-client"),
        *("generate", "--path", str(document), "--meta", "none", "--overwrite"),
        *("--output-path", str(folder / _PACKAGE)),
    )
    done = _run(command, folder)
    modules = (folder / _PACKAGE / "api").rglob("*.py")
    dropped = len(re.findall(r"WARNING parsing|Unable to parse", done["said"]))
    emitted = sum(path.name != "__init__.py" for path in modules)
    return {**done, "operations": emitted, "warnings": dropped}


def generate_dcg(document: Path, folder: Path) -> Result:
    """Run datamodel-code-generator with its client; all operations come out, or nothing."""
    package = folder / _PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    command = (
        str(_BENCH / "datamodel-codegen"),
        *("--input", str(document), "--input-file-type", "openapi"),
        *("--output", str(package / "models.py")),
        *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
        *("--generate-client", "httpx2", "--client-output", str(package / "client")),
        *("--client-package", f"{_PACKAGE}.client", "--client-model-package", f"{_PACKAGE}.models"),
        *("--client-default-base-url", "https://api.example.com"),
    )
    done = _run(command, folder)
    has_client = any((package / "client").rglob("*.py"))
    return {**done, "operations": -1 if has_client else 0}


_GENERATORS = {"opc": generate_opc, "dcg": generate_dcg}


def _run(command: tuple[str, ...], folder: Path) -> Result:
    # As in an activated environment: openapi-python-client formats with the `ruff` that it finds.
    path = os.pathsep.join((str(_BENCH), os.environ["PATH"]))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            timeout=_TIMEOUT,
            cwd=folder,
            env={**os.environ, "PATH": path},
        )
    except subprocess.TimeoutExpired:
        return {"said": "", "faults": [f"not done after {_TIMEOUT} s"]}
    said = done.stdout + done.stderr
    lines = [line for line in said.strip().splitlines() if line.strip()]
    return {"said": said, "faults": [" ".join(lines[-4:])[:400]] if done.returncode else []}


def check(document: CorpusDocument, peer: str, work: Path) -> dict[str, Result]:
    """Generate with one peer and ask what applies."""
    folder = work / peer / document.folder_name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        tree = load(document.path, Diagnostics()).root
    except DiagnosticError as error:
        return {"generation": {"operations": 0, "expected": 0, "faults": [str(error)]}}
    expected = count_operations(tree)
    made = _GENERATORS[peer](document.path, folder)
    made.pop("said")
    made["expected"] = expected
    made["operations"] = expected if made["operations"] < 0 else made["operations"]
    found = {"generation": made}
    if not made["operations"] and expected:
        made["faults"] = made["faults"] or ["no operation came out"]
        return found
    (folder / "bundle.json").write_text(json.dumps(tree), encoding="utf-8")
    command = (str(_BENCH / "python"), str(_INSIDE), str(folder), _PACKAGE)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    try:
        found.update(json.loads(done.stdout))
    except ValueError:
        found["imports"] = {"faults": [done.stderr[-400:]]}
    return found


def check_code(names: dict[str, Path]) -> dict[str, dict[str, Result]]:
    """Ask of several packages whether ruff would change them, and what pyright finds."""
    found = {name: {"format": _check_format(folder)} for name, folder in names.items()}
    for name, result in check_types(names, str(_BENCH / "python")).items():
        found[name]["types"] = result
    return found


def _check_format(folder: Path) -> Result:
    """Ask of Python only: newer versions of ruff format what READMEs show, too."""
    command = ["format", "--isolated", f"--line-length={_LINE_LENGTH}", "--check", "-q"]
    command += ["--exclude", "*.md"]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, str(folder / _PACKAGE)],
        capture_output=True,
        text=True,
        check=False,
    )
    return {"faults": [done.stdout[-400:]] if done.returncode else []}


def table(names: list[str], results: dict[str, RecordFile]) -> str:
    """Return one row per peer."""
    head = "generator  output  complete  operations  imports  formatted  pyright 0  round trip"
    rows = [head]
    for peer, records in results.items():

        def of(name: str, kind: str, found: Any = records.found) -> Result:
            result: Result = found.get((name, kind), {})
            return result

        output = [name for name in names if _has_output(of(name, "generation"))]
        good = [name for name in output if of(name, "imports").get("faults") == []]
        complete = [name for name in good if _is_complete(of(name, "generation"))]
        emitted = sum(of(name, "generation")["operations"] for name in good)
        expected = sum(of(name, "generation").get("expected", 0) for name in names)
        clean = [
            sum(of(name, kind).get("faults") == [] for name in good) for kind in ("format", "types")
        ]
        same = sum(of(name, "examples").get("same", 0) for name in names)
        typed = sum(of(name, "examples").get("typed", 0) for name in names)
        rows.append(
            f"{VERSIONS[peer]}  {len(output)}/{len(names)}  {len(complete)}/{len(names)}  "
            f"{emitted}/{expected}  {len(good)}/{len(names)}  {clean[0]}/{len(names)}  "
            f"{clean[1]}/{len(names)}  {same}/{typed}"
        )
    return "\n".join(rows)


def _has_output(made: Result) -> bool:
    """Say whether something came out; a document without operations has nothing to give."""
    return bool(made["operations"]) or not (made["expected"] or made["faults"])


def _is_complete(made: Result) -> bool:
    return (
        made["operations"] >= made["expected"] and not made.get("warnings") and not made["faults"]
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests/corpus/peers.py", description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--only", default="")
    parser.add_argument("--peers", nargs="*", default=list(VERSIONS), choices=list(VERSIONS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, default=Path("build/corpus-peers"))
    options = parser.parse_args()
    documents = [one for one in find_documents(options.corpus) if options.only in one.name]
    work = options.work.absolute()
    work.mkdir(parents=True, exist_ok=True)
    names = sorted(one.name for one in documents)
    results: dict[str, RecordFile] = {}
    for peer in options.peers:
        records = results[peer] = RecordFile(work / f"{peer}.jsonl", VERSIONS[peer])
        left = [one for one in documents if (one.name, "generation") not in records.found]
        with ThreadPoolExecutor(options.jobs) as pool:
            found = pool.map(lambda one, peer=peer: check(one, peer, work), left)
            for document, checks in zip(left, found, strict=True):
                for kind, result in checks.items():
                    records.add(document.name, kind, result)
        _run_code(records, documents, work / peer)
    for peer, records in results.items():
        for line in faults(names, records.found, most=1):
            sys.stdout.write(f"{peer}: {line[:300]}\n")
    sys.stdout.write(f"\n{table(names, results)}\n")
    return 0


def _run_code(records: RecordFile, documents: list[CorpusDocument], work: Path) -> None:
    """Judge the code of what can be imported, a few packages at a time."""
    left = {
        one.name: work / one.folder_name
        for one in documents
        if records.found.get((one.name, "imports"), {}).get("faults") == []
        and (one.name, "types") not in records.found
    }
    names = list(left)
    for start in range(0, len(names), _BATCH):
        batch = {name: left[name] for name in names[start : start + _BATCH]}
        for name, checks in check_code(batch).items():
            for kind, result in checks.items():
                records.add(name, kind, result)


if __name__ == "__main__":
    sys.exit(main())
