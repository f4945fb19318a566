"""The two files of a state: lines go on from one to the other, whatever ends a process meanwhile."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
import twin
from twin.mock._runtime import SqliteStore, file_lock, state_file
from twin.mock._runtime.recent_file import RecentFile, line, sound, texts
from twin.mock._runtime.store import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PETS = ("pets",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def stores(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SqliteStore, ...]]:
    """Two processes, as it were; lines go on after a few hundred bytes, in pieces of less."""
    monkeypatch.setattr(state_file, "_RECENT", 600)
    monkeypatch.setattr(state_file, "_PIECE", 200)
    both = SqliteStore(path), SqliteStore(path)
    yield both
    for store in both:
        store.close()


def _put(store: SqliteStore, name: str, value: Any = None) -> None:
    store.put(PETS, name, Record({"value": value}))


def _told(store: SqliteStore) -> dict[str, Any]:
    return {name: record.data["value"] for name, record in store.items(PETS)}


def _stored(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("SELECT total(length(lines)) FROM log").fetchone()[0]
    return found


def _reopened(path: Path) -> dict[str, Any]:
    with closing(SqliteStore(path)) as store:
        return _told(store)


def test_lines_go_on_piece_by_piece_and_others_follow(
    path: Path, stores: tuple[SqliteStore, ...]
) -> None:
    one, other = stores
    expected = {}
    for number in range(60):
        name = str(number)
        _put(stores[number % 3 == 0], name, number)
        expected[name] = number
        if number % 7 == 0:
            assert list(_told(other).items()) == list(expected.items())
    assert _stored(path) > 2000
    assert _told(one) == _told(other) == _reopened(path) == expected


def test_a_line_that_is_longer_than_a_piece_goes_on(
    path: Path, stores: tuple[SqliteStore, ...]
) -> None:
    _put(stores[0], "long", "x" * 5000)
    assert _stored(path) > 5000
    assert _told(stores[1]) == {"long": "x" * 5000}


def test_a_log_that_is_mostly_out_of_date_is_written_anew(
    path: Path, stores: tuple[SqliteStore, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_file, "_SHORT", 20)
    one, other = stores
    _put(one, "kept")
    one.next_number(("numbers", "1"))
    for number in range(300):
        _put(one, "often", number)
        _put(one, f"gone {number}")
        one.forget(PETS, f"gone {number}")
        if number % 50 == 0:
            assert _told(other) == {"kept": None, "often": number}
    assert _stored(path) < 4000
    assert _told(one) == _told(other) == _reopened(path) == {"kept": None, "often": 299}
    assert not other.is_known(("numbers", "1"))
    assert other.next_number(("numbers", "1")) == 2


@pytest.mark.parametrize("short", [0, 10_000], ids=["written anew", "moved"])
def test_a_process_that_ends_while_lines_go_on_loses_nothing(
    path: Path, stores: tuple[SqliteStore, ...], monkeypatch: pytest.MonkeyPatch, short: int
) -> None:
    one, other = stores
    monkeypatch.setattr(state_file, "_SHORT", short)
    monkeypatch.setattr(state_file, "_OUTDATED", 0)
    expected = {}

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    def write() -> None:
        for number in range(100):
            expected[str(number)] = number
            _put(one, str(number), number)

    with monkeypatch.context() as patched:
        patched.setattr(RecentFile, "begin", end)  # once the lines are in the SQLite file
        with pytest.raises(KeyboardInterrupt):
            write()
    assert _told(other) == expected
    _put(other, "next")
    expected["next"] = None
    assert _told(one) == _told(other) == _reopened(path) == expected


def test_what_was_not_written_to_its_end_is_not_there(
    path: Path, stores: tuple[SqliteStore, ...]
) -> None:
    one, other = stores
    _put(one, "a")
    with closing(RecentFile(f"{path}-recent")) as recent:
        recent.write(b'00000000 [["put", ["pets"]')
    assert _told(other) == {"a": None}
    _put(other, "b")
    assert _told(one) == _reopened(path) == {"a": None, "b": None}


def test_what_a_power_failure_took_is_not_there(tmp_path: Path, path: Path) -> None:
    store = SqliteStore(path)
    for name in "abc":
        _put(store, name)
    later = tmp_path / "later"
    later.mkdir()
    for file in tmp_path.glob("state.db*"):
        shutil.copy(file, later)
    store.close()
    recent = later / "state.db-recent"
    recent.write_bytes(recent.read_bytes()[:-20] + bytes(20))
    again = SqliteStore(later / "state.db")
    assert _told(again) == {"a": None, "b": None}
    _put(again, "d")
    again.close()
    assert _reopened(later / "state.db") == {"a": None, "b": None, "d": None}


def test_a_state_file_that_was_deleted_begins_anew(path: Path) -> None:
    left = path.with_name("left")
    with closing(SqliteStore(path)) as store:
        _put(store, "a")
        shutil.copy(f"{path}-recent", left)
    path.unlink()
    shutil.copy(left, f"{path}-recent")
    with closing(SqliteStore(path)) as store:
        assert _told(store) == {}
        _put(store, "b")
    assert _reopened(path) == {"b": None}


def test_an_earlier_copy_of_the_state_file_is_what_it_was(path: Path) -> None:
    copy, recent = path.with_name("copy"), path.with_name("recent")
    with closing(SqliteStore(path)) as store:
        _put(store, "a")
    shutil.copy(path, copy)
    with closing(SqliteStore(path)) as store:
        _put(store, "b")
    store = SqliteStore(path)
    _put(store, "c")
    shutil.copy(f"{path}-recent", recent)
    store.close()
    shutil.copy(copy, path)
    shutil.copy(recent, f"{path}-recent")
    with closing(SqliteStore(path)) as store:
        assert _told(store) == {"a": None}
        _put(store, "d")
    assert _reopened(path) == {"a": None, "d": None}


def test_a_closed_store_leaves_all_in_the_sqlite_file(path: Path) -> None:
    store = SqliteStore(path)
    _put(store, "a")
    store.close()
    store.close()
    path.with_name("state.db-recent").unlink()
    assert _reopened(path) == {"a": None}


def test_what_has_no_room_in_the_sqlite_file_stays_beside_it(
    path: Path,
    stores: tuple[SqliteStore, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    one, other = stores
    expected = {str(number): number for number in range(40)}
    with monkeypatch.context() as patched:
        patched.setattr(state_file, "_ADD", "INSERT INTO no_table VALUES (?, ?)")
        for name, value in expected.items():
            _put(one, name, value)
        assert _told(one) == _told(other) == expected
    assert 0 < len(caplog.records) < 10
    assert _stored(path) == 0
    _put(other, "last")
    assert _stored(path) > 0
    assert _told(one) == _reopened(path) == {**expected, "last": None}


def test_who_waits_too_long_for_another_process_is_told(
    stores: tuple[SqliteStore, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = stores
    monkeypatch.setattr(file_lock, "_PATIENCE", 0.05)
    with one.transaction():
        _put(one, "a")
        assert _told(other) == {}, "who reads does not wait"
        with pytest.raises(TimeoutError):
            _put(other, "b")
    _put(other, "c")
    assert _told(one) == _told(other) == {"a": None, "c": None}


def test_an_answer_that_cannot_be_sent_does_not_keep_others_back(path: Path) -> None:
    sent: list[str] = []
    told: list[Any] = []

    def fail() -> None:
        raise LookupError

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
        with closing(SqliteStore(path, together=True)) as store:
            _put(store, "a")
            for then in (lambda: sent.append("first"), fail, lambda: sent.append("last")):
                store.when_settled(then)
            await store.settled(store.lost)

    asyncio.run(run())
    assert sent == ["first", "last"]
    assert [type(one["exception"]) for one in told] == [LookupError]


def test_a_store_may_be_closed_before_the_pass_has_ended(path: Path) -> None:
    told: list[Any] = []

    async def run() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
        store = SqliteStore(path, together=True)
        _put(store, "a")
        store.close()
        await asyncio.sleep(0)

    asyncio.run(run())
    assert told == []
    assert _reopened(path) == {"a": None}


def test_lines_are_sound_only_at_their_places() -> None:
    one = line(b"[]", 7)
    both = one + line(b"[1]", 7 + len(one))
    assert sound(both, 7) == both
    assert texts(both) == [b"[]", b"[1]"]
    assert sound(both, 8) == b""
    assert sound(both[:-1], 7) == one
    assert sound(both.replace(b"1]", b"2]"), 7) == one


_WRITER = """
import sys
from twin.mock._runtime import SqliteStore, state_file
from twin.mock._runtime.store import Record
state_file._RECENT, state_file._PIECE = 3_000, 1_000
state_file._SHORT, state_file._OUTDATED = int(sys.argv[3]), 1
store = SqliteStore(sys.argv[1])
for _ in range(1_000_000):
    with store.transaction():
        number = store.next_number(("pets",))
        store.put(("pets",), f"{sys.argv[2]} {number}", Record({"n": number}))
        last = store.get(("last",), "last") or Record({"n": 0})
        assert last.data["n"] == number - 1, (last, number)
        store.put(("last",), "last", Record({"n": number}))
    print(f"{sys.argv[2]} {number}", flush=True)
"""


@pytest.mark.parametrize("short", [50, 10_000], ids=["written anew", "moved"])
def test_what_several_killed_processes_acknowledged_is_there(path: Path, short: int) -> None:
    root = str(twin.__path__[0]).removesuffix("twin")
    acknowledged: list[str] = []
    for most in (20, 30, 40):  # each time others go on with what was left
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", textwrap.dedent(_WRITER), str(path), name, str(short)],
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": root},
            )
            for name in "ab"
        ]
        for writer, count in zip(writers, (most, most + 10), strict=True):
            lines = iter(writer.stdout or ())
            acknowledged += [next(lines).strip() for _ in range(count)]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [one.strip() for one in lines if one.endswith("\n")]
        for writer in writers:
            writer.communicate()
    with closing(SqliteStore(path)) as store:
        names = [name for name, _ in store.items(PETS)]
        numbers = [record.data["n"] for _, record in store.items(PETS)]
    assert set(acknowledged) <= set(names)
    assert numbers == list(range(1, len(numbers) + 1)), "in order, each once"
