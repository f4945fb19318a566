"""The wheel alone, without the checkout, generates a package that imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "paths": {
        "/books": {"get": {"operationId": "listBooks", "responses": {"204": {"description": "-"}}}}
    },
}


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", "wheel", *options, ".", cwd=ROOT)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_has_the_package_and_its_templates_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
    assert "generator/_templates/python/runtime/__init__.py" in names
    assert "generator/targets/python/reserved.txt" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_generates_a_package_that_imports(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    install = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "--python", python, "install", *install, wheel, cwd=tmp_path)
    # Third-party packages are borrowed. PYTHONPATH reads no .pth, so the checkout stays out of sight.
    borrowed = {
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": os.pathsep.join((sysconfig.get_path("scripts"), os.environ["PATH"])),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    where = run(
        python, "-c", "import generator; print(generator.__file__)", cwd=tmp_path, **borrowed
    )
    assert Path(where.strip()).is_relative_to(environment)

    (tmp_path / "openapi.json").write_text(json.dumps(DOCUMENT))
    arguments = ("generate", "openapi.json", "-o", "out", "--package", "books", "--quiet")
    run(scripts / "twinspec", *arguments, cwd=tmp_path, **borrowed)
    code = "import books, books.mock; assert books.Client and books.AsyncClient"
    run(python, "-c", code, cwd=tmp_path / "out", **borrowed)
