"""What is committed under ``generated/`` is what ``make generate`` writes, and is clean by outside tools.

The support modules are in there verbatim, so they are type-checked here too.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GENERATED = ROOT / "generated"
PACKAGES = sorted(path.name for path in GENERATED.iterdir() if path.is_dir())


def run(*command: str, cwd: Path = ROOT) -> None:
    done = subprocess.run(
        (sys.executable, "-m", *command), cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def test_the_committed_output_is_up_to_date() -> None:
    run("generator", "generate", "--config", "specs/twinspec.toml", "--check", "--quiet")


def test_formatters_leave_it_as_it_is() -> None:
    run("black", "--check", "--quiet", "-l", "100", str(GENERATED))
    run("ruff", "format", "--isolated", "--line-length=100", "--check", str(GENERATED))


@pytest.mark.parametrize("package", PACKAGES)
def test_mypy_finds_nothing(package: str) -> None:
    run("mypy", "--strict", "--package", package, cwd=GENERATED / package)


@pytest.mark.parametrize("package", PACKAGES)
def test_pyright_finds_nothing(package: str) -> None:
    # As its own pyproject.toml says: the package and its tests.
    run("pyright", "--pythonpath", sys.executable, cwd=GENERATED / package)
