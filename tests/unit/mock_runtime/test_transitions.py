"""Life cycles: by reads, by time and by hand; and keys that are guarded where that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.mock._runtime import SqliteStore
from twin.mock._runtime.behaviour import Resource
from twin.mock._runtime.store import MemoryStore, Record
from twin.mock._runtime.transitions import Transition, Transitions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = {"file": ("a.txt", b"text", "text/plain")}


def _upload(api: Any) -> str:
    made = api("POST", "/v1/files", 201, files=TEXT)
    assert made["status"] == "uploaded"
    return str(made["id"])


def _status(api: Any, key: str) -> str:
    return str(api("GET", f"/v1/files/{key}")["status"])


def _listed(api: Any) -> list[str]:
    return [one["status"] for one in api("GET", "/v1/files")["items"]]


def test_each_read_moves_a_record_on_by_default(api: Any) -> None:
    key = _upload(api)
    assert [_status(api, key) for _ in range(3)] == ["processing", "ready", "ready"]


def test_a_state_may_last_several_reads(api: Any) -> None:
    api.mock.set_transition("files", reads=2)
    key = _upload(api)
    found = [_status(api, key) for _ in range(5)]
    assert found == ["uploaded", "processing", "processing", "ready", "ready"]


def test_a_state_may_last_some_time(api: Any) -> None:
    api.mock.set_transition("files", by="time", seconds=30)
    key = _upload(api)
    assert [_status(api, key) for _ in range(3)] == ["uploaded"] * 3
    api.mock.clock.advance(31)
    assert _listed(api) == ["processing"]
    assert _status(api, key) == "processing"
    api.mock.clock.advance(30)
    assert _status(api, key) == "ready"
    late = _upload(api)
    api.mock.clock.advance(3600)
    assert _status(api, late) == "ready"


def test_a_state_may_last_until_it_is_moved(api: Any) -> None:
    api.mock.set_transition("files", by="hand")
    key = _upload(api)
    assert _status(api, key) == "uploaded"
    assert api.mock.advance("files", key)["status"] == "processing"
    assert _status(api, key) == "processing"
    api.mock.advance("files", key, to="failed")
    assert _status(api, key) == "failed"
    with pytest.raises(LookupError, match="no files"):
        api.mock.advance("files", "unknown")


def test_time_begins_anew_after_a_reset(api: Any) -> None:
    api.mock.set_transition("files", by="time", seconds=30)
    for _ in range(2):
        key = _upload(api)
        assert _status(api, key) == "uploaded"
        api.mock.clock.advance(31)
        assert _status(api, key) == "processing"
        api.mock.reset()


def test_a_fork_has_the_same_life_cycles_and_filters(api: Any) -> None:
    api.mock.set_transition("files", by="hand")
    api.mock.filter("listFiles")(lambda call, file: False)
    key = _upload(api)
    with api.mock.fork() as fork:
        headers = {"authorization": "Bearer mock-token"}
        http = httpx2.Client(transport=fork.transport(), base_url="http://m", headers=headers)
        assert http.get(f"/v1/files/{key}").json()["status"] == "uploaded"
        assert http.get("/v1/files").json()["items"] == []


def test_a_life_cycle_is_needed(api: Any) -> None:
    with pytest.raises(KeyError, match="no life cycle"):
        api.mock.set_transition("datasets", reads=2)


def test_keys_are_guarded_everywhere_if_that_is_wanted(cuadra: Any) -> None:
    with cuadra.mock(strict_keys=True, auth=False) as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        key = {"Idempotency-Key": "k"}
        first = http.post("/v1/datasets", json={"name": "a"}, headers=key)
        again = http.post("/v1/datasets", json={"name": "a"}, headers=key)
        other = http.post("/v1/datasets", json={"name": "b"}, headers=key)
        assert (first.status_code, again.json()) == (201, first.json())
        assert other.status_code == 409
        assert len(mock.records.all("datasets")) == 1


@pytest.fixture
def workers(cuadra: Any, tmp_path: Path) -> Iterator[list[Any]]:
    """Two mocks of one state file, as two processes would have them."""
    stores = [SqliteStore(tmp_path / "state.db") for _ in range(2)]
    yield [cuadra.mock(store=store, auth=False) for store in stores]
    for store in stores:
        store.close()


def _http(mock: Any) -> httpx2.Client:
    return httpx2.Client(transport=mock.transport(), base_url="http://m")


def _read(mock: Any, key: str) -> str:
    return str(_http(mock).get(f"/v1/files/{key}").json()["status"])


def test_time_is_that_of_the_record_whoever_is_asked(workers: list[Any]) -> None:
    one, other = workers
    for mock in workers:
        mock.set_transition("files", by="time", seconds=30)
    key = _http(one).post("/v1/files", files=TEXT).json()["id"]
    for mock in workers:
        mock.clock.advance(31)
    assert _read(other, key) == _read(one, key) == "processing"
    for mock in workers:
        mock.clock.advance(20)
    assert _read(one, key) == _read(other, key) == "processing"
    for mock in workers:
        mock.clock.advance(10)
    assert _read(other, key) == _read(one, key) == "ready"


def test_who_moves_a_record_by_hand_begins_its_time_for_all(workers: list[Any]) -> None:
    one, other = workers
    for mock in workers:
        mock.set_transition("files", by="time", seconds=30)
    key = _http(one).post("/v1/files", files=TEXT).json()["id"]
    for mock in workers:
        mock.clock.advance(20)
    assert one.advance("files", key)["status"] == "processing"
    for mock in workers:
        mock.clock.advance(20)
    assert _read(other, key) == _read(one, key) == "processing"
    one.advance("files", key, to="uploaded")
    assert _read(other, key) == "uploaded"
    for mock in workers:
        mock.clock.advance(31)
    assert _read(other, key) == _read(one, key) == "processing"


def test_time_goes_on_where_a_process_ended(cuadra: Any, tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    seen = []
    key = ""
    for seconds in (0, 31, 50, 61):
        store = SqliteStore(path)
        mock = cuadra.mock(store=store, auth=False)
        mock.set_transition("files", by="time", seconds=30)
        key = key or _http(mock).post("/v1/files", files=TEXT).json()["id"]
        mock.clock.advance(seconds)
        seen.append(_read(mock, key))
        store.close()
    assert seen == ["uploaded", "processing", "processing", "ready"]


def test_each_read_counts_whoever_is_asked(workers: list[Any]) -> None:
    for mock in workers:
        mock.set_transition("files", reads=2)
    key = _http(workers[0]).post("/v1/files", files=TEXT).json()["id"]
    found = [_read(workers[number % 2], key) for number in range(5)]
    assert found == ["uploaded", "processing", "processing", "ready", "ready"]


def test_a_snapshot_remembers_since_when(api: Any) -> None:
    api.mock.set_transition("files", by="time", seconds=30)
    key = _upload(api)
    api.mock.advance("files", key)
    taken = api.mock.snapshot()
    api.mock.clock.advance(31)
    assert _status(api, key) == "ready"
    api.mock.restore(taken)
    assert _status(api, key) == "ready", "its time has passed, too"
    api.mock.clock.reset()
    api.mock.restore(taken)
    assert _status(api, key) == "processing"


@pytest.mark.parametrize("made", [1e300, float("inf"), -1e18, "never", True, None, [1], 10**400])
def test_a_strange_time_of_creation_begins_now(made: Any) -> None:
    resource = Resource("jobs", "/jobs", "created", "id", "id", "string", "", created_at="at")
    resource = replace(resource, status="state", states=("a", "b"))
    transitions = Transitions(lambda: datetime(2026, 1, 1, tzinfo=UTC), MemoryStore())
    transitions.set("jobs", Transition("time", seconds=5))
    record = Record({"at": made, "state": "a"})
    assert transitions.by_now(resource, ("jobs", "1"), record) is None
