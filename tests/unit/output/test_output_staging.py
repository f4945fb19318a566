"""Files wait in a folder of their own until all are there, whoever made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import DiagnosticError
from generator.files import GeneratedFile
from generator.output import staging, write

if TYPE_CHECKING:
    from pathlib import Path


def made(path: str, text: str = "text") -> GeneratedFile:
    return GeneratedFile(path, text)


def test_nothing_is_seen_before_all_is_written(tmp_path: Path) -> None:
    root = tmp_path / "out"
    files = (made("a/b.json"), made("c.json"), made("a/d/e.json"))
    with staging(root) as place:
        staged = place.put(files[:2])
        assert staged == {"a/b.json": True, "c.json": True}
        assert not [path for path in root.iterdir() if not path.name.startswith(".")]
        report = write(files, root, place=place, staged=staged)
    assert report.written == ("a/b.json", "c.json", "a/d/e.json")
    assert sorted(path.name for path in root.iterdir()) == [".twinspec-files.json", "a", "c.json"]
    assert (root / "a" / "d" / "e.json").read_text() == "text"


def test_what_is_there_as_it_is_touches_nothing(tmp_path: Path) -> None:
    files = (made("a/b.json"), made("c.json"))
    write(files, tmp_path)
    before = tmp_path.stat().st_mtime_ns
    with staging(tmp_path) as place:
        staged = place.put(files)
        assert staged == {"a/b.json": False, "c.json": False}
        assert not write(files, tmp_path, place=place, staged=staged).differs
    assert tmp_path.stat().st_mtime_ns == before


def test_only_what_differs_is_staged_and_replaced(tmp_path: Path) -> None:
    write((made("a/b.json", "1"), made("a/c.json", "1")), tmp_path)
    files = (made("a/b.json", "2"), made("a/c.json", "1"))
    with staging(tmp_path) as place:
        staged = place.put(files)
        assert staged == {"a/b.json": True, "a/c.json": False}
        assert (tmp_path / "a" / "b.json").read_text() == "1"
        assert write(files, tmp_path, place=place, staged=staged).written == ("a/b.json",)
    assert (tmp_path / "a" / "b.json").read_text() == "2"


def test_what_a_process_began_is_done_again(tmp_path: Path) -> None:
    with staging(tmp_path) as place:
        place.put((made("a/b.json", "longer text of the first"),))
        files = (made("a/b.json"),)
        write(files, tmp_path, place=place, staged=place.put(files))
    assert (tmp_path / "a" / "b.json").read_text() == "text"


def test_folders_made_for_nothing_are_removed(tmp_path: Path) -> None:
    with staging(tmp_path / "new" / "out") as place:
        place.put((made("a/b.json"),))
    assert not list(tmp_path.iterdir())


def test_nothing_is_staged_outside_the_output(tmp_path: Path) -> None:
    with (
        staging(tmp_path / "out") as place,
        pytest.raises(ValueError, match="no safe output path"),
    ):
        place.put((made("../a.json"),))
    (tmp_path / "file").touch()
    with (
        staging(tmp_path / "file") as place,
        pytest.raises(DiagnosticError, match="not a folder"),
    ):
        place.put((made("a.json"),))


def test_a_refused_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    files = (made("a/b.json"),)
    with staging(tmp_path) as place:
        staged = place.put(files)
        with pytest.raises(DiagnosticError, match="not generated"):
            write(files, tmp_path, place=place, staged=staged)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
