"""Every snippet of a generated reference runs, and the tests of a generated project pass and can fail."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from snippets import faults_of, snippets

from generator import Config, generate

ROOT = Path(__file__).parents[2]
GOLDEN = sorted(path.parent.name for path in (ROOT / "tests/golden").glob("*/openapi.yaml"))
DOCUMENTS = {
    "cuadra": ROOT / "specs/cuadra/openapi.json",
    "bookshop": ROOT / "specs/bookshop/openapi.yaml",
    **{name: ROOT / f"tests/golden/{name}/openapi.yaml" for name in GOLDEN},
}
# No answer fits: each comment needs a parent, which is a comment.
UNANSWERABLE = {"expressions.evaluate"}
SUITES = ("cuadra", "multipart", "parameters", "streams")


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of projects; the packages have names of their own, so that all can be imported."""
    return tmp_path_factory.mktemp("projects")


def project(projects: Path, name: str) -> Path:
    folder = projects / name
    if not folder.exists():
        generate(DOCUMENTS[name], Config(package=f"own_{name}", formatter="none"), output=folder)
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_snippet_runs(
    name: str, projects: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(projects, name)
    monkeypatch.syspath_prepend(str(folder))
    mock = importlib.import_module(f"own_{name}.mock").Mock(seed=1)
    faults = faults_of(folder, mock, tmp_path)
    assert {call: fault for call, fault in faults.items() if call not in UNANSWERABLE} == {}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_operation_has_a_snippet(name: str, projects: Path) -> None:
    folder = project(projects, name)
    manifest = json.loads((folder / f"own_{name}/manifest.json").read_text(encoding="utf-8"))
    found = dict(snippets((folder / "reference.md").read_text(encoding="utf-8")))
    assert found.keys() == {one["call"] for one in manifest["operations"]}
    assert all(f"client.{call}(" in code for call, code in found.items())


def run_tests(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", SUITES)
def test_tests_of_the_project_pass(name: str, projects: Path) -> None:
    done = run_tests(project(projects, name))
    assert done.returncode == 0, done.stdout[-3000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) >= 8


FAULTS = {
    "a blank becomes a plus": (
        "parameters",
        "_runtime/parameters.py",
        'return quote(text, safe="")',
        'return quote(text, safe="/,|").replace("%20", "+").lower()',
    ),
    "a list is not exploded": (
        "parameters",
        "_runtime/parameters.py",
        "if explode",
        "if not explode",
    ),
    "a part has no file name": ("multipart", "_runtime/multipart.py", "filename=", "file="),
    "an event is lost": ("streams", "_runtime/sse.py", 'name == "data"', 'name == "date"'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_tests_of_the_project_find_faults(fault: str, tmp_path: Path) -> None:
    name, path, right, wrong = FAULTS[fault]
    generate(DOCUMENTS[name], Config(package="broken", formatter="none"), output=tmp_path)
    file = tmp_path / "broken" / path
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    assert run_tests(tmp_path).returncode == 1


def test_own_tests_stay(tmp_path: Path) -> None:
    mine = tmp_path / "tests" / "test_mine.py"
    mine.parent.mkdir()
    mine.write_text("def test_mine() -> None: ...\n", encoding="utf-8")
    for _ in range(2):
        generate(DOCUMENTS["streams"], Config(package="streams", formatter="none"), output=tmp_path)
    assert mine.exists()
    assert (tmp_path / "tests" / "test_streams.py").exists()
    generate(DOCUMENTS["parameters"], Config(package="streams", formatter="none"), output=tmp_path)
    assert mine.exists()
    assert not (tmp_path / "tests" / "test_streams.py").exists()
