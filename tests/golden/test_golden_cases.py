"""Golden tests: each folder here is a document, what it becomes, and every message about it.

``make golden`` rewrites the expectations; the checks beside the comparison judge them by tools that
know nothing of the generator: the compiler, ruff, black, mypy and pyright.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import Config, GeneratedFile, generate

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/openapi.yaml"))
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
# The runtimes are copied verbatim from the templates and have tests of their own.
VERBATIM = ("/_runtime/",)


def _package(case: str) -> str:
    return f"golden_{case}"


def _generate(case: str) -> tuple[dict[str, str], str]:
    result = generate(HERE / case / "openapi.yaml", Config(package=_package(case)))
    files = {file.path: file.text for file in result.files if not _is_verbatim(file)}
    diagnostics = "".join(f"{found}\n" for found in result.diagnostics)
    return files, diagnostics.replace(f"{HERE / case}{os.sep}", "")


def _is_verbatim(file: GeneratedFile) -> bool:
    return any(part in f"/{file.path}" for part in VERBATIM)


def _expected(case: str) -> dict[str, str]:
    root = HERE / case / "expected"
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _update(case: str, files: dict[str, str], diagnostics: str) -> None:
    root = HERE / case / "expected"
    for stale in _expected(case).keys() - files.keys():
        (root / stale).unlink()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (HERE / case / "diagnostics.txt").write_text(diagnostics, encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_output_is_as_expected(case: str) -> None:
    files, diagnostics = _generate(case)
    if UPDATE:
        _update(case, files, diagnostics)
    expected = _expected(case)
    assert sorted(files) == sorted(expected)
    for name, text in files.items():
        assert text == expected[name], f"{case}/expected/{name} differs; see make golden"
    assert diagnostics == (HERE / case / "diagnostics.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_module_compiles(case: str) -> None:
    sources = {name: text for name, text in _expected(case).items() if name.endswith(".py")}
    assert sources
    for name, text in sources.items():
        compile(text, name, "exec", dont_inherit=True)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write all cases, runtimes included, side by side: they are checked in one go."""
    root = tmp_path_factory.mktemp("golden")
    for case in CASES:
        generate(HERE / case / "openapi.yaml", Config(package=_package(case)), output=root / case)
    return root


def _judged(projects: Path) -> list[str]:
    """Return the modules for slow judges: those of all cases, and one copy of the runtimes."""
    return [
        str(path)
        for case in CASES
        for path in sorted((projects / case).rglob("*.py"))
        if case == CASES[0] or not any(part in path.as_posix() for part in VERBATIM)
    ]


def _folders(projects: Path) -> list[str]:
    return [str(projects / case) for case in CASES]


def _run(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_formatters_leave_the_output_as_it_is(projects: Path) -> None:
    modules = _judged(projects)
    _run(sys.executable, "-m", "black", "-q", "--check", "-l", "100", *modules, cwd=projects)
    _run(
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--isolated",
        "--line-length=100",
        "--check",
        ".",
        cwd=projects,
    )
    _run(
        sys.executable,
        *("-m", "ruff", "check", "--isolated", "--line-length=100", "--target-version=py311"),
        # Outside of annotations pyright knows no `|` between `Annotated` and None. A key called
        # `str` would hide the type from the keys after it, but not in a call.
        *("--select=F,I,E9,B,PIE,UP,W", "--ignore=UP007,UP013"),
        *(f"--config=src={_folders(projects)}", "."),
        cwd=projects,
    )


def test_type_checkers_find_nothing(projects: Path) -> None:
    packages = [str(projects / case / _package(case)) for case in CASES]
    _run(sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *packages, cwd=projects)
    # The tests of a project import the package beside them.
    settings = {"extraPaths": _folders(projects)}
    (projects / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    checker = (sys.executable, "-m", "pyright", "--pythonpath", sys.executable)
    _run(*checker, *_judged(projects), cwd=projects)


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import hashlib, sys; from pathlib import Path; from generator import Config, generate\n"
        "digest = hashlib.sha256()\n"
        "for name in sys.argv[1:]:\n"
        "    for file in generate(Path(name), Config(package='golden')).files:\n"
        "        digest.update(f'{file.path}\\0{file.text}\\0'.encode())\n"
        "print(digest.hexdigest())"
    )
    documents = [str(HERE / case / "openapi.yaml") for case in CASES]
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, *documents],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=HERE.parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
