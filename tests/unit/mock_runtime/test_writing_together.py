"""A server writes the changes of one pass of its event loop together, and answers when they are in the file."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
import twin
from twin.mock._runtime import SqliteStore
from twin.mock._runtime.sqlite_store import NotKeptError
from twin.mock._runtime.state_file import StateFile
from twin.mock._runtime.store import Record
from twin.server._runtime import Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

PETS = ("pets",)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "state.db", together=True)
    yield made
    made.close()


@pytest.fixture
def other(tmp_path: Path, store: SqliteStore) -> Iterator[SqliteStore]:
    """The same file, as another process has it."""
    made = SqliteStore(tmp_path / "state.db")
    yield made
    made.close()


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One item for each commit from now on."""
    made: list[int] = []
    commit: Callable[[StateFile], None] = StateFile.commit

    def counted(file: StateFile) -> None:
        made.append(1)
        commit(file)

    monkeypatch.setattr(StateFile, "commit", counted)
    return made


async def _put(store: SqliteStore, name: str, value: Any = None) -> None:
    lost = store.lost
    with store.transaction():
        store.put(PETS, name, Record({"n": value}))
    await store.settled(lost)


def _full(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


def _names(store: SqliteStore) -> list[str]:
    return [name for name, _ in store.items(PETS)]


def test_requests_of_one_pass_are_written_at_once(
    store: SqliteStore, other: SqliteStore, commits: list[int]
) -> None:
    async def requests() -> None:
        await asyncio.gather(*(_put(store, str(number)) for number in range(20)))

    asyncio.run(requests())
    assert len(commits) == 1
    assert _names(other) == [str(number) for number in range(20)]


def test_an_answer_waits_until_its_changes_are_in_the_file(
    store: SqliteStore, other: SqliteStore
) -> None:
    async def requests() -> None:
        lost = store.lost
        store.put(PETS, "a", Record({}))
        assert _names(other) == []
        await store.settled(lost)
        assert _names(other) == ["a"]

    asyncio.run(requests())


def test_who_reads_waits_for_what_is_not_written_yet(
    store: SqliteStore, other: SqliteStore
) -> None:
    async def read() -> list[str]:
        lost = store.lost
        found = _names(store)
        await store.settled(lost)
        assert _names(other) == found
        return found

    async def requests() -> None:
        _, found = await asyncio.gather(_put(store, "a"), read())
        assert found == ["a"]

    asyncio.run(requests())


def test_each_pass_sees_what_other_processes_wrote(store: SqliteStore, other: SqliteStore) -> None:
    async def requests() -> None:
        for number in range(5):
            other.put(PETS, str(number), Record({}))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert len(_names(store)) == number + 1

    asyncio.run(requests())


def test_another_thread_writes_at_once(
    store: SqliteStore, other: SqliteStore, commits: list[int]
) -> None:
    async def requests() -> None:
        await asyncio.to_thread(store.put, PETS, "a", Record({}))
        assert len(commits) == 1
        assert _names(other) == ["a"]

    asyncio.run(requests())


def test_who_changed_what_cannot_be_written_is_told(
    store: SqliteStore, other: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def requests() -> list[Any]:
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        await _put(store, "a")
        with monkeypatch.context() as patched:
            patched.setattr(StateFile, "write", _full)
            found = await asyncio.gather(
                *(_put(store, name) for name in "bc"), return_exceptions=True
            )
        await _put(store, "d")
        return found

    assert [type(one) for one in asyncio.run(requests())] == [NotKeptError, NotKeptError]
    assert _names(store) == _names(other) == ["a", "d"]


def test_one_that_cannot_be_written_does_not_take_others_along(
    store: SqliteStore, other: SqliteStore
) -> None:
    async def requests() -> list[Any]:
        values = (1, object(), 3)
        return await asyncio.gather(
            *(_put(store, str(number), value) for number, value in enumerate(values)),
            return_exceptions=True,
        )

    assert [type(one) for one in asyncio.run(requests())] == [type(None), TypeError, type(None)]
    assert _names(store) == _names(other) == ["0", "2"]


def test_what_goes_away_and_comes_back_in_one_pass(store: SqliteStore, other: SqliteStore) -> None:
    async def requests() -> None:
        for name in "abc":
            store.put(PETS, name, Record({}))
        store.forget(PETS, "a")
        store.put(PETS, "a", Record({"again": True}))
        store.put(("toys",), "t", Record({}))
        store.drop(("toys",))
        await store.settled(store.lost)
        assert _names(other) == ["b", "c", "a"]
        store.drop(PETS)
        store.put(PETS, "d", Record({}))
        store.forget(PETS, "d")
        store.put(PETS, "e", Record({}))
        await store.settled(store.lost)

    asyncio.run(requests())
    assert _names(other) == _names(store) == ["e"]
    assert not other.is_known(("toys",))


def test_answers_and_streams_of_a_mock_wait_for_the_file(
    cuadra: Any, store: SqliteStore, other: SqliteStore
) -> None:
    mock = cuadra.mock(store=store)
    mock.dispatcher.file = store

    @mock.handler("listDatasets")
    async def listed(request: Any, **query: Any) -> Any:
        async def pieces() -> AsyncIterator[bytes]:
            for name in "ab":
                store.put(PETS, name, Record({}))
                yield name.encode()

        return Response(200, [], pieces())

    async def ask() -> None:
        async with httpx2.AsyncClient(
            transport=mock.async_transport(),
            base_url="http://mock",
            headers={"authorization": "Bearer mock-token"},
        ) as client:
            made = await client.post("/v1/datasets", json={"name": "Docs"})
            assert other.get(("datasets",), made.json()["id"]) is not None
            async with client.stream("GET", "/v1/datasets") as answer:
                seen = [(piece, _names(other)) async for piece in answer.aiter_raw()]
            assert seen == [(b"a", ["a"]), (b"b", ["a", "b"])]

    asyncio.run(ask())


def test_what_cannot_be_written_is_answered_with_500(
    cuadra: Any, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = cuadra.mock(store=store)
    mock.dispatcher.file = store

    async def ask() -> list[int]:
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        async with httpx2.AsyncClient(
            transport=mock.async_transport(),
            base_url="http://mock",
            headers={"authorization": "Bearer mock-token"},
        ) as client:
            with monkeypatch.context() as patched:
                patched.setattr(StateFile, "write", _full)
                lost = await client.post("/v1/datasets", json={"name": "Docs"})
            kept = await client.post("/v1/datasets", json={"name": "Docs"})
            told = await client.get("/v1/datasets")
            return [lost.status_code, kept.status_code, told.json()["totalCount"]]

    assert asyncio.run(ask()) == [500, 201, 1]


_WRITER = """
import asyncio, sys
from twin.mock._runtime.sqlite_store import SqliteStore
from twin.mock._runtime.store import Record
store = SqliteStore(sys.argv[1], together=True)
async def write(first):
    for number in range(first, 1_000_000, 8):
        lost = store.lost
        with store.transaction():
            store.put(("pets",), str(number), Record({"n": number}))
            store.put(("pets.toys", str(number)), "t", Record({}))
        await store.settled(lost)
        print(number, flush=True)
async def main():
    await asyncio.gather(*(write(first) for first in range(8)))
asyncio.run(main())
"""


def test_what_was_acknowledged_survives_the_end_of_the_process(tmp_path: Path) -> None:
    root = str(twin.__path__[0]).removesuffix("twin")
    path = tmp_path / "state.db"
    acknowledged = set()
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WRITER), str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:
        for line in process.stdout or ():
            if line.endswith("\n"):
                acknowledged.add(line.strip())
            if len(acknowledged) == 500:
                process.send_signal(signal.SIGKILL)
    store = SqliteStore(path)
    names = _names(store)
    assert len(acknowledged) >= 500
    assert acknowledged <= set(names)
    assert len(store.collections("pets.toys")) == len(names), "a transaction is there whole"
    store.close()


def test_requests_that_come_one_by_one_are_not_kept_waiting(
    store: SqliteStore, other: SqliteStore, commits: list[int]
) -> None:
    async def alone(number: int) -> bool:
        lost = store.lost
        with store.transaction():
            store.put(PETS, str(number), Record({}))
        is_settled = store.is_settled
        await store.settled(lost)
        assert len(_names(other)) == number + 1
        for _ in range(3):
            await asyncio.sleep(0)
        return is_settled

    async def requests() -> list[bool]:
        return [await alone(number) for number in range(50)]

    waited = asyncio.run(requests())
    assert not waited[0], "more may come"
    assert all(waited[10:])
    assert len(commits) == 50


def test_requests_are_written_together_again_when_several_come(
    store: SqliteStore, other: SqliteStore, commits: list[int]
) -> None:
    async def requests() -> list[int]:
        for number in range(30):
            await _put(store, f"alone {number}")
            await asyncio.sleep(0)
        found = []
        for burst in range(20):
            commits.clear()
            await asyncio.gather(*(_put(store, f"{burst} {number}") for number in range(20)))
            found.append(len(commits))
        return found

    found = asyncio.run(requests())
    assert found[-1] == 1
    assert 20 not in found[1:]
    assert len(_names(other)) == 30 + 20 * 20


def test_numbers_go_on_whatever_became_of_the_records(
    store: SqliteStore, other: SqliteStore
) -> None:
    async def made(name: str) -> int:
        lost = store.lost
        with store.transaction():
            number = store.next_number(PETS)
            store.put(PETS, name, Record({}))
        await store.settled(lost)
        return number

    async def requests() -> list[int]:
        return [await made(name) for name in "abc"]

    assert asyncio.run(requests()) == [1, 2, 3]
    assert other.next_number(PETS) == 4
    assert asyncio.run(made("d")) == 5
    for name in "dcba":
        store.forget(PETS, name)
    assert other.is_known(PETS)
    assert other.next_number(PETS) == 6
    assert store.next_number(PETS) == 7
