from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import DiagnosticError
from generator.files import GeneratedFile
from generator.json_lines import json_lines
from generator.output import write

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "# Generated from Books 1.0.0 by twinspec; changes are lost.\n"


def files(**texts: str) -> tuple[GeneratedFile, ...]:
    return tuple(
        GeneratedFile(name.replace("__", "/") + ".py", HEADER + text)
        for name, text in texts.items()
    )


def tree(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def code(root: Path, *items: GeneratedFile) -> str:
    with pytest.raises(DiagnosticError) as caught:
        write(items, root)
    assert caught.value.diagnostic.location is not None
    return caught.value.diagnostic.code


def test_writes_new_files_and_leaves_no_temporary_ones(tmp_path: Path) -> None:
    root = tmp_path / "new" / "out"
    report = write(files(a="1", b__c="2"), root)
    assert report.written == ("a.py", "b/c.py")
    assert tree(root) == {"a.py": HEADER + "1", "b/c.py": HEADER + "2"}
    assert [path.name for path in root.glob(".*")] == [".twinspec-files.json"]


def test_folders_appear_beside_what_is_there_already(tmp_path: Path) -> None:
    write(files(a="1", b__c="2"), tmp_path)
    (tmp_path / "b" / "mine.txt").write_text("mine")
    more = files(a="1", b__c="2", b__d__e__f="3", b__d__g="4", h__i__j="5")
    report = write(more, tmp_path)
    assert report.written == ("b/d/e/f.py", "b/d/g.py", "h/i/j.py")
    made = tree(tmp_path)
    assert made.pop("b/mine.txt") == "mine"
    assert made == {file.path: file.text for file in more}
    assert not write(more, tmp_path).differs


def test_a_new_folder_is_moved_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []
    move = os.replace

    def spy(source: str, target: str) -> None:
        moved.append(os.path.relpath(target, tmp_path))
        move(source, target)

    monkeypatch.setattr(os, "replace", spy)
    write(files(a="1", b__c="2", b__d__e="3"), tmp_path)
    assert [path for path in moved if not path.startswith(".")] == ["a.py", "b"]


def test_a_file_is_whole_though_the_system_takes_it_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, data[:3]))
    write(files(a="text"), tmp_path)
    assert (tmp_path / "a.py").read_text() == f"{HEADER}text"


def test_same_files_are_not_touched(tmp_path: Path) -> None:
    write(files(a="1", b="2"), tmp_path)
    names = ("a.py", ".twinspec-files.json")
    before = [(tmp_path / name).stat() for name in names]
    report = write(files(a="1", b="2"), tmp_path)
    assert not report.differs
    assert report.unchanged == 2
    assert [(tmp_path / name).stat() for name in names] == before


def test_removes_its_own_files_and_the_folders_they_leave_empty(tmp_path: Path) -> None:
    write(files(a="1", old__b="2"), tmp_path)
    compiled = tmp_path / "old" / "__pycache__"
    compiled.mkdir()
    (compiled / "b.cpython-311.pyc").write_bytes(b"")
    report = write(files(a="1"), tmp_path)
    assert report.removed == ("old/b.py",)
    assert not (tmp_path / "old").exists()
    assert not write(files(a="1"), tmp_path).differs


def test_hand_made_files_survive_a_regeneration(tmp_path: Path) -> None:
    write(files(a="1", b__c="2"), tmp_path)
    (tmp_path / "b" / "mine.py").write_text("mine")
    (tmp_path / "b" / "c.py").write_text("edited")
    report = write(files(a="1"), tmp_path)
    assert report.kept == ("b/c.py",)
    assert tree(tmp_path) == {"a.py": HEADER + "1", "b/mine.py": "mine", "b/c.py": "edited"}


def test_a_file_without_our_mark_is_never_overwritten(tmp_path: Path) -> None:
    data = GeneratedFile("data.json", "{}")
    write((data,), tmp_path)
    (tmp_path / "data.json").write_text("[1]")
    assert code(tmp_path, GeneratedFile("data.json", "[2]")) == "output-edited"
    assert (tmp_path / "data.json").read_text() == "[1]"


def test_a_marked_file_is_overwritten_even_if_the_record_is_lost(tmp_path: Path) -> None:
    write(files(a="1"), tmp_path)
    (tmp_path / ".twinspec-files.json").unlink()
    (tmp_path / "a.py").write_text(HEADER + "edited")
    assert write(files(a="2"), tmp_path).written == ("a.py",)
    assert tree(tmp_path) == {"a.py": HEADER + "2"}


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    assert code(tmp_path, *files(a="1")) == "output-not-ours"
    assert tree(tmp_path) == {"thesis.txt": "years of work"}


def test_a_fresh_repository_is_accepted(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert write(files(a="1"), tmp_path).written == ("a.py",)


def test_the_root_may_not_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    assert code(tmp_path / "out", *files(a="1")) == "output-not-a-folder"
    assert code(tmp_path / "out" / "below", *files(a="1")) == "output-not-writable"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_a_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert code(tmp_path, *files(a="1")) == "output-not-writable"


def test_links_that_leave_the_root_are_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (root / "pkg").symlink_to(outside)
    assert code(root, *files(pkg__a="1")) == "output-leaves-root"
    assert list(outside.iterdir()) == []


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    target, root = tmp_path / "target.py", tmp_path / "root"
    target.write_text(HEADER)
    root.mkdir()
    (root / "a.py").symlink_to(target)
    assert code(root, *files(a="1")) == "output-not-a-file"
    assert target.read_text() == HEADER


def test_a_forged_record_cannot_remove_anything_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(files(a="1"), root)
    victim = tmp_path / "victim.py"
    victim.write_text(HEADER + "1")
    record = json.loads((root / ".twinspec-files.json").read_text())
    record["files"]["../victim.py"] = record["files"]["a.py"]
    (root / ".twinspec-files.json").write_text(json.dumps(record))
    assert code(root, *files(a="1")) == "output-leaves-root"
    assert victim.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/etc/x",
        "../x",
        "a/../x",
        "a//b",
        "",
        "a\\b",
        "C:x",
        "a/",
        "x\n",
        "x.",
        "x ",
        "./x",
        "nul\0",
    ],
)
def test_unsafe_paths_are_a_mistake_of_ours(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="output path"):
        write((GeneratedFile(path, ""),), tmp_path)


@pytest.mark.parametrize("pair", [("a.py", "A.py"), ("a/x", "A/y"), ("a", "a/b"), ("a", "a")])
def test_paths_that_are_one_on_some_systems(tmp_path: Path, pair: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=r"are one|also a folder|same path"):
        write(tuple(GeneratedFile(path, "") for path in pair), tmp_path)


def test_check_writes_nothing_and_says_what_differs(tmp_path: Path) -> None:
    write(files(a="1", b="2"), tmp_path)
    (tmp_path / "a.py").write_text("edited")
    before = tree(tmp_path)
    report = write(files(a="1", c="3"), tmp_path, check=True)
    assert (report.written, report.removed) == (("a.py", "c.py"), ("b.py",))
    assert tree(tmp_path) == before
    assert not write(files(a="1"), tmp_path / "none", check=True).removed
    assert not (tmp_path / "none").exists()


def test_the_next_run_repairs_an_interrupted_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def data(version: int) -> tuple[GeneratedFile, ...]:
        return tuple(GeneratedFile(f"{name}.json", f"{name}{version}") for name in "abcd")

    write(data(1), tmp_path)
    real, calls = os.replace, iter(range(100))

    def stop_at_the_third(source: str, target: str) -> None:
        if next(calls) == 3:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        write(data(2), tmp_path)
    monkeypatch.undo()
    assert sorted(tree(tmp_path).values()) == ["a2", "b2", "c1", "d1"]
    write(data(3), tmp_path)
    assert sorted(tree(tmp_path).values()) == ["a3", "b3", "c3", "d3"]
    assert [path.name for path in tmp_path.glob(".*")] == [".twinspec-files.json"]


def test_json_lines_are_the_same_value_one_item_per_line() -> None:
    value = {"name": "ä", "list": [{"a": 1}, {"b": [2, 3]}], "empty": [], "map": {"x": None}}
    text = json_lines(value)
    assert json.loads(text) == value
    assert '    {"a": 1},\n    {"b": [2, 3]}\n' in text
