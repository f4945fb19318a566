"""A large document is read while another process looks for what is wrong with it: nothing else changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator import Config, DiagnosticError, generate, pipeline, source

if TYPE_CHECKING:
    from pathlib import Path

    from generator import Result

DOCUMENT = """\
{
  "openapi": "3.0.3",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {"get": {"operationId": "pets", "responses": {"200": {"description": "Fine"}}}}
  },
  "components": {"schemas": {"Pet": {"type": "integer", "maximum": MAXIMUM, "nullable": true}}},
  "x-last": SOME
}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot copy a process")
    monkeypatch.setattr(pipeline, "can_fork", lambda: True)
    return tmp_path / "openapi.json"


def both(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Result, Result]:
    """Generate in one process and in several."""
    config = Config(formatter="none")
    alone = generate(path, config)
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    return alone, generate(path, config)


@pytest.mark.parametrize(
    ("maximum", "some", "code"),
    [
        ("9", "1", None),
        ("1e999", "1", "number-too-large"),
        ("9", '{"a": 1, "a": 2}', "duplicate-key"),
        ("9", '"\\ud800"', "lone-surrogate"),
        ("9", "NaN", "not-a-json-number"),
        ("9", "1, // no JSON", "broken-json"),
    ],
)
def test_nothing_that_is_wrong_goes_unnoticed(
    path: Path, monkeypatch: pytest.MonkeyPatch, maximum: str, some: str, code: str | None
) -> None:
    path.write_text(DOCUMENT.replace("MAXIMUM", maximum).replace("SOME", some), "utf-8")
    alone, together = both(path, monkeypatch)
    assert together.files == alone.files
    assert together.diagnostics == alone.diagnostics
    assert together.sources == alone.sources
    codes = {one.code for one in together.diagnostics}
    assert code is None or code in codes


def test_each_stage_is_timed_though_the_other_process_reads_as_well(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(DOCUMENT.replace("MAXIMUM", "9").replace("SOME", "1"), "utf-8")
    alone, together = both(path, monkeypatch)
    assert [name for name, _ in together.timings] == [name for name, _ in alone.timings]


def test_what_cannot_be_read_is_an_error_as_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    for text in ("[1]", '{"a": 1}', "", '{"openapi": '):
        path.write_text(text, "utf-8")
        with pytest.raises(DiagnosticError):
            generate(path)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_promising_json_is_what_is_read_in_the_end_if_it_is_clean() -> None:
    for content in (b'{"a": [1, 1.5, "x", null]}', b"{}"):
        assert source.read_promising_json(content) == source.read_clean_json(content)
    for content in (b"", b"a: 1", b"{", b'{"a": NaN}'):
        assert source.read_promising_json(content) is None
        assert source.read_clean_json(content) is None
