"""What is done in a second process is done as if it were done here."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import Config, beside, generate, pipeline
from generator.beside import beside as do_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.config import Emit

GOLDEN = Path(__file__).parents[2] / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/openapi.yaml"))


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be done in a second process even on one core."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot copy a process")
    monkeypatch.setattr(pipeline, "can_fork", lambda: True)


@pytest.mark.usefixtures("forks")
def test_the_result_comes_from_another_process() -> None:
    with do_beside(lambda: iter([os.getpid()])) as (results,):
        assert next(results) != os.getpid()


@pytest.mark.usefixtures("forks")
def test_results_larger_than_a_pipe_come_whole_and_in_order() -> None:
    with do_beside(lambda: iter(["x" * 10_000_000, "y"])) as (results,):
        assert list(results) == ["x" * 10_000_000, "y"]


@pytest.mark.usefixtures("forks")
def test_a_result_comes_before_the_next_is_made(tmp_path: Path) -> None:
    def work() -> Iterator[int]:
        yield 1
        while not (tmp_path / "seen").exists():
            time.sleep(0.01)
        yield 2

    with do_beside(work) as (results,):
        assert next(results) == 1
        (tmp_path / "seen").touch()
        assert next(results) == 2


@pytest.mark.usefixtures("forks")
def test_what_is_done_in_turn_is_taken_by_whoever_wants_it(tmp_path: Path) -> None:
    """The second piece is sent when the first is done, though nobody has asked for that yet."""

    def first() -> Iterator[str]:
        (tmp_path / "first").touch()
        yield "x" * 10_000_000

    def second() -> Iterator[bool]:
        yield (tmp_path / "first").exists()

    with do_beside(first, second) as (large, small), do_beside(lambda: small) as (taken,):
        assert next(taken) is True
        assert next(large) == "x" * 10_000_000


@pytest.mark.usefixtures("forks")
def test_what_is_raised_over_there_is_raised_here() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise ValueError(f"in {os.getpid()}")

    with do_beside(work) as (results,):
        assert next(results) == 1
        with pytest.raises(ValueError, match=f"in {os.getpid()}"):
            next(results)


def waiting() -> Iterator[bool]:
    yield threading.Event().wait()


@pytest.mark.usefixtures("forks")
def test_no_process_is_left_when_the_block_fails() -> None:
    def leave() -> None:
        with do_beside(waiting):
            raise KeyError

    with pytest.raises(KeyError):
        leave()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("forks")
def test_what_is_interrupted_tidies_up(tmp_path: Path) -> None:
    def work() -> Iterator[bool]:
        try:
            (tmp_path / "begun").touch()
            yield threading.Event().wait()
        finally:
            (tmp_path / "begun").unlink()

    with do_beside(work):
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
    assert not (tmp_path / "begun").exists()


def test_a_process_with_threads_is_not_copied() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert not beside.can_fork()
    finally:
        ended.set()
        thread.join()


@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize("case", CASES)
def test_a_run_in_two_processes_makes_the_same(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    golden = GOLDEN / case / "openapi.yaml"
    config = Config(package="api", formatter="none")
    alone = generate(golden, config)
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    together = generate(golden, config)
    assert together.files == alone.files
    assert together.diagnostics == alone.diagnostics


@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize("part", ["models", "client", "server"])
def test_a_part_alone_is_made_in_two_processes(
    part: Emit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(package="api", formatter="none", emit=(part,))
    alone = generate(GOLDEN / CASES[0] / "openapi.yaml", config)
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    together = generate(GOLDEN / CASES[0] / "openapi.yaml", config, output=tmp_path / "out")
    assert together.files == alone.files


@pytest.mark.usefixtures("forks")
def test_processes_write_what_they_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    config = Config(package="api", formatter="none")
    made = generate(GOLDEN / CASES[0] / "openapi.yaml", config, output=tmp_path / "out")
    on_disk = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and not path.name.startswith(".twinspec")
    }
    assert on_disk == {file.path: file.content for file in made.files}
    assert made.report is not None
    assert sorted(made.report.written) == sorted(on_disk)
    assert not list((tmp_path / "out").glob(".twinspec-partial-*"))


@pytest.mark.usefixtures("forks")
def test_nothing_is_left_of_a_run_that_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pipeline, "_LARGE", 0)
    spec = tmp_path / "spec.json"
    spec.write_text('{"openapi": "3.1.0", "info": {"title": "Pets"}, "paths": {"pets": 1}}')
    made = generate(spec, Config(strict=True), output=tmp_path / "new" / "out")
    assert not made.ok
    assert [path.name for path in tmp_path.iterdir()] == ["spec.json"]
