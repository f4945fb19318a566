"""The command as its users run it; most tests stay in this process, for speed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cli, commands, generate, mocking
from generator.version import VERSION

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1.0.0"},
    "servers": [{"url": "https://books.example"}],
    "paths": {
        "/books": {
            "get": {
                "operationId": "listBooks",
                "tags": ["books"],
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"type": "string"}}
                            }
                        },
                    }
                },
            }
        }
    },
}
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "openapi.json").write_text(json.dumps(DOCUMENT))
    return folder


def run(*arguments: str) -> int:
    try:
        return cli.main(arguments)
    except SystemExit as exit_:
        return int(exit_.code or 0)


def process(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_generate_writes_and_check_agrees(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("generate", "openapi.json", "-o", "sdk", "--package", "books") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "sdk: " in captured.err
    manifest = json.loads((elsewhere / "sdk" / "books" / "manifest.json").read_text())
    assert [one["path"] for one in manifest["operations"]] == ["/books"]
    assert "diagnostics" in manifest
    server = json.loads((elsewhere / "sdk" / "books" / "server" / "openapi.json").read_text())
    assert server["info"] == DOCUMENT["info"]

    before = snapshot(elsewhere / "sdk")
    check = ("generate", "openapi.json", "-o", "sdk", "--package", "books", "--check")
    assert run(*check) == 0
    (elsewhere / "sdk" / "books" / "manifest.json").write_text("{}")
    capsys.readouterr()
    assert run(*check) == 1
    assert capsys.readouterr().out == "differs: sdk/books/manifest.json\n"
    before[str(elsewhere / "sdk" / "books" / "manifest.json")] = b"{}"
    assert snapshot(elsewhere / "sdk") == before


def test_the_report_has_counts_timings_and_all_messages(elsewhere: Path) -> None:
    report = elsewhere / "report.json"
    assert run("generate", "openapi.json", "--report", str(report), "--quiet") == 0
    (only,) = json.loads(report.read_text())["runs"]
    assert only["counts"]["files"] == only["counts"]["written"] > 0
    assert {"load", "parse", "plan", "format", "write"} <= only["timings"].keys()
    assert only["sources"].keys() == {"openapi.json"}
    assert isinstance(only["diagnostics"], list)


def test_strict_writes_nothing_if_there_is_a_warning(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = {**DOCUMENT, "components": {"schemas": {"A": {"$ref": "#/components/schemas/None"}}}}
    (elsewhere / "odd.json").write_text(json.dumps(odd))
    assert run("generate", "odd.json", "-o", "sdk", "--strict") == 1
    assert ": error: " in capsys.readouterr().err
    assert not (elsewhere / "sdk").exists()
    assert run("generate", "odd.json", "-o", "sdk") == 0


def test_builds_of_a_configuration(elsewhere: Path) -> None:
    config = elsewhere / "specs" / "twinspec.toml"
    config.parent.mkdir()
    builds = [
        f'[[build]]\nspec = "../openapi.json"\noutput = "../{name}"\npackage = "{name}"\n'
        'emit = ["models", "client"]\n'
        for name in ("one", "two")
    ]
    config.write_text("".join(builds))
    assert run("generate", "--config", str(config), "--quiet") == 0
    assert (elsewhere / "one" / "one" / "manifest.json").is_file()
    assert (elsewhere / "two" / "two" / "manifest.json").is_file()
    assert not (elsewhere / "two" / "two" / "server").exists()
    assert run("generate", "--config", str(config), "-o", "x") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("generate",),
        ("generate", "x", "--emit", "clients"),
        ("generate", "x", "--package", "no-name"),
        ("generate", "x", "--formatter", "yapf"),
        ("bundle", "x"),
        ("unknown",),
        ("mock", "x", "--port", "many"),
        ("mock", "-", "--reload"),
        ("mock", "missing.json", "--reload"),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.yaml", None),
        ("empty.yaml", ""),
        ("broken.yaml", "a: [1\nb: }"),
        ("broken.json", '{"openapi": "3.1.0",,}'),
        ("other.json", '{"name": "package"}'),
        ("list.json", "[1, 2]"),
        ("binary.json", "\0\1\2"),
        (".", None),
        ("http://127.0.0.1:1/openapi.json", None),
    ],
)
@pytest.mark.parametrize("command", ["generate", "validate", "bundle", "mock"])
def test_what_is_no_document_is_1_with_one_message_and_nothing_written(
    elsewhere: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    name: str,
    content: str | None,
) -> None:
    if content is not None:
        (elsewhere / name).write_text(content)
    before = snapshot(elsewhere)
    output = ["-o", "made"] if command in ("generate", "bundle") else []
    assert run(command, name, *output) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(name)
    assert captured.err.count(": error: ") == 1
    assert snapshot(elsewhere) == before


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_document_that_cannot_be_read_is_reported_in_the_format(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert run("validate", "missing.json", "--format", form) == 1
    captured = capsys.readouterr()
    assert "missing.json" in captured.out
    assert captured.err == ""


def test_validate_prints_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("validate", "openapi.json", "--format", "json") == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


def test_validate_fails_for_an_invalid_document(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (elsewhere / "bad.json").write_text(json.dumps({**DOCUMENT, "info": {"title": 7}}))
    assert run("validate", "bad.json") == 1
    assert "bad.json:1:" in capsys.readouterr().out


def test_bundle_to_a_file_and_to_standard_output(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("bundle", "openapi.json", "-o", "bundled.json") == 0
    capsys.readouterr()
    assert run("bundle", "openapi.json", "-o", "-") == 0
    text = (elsewhere / "bundled.json").read_text()
    assert capsys.readouterr().out == text
    assert json.loads(text)["paths"] == DOCUMENT["paths"]
    assert run("bundle", "openapi.json", "-o", "none/bundled.json") == 1


def test_mock_generates_once_and_serves_what_it_made(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[tuple[Path, str, tuple[str, ...]]] = []

    def serve(folder: Path, package: str, arguments: list[str]) -> int:
        assert (folder / package / "mock").is_dir()
        served.append((folder, package, tuple(arguments)))
        return 0

    generated = []
    real = mocking.generate
    monkeypatch.setattr(mocking, "serve", serve)
    monkeypatch.setattr(
        mocking, "generate", lambda *args, **kwargs: generated.append(1) or real(*args, **kwargs)
    )
    mock = ("mock", "openapi.json", "--quiet", "--port", "0", "--state", "state.json")
    assert run(*mock) == run(*mock) == 0
    assert served[0] == served[1]
    assert served[0][2] == ("--port", "0", "--state", str(elsewhere / "state.json"))
    assert len(generated) == 1
    changed = {**DOCUMENT, "info": {"title": "Books", "version": "2.0.0"}}
    (elsewhere / "openapi.json").write_text(json.dumps(changed))
    assert run(*mock) == 0
    assert served[2][0] != served[0][0]


def test_mock_hands_its_options_on(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[list[str]] = []
    monkeypatch.setattr(mocking, "serve", lambda *given: served.append(given[2]) or 0)
    given = ["--workers", "2", "--token", "t", "--no-auth"]
    assert run("mock", "openapi.json", "--quiet", *given) == 0
    assert served == [given]
    assert run("mock", "openapi.json", "--workers", "2", "--reload") == 2


def test_mock_needs_a_server(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands.importlib.util, "find_spec", lambda name: None)
    assert run("mock", "openapi.json") == 1
    assert "pip install 'twinspec[mock]'" in capsys.readouterr().err


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "validate", interrupt)
    assert run("validate", "openapi.json") == 130


def test_the_module_reads_standard_input_and_prints_plain_lines() -> None:
    done = process("validate", "-", "--format", "json", stdin=json.dumps(DOCUMENT))
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), list)
    assert "\x1b" not in done.stderr


def test_a_closed_pipe_leaves_no_traceback() -> None:
    command = f"{sys.executable} -m generator bundle openapi.json -o - | true"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command],  # noqa: S607
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.stderr == ""


def test_help_and_import_load_nothing_heavy() -> None:
    code = (
        "import sys; import generator; from generator import cli\n"
        "try: cli.main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'jinja2', 'yaml', 'rich', 'pydantic', 'httpx2', 'generator.pipeline'}"
        " & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == f"twinspec {VERSION}\n[]\n"


def test_the_pipeline_loads_neither_half_of_the_planner() -> None:
    halves = {"rest", "client", "server", "package", "models", "strict_schemas"}
    names = {f"generator.targets.python.{name}" for name in halves}
    code = f"import sys; import generator.pipeline; print(sorted({names!r} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == "[]\n"


def test_what_a_run_was_made_from_is_kept_for_a_process_that_ends(tmp_path: Path) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(DOCUMENT))
    kept: list[object] = []
    generate(document, output=tmp_path / "out", kept=kept)
    assert len(kept) == 1
