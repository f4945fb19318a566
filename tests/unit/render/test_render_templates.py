from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
import pytest

from generator.diagnostics import DiagnosticError
from generator.files import Artifact
from generator.render import environment, packs, runtime_files
from generator.render.environment import render

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "pack"
    (folder / "models").mkdir(parents=True)
    (folder / "models" / "class.jinja").write_text(
        "{% for name in names %}\n    {% if name %}\nclass {{ name }}: ...\n    {% endif %}\n{% endfor %}\n"
    )
    monkeypatch.setattr(environment, "built_in", lambda: folder)
    return folder


def artifact(path: str, **view: object) -> Artifact:
    return Artifact(path, "models/class.jinja", view)


def test_values_arrive_as_they_are_and_blocks_leave_no_trace(pack: Path) -> None:
    files = render([artifact("b.py", names=["<A&B>"]), artifact("a.py", names=["", "C"])])
    assert [(file.path, file.text) for file in files] == [
        ("b.py", "class <A&B>: ...\n"),
        ("a.py", "class C: ...\n"),
    ]


def test_an_undefined_value_is_an_error_of_ours(pack: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render([artifact("a.py")])


def test_the_folder_of_the_user_goes_first(pack: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "models").mkdir(parents=True)
    (mine / "models" / "class.jinja").write_text("mine: {{ names }}")
    assert render([artifact("a.py", names=1)], mine)[0].text == "mine: 1"


@pytest.mark.parametrize(("text", "line"), [("a\n{{ missing }}", 2), ("{% if %}", 1)])
def test_a_fault_in_a_template_of_the_user_names_its_line(
    pack: Path, tmp_path: Path, text: str, line: int
) -> None:
    mine = tmp_path / "mine" / "models"
    mine.mkdir(parents=True)
    (mine / "class.jinja").write_text(text)
    with pytest.raises(DiagnosticError) as caught:
        render([artifact("a.py", names=[])], tmp_path / "mine")
    diagnostic = caught.value.diagnostic
    assert diagnostic.code == "template-error"
    assert str(diagnostic.location).endswith(f"class.jinja:{line}:1")


def test_a_missing_folder_of_templates_is_a_clear_error(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(DiagnosticError, match="does not exist"):
        render([artifact("a.py", names=[])], tmp_path / "none")


def test_runtime_folders_are_copied_verbatim_and_sorted(tmp_path: Path) -> None:
    for name in ("runtime/b.py", "runtime/a.py", "runtime/sub/c.py", "runtime/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {{{{ {name} }}}}\n")
    files = runtime_files([("runtime", "pkg/_runtime")], tmp_path)
    assert [file.path for file in files] == [
        "pkg/_runtime/a.py",
        "pkg/_runtime/b.py",
        "pkg/_runtime/sub/c.py",
    ]
    assert files[0].text == "# {{ runtime/a.py }}\n"
    with pytest.raises(FileNotFoundError):
        runtime_files([("none", "pkg")], tmp_path)


def test_the_built_in_templates_are_found() -> None:
    assert (packs.built_in() / "runtime").is_dir()
