"""What a test can look at afterwards, and how tests are kept apart."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.mock._runtime import SqliteStore, embedded

if TYPE_CHECKING:
    from pathlib import Path

AUTH = {"authorization": "Bearer mock-token"}


def _http(mock: Any) -> httpx2.Client:
    return httpx2.Client(transport=mock.transport(), base_url="http://mock", headers=AUTH)


def test_calls_hold_the_request_and_the_answer(cuadra: Any) -> None:
    mock = cuadra.mock()
    http = _http(mock)
    http.post("/v1/datasets", json={"name": "Docs"})
    http.get("/v1/datasets", params={"limit": "no"})
    made, listed = mock.calls()
    assert (made.method, made.path, made.json, made.status) == (
        "POST",
        "/v1/datasets",
        {"name": "Docs"},
        201,
    )
    assert listed.query == (("limit", "no"),)
    assert listed.status == 422
    assert (made.number, listed.number) == (1, 2)
    assert 0 < made.seconds < 60
    assert mock.calls(listed.call) == [listed]
    assert mock.calls(since=1) == [listed]
    assert mock.calls.counts() == {made.call: 1, listed.call: 1}


def test_a_handler_sees_its_own_request_in_the_journal(cuadra: Any) -> None:
    mock = cuadra.mock()
    seen: list[int] = []

    @mock.handler("listDatasets")
    def answer(request: Any, **arguments: Any) -> Any:
        seen.extend(one.status for one in mock.calls("listDatasets"))
        return {"items": [], "hasMore": False}

    _http(mock).get("/v1/datasets")
    assert seen == [0]


def test_the_oldest_requests_are_forgotten(cuadra: Any) -> None:
    mock = cuadra.mock()
    mock.calls.limit = 3
    http = _http(mock)
    for _ in range(5):
        http.get("/v1/models")
    assert [one.number for one in mock.calls()] == [3, 4, 5]


@pytest.mark.parametrize(
    ("method", "path", "expected", "reason"),
    [
        ("GET", "/v1/dataset", ("GET", "/v1/datasets"), "the path differs"),
        ("GET", "/datasets", ("GET", "/v1/datasets"), "the path differs"),
        ("GET", "/v1/datasets/1/snapshot", ("GET", "/v1/datasets/{dataset_id}/snapshots"), ""),
        ("PUT", "/v1/datasets", ("GET", "/v1/datasets"), "another method"),
    ],
)
def test_a_request_that_missed_is_told_with_what_it_may_have_meant(
    cuadra: Any, method: str, path: str, expected: tuple[str, str], reason: str
) -> None:
    mock = cuadra.mock()
    _http(mock).request(method, path)
    (miss,) = mock.near_misses()
    first = miss.candidates[0]
    assert (first.method, first.path) == expected
    assert reason in first.reason
    assert f"{method} {path} reached no operation" in str(miss)
    assert expected[1] in str(miss)


def test_nothing_is_near_to_nonsense(cuadra: Any) -> None:
    mock = cuadra.mock()
    _http(mock).get("/zzz/qqq/xxx/yyy/www")
    (miss,) = mock.near_misses()
    assert miss.candidates == ()


def test_what_was_not_called_is_told(cuadra: Any) -> None:
    mock = cuadra.mock()
    before = mock.not_called()
    _http(mock).get("/v1/datasets")
    assert set(before) - set(mock.not_called()) == {"listDatasets"}
    assert before == list(mock.dispatcher.endpoints)


def test_a_fork_goes_its_own_way(cuadra: Any) -> None:
    mock = cuadra.mock(seed=3)

    @mock.handler("listModels")
    def answer(request: Any, **arguments: Any) -> Any:
        return {"items": [], "hasMore": False}

    @mock.extend("getDataset")
    def shouting(call: Any, own: Any) -> Any:
        reply = own()
        reply.body["name"] = reply.body["name"].upper()
        return reply

    made = _http(mock).post("/v1/datasets", json={"name": "Docs"}).json()
    fork = mock.fork()
    assert type(fork) is type(mock)
    assert fork.calls() == []
    http = _http(fork)
    assert http.get(f"/v1/datasets/{made['id']}").json()["name"] == "DOCS"
    assert http.get("/v1/models").json()["items"] == []
    http.delete(f"/v1/datasets/{made['id']}")
    http.post("/v1/datasets", json={"name": "More"})
    assert len(_http(mock).get("/v1/datasets").json()["items"]) == 1
    fork.reset()
    assert [one["id"] for one in http.get("/v1/datasets").json()["items"]] == [made["id"]]


def test_a_mark_is_what_reset_goes_back_to(cuadra: Any) -> None:
    mock = cuadra.mock()
    http = _http(mock)
    http.post("/v1/datasets", json={"name": "seed"})
    mock.mark()
    http.post("/v1/datasets", json={"name": "test"})
    mock.reset()
    assert [one["name"] for one in http.get("/v1/datasets").json()["items"]] == ["seed"]
    mock.mark({})
    mock.reset()
    assert http.get("/v1/datasets").json()["items"] == []


def test_mocks_of_one_document_do_not_see_each_other(cuadra: Any) -> None:
    counts: list[int] = []

    def use(number: int) -> None:
        mock = cuadra.mock(seed=number)
        http = _http(mock)
        for _ in range(number):
            http.post("/v1/datasets", json={"name": "Docs"})
        counts.append(len(http.get("/v1/datasets", params={"limit": 50}).json()["items"]) - number)
        counts.append(len(mock.calls()) - number - 1)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts == [0] * 12


def test_what_was_deleted_long_ago_takes_no_memory(cuadra: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(embedded, "_REMEMBERED", 5)
    mock = cuadra.mock()
    http = _http(mock)
    particle = {"name": "a", "content": "b", "category": "tone"}
    ids = []
    for _ in range(20):
        ids.append(http.post("/v1/particles", json=particle).json()["id"])
        assert http.delete(f"/v1/particles/{ids[-1]}").status_code < 300
        assert http.get(f"/v1/particles/{ids[-1]}").status_code == 404
    kept = mock.snapshot()["collections"]
    assert sum(len(one["records"]) for one in kept) <= 12
    assert len(kept) <= 8, "the collections below went as well"
    assert http.get(f"/v1/particles/{ids[0]}").status_code == 404


def test_what_only_reads_writes_nothing_to_the_file(cuadra: Any, tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    mock = cuadra.mock(store=SqliteStore(path))
    http = _http(mock)
    made = http.post("/v1/datasets", json={"name": "Docs"}).json()
    recent = tmp_path / "state.db-recent"
    before = path.read_bytes(), recent.read_bytes()
    assert http.get(f"/v1/datasets/{made['id']}").json()["name"] == "Docs"
    assert len(http.get("/v1/datasets").json()["items"]) == 1
    assert http.get("/v1/datasets/none").status_code == 404
    assert (path.read_bytes(), recent.read_bytes()) == before
    http.patch(f"/v1/datasets/{made['id']}", json={"name": "More"})
    assert recent.read_bytes() != before[1]
    mock.store.close()


def test_tokens_and_repeated_answers_are_shared_through_the_file(
    prepare: Any, tmp_path: Path
) -> None:
    flow = {"clientCredentials": {"tokenUrl": "/token", "scopes": {}}}
    content = {"application/json": {"schema": {"type": "object", "properties": {"id": {}}}}}
    listed = {"application/json": {"schema": {"type": "array", "items": {"type": "object"}}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "components": {"securitySchemes": {"own": {"type": "oauth2", "flows": flow}}},
        "security": [{"own": []}],
        "paths": {
            "/pets": {
                "get": {
                    "operationId": "list",
                    "responses": {"200": {"description": "", "content": listed}},
                },
                "post": {
                    "operationId": "add",
                    "requestBody": {"content": content},
                    "responses": {"201": {"description": "", "content": content}},
                },
            }
        },
    }
    prepared = prepare(document)
    one, other = (prepared.mock(store=SqliteStore(tmp_path / "state.db")) for _ in range(2))
    told = []
    for mock, client in ((one, "ann"), (other, "bob")):
        ask = {"grant_type": "client_credentials", "client_id": client, "client_secret": "s"}
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        told.append(http.post("/token", data=ask).json()["access_token"])
    assert told[0] != told[1]
    answers = []
    for mock in (one, other):
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        headers = {"authorization": f"Bearer {told[0]}", "idempotency-key": "k"}
        answers.append(http.post("/pets", json={}, headers=headers))
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    for mock in (one, other):
        mock.store.close()
