"""Both stores keep the same promises; the one in a file outlives its process and is shared."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from typing import TYPE_CHECKING, Any

import pytest
import twin
from hypothesis import given, settings
from hypothesis import strategies as st
from twin.mock._runtime import MemoryStore, SqliteStore
from twin.mock._runtime.sqlite_store import StateFileError
from twin.mock._runtime.store import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PETS = ("pets",)
TOYS = ("pets.toys", "1")


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    made = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "state.db")
    yield made
    made.close()


def _names(store: Any, collection: tuple[str, ...] = PETS) -> list[str]:
    return [name for name, _ in store.items(collection)]


def test_records_are_told_in_the_order_they_came(store: Any) -> None:
    for name in ("b", "a", "c"):
        store.put(PETS, name, Record({"name": name}))
    store.put(PETS, "b", Record({"name": "changed"}))
    assert _names(store) == ["b", "a", "c"]
    assert store.get(PETS, "b").data == {"name": "changed"}


def test_a_record_that_was_forgotten_comes_back_at_the_end(store: Any) -> None:
    with store.transaction():
        for name in ("a", "b"):
            store.put(PETS, name, Record({}))
        store.forget(PETS, "a")
        store.put(PETS, "a", Record({}))
    assert _names(store) == ["b", "a"]


def test_a_deleted_record_is_known_but_not_told(store: Any) -> None:
    store.put(PETS, "a", Record({}, deleted=True))
    assert store.get(PETS, "a").deleted
    assert _names(store) == []
    assert store.is_known(PETS)
    assert not store.is_known(TOYS)


def test_the_records_deleted_first_are_told_first(store: Any) -> None:
    for name in ("a", "b", "c"):
        store.put(PETS, name, Record({}, deleted=True))
    store.put(PETS, "a", Record({}))
    assert store.deleted(0) == [(PETS, "b"), (PETS, "c")]
    assert store.deleted(1) == [(PETS, "b")]
    assert store.deleted(5) == []


def test_a_dropped_collection_had_never_been(store: Any) -> None:
    store.put(TOYS, "a", Record({}))
    store.next_number(TOYS)
    store.drop(TOYS)
    assert not store.is_known(TOYS)
    assert store.collections("pets.toys") == []
    assert store.next_number(TOYS) == 1


def test_trimming_keeps_the_newest(store: Any) -> None:
    for name in "abcd":
        store.put(PETS, name, Record({}))
    store.trim(PETS, 2)
    assert _names(store) == ["c", "d"]
    store.trim(PETS, 5)
    assert _names(store) == ["c", "d"]


def test_numbers_count_each_collection(store: Any) -> None:
    assert [store.next_number(PETS), store.next_number(TOYS), store.next_number(PETS)] == [1, 1, 2]


def test_a_snapshot_holds_everything(store: Any) -> None:
    store.put(PETS, "a", Record({"tags": ["x"]}, reads=2))
    store.put(TOYS, "b", Record({}, deleted=True))
    store.next_number(PETS)
    taken = store.snapshot()
    store.get(PETS, "a").data["tags"].append("y")
    store.restore({})
    assert store.collections("") == []
    store.restore(taken)
    assert store.get(PETS, "a") == Record({"tags": ["x"]}, reads=2)
    assert store.get(TOYS, "b").deleted
    assert store.next_number(PETS) == 2
    assert store.collections("pets") == [PETS]


@pytest.mark.parametrize(
    "wrong",
    [
        {"collections": [{"key": [], "records": []}]},
        {"collections": [{"key": "pets", "records": []}]},
        {"collections": [{"key": ["pets"], "records": [{"id": "a", "data": 1}]}]},
        {"collections": [{"records": []}]},
        {"collections": 1},
        {"numbers": [{"key": ["pets"], "number": "many"}]},
    ],
)
def test_what_is_no_snapshot_changes_nothing(store: Any, wrong: dict[str, Any]) -> None:
    store.put(PETS, "a", Record({}))
    with pytest.raises(ValueError, match=r"snapshot|invalid literal"):
        store.restore(wrong)
    assert _names(store) == ["a"]


def test_a_file_holds_what_was_put_and_changed_within_the_transaction(tmp_path: Path) -> None:
    first = SqliteStore(tmp_path / "state.db")
    with first.transaction():
        record = Record({"name": "a"})
        first.put(PETS, "a", record)
        record.data["name"] = "b"  # as histories do, after the record was put
    first.put(TOYS, "t", Record({}))
    first.forget(TOYS, "t")
    first.next_number(PETS)
    first.close()
    second = SqliteStore(tmp_path / "state.db")
    assert second.get(PETS, "a").data == {"name": "b"}
    assert second.is_known(TOYS)
    assert second.next_number(PETS) == 2


def test_stores_of_one_file_see_each_others_changes(tmp_path: Path) -> None:
    one, other = (SqliteStore(tmp_path / "state.db") for _ in range(2))
    one.put(PETS, "a", Record({"by": "one"}))
    assert other.get(PETS, "a").data == {"by": "one"}
    other.put(PETS, "a", Record({"by": "other"}))
    other.put(PETS, "b", Record({}))
    assert one.get(PETS, "a").data == {"by": "other"}
    assert _names(one) == ["a", "b"]
    one.forget(PETS, "a")
    one.drop(TOYS)
    assert _names(other) == ["b"]
    assert [one.next_number(PETS), other.next_number(PETS), one.next_number(PETS)] == [1, 2, 3]
    one.restore({})
    assert other.collections("") == []


def test_a_transaction_takes_over_what_others_changed_since_the_last(tmp_path: Path) -> None:
    one, other = (SqliteStore(tmp_path / "state.db") for _ in range(2))
    assert one.collections("") == []
    other.put(PETS, "a", Record({"n": 1}))
    with one.transaction(writes=False):
        before = one.get(PETS, "a")
        assert before.data == {"n": 1}
        one.put(PETS, "a", Record({"n": 2}))  # a request that only reads may make something up
    assert other.get(PETS, "a").data == {"n": 2}


def test_what_an_exception_leaves_behind_is_the_same_as_in_memory(store: Any) -> None:
    def fail() -> None:
        with store.transaction():
            store.put(PETS, "a", Record({}))
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert _names(store) == ["a"]


def test_what_cannot_be_written_is_not_there(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "state.db")
    store.put(PETS, "a", Record({}))
    with pytest.raises(TypeError):
        store.put(PETS, "b", Record({"no": object()}))
    assert _names(store) == ["a"]
    store.put(PETS, "c", Record({}))
    assert _names(store) == ["a", "c"]


def test_threads_take_turns(store: Any) -> None:
    def count() -> None:
        for _ in range(200):
            with store.transaction():
                found = store.get(PETS, "n") or Record({"n": 0})
                store.put(PETS, "n", Record({"n": found.data["n"] + 1}))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.get(PETS, "n").data == {"n": 800}


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a database, and long enough to look at " * 40)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE own (x)")
    connection.close()
    before = text.read_bytes(), other.read_bytes()
    for path in (text, other, tmp_path / "no" / "folder.db"):
        with pytest.raises(StateFileError, match=path.name):
            SqliteStore(path)
    assert (text.read_bytes(), other.read_bytes()) == before


_WRITER = """
import sys
from twin.mock._runtime.sqlite_store import SqliteStore
from twin.mock._runtime.store import Record
store = SqliteStore(sys.argv[1])
for number in range(1_000_000):
    with store.transaction():
        store.put(("pets",), str(number), Record({"n": number}))
        store.put(("pets.toys", str(number)), "t", Record({}))
    print(number, flush=True)
"""


def test_what_was_acknowledged_survives_the_end_of_the_process(tmp_path: Path) -> None:
    root = str(twin.__path__[0]).removesuffix("twin")
    path = tmp_path / "state.db"
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WRITER), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:
        assert process.stdout is not None
        acknowledged = -1
        for line in process.stdout:
            acknowledged = int(line)
            if acknowledged == 300:
                process.send_signal(signal.SIGKILL)
    store = SqliteStore(path)
    names = _names(store)
    assert len(names) >= acknowledged + 1
    assert names == [str(number) for number in range(len(names))]
    assert len(store.collections("pets.toys")) == len(names), "a transaction is there whole"


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["put", "delete", "forget", "drop", "trim", "number", "restart"]),
        st.sampled_from([PETS, TOYS]),
        st.sampled_from("abc"),
    ),
    max_size=30,
)


@settings(max_examples=25, deadline=None)
@given(steps=_STEPS)
def test_two_stores_of_one_file_are_as_one_in_memory(
    steps: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("state") / "state.db"
    memory = MemoryStore()
    files = [SqliteStore(path), SqliteStore(path)]
    for number, (step, collection, name) in enumerate(steps):
        if step == "restart":
            files[number % 2].close()
            files[number % 2] = SqliteStore(path)
        for store in (memory, files[number % 2]):
            match step:
                case "put" | "delete":
                    record = Record({"step": number}, number, step == "delete")
                    store.put(collection, name, record)
                case "forget":
                    store.forget(collection, name)
                case "drop":
                    store.drop(collection)
                case "trim":
                    store.trim(collection, 1)
                case "number":
                    store.next_number(collection)
    expected = _sorted(memory.snapshot())
    for store in files:
        assert _sorted(store.snapshot()) == expected
        store.close()


def _sorted(snapshot: dict[str, Any]) -> dict[str, Any]:
    """The order of collections means nothing."""
    return {
        **snapshot,
        "collections": sorted(snapshot["collections"], key=lambda one: one["key"]),
        "numbers": sorted(snapshot["numbers"], key=lambda one: one["key"]),
    }


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.text(),
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        max_size=4,
    )
    | st.just({"half": "\ud800", "much": float("inf"), "deep": {"list": [1, None]}})
)
def test_values_come_back_from_a_file_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("values") / "state.db"
    store = SqliteStore(path)
    store.put(PETS, "a", Record(data))
    store.close()
    again = SqliteStore(path)
    assert repr(again.get(PETS, "a").data) == repr(data)
    again.close()
