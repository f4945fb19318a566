"""Several processes that answer as one mock: what is ordered of one holds for all, what one saw all tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.mock._runtime import Journal, SqliteStore
from twin.mock._runtime.shared_journal import SharedJournal
from twin.mock._runtime.sharing import prepare, share
from twin.server._runtime import Headers, Request, Response

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADERS = {"authorization": "Bearer mock-token"}


@pytest.fixture
def workers(cuadra: Any, tmp_path: Path) -> Iterator[list[httpx2.Client]]:
    """Clients of two mocks that share everything, as two processes would."""
    folder = tmp_path / "shared"
    folder.mkdir()
    prepare(folder)
    mocks = [cuadra.mock(store=SqliteStore(tmp_path / "state.db")) for _ in range(2)]
    for mock in mocks:
        mock.mark({})
        share(mock, folder, limit=1_000)
    yield [
        httpx2.Client(transport=mock.transport(), base_url="http://localhost", headers=HEADERS)
        for mock in mocks
    ]
    for mock in mocks:
        mock.calls.close()


def _list(worker: httpx2.Client) -> int:
    return worker.get("/v1/datasets").status_code


def _order(worker: httpx2.Client, path: str, value: Any) -> None:
    assert worker.post(f"/_mock/{path}", json=value).json() == {"done": True}


def test_a_fault_strikes_so_many_calls_of_all_workers(workers: list[httpx2.Client]) -> None:
    one, other = workers
    _order(one, "faults", {"kind": "fail", "call": "listDatasets", "status": 503, "times": 3})
    assert [fault["times"] for fault in other.get("/_mock/faults").json()["faults"]] == [3]
    assert [_list(worker) for worker in (one, other, one, other, one)] == [503, 503, 503, 200, 200]
    assert one.get("/_mock/faults").json() == {"faults": []}


def test_what_the_behaviour_orders_in_each_worker_is_ordered_once(
    cuadra: Any, tmp_path: Path
) -> None:
    prepare(tmp_path)
    mocks = [cuadra.mock() for _ in range(2)]
    for mock in mocks:
        mock.fail("listDatasets", status=503, times=3)
        share(mock, tmp_path, limit=1_000)
    workers = [
        httpx2.Client(transport=mock.transport(), base_url="http://localhost", headers=HEADERS)
        for mock in mocks
    ]
    assert [_list(workers[number % 2]) for number in range(4)] == [503, 503, 503, 200]
    for mock in mocks:
        mock.calls.close()


def test_chance_is_that_of_one_mock(workers: list[httpx2.Client], cuadra: Any) -> None:
    fault = {"kind": "fail", "status": 503, "rate": 0.5, "times": None}
    alone = httpx2.Client(
        transport=cuadra.mock().transport(), base_url="http://localhost", headers=HEADERS
    )
    _order(alone, "faults", fault)
    expected = [_list(alone) for _ in range(20)]
    _order(workers[0], "faults", fault)
    assert [_list(workers[number % 2]) for number in range(20)] == expected
    assert {200, 503} == set(expected)


@pytest.mark.parametrize("counting", ["window", "bucket"])
def test_a_limit_counts_the_calls_of_all_workers(
    workers: list[httpx2.Client], counting: str
) -> None:
    one, other = workers
    limit = {"kind": "limit", "requests": 3, "per": 60, "times": None, "counting": counting}
    _order(other, "faults", limit)
    assert [_list(worker) for worker in (one, other, one, other)] == [200, 200, 200, 429]
    _order(one, "clock", {"seconds": 61})
    assert _list(other) == 200


def test_faults_are_called_off_everywhere(workers: list[httpx2.Client]) -> None:
    one, other = workers
    _order(one, "faults", {"kind": "limit", "requests": 0, "times": None})
    assert (_list(one), _list(other)) == (429, 429)
    other.delete("/_mock/faults")
    assert (_list(one), _list(other)) == (200, 200)


def test_the_journal_is_that_of_all_workers(workers: list[httpx2.Client]) -> None:
    one, other = workers
    for number, worker in enumerate((one, other, other, one), 1):
        worker.post("/v1/datasets", json={"name": f"Docs {number}"})
    for worker in workers:
        told = worker.get("/_mock/journal").json()["requests"]
        assert [(item["number"], item["status"]) for item in told] == [
            (number, 201) for number in range(1, 5)
        ]
        assert worker.get("/_mock/journal?since=3").json()["count"] == 1
        whole = worker.get("/_mock/journal/2").json()
        assert whole["body"] == '{"name":"Docs 2"}'
        assert ["authorization", "Bearer mock-token"] in whole["headers"]
        routes = worker.get("/_mock/routes").json()["routes"]
        assert [item["calls"] for item in routes if item["call"] == "createDataset"] == [4]


def test_reset_is_for_all_workers(workers: list[httpx2.Client]) -> None:
    one, other = workers
    other.post("/v1/datasets", json={"name": "Docs"})
    _order(one, "faults", {"kind": "fail", "times": None})
    _order(one, "clock", {"seconds": 3600})
    _order(other, "reset", {})
    assert [worker.get("/_mock/journal").json()["count"] for worker in workers] == [0, 0]
    assert [worker.get("/v1/datasets").json()["totalCount"] for worker in workers] == [0, 0]
    assert [item["number"] for item in one.get("/_mock/journal").json()["requests"]] == [2, 3]


def _answer(journal: Journal, path: str, body: bytes = b"") -> None:
    request = Request("GET", path, headers=Headers([("accept", "*/*")]), body=body)
    journal.record("", request)
    journal.finish(request, Response(404))


def _paths(journal: Journal) -> list[tuple[int, str]]:
    return [(one.number, one.path) for one in journal()]


@pytest.fixture
def journals(tmp_path: Path) -> Iterator[list[Journal]]:
    """Two journals in one folder."""
    marks: dict[str, int] = {}
    made = [SharedJournal(tmp_path, marks, limit=10) for _ in range(2)]
    yield list(made)
    for journal in made:
        journal.close()


def test_the_oldest_requests_are_forgotten_and_numbers_go_on(
    journals: list[Journal], tmp_path: Path
) -> None:
    one, other = journals
    for number in range(1, 101):
        _answer(one if number % 3 else other, f"/{number}")
        expected = [(k, f"/{k}") for k in range(max(1, number - 9), number + 1)]
        assert _paths(one) == expected
        assert _paths(other) == expected
    assert len(list(tmp_path.iterdir())) == 4, "two files for each process"


def test_a_process_that_came_late_hides_nothing(journals: list[Journal]) -> None:
    one, other = journals
    for number in range(1, 4):
        _answer(one, f"/{number}")
    _answer(other, "/4")
    assert _paths(other) == [(1, "/1"), (2, "/2"), (3, "/3"), (4, "/4")]


def test_large_bodies_make_room_for_each_other(
    journals: list[Journal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin.mock._runtime.shared_journal.MOST_BYTES", 2_000)
    for number in range(1, 10):
        _answer(journals[0], f"/{number}", b"\xff" * 150)
    assert _paths(journals[1])[-1] == (9, "/9")
    assert journals[1]()[-1].body == b"\xff" * 150
    assert len(list(tmp_path.iterdir())) == 2


def test_what_was_cleared_is_gone_for_all(journals: list[Journal]) -> None:
    one, other = journals
    _answer(one, "/1")
    _answer(other, "/2")
    one.clear()
    assert _paths(other) == []
    _answer(other, "/3")
    assert _paths(one) == [(3, "/3")]
