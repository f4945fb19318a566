"""A run that finds nothing changed, or little, ends as a whole run would have."""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, DiagnosticError, GeneratedFile, Result, generate
from generator.pipeline import generate as whole_run
from generator.targets.python import format as formatter

if TYPE_CHECKING:
    from collections.abc import Sequence

GOLDEN = Path(__file__).parents[2] / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/openapi.yaml"))
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "paths": {
        "/books": {"get": {"operationId": "listBooks", "responses": {"200": {"description": "x"}}}}
    },
    "components": {
        "schemas": {
            "Book": {"type": "object", "properties": {"title": {"type": "string"}}},
            "Shelf": {"type": "object", "properties": {"room": {"$ref": "room.yaml"}}},
        }
    },
}


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "room.yaml").write_text("type: string\n")
    path = tmp_path / "spec" / "openapi.json"
    path.write_text(json.dumps(DOCUMENT))
    return path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


def again(spec: Path, output: Path, config: Config | None = None) -> tuple[bool, Result]:
    """Run, and compare with a whole run into an empty folder; tell whether nothing had to be done."""
    config = config or Config(package="books")
    result = generate(spec, config, output=output)
    expected = whole_run(spec, config)
    assert result.package == expected.package
    assert result.diagnostics == expected.diagnostics
    assert result.sources == expected.sources
    assert result.files == expected.files
    assert all((output / file.path).read_bytes() == file.text.encode() for file in result.files)
    return not result.timings, result


def changed(spec: Path, *keys: str, to: object) -> None:
    document = json.loads(spec.read_text())
    node = document
    for key in keys[:-1]:
        node = node.setdefault(key, {})
    node[keys[-1]] = to
    spec.write_text(json.dumps(document))


@pytest.mark.parametrize("case", CASES)
def test_a_second_run_ends_as_a_whole_one_does(case: str, tmp_path: Path) -> None:
    spec, output = tmp_path / case / "openapi.yaml", tmp_path / "out"
    shutil.copytree(GOLDEN / case, spec.parent, ignore=shutil.ignore_patterns("expected"))
    config = Config(package=f"golden_{case}")
    generate(spec, config, output=output)
    recalled, result = again(spec, output, config)
    assert recalled
    assert result.report is not None
    assert (result.report.written, result.report.unchanged) == ((), len(result.files))
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("description: ", "description: New. ", 2), "utf-8")
    again(spec, output, config)


def test_checking_recalls_too(spec: Path, output: Path) -> None:
    generate(spec, Config(package="books"), output=output)
    recalled, result = again(spec, output)
    assert recalled
    assert generate(spec, Config(package="books"), output=output, check=True) == result


def test_an_edited_file_is_made_again(spec: Path, output: Path) -> None:
    again(spec, output)
    edited = output / "books" / "__init__.py"
    first, rest = edited.read_text().split("\n", 1)
    edited.write_text(f"{first}\n{rest.swapcase()}")  # of the same length
    recalled, result = again(spec, output)
    assert not recalled
    assert result.report is not None
    assert result.report.written == ("books/__init__.py",)


def test_a_removed_file_is_made_again(spec: Path, output: Path) -> None:
    again(spec, output)
    (output / "books" / "models" / "book.py").unlink()
    assert not again(spec, output)[0]


def test_a_touched_record_is_no_proof(spec: Path, output: Path) -> None:
    again(spec, output)
    (output / ".twinspec-files.json").write_text("{}")
    assert not again(spec, output)[0]
    assert again(spec, output)[0]


def test_after_an_interruption_nothing_is_taken_for_granted(spec: Path, output: Path) -> None:
    again(spec, output)
    (output / ".twinspec-files.json.next").write_text("{}")
    assert not again(spec, output)[0]
    assert not (output / ".twinspec-files.json.next").exists()


def test_each_file_that_was_read_counts(spec: Path, output: Path) -> None:
    again(spec, output)
    (spec.parent / "room.yaml").write_text("type: integer\n")
    recalled, result = again(spec, output)
    assert not recalled
    assert result.report is not None
    assert "books/server/openapi.json" in result.report.written


def test_a_file_that_was_missing_counts(spec: Path, output: Path) -> None:
    (spec.parent / "room.yaml").unlink()
    _, result = again(spec, output)
    assert [one.code for one in result.diagnostics] == ["dangling-reference"]
    assert again(spec, output)[0]
    (spec.parent / "room.yaml").write_text("type: integer\n")
    recalled, result = again(spec, output)
    assert not recalled
    assert result.diagnostics == ()


def test_a_file_in_which_nothing_was_found_counts(spec: Path, output: Path) -> None:
    changed(spec, "components", "schemas", "Book", to={"$ref": "room.yaml#/missing"})
    again(spec, output)
    (spec.parent / "room.yaml").write_text("type: string\nmissing: {type: integer}\n")
    recalled, result = again(spec, output)
    assert not recalled
    assert result.diagnostics == ()


def test_configuration_templates_and_behaviour_count(
    spec: Path, output: Path, tmp_path: Path
) -> None:
    again(spec, output)
    assert not again(spec, output, Config(package="books", emit=("models",)))[0]
    templates = tmp_path / "templates"
    (templates / "package").mkdir(parents=True)
    (templates / "package" / "py.typed.jinja").write_text("")
    own = Config(package="books", templates=str(templates))
    assert not again(spec, output, own)[0]
    assert again(spec, output, own)[0]
    (templates / "package" / "gitignore.jinja").write_text("mine\n")
    assert not again(spec, output, own)[0]
    (spec.parent / "behaviour.py").write_text("# by twinspec: nothing\n")
    assert not again(spec, output, own)[0]


def test_what_is_kept_is_told_each_time(spec: Path, output: Path) -> None:
    again(spec, output)
    stale = output / "books" / "models" / "book.py"
    stale.write_text("mine")
    changed(spec, "components", "schemas", to={})
    for _ in range(2):
        report = generate(spec, Config(package="books"), output=output).report
        assert report is not None
        assert report.kept == ("books/models/book.py",)


def test_a_folder_that_leads_elsewhere_is_refused_all_the_same(
    spec: Path, output: Path, tmp_path: Path
) -> None:
    again(spec, output)
    (output / "books").rename(tmp_path / "elsewhere")
    (output / "books").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DiagnosticError) as caught:
        generate(spec, Config(package="books"), output=output)
    assert caught.value.diagnostic.code == "output-leaves-root"


def test_only_what_changed_is_formatted(
    spec: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    formatted: list[str] = []
    store = formatter._store

    def spy(folder: str, files: Sequence[GeneratedFile]) -> list[str]:
        formatted.extend(file.path for file in files)
        return store(folder, files)

    monkeypatch.setattr(formatter, "_store", spy)
    generate(spec, Config(package="books"), output=output)
    # Laid out as the formatter would.
    assert not {"books/models/shelf.py", "books/resources/books.py"}.intersection(formatted)
    assert "books/_client.py" in formatted
    formatted.clear()
    changed(spec, "components", "schemas", "Book", "description", to="Has pages.")
    changed(spec, "servers", to=[{"url": "https://books.test"}])
    _ = generate(spec, Config(package="books"), output=output)
    assert formatted == ["books/_api.py", "books/_client.py"]
    assert generate(spec, Config(package="books"), output=output).files == (
        whole_run(spec, Config(package="books")).files
    )


def test_the_output_can_be_given_as_text(spec: Path, output: Path) -> None:
    first = generate(spec, Config(package="books"), output=str(output))
    again = generate(spec, Config(package="books"), output=str(output))
    assert first.report is not None
    assert first.report.written
    assert again.report is not None
    assert again.report.unchanged == len(first.files)


def test_a_run_leaves_the_collector_of_cycles_as_it_was(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def fail(*_: object) -> None:
        seen.append(gc.isenabled())
        raise KeyError

    monkeypatch.setattr("generator.pipeline.parse", fail)
    assert gc.isenabled()
    with pytest.raises(KeyError):
        generate(spec, Config(package="books"))
    assert seen == [False]
    assert gc.isenabled()


def test_nothing_of_the_stages_is_imported_for_what_is_unchanged(spec: Path, output: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from generator import Config, generate\n"
        "generate(sys.argv[1], Config(package='books'), output=Path(sys.argv[2]))\n"
        "print(*sorted({'jinja2', 'jsonschema_rs', 'generator.pipeline'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(spec), str(output)]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert first == ["generator.pipeline", "jinja2", "jsonschema_rs"]
    assert second == []


def test_only_so_many_folders_are_remembered(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.memory._MOST_KEPT", 2)
    for number in range(4):
        generate(spec, Config(package="books", emit=("models",)), output=tmp_path / f"{number}")
    assert len(list((tmp_path / "cache").rglob("runs/*.json"))) == 2


def test_a_note_that_another_run_forgets_meanwhile_is_no_error(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.memory._MOST_KEPT", 1)
    config = Config(package="books", emit=("models",))
    generate(spec, config, output=tmp_path / "first")
    note = next((tmp_path / "cache").rglob("runs/*.json"))
    (note.parent / "gone.json").symlink_to(tmp_path / "nowhere")
    generate(spec, config, output=tmp_path / "second")
    assert not note.exists()
