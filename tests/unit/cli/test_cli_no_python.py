"""What is said and left where what was made is no Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator import cli

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "paths": {"/books": {"get": {"operationId": "listBooks", "responses": {"204": {}}}}},
}


def test_a_file_that_does_not_parse_is_an_error_that_leaves_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, config = tmp_path / "openapi.json", tmp_path / "twinspec.toml"
    output, templates = tmp_path / "out", tmp_path / "templates" / "client"
    document.write_text(json.dumps(DOCUMENT))
    config.write_text('templates = "templates"\n')
    templates.mkdir(parents=True)
    arguments = ("generate", str(document), "--package", "books", "-o", str(output))
    assert cli.main(arguments) == 0
    before = {path: path.is_file() and path.read_bytes() for path in output.rglob("*")}

    (templates / "resource.py.jinja").write_text("def (:\n")
    assert cli.main((*arguments, "--config", str(config))) == 1
    said = capsys.readouterr().err
    assert "[no-python]" in said
    assert "books/resources/books.py" in said
    assert "bug of twinspec" in said
    assert "Traceback" not in said
    assert {path: path.is_file() and path.read_bytes() for path in output.rglob("*")} == before
