"""What is ordered of a mock: errors, delays, limits, lost connections; and that it repeats."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.mock._runtime import Break, Drop, Fail, Fault, Limit, Pace, Slow, Truncate
from twin.mock._runtime.rate_limits import Counter

if TYPE_CHECKING:
    from collections.abc import Callable

FAULTS = [
    Fault(Fail(503, {"why": "busy"}, {"retry-after": "3"}), "listDatasets", 2, 0.5),
    Fault(Slow(0.2, 0.1, "lognormal")),
    Fault(Drop(), times=1),
    Fault(Truncate(10)),
    Fault(Pace(0.5, 20.0, 0.1), "createOrContinueChat"),
    Fault(Break(3, {"error": "gone"})),
    Fault(Limit(5, 10.0, "bucket", per_caller=False)),
]


def _statuses(api: Any, path: str, count: int) -> list[int]:
    return [api.http.get(path).status_code for _ in range(count)]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_json(fault: Fault) -> None:
    assert Fault.from_json(fault.to_json()) == fault


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"kind": "explode"}, "kind must be one of fail"),
        ({}, "kind must be one of fail"),
        ({"kind": "fail", "seconds": 1}, "seconds means nothing here"),
        ({"kind": "fail", "status": "503"}, "status must be a status"),
        ({"kind": "fail", "status": 42}, "status must be a status from 100 to 599"),
        ({"kind": "fail", "status": True}, "status must be a status"),
        ({"kind": "fail", "times": -1}, "times must be a whole number"),
        ({"kind": "fail", "headers": {"a": 1}}, "headers must be an object of texts"),
        ({"kind": "slow", "seconds": -1}, "seconds must be a number from 0 on"),
        ({"kind": "slow", "profile": "odd"}, "profile must be one of fixed"),
        ({"kind": "limit", "per_caller": 1}, "per_caller must be true or false"),
        ({"kind": "drop", "call": 3}, "call must be a text"),
    ],
)
def test_what_is_no_fault_is_refused(value: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Fault.from_json(value)


def test_a_call_fails_so_many_times_with_the_declared_error(api: Any) -> None:
    api.mock.fail("listDatasets", status=429, times=2, retry_after=3)
    body = api("GET", "/v1/datasets", 429)
    assert "told to fail" in body["detail"]
    assert api.http.get("/v1/datasets").headers["retry-after"] == "3"
    assert _statuses(api, "/v1/datasets", 2) == [200, 200]


def test_failures_come_one_after_the_other(api: Any) -> None:
    api.mock.fail("listDatasets", status=500)
    api.mock.fail(status=401)
    assert _statuses(api, "/v1/datasets", 3) == [500, 401, 200]


def test_orders_need_an_operation(api: Any) -> None:
    for order in (api.mock.fail, api.mock.drop, api.mock.truncate, api.mock.break_stream):
        with pytest.raises(KeyError, match="no operation"):
            order("nothing")


def test_a_share_of_calls_fails_and_the_same_ones_each_time(cuadra: Any) -> None:
    def run(seed: int) -> list[int]:
        with cuadra.mock(seed=seed, auth=False) as mock:
            mock.fail(rate=0.3, times=None)
            http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
            found = [http.get("/v1/health/liveness").status_code for _ in range(60)]
            mock.reset()
            assert mock.faults.all() == []
            mock.fail(rate=0.3, times=None)
            again = [http.get("/v1/health/liveness").status_code for _ in range(60)]
        assert again == found
        return found

    first = run(1)
    assert run(1) == first
    assert run(2) != first
    assert 6 <= first.count(500) <= 30


@pytest.mark.parametrize(
    ("slow", "mean", "deviation"),
    [
        (Slow(2.0), 2.0, 0.0),
        (Slow(2.0, 1.0, "uniform"), 2.0, 1 / 3**0.5),
        (Slow(2.0, 0.3, "normal"), 2.0, 0.3),
        (Slow(2.0, 0.5, "lognormal"), 2.0, 0.5),
        (Slow(2.0, 0.0, "exponential"), 2.0, 2.0),
    ],
)
def test_delays_are_spread_as_their_profile_says(slow: Slow, mean: float, deviation: float) -> None:
    random = Random(4)  # noqa: S311 - no secret
    drawn = [slow.draw(random) for _ in range(20_000)]
    assert min(drawn) >= 0
    assert fmean(drawn) == pytest.approx(mean, rel=0.05)
    assert pstdev(drawn) == pytest.approx(deviation, rel=0.05, abs=1e-9)


def test_a_slow_answer_waits(api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    api.mock.slow("listDatasets", seconds=1.5)
    api.mock.slow(seconds=0.25, times=1)
    assert _statuses(api, "/v1/datasets", 2) == [200, 200]
    assert _statuses(api, "/v1/files", 1) == [200]
    assert waits == [1.75, 1.5]


@pytest.mark.parametrize("limit", [Limit(3, 30.0), Limit(3, 30.0, "bucket")])
def test_a_limit_counts_and_says_when_to_come_again(limit: Limit) -> None:
    counter = Counter(limit)
    standings = [counter.count("a", 100.0) for _ in range(4)]
    assert [one.remaining for one in standings] == [2, 1, 0, 0]
    assert [one.is_refused for one in standings] == [False, False, False, True]
    assert not counter.count("b", 100.0).is_refused
    wait = standings[-1].wait
    assert wait == pytest.approx(30 if limit.counting == "window" else 10)
    assert counter.count("a", 100.0 + wait - 0.5).is_refused
    assert not counter.count("a", 100.0 + wait).is_refused


def test_tokens_come_back_one_by_one() -> None:
    counter = Counter(Limit(2, 10.0, "bucket"))
    refused = [
        counter.count("", moment).is_refused for moment in (0, 0, 0, 5, 5, 10, 100, 100, 100)
    ]
    assert refused == [False, False, True, False, True, False, False, False, True]


def test_too_many_requests_are_refused_until_time_passes(api: Any) -> None:
    api.mock.limit("listDatasets", requests=2, per=60)
    fine = api.http.get("/v1/datasets")
    assert fine.headers["x-ratelimit-limit"] == "2"
    assert fine.headers["x-ratelimit-remaining"] == "1"
    assert _statuses(api, "/v1/datasets", 2) == [200, 429]
    refused = api.http.get("/v1/datasets")
    assert refused.headers["x-ratelimit-remaining"] == "0"
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert _statuses(api, "/v1/files", 1) == [200]
    api.mock.clock.advance(int(refused.headers["retry-after"]))
    assert _statuses(api, "/v1/datasets", 1) == [200]


def test_each_caller_has_a_limit_of_its_own(api: Any) -> None:
    api.mock.limit(requests=1)
    other = {"authorization": f"Bearer {api.mock.tokens.add(owner='other')}"}
    assert api.http.get("/v1/datasets").status_code == 200
    assert api.http.get("/v1/datasets").status_code == 429
    assert api.http.get("/v1/datasets", headers=other).status_code == 200
    api.mock.faults.clear()
    api.mock.limit(requests=1, per_caller=False)
    assert api.http.get("/v1/datasets").status_code == 200
    assert api.http.get("/v1/datasets", headers=other).status_code == 429


def test_a_lost_answer_has_had_its_effect(api: Any) -> None:
    api.mock.drop("createDataset")
    with pytest.raises(httpx2.RemoteProtocolError, match="without sending a response"):
        api.http.post("/v1/datasets", json={"name": "kept"})
    assert [one["name"] for one in api.mock.records.all("datasets")] == ["kept"]
    api("POST", "/v1/datasets", 201, json={"name": "next"})


def test_an_answer_is_cut_off(api: Any) -> None:
    api.mock.truncate("listDatasets", after=5)
    received = b""
    with api.http.stream("GET", "/v1/datasets") as response:
        assert response.status_code == 200
        chunks = response.iter_raw()
        received += next(chunks)
        with pytest.raises(httpx2.RemoteProtocolError, match="complete message body"):
            next(chunks)
    assert len(received) == 5


async def _afails(call: Callable[[], Any]) -> str:
    with pytest.raises(httpx2.RemoteProtocolError) as raised:
        await call()
    return str(raised.value)


def test_faults_strike_asynchronous_clients(api: Any) -> None:
    import asyncio

    async def run() -> None:
        http = httpx2.AsyncClient(
            transport=api.mock.async_transport(),
            base_url="http://mock",
            headers={"authorization": "Bearer mock-token"},
        )
        async with http:
            api.mock.drop()
            assert "without sending" in await _afails(lambda: http.get("/v1/datasets"))
            api.mock.truncate(after=3)
            assert "complete message" in await _afails(lambda: http.get("/v1/datasets"))
            api.mock.slow(seconds=0.001, times=1)
            assert (await http.get("/v1/datasets")).status_code == 200

    asyncio.run(run())


def test_jitter_stays_within_its_share() -> None:
    random = Random(1)  # noqa: S311 - no secret
    pace = Pace(1.0, 10.0, 0.2)
    assert 0.8 <= pace.draw(random, 0) <= 1.2
    waits = [pace.draw(random, number) for number in range(1, 200)]
    assert all(0.08 <= wait <= 0.12 for wait in waits)
    assert len({a < b for a, b in pairwise(waits)}) == 2
    assert Pace(0.0, 0.0).draw(random, 1) == 0
