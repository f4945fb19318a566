"""A record that has not changed is told as the last time; one that has, is told anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def dataset(api: Any) -> str:
    """The path of a dataset that was read before."""
    path = f"/v1/datasets/{api('POST', '/v1/datasets', 201, json={'name': 'Docs'})['id']}"
    assert api("GET", path)["name"] == "Docs"
    return path


def test_a_read_tells_the_same_and_checks_credentials_again(api: Any, dataset: str) -> None:
    assert api("GET", dataset) == api("GET", dataset)
    api("GET", dataset, 401, headers={"authorization": "Bearer wrong"})
    assert [one.status for one in api.mock.calls("getDataset")] == [200, 200, 200, 401]


def test_a_change_shows(api: Any, dataset: str) -> None:
    api("PATCH", dataset, json={"name": "Other"})
    assert api("GET", dataset)["name"] == "Other"
    api.mock.records.update("datasets", dataset.rpartition("/")[2], values={"name": "Third"})
    assert api("GET", dataset)["name"] == "Third"


def test_a_change_past_the_mock_shows(api: Any, dataset: str) -> None:
    key = dataset.rpartition("/")[2]
    record = api.mock.store.get(("datasets",), key)
    record.data["name"] = "Past"
    api.mock.store.put(("datasets",), key, record)
    assert api("GET", dataset)["name"] == "Past"


def test_what_is_gone_is_not_told(api: Any, dataset: str) -> None:
    before = api.mock.snapshot()
    api("DELETE", dataset, 204)
    api("GET", dataset, 404)
    api.mock.restore(before)
    assert api("GET", dataset)["name"] == "Docs"
    api.mock.reset()
    api("GET", dataset, 404)


def test_an_extension_that_comes_later_is_asked(api: Any, dataset: str) -> None:
    @api.mock.extend("getDataset")
    def told(call: Any, answer: Callable[[], Any]) -> Any:
        reply = answer()
        reply.body["name"] = "Told otherwise"
        return reply

    assert api("GET", dataset)["name"] == "Told otherwise"


def test_what_befalls_one_answer_does_not_befall_the_next(api: Any, dataset: str) -> None:
    api.mock.limit("getDataset", requests=1, per=60)
    first = api.http.get(dataset)
    assert "x-ratelimit-limit" in first.headers
    assert api.http.get(dataset).status_code == 429
    api.mock.faults.clear()
    assert "x-ratelimit-limit" not in api.http.get(dataset).headers
    api.mock.truncate("getDataset", after=3)
    with pytest.raises(Exception, match="closed connection"):
        api.http.get(dataset)
    assert api("GET", dataset)["name"] == "Docs"


def test_forks_change_alone(api: Any, dataset: str) -> None:
    fork = api.mock.fork()
    fork.records.update("datasets", dataset.rpartition("/")[2], values={"name": "Fork"})
    assert api("GET", dataset)["name"] == "Docs"


def test_a_status_that_moves_on_with_each_read_is_told_anew(api: Any) -> None:
    file = api("POST", "/v1/files", 201, files={"file": ("a.txt", b"text", "text/plain")})
    seen = [api("GET", f"/v1/files/{file['id']}")["status"] for _ in range(3)]
    assert len(set(seen)) > 1
