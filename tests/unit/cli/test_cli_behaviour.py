"""A `behaviour.py` beside a document becomes part of the mock, as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import mocking
from generator.config import Config
from generator.diagnostics import DiagnosticError
from generator.pipeline import generate

if TYPE_CHECKING:
    from pathlib import Path

SPEC = '{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": {}}'
ODD = "def register( mock ):   # formatted by nobody\n    x = 'é'\n"
PLACE = "pets/mock/behaviour.py"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "pets.json"
    path.write_text(SPEC, "utf-8")
    return path


def _texts(spec: Path, config: Config | None = None) -> dict[str, str]:
    return {one.path: one.text for one in generate(spec, config or Config()).files}


def test_it_is_taken_over_word_for_word(spec: Path) -> None:
    assert PLACE not in _texts(spec)
    beside = spec.with_name("behaviour.py")
    beside.write_text(ODD, "utf-8")
    assert _texts(spec)[PLACE] == ODD
    assert beside.read_text("utf-8") == ODD
    assert str(beside) in dict(generate(spec).sources)


def test_only_mocks_have_one(spec: Path) -> None:
    spec.with_name("behaviour.py").write_text(ODD, "utf-8")
    assert PLACE not in _texts(spec, Config(emit=("models", "client")))


def test_it_goes_when_it_is_taken_away(spec: Path, tmp_path: Path) -> None:
    beside, output = spec.with_name("behaviour.py"), tmp_path / "out"
    beside.write_text(ODD, "utf-8")
    generate(spec, output=output)
    assert (output / PLACE).read_text("utf-8") == ODD
    beside.unlink()
    generate(spec, output=output)
    assert not (output / PLACE).exists()


def test_one_that_cannot_be_read_is_reported(spec: Path) -> None:
    spec.with_name("behaviour.py").write_bytes(b"\xff\xfe")
    with pytest.raises(DiagnosticError, match="cannot be read"):
        generate(spec)


def test_the_cached_mock_is_made_again_for_what_it_rests_on(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    monkeypatch.setattr(mocking, "cache_folder", lambda _: cache)
    first, _, _ = mocking.prepare(str(spec), Config())
    assert mocking.prepare(str(spec), Config()) == (first, "pets", None)
    beside = spec.with_name("behaviour.py")
    beside.write_text(ODD, "utf-8")
    second, _, made = mocking.prepare(str(spec), Config())
    assert made is not None
    assert (second / PLACE).read_text("utf-8") == ODD
    beside.unlink()
    assert mocking.prepare(str(spec), Config()) == (first, "pets", None)
    monkeypatch.setattr(mocking, "program_digest", lambda: "another state of the program")
    third, _, made = mocking.prepare(str(spec), Config())
    assert made is not None
    assert third not in {first, second}
