"""What a hand-written behaviour may do: answer in place of the mock, with the mock's answer at hand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_an_extension_works_on_the_answer_of_the_mock(api: Any) -> None:
    @api.mock.extend("createDataset")
    def create(call: Any, answer: Callable[[], Any]) -> Any:
        made = answer()
        values = {"description": f"made as {call.body['name']}"}
        return api.mock.records.update("datasets", made.body["id"], values=values)

    made = api("POST", "/v1/datasets", 201, json={"name": "Docs"})
    assert made["description"] == "made as Docs"
    assert api("GET", f"/v1/datasets/{made['id']}") == made


def test_repeated_requests_do_not_reach_an_extension(api: Any) -> None:
    seen: list[str] = []

    @api.mock.extend("createDataset")
    def create(call: Any, answer: Callable[[], Any]) -> Any:
        seen.append(call.body["name"])
        return answer()

    for _ in range(2):
        api("POST", "/v1/datasets", 201, json={"name": "a"}, headers={"Idempotency-Key": "k"})
    assert seen == ["a"]


def test_a_handler_comes_before_an_extension(api: Any) -> None:
    api.mock.extend("livenessCheck")(lambda call, answer: {"status": "extended"})
    assert api.http.get("/v1/health/liveness").json()["status"] == "extended"
    api.mock.handler("livenessCheck")(lambda request: {"status": "handled"})
    assert api.http.get("/v1/health/liveness").json()["status"] == "handled"


def test_an_extension_needs_an_operation(api: Any) -> None:
    with pytest.raises(KeyError, match="no operation"):
        api.mock.extend("nothing")


def test_records_are_read_and_changed_by_resource(api: Any) -> None:
    records = api.mock.records
    one, two = (api("POST", "/v1/datasets", 201, json={"name": n})["id"] for n in "ab")
    for dataset in (one, one, two):
        api("POST", f"/v1/datasets/{dataset}/snapshots", 201, json={})
    assert [item["id"] for item in records.all("datasets")] == [one, two]
    assert [item["version"] for item in records.all("datasets.snapshots", one)] == [1, 2]
    assert len(records.all("datasets.snapshots")) == 3
    assert records.get("datasets.snapshots", one, "2")["datasetId"] == one
    records.get("datasets", one)["name"] = "a copy"
    assert api("GET", f"/v1/datasets/{one}")["name"] == "a"
    records.update("datasets.snapshots", one, "2", values={"recordCount": 5})
    rows = api("GET", f"/v1/datasets/{one}/snapshots")["items"]
    assert [item["recordCount"] for item in rows][1] == 5
    api("DELETE", f"/v1/datasets/{two}", 204)
    assert records.get("datasets", two) is None
    with pytest.raises(LookupError, match="no datasets"):
        records.update("datasets", two, values={})


def test_a_package_may_have_a_behaviour(
    api: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    for name, text in {
        "with_one": "def register(mock):\n    mock.token = 'registered'\n",
        "without": "",
        "of_another_kind": None,
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
        if text is not None:
            (tmp_path / name / "behaviour.py").write_text(text)
    api.mock.load_behaviour("of_another_kind")
    assert api.mock.token == "mock-token"
    api.mock.load_behaviour("with_one")
    assert api.mock.token == "registered"
    with pytest.raises(AttributeError, match="register"):
        api.mock.load_behaviour("without")
    for name in [name for name in sys.modules if name.startswith(("with", "of_another"))]:
        monkeypatch.delitem(sys.modules, name)
