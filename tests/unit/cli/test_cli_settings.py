from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.config import Config, EventChoice, PageChoice
from generator.diagnostics import DiagnosticError
from generator.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def fault(path: Path, text: str) -> str:
    with pytest.raises(DiagnosticError) as caught:
        read_settings(put(path, text))
    diagnostic = caught.value.diagnostic
    assert diagnostic.code == "bad-configuration"
    return f"{diagnostic.location}: {diagnostic.message}"


def test_keys_stand_at_the_top_or_under_tool_twinspec(tmp_path: Path) -> None:
    keys = 'package = "books"\nemit = ["client", "models"]\nallow-remote = true\n'
    methods = (
        '[{0}methods]\nlistBooks = "books.list"\n'
        '[{0}pagination.listBooks]\nstyle = "page"\nitems = "rows"\npage = "p"\nfirst = 0\n'
    )
    expected = Config(
        package="books",
        emit=("models", "client"),
        allow_remote=True,
        methods={"listBooks": "books.list"},
        pagination={"listBooks": PageChoice("page", "rows", {"page": "p"}, first=0)},
    )
    top = put(tmp_path / "own.toml", keys + methods.format(""))
    assert read_settings(top).config == expected
    nested = f"[tool.twinspec]\n{keys}{methods.format('tool.twinspec.')}"
    assert read_settings(put(tmp_path / "nested.toml", nested)).config == expected


def test_the_nearest_pyproject_applies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "pyproject.toml", '[tool.twinspec]\nformatter = "none"\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert read_settings().config.formatter == "none"
    put(tmp_path / "a" / "pyproject.toml", '[project]\nname = "other"\n')
    assert read_settings() == Settings()


def test_builds_inherit_and_are_relative_to_the_file(tmp_path: Path) -> None:
    text = """
    formatter = "none"
    templates = "mine"
    [[build]]
    spec = "a/openapi.json"
    output = "../generated/a"
    package = "a"
    [[build]]
    spec = "https://example.com/openapi.json"
    output = "b"
    formatter = "ruff"
    """
    settings = read_settings(put(tmp_path / "specs" / "twinspec.toml", text))
    first, second = settings.builds
    assert first.spec == str(tmp_path / "specs" / "a" / "openapi.json")
    assert first.output.resolve() == tmp_path / "generated" / "a"
    assert (first.config.package, first.config.formatter) == ("a", "none")
    assert first.config.templates == str(tmp_path / "specs" / "mine")
    assert second.spec == "https://example.com/openapi.json"
    assert (second.config.package, second.config.formatter) == (None, "ruff")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('strict = true\npakage = "x"', ":2:1", "`pakage`: is not known"),
        ('package = "class"', ":1:1", "cannot be the name"),
        ('package = "../x"', ":1:1", "cannot be the name"),
        ("package = 7", ":1:1", "must be a text"),
        ('emit = ["models", "clients"]', ":1:1", "'clients' is none of"),
        ("emit = []", ":1:1", "at least one"),
        ('formatter = "yapf"', ":1:1", "must be one of ruff, black, none"),
        ('strict = "yes"', ":1:1", "must be true or false"),
        ('[methods]\nlistBooks = "books.class"', ":1:1", "no dotted name"),
        ("pagination = 1", ":1:1", "must be a table"),
        ("[pagination]\nlistBooks = {}", ":1:1", "needs a `style`"),
        ('[pagination]\nx = { style = "page", cursor = "n" }', ":1:1", "not `cursor`"),
        ('[pagination]\nx = { style = "page", page = 1 }', ":1:1", "takes texts"),
        ('[pagination]\nx = { style = "page", first = "1" }', ":1:1", "`first` of x"),
        ('[pagination]\nx = { style = "link", location = "path" }', ":1:1", "`location` of x"),
        ('[[build]]\noutput = "x"', ":1:1", "needs `spec`"),
        ("streams = 1", ":1:1", "must say by operation"),
        ('[streams.x]\nX-Format = "a"', "", "must say by operation"),
        ('[streams.x.X-Format]\na = "gone.json"', "", "gone.json cannot be read"),
        ("a = 1\nb = = 2", ":2:1", "no TOML"),
        ("build = 3", ":1:1", "list of tables"),
    ],
)
def test_faults_name_file_line_and_key(tmp_path: Path, text: str, place: str, message: str) -> None:
    path = tmp_path / "twinspec.toml"
    said = fault(path, text)
    assert said.startswith(f"{path}{place}: ")
    assert message in said


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(DiagnosticError, match="cannot be read"):
            read_settings(path)
    (tmp_path / "latin.toml").write_bytes(b'package = "\xe9"')
    with pytest.raises(DiagnosticError, match="not UTF-8"):
        read_settings(tmp_path / "latin.toml")


def test_schemas_of_streams_are_read_from_beside_the_file(tmp_path: Path) -> None:
    put(tmp_path / "part.json", '{"title": "Part", "type": "object"}')
    put(tmp_path / "bare.json", "{}")
    text = '[streams.talk.X-Format]\nui = "part.json"\nraw = "bare.json"\nown = "Chunk"\n'
    config = read_settings(put(tmp_path / "own.toml", text)).config
    assert config.streams == {
        "talk": (
            EventChoice("X-Format", "ui", "Part", {"title": "Part", "type": "object"}),
            EventChoice("X-Format", "raw", "bare", {}),
            EventChoice("X-Format", "own", "Chunk"),
        )
    }
    put(tmp_path / "part.json", "[]")
    assert "no object" in fault(tmp_path / "own.toml", text)
