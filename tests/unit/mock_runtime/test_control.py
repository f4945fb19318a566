"""The control API at /_mock/: what it tells, what it changes, and whom it refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCAL = "http://127.0.0.1:4010"


def _http(mock: Any, base: str = LOCAL, **headers: str) -> httpx2.Client:
    return httpx2.Client(transport=mock.transport(), base_url=base, headers=headers)


@pytest.fixture
def mock(bookshop: Any) -> Iterator[Any]:
    with bookshop.mock(seed=7) as made:
        yield made


@pytest.fixture
def shop_http(mock: Any) -> httpx2.Client:
    return _http(mock, **{"x-api-key": "mock-token"})


@pytest.fixture
def control(mock: Any) -> httpx2.Client:
    return _http(mock)


def _paths(mock: Any) -> dict[str, str]:
    return {one.operation.call: one.operation.path for one in mock.dispatcher.endpoints.values()}


def _collection(mock: Any) -> tuple[str, str]:
    """Return the path of a list without parameters, and its resource."""
    for call, role in mock.behaviour.roles.items():
        path = mock.dispatcher.endpoints[call].operation.path
        if role.role == "list" and "{" not in path:
            return path, role.resource
    raise LookupError


def test_the_index_names_every_endpoint(control: httpx2.Client) -> None:
    told = control.get("/_mock/").json()
    for line in told["endpoints"]:
        method, _, path = line.partition(" ")
        if method == "GET":
            assert control.get(path, headers={"accept": "application/json"}).status_code == 200


def test_routes_tell_the_roles_and_what_was_not_inferred(mock: Any, control: httpx2.Client) -> None:
    told = control.get("/_mock/routes").json()
    assert [one["call"] for one in told["routes"]] == list(mock.dispatcher.endpoints)
    assert {one["call"]: one["role"] for one in told["routes"]} == {
        call: mock.behaviour.role(call).role for call in mock.dispatcher.endpoints
    }
    assert told["not_inferred"] == list(mock.behaviour.not_inferred)


def test_state_is_told_by_collection(
    mock: Any, control: httpx2.Client, shop_http: httpx2.Client
) -> None:
    path, resource = _collection(mock)
    rows = mock.store.items((resource,))
    assert shop_http.get(path).status_code == 200
    rows = mock.store.items((resource,))
    collections = control.get("/_mock/state").json()["collections"]
    found = next((one for one in collections if one["resource"] == resource), {"count": 0})
    assert found["count"] == len(rows)
    page = control.get(f"/_mock/state/{resource}", params={"limit": 1, "offset": 1}).json()
    assert page["count"] == len(rows)
    assert [one["data"] for one in page["records"]] == [row.data for _, row in rows[1:2]]
    assert control.get(f"/_mock/state/{resource}?limit=many").status_code == 422


def test_the_journal_tells_what_was_asked_and_how_it_was_answered(
    mock: Any, control: httpx2.Client, shop_http: httpx2.Client
) -> None:
    path, _ = _collection(mock)
    shop_http.get(path, params={"page": "x"})
    shop_http.get(f"{path}x")
    told = control.get("/_mock/journal").json()["requests"]
    # The requests to the control API are not in it.
    assert [one["path"] for one in told] == [path, f"{path}x"]
    assert told[1]["status"] == 404
    assert told[1]["candidates"][0]["path"] == path
    assert control.get(f"/_mock/journal?since={told[0]['number']}").json()["count"] == 1
    whole = control.get(f"/_mock/journal/{told[0]['number']}").json()
    assert ["x-api-key", "mock-token"] in whole["headers"]
    assert control.get("/_mock/journal/999").status_code == 404
    control.delete("/_mock/journal")
    assert control.get("/_mock/journal").json() == {"requests": [], "count": 0}


def test_faults_are_ordered_and_called_off(
    mock: Any, control: httpx2.Client, shop_http: httpx2.Client
) -> None:
    path, _ = _collection(mock)
    call = next(c for c, p in _paths(mock).items() if p == path)
    fault = {"kind": "fail", "status": 503, "call": call, "times": 2}
    assert control.post("/_mock/faults", json=fault).status_code == 200
    assert shop_http.get(path).status_code == 503
    assert control.get("/_mock/faults").json()["faults"][0]["status"] == 503
    control.delete("/_mock/faults")
    assert shop_http.get(path).status_code == 200
    for wrong in ({"kind": "no"}, {**fault, "call": "nobody"}, {**fault, "status": "x"}, [], "x"):
        assert control.post("/_mock/faults", json=wrong).status_code == 422
    broken = {"content": b"{", "headers": {"content-type": "application/json"}}
    assert control.post("/_mock/faults", **broken).status_code == 400


def test_reset_and_snapshots(mock: Any, control: httpx2.Client, shop_http: httpx2.Client) -> None:
    path, resource = _collection(mock)
    shop_http.get(path)
    mock.store.next_number((resource,))
    taken = control.get("/_mock/snapshot").json()
    assert control.post("/_mock/reset", json={}).status_code == 200
    assert control.get("/_mock/snapshot").json() != taken
    assert control.put("/_mock/snapshot", json=taken).status_code == 200
    assert control.get("/_mock/snapshot").json() == taken
    assert control.put("/_mock/snapshot", json={"collections": 1}).status_code == 422
    assert control.get("/_mock/snapshot").json() == taken


def test_time_passes_when_it_is_told_to(mock: Any, control: httpx2.Client) -> None:
    before = mock.clock.seconds()
    assert control.post("/_mock/clock", json={"seconds": 3600}).status_code == 200
    assert mock.clock.seconds() - before >= 3600
    assert control.post("/_mock/clock", json={"seconds": True}).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [("GET", "/_mock/nothing", 404), ("PATCH", "/_mock/faults", 405), ("GET", "/_mock", 307)],
)
def test_what_is_not_there_is_told(
    control: httpx2.Client, method: str, path: str, expected: int
) -> None:
    assert control.request(method, path).status_code == expected


def test_a_page_of_the_web_cannot_steer_the_mock(mock: Any, control: httpx2.Client) -> None:
    as_form = {"content-type": "text/plain"}
    assert control.post("/_mock/reset", content="{}", headers=as_form).status_code == 415
    assert control.post("/_mock/reset").status_code == 415
    elsewhere = {"origin": "https://evil.example"}
    assert control.post("/_mock/reset", json={}, headers=elsewhere).status_code == 403
    assert control.delete("/_mock/faults", headers=elsewhere).status_code == 403
    assert control.post("/_mock/reset", json={}, headers={"origin": LOCAL}).status_code == 200
    assert not [
        name for name in control.get("/_mock/state").headers if name.startswith("access-control")
    ]


def test_a_browser_that_asks_first_is_not_let_through(control: httpx2.Client) -> None:
    asking = {
        "origin": "https://evil.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    for path in ("/_mock/reset", "/_mock/faults"):
        told = control.options(path, headers=asking)
        assert told.status_code == 403
        assert not [name for name in told.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:4010", 200),
        ("127.0.0.1", 200),
        ("[::1]:4010", 200),
        ("192.168.0.7:4010", 200),
        ("mock:4010", 200),
        ("api.localhost", 200),
        ("rebound.evil.example", 403),
        ("rebound.evil.example:4010", 403),
    ],
)
def test_a_server_of_this_machine_is_known_by_names_of_this_machine(
    mock: Any, control: httpx2.Client, host: str, expected: int
) -> None:
    assert control.get("/_mock/state", headers={"host": host}).status_code == expected
    mock.control.is_local = False
    assert control.get("/_mock/state", headers={"host": host}).status_code == 200


def test_the_page_may_run_its_own_script_only(control: httpx2.Client) -> None:
    page = control.get("/_mock/", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert re.search(r"script-src 'sha256-[\w+/=]+'", policy)
    assert "unsafe" not in policy
    assert not re.search(
        r"(?:src|href)\s*=|innerHTML|insertAdjacentHTML|document\.write", page.text
    )


def _document(path: str) -> dict[str, Any]:
    answer = {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"\{(\w+)\}", path)
    ]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Own", "version": "1"},
        "paths": {
            path: {
                "get": {
                    "operationId": "own",
                    "parameters": parameters,
                    "responses": {"200": answer},
                }
            }
        },
    }


@pytest.mark.parametrize(
    ("path", "is_own"),
    [("/_mock/state", True), ("/_mock", True), ("/{owner}/{name}", False), ("/_mocked/x", False)],
)
def test_a_path_of_the_document_comes_first_if_it_says_so_itself(
    prepare: Any, path: str, is_own: bool
) -> None:
    mock = prepare(_document(path)).mock()
    answer = _http(mock).get("/_mock/state")
    if is_own:
        assert "collections" not in answer.text
    else:
        assert answer.json() == {"collections": []}
        assert mock.calls() == []


def test_the_control_api_has_no_header_fields_of_an_operation(prepare: Any) -> None:
    document = _document("/{owner}/{name}")
    operation = next(iter(document["paths"].values()))["get"]
    operation["responses"]["200"]["headers"] = {
        "X-Total": {"required": True, "schema": {"type": "integer"}}
    }
    http = _http(prepare(document).mock())
    assert "x-total" in http.get("/a/b").headers
    assert "x-total" not in http.get("/_mock/state").headers
