"""Every snippet of the README runs, as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
PYTHON = [code for language, code in SNIPPETS if language == "python"]
COMMANDS = [
    line.partition("#")[0].strip()
    for language, code in SNIPPETS
    if language == "sh"
    for line in code.splitlines()
    if line.startswith("twinspec ")
]
# `twinspec mock` serves until it is stopped; tests/contract starts it.
RUNNABLE = [command for command in COMMANDS if not command.startswith("twinspec mock ")]


@pytest.mark.parametrize("code", PYTHON, ids=lambda code: code.strip().splitlines()[0])
def test_python_snippet_runs(code: str) -> None:
    path = os.pathsep.join(str(ROOT / "generated" / name) for name in ("cuadra", "bookshop"))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((path, str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents and the configuration that the README shows."""
    place = tmp_path_factory.mktemp("readme")
    (place / "specs").symlink_to(ROOT / "specs")
    (place / "my-templates").mkdir()
    toml = next(code for language, code in SNIPPETS if language == "toml")
    (place / "twinspec.toml").write_text(toml, encoding="utf-8")
    (place / "build").mkdir()
    return place


@pytest.mark.parametrize("command", RUNNABLE)
def test_command_runs(command: str, workplace: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "twinspec"
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=workplace,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_there_is_something_to_run() -> None:
    assert len(PYTHON) >= 5
    assert len(RUNNABLE) >= 4
