"""What is said to be laid out already is just what the formatter makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import Config, pipeline
from generator.diagnostics import Diagnostics
from generator.files import GeneratedFile
from generator.render import render, runtime_files
from generator.targets.python.format import fits, format_files

TESTS = Path(__file__).parents[2]
SPECS = TESTS.parent / "specs"
DOCUMENTS = sorted(
    (*TESTS.glob("golden/*/openapi.yaml"), *SPECS.glob("*/openapi.json"), *SPECS.glob("*/*.yaml"))
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_what_is_laid_out_and_fits_is_formatted_already(document: Path) -> None:
    found = Diagnostics()
    package = pipeline.plan(
        pipeline.parse(pipeline.load(document, found), found), Config(package="api"), found
    )
    rendered = render(one for one in package.artifacts if one.laid_out)
    if package.classes:
        assert rendered
    laid_out = [file for file in rendered if fits(file)]
    assert format_files(laid_out, "ruff") == tuple(laid_out)


def test_what_is_copied_is_formatted_already() -> None:
    folders = ("runtime", "server_runtime", "mock_runtime")
    files = runtime_files((folder, folder) for folder in folders)
    assert format_files(files, "ruff") == files


@pytest.mark.parametrize(
    "text",
    [
        f"x = {'a' * 97}\n",
        f"y = 1\nx = {'a' * 97}",
        'x = "全角"\n',
        'x = "e\u0301"\n',
    ],
)
def test_a_line_that_may_be_too_long_does_not_surely_fit(text: str) -> None:
    assert not fits(GeneratedFile("a.py", text))


@pytest.mark.parametrize("text", ["", f"x = {'a' * 96}\n", f"# {'a' * 200}\n", 'x = "é ß ©"\n'])
def test_short_lines_and_comments_fit(text: str) -> None:
    assert fits(GeneratedFile("a.py", text))


def test_a_template_of_the_user_is_formatted(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "module.py.jinja").write_text("x = {'a':1}\n")
    document = TESTS / "golden" / "allof" / "openapi.yaml"
    result = pipeline.generate(document, Config(package="api", templates=str(tmp_path)))
    modules = [
        file.text
        for file in result.files
        if file.path.startswith("api/models/") and not file.path.endswith(("__init__.py", ".json"))
    ]
    assert set(modules) == {'x = {"a": 1}\n'}
