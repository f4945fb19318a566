"""What a single request orders by ``Prefer``, and what pages of other origins may do."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

ORIGIN = {"origin": "https://app.example"}
ASKED = {**ORIGIN, "access-control-request-method": "POST", "access-control-request-headers": "x-a"}


def test_a_request_may_wait(api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    api("GET", "/v1/usage", headers={"prefer": "delay=1.5"})
    api("GET", "/v1/usage", 429, headers={"prefer": "code=429, delay=0.5"})
    for odd in ("delay=", "delay=-1", "delay=nan", "delay=1e9", "delay=x"):
        api("GET", "/v1/usage", headers={"prefer": odd})
    api("GET", "/v1/usage", headers={"prefer": "delay=999999"})
    assert waits == [1.5, 0.5, 300.0]


@pytest.mark.parametrize("what", ["dropped", "truncated"])
def test_a_request_may_lose_its_answer(api: Any, what: str) -> None:
    with pytest.raises(httpx2.RemoteProtocolError):
        api.http.get("/v1/usage", headers={"prefer": f"connection={what}"})
    api("GET", "/v1/usage")


def test_a_page_of_another_origin_may_call(api: Any) -> None:
    asked = api.http.options("/v1/datasets", headers=ASKED)
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert asked.headers["access-control-allow-methods"] == "POST"
    assert asked.headers["access-control-allow-headers"] == "x-a"
    assert (
        api.http.get("/v1/datasets", headers=ORIGIN).headers["access-control-allow-origin"] == "*"
    )
    assert api.http.get("/nothing", headers=ORIGIN).headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in api.http.get("/v1/datasets").headers


def test_the_control_api_is_closed_to_other_origins(api: Any) -> None:
    for headers in (ORIGIN, ASKED):
        for response in (
            api.http.get("/_mock/faults", headers=headers),
            api.http.options("/_mock/faults", headers=headers),
        ):
            assert "access-control-allow-origin" not in response.headers


def test_a_plain_options_request_tells_the_methods(api: Any) -> None:
    told = api.http.options("/v1/datasets")
    assert told.status_code == 204
    assert set(told.headers["allow"].split(", ")) == {"GET", "HEAD", "POST", "OPTIONS"}
    refused = api.http.put("/v1/datasets", json={})
    assert refused.status_code == 405
    assert refused.headers["allow"] == told.headers["allow"]
