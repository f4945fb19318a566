"""Life cycles: by reads, by time and by hand; and keys that are guarded where that is asked for."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

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
