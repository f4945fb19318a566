"""The library: typed values in and out, nothing printed, nothing written unless asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import Config, Diagnostics, generate, load, parse, plan, render

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "paths": {"/books": {"get": {"responses": {"204": {"description": "nothing"}}}}},
}


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(DOCUMENT))
    return path


def test_generate_returns_data(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stages: list[str] = []
    result = generate(spec, Config(package="books"), progress=stages.append)
    assert result.ok
    assert result.report is None
    assert "books/__init__.py" in [file.path for file in result.files]
    assert stages == [name for name, _ in result.timings]
    assert [path.name for path in tmp_path.iterdir()] == ["openapi.json"]
    assert capsys.readouterr() == ("", "")
    written = generate(spec, Config(package="books"), output=tmp_path / "out")
    assert written.files == result.files
    assert written.report
    assert len(written.report.written) == len(result.files)


def test_the_stages_one_by_one_make_the_same_files(spec: Path) -> None:
    found, config = Diagnostics(), Config(package="books", formatter="none")
    files = render(plan(parse(load(spec, found), found), config, found), config)
    whole = generate(spec, config).files
    assert set(files) <= set(whole)


def test_stages_stay_functions_once_the_subpackages_are_loaded() -> None:
    import generator.parse
    import generator.render.environment

    assert callable(generator.parse)
    assert callable(generator.render)
    assert set(generator.__all__) <= set(dir(generator))
    assert all(hasattr(generator, name) for name in generator.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = generator.nothing
