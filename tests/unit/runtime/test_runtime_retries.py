from __future__ import annotations

from email.utils import formatdate
from typing import Any

import httpx2
import pytest
from twin._runtime import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    Json,
    Operation,
    RateLimitError,
    Raw,
)
from twin._runtime.request import Arguments
from twin._runtime.retries import (
    RetryBudget,
    after_failure,
    after_response,
    backoff,
    server_delay,
)

NOW = 1_800_000_000.0


def decide(status: int, headers: dict[str, str] | None = None, **more: Any) -> float | None:
    settings: dict[str, Any] = {"repeatable": True, "attempt": 0, "max_retries": 2} | more
    decision = after_response(
        status, headers or {}, random=lambda: 1.0, now=lambda: NOW, **settings
    )
    return decision.delay


@pytest.mark.parametrize(
    ("status", "repeatable", "again"),
    [
        (408, True, True),
        (429, True, True),
        (500, True, True),
        (502, True, True),
        (503, True, True),
        (504, True, True),
        (529, True, True),
        (501, True, False),
        (505, True, False),
        (400, True, False),
        (404, True, False),
        (409, True, False),
        (408, False, False),
        (500, False, False),
        (503, False, False),
        (429, False, True),
    ],
)
def test_which_responses_are_repeated(status: int, repeatable: bool, again: bool) -> None:
    assert (decide(status, repeatable=repeatable) is not None) is again


def test_server_decides_first() -> None:
    assert decide(400, {"x-should-retry": "true"}) is not None
    assert decide(500, {"x-should-retry": "false"}) is None
    assert decide(503, {"retry-after": "1"}, repeatable=False) is not None


def test_retries_are_counted() -> None:
    assert decide(500, attempt=1) is not None
    assert decide(500, attempt=2) is None
    assert decide(500, max_retries=0) is None


@pytest.mark.parametrize(
    ("headers", "delay"),
    [
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after": formatdate(NOW + 30, usegmt=True)}, 30.0),
        ({"retry-after": formatdate(NOW - 30, usegmt=True)}, 0.0),
        ({"retry-after": "Sunday, 06-Nov-94 08:49:37 GMT"}, 0.0),
        ({"retry-after": "2, 5,3"}, 5.0),  # a proxy has added its own
        ({"retry-after": f"2, {formatdate(NOW + 30, usegmt=True)}"}, 30.0),
        ({"retry-after": f"{formatdate(NOW + 30, usegmt=True)}, soon, 31"}, 31.0),
        ({"retry-after-ms": "100, 200"}, 0.2),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "Tue, 99 Foo 9999 99:99:99 GMT"}, None),
        ({"x-ratelimit-reset": str(NOW + 12), "x-ratelimit-remaining": "0"}, 12.0),
        ({"x-ratelimit-reset": str(NOW + 12), "x-ratelimit-remaining": "3"}, None),
        ({}, None),
    ],
)
def test_server_delay(headers: dict[str, str], delay: float | None) -> None:
    assert server_delay(headers, now=lambda: NOW) == delay


def test_server_delay_is_a_floor_with_a_cap() -> None:
    assert decide(429, {"retry-after": "20"}) == 20.0
    assert decide(429, {"retry-after": "0.1"}) == 0.5
    assert decide(429, {"retry-after": "61"}) is None
    too_long = after_response(429, {"retry-after": "61"}, repeatable=True, attempt=0, max_retries=2)
    assert too_long.note == "the server asks to wait 61 s"


def test_backoff_grows_to_a_limit_and_is_fully_jittered() -> None:
    assert [backoff(n, lambda: 1.0) for n in range(6)] == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert backoff(3, lambda: 0.0) == 0.0
    assert backoff(10_000, lambda: 1.0) == 8.0


@pytest.mark.parametrize(
    ("sent", "repeatable", "again"),
    [(False, False, True), (False, True, True), (True, True, True), (True, False, False)],
)
def test_which_failures_are_repeated(sent: bool, repeatable: bool, again: bool) -> None:
    decision = after_failure(sent=sent, repeatable=repeatable, attempt=0, max_retries=1)
    assert (decision.delay is not None) is again


GET: Operation[Any] = Operation("GET", "/x", {"200": {"application/json": lambda: Any}})
POST: Operation[Any] = Operation("POST", "/x", {"200": {"application/json": lambda: Any}})
KEYED: Operation[Any] = Operation(
    "POST", "/x", {"200": {"application/json": lambda: Any}}, idempotency_header="Idempotency-Key"
)


class Flaky:
    """Fails with the given answers first, then says yes."""

    def __init__(self, *failures: httpx2.Response | Exception) -> None:
        self._failures = list(failures)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if not self._failures:
            return httpx2.Response(200, json={"ok": True})
        failure = self._failures.pop(0)
        if isinstance(failure, Exception):
            raise failure
        return failure


def test_get_is_repeated(clients: Any, delays: list[float]) -> None:
    client = clients.sync(Flaky(httpx2.Response(503), httpx2.ReadTimeout("slow")))
    assert client.call(GET, Arguments()) == {"ok": True}
    assert len(clients.requests) == 3
    assert len(delays) == 2
    assert 0 <= delays[0] <= 0.5
    assert 0 <= delays[1] <= 1.0


def test_post_is_repeated_only_if_that_is_safe(clients: Any, delays: list[float]) -> None:
    with pytest.raises(InternalServerError):
        clients.sync(Flaky(httpx2.Response(500))).call(POST, Arguments())
    with pytest.raises(APITimeoutError, match="slow"):
        clients.sync(Flaky(httpx2.ReadTimeout("slow"))).call(POST, Arguments())
    assert delays == []
    assert clients.sync(Flaky(httpx2.ConnectError("no"))).call(POST, Arguments()) == {"ok": True}
    assert clients.sync(Flaky(httpx2.Response(429))).call(POST, Arguments()) == {"ok": True}


def test_idempotency_key_stays_the_same(clients: Any, delays: list[float]) -> None:
    client = clients.sync(Flaky(httpx2.Response(500), httpx2.ReadError("cut")))
    client.call(KEYED, Arguments(body=Json({"a": 1})))
    keys = {request.headers["idempotency-key"] for request in clients.requests}
    assert len(clients.requests) == 3
    assert len(keys) == 1
    assert {request.content for request in clients.requests} == {b'{"a":1}'}
    client.call(KEYED, Arguments())
    assert clients.last.headers["idempotency-key"] not in keys
    client.call(KEYED, Arguments(headers={"Idempotency-Key": "mine"}))
    assert clients.last.headers["idempotency-key"] == "mine"


def test_body_that_is_gone_is_not_sent_again(clients: Any, delays: list[float]) -> None:
    put: Operation[Any] = Operation("PUT", "/x", {"200": {}})
    with pytest.raises(InternalServerError):
        clients.sync(Flaky(httpx2.Response(500))).call(put, Arguments(body=Raw(iter([b"a"]))))
    clients.sync(Flaky(httpx2.Response(500))).call(put, Arguments(body=Raw([b"a"])))
    assert clients.last.content == b"a"


def test_error_tells_of_retries(clients: Any, delays: list[float]) -> None:
    always = [httpx2.Response(429, headers={"retry-after": "3"}) for _ in range(3)]
    with pytest.raises(RateLimitError) as caught:
        clients.sync(Flaky(*always)).call(GET, Arguments())
    assert caught.value.retries == 2
    assert delays == [3.0, 3.0]
    with pytest.raises(RateLimitError, match="wait 3600 s"):
        clients.sync(Flaky(httpx2.Response(429, headers={"retry-after": "3600"}))).call(
            GET, Arguments()
        )
    with pytest.raises(APIConnectionError) as refused:
        clients.sync(Flaky(*[httpx2.ConnectError("no")] * 4), max_retries=1).call(GET, Arguments())
    assert refused.value.retries == 1


@pytest.mark.anyio
async def test_async_client_repeats_as_well(clients: Any, delays: list[float]) -> None:
    client = clients.asynchronous(Flaky(httpx2.Response(503), httpx2.ConnectError("no")))
    assert await client.call(GET, Arguments(options={"max_retries": 2})) == {"ok": True}
    assert len(delays) == 2
    with pytest.raises(InternalServerError):
        await clients.asynchronous(Flaky(httpx2.Response(503))).call(
            GET, Arguments(options={"max_retries": 0})
        )


def test_errors_say_why_there_is_no_further_retry(clients: Any, delays: list[float]) -> None:
    def reason(*failures: Any, call: Operation[Any] = GET, **more: Any) -> str:
        client = clients.sync(Flaky(*failures), max_retries=1)
        with pytest.raises((APIStatusError, APIConnectionError)) as caught:
            client.call(call, Arguments(**more))
        return str(caught.value.why_no_retry)

    busy = [httpx2.Response(503) for _ in range(2)]
    assert reason(*busy) == "max_retries is 1"
    assert reason(httpx2.Response(404)) == "404 is not a passing condition"
    assert reason(httpx2.Response(503), call=POST).startswith("the request may have had an effect")
    assert reason(httpx2.ReadError("cut"), call=POST).endswith("has no idempotency key")
    assert reason(httpx2.Response(503, headers={"x-should-retry": "false"})) == (
        "the server says not to"
    )
    put: Operation[Any] = Operation("PUT", "/x", {"200": {}})
    once = Raw(iter([b"a"]))
    assert reason(httpx2.Response(503), call=put, body=once) == (
        "its body cannot be read a second time"
    )
    assert reason(httpx2.DecodingError("bad")) == "it would fail again"


def test_message_says_why_where_a_retry_could_be_hoped_for(clients: Any) -> None:
    with pytest.raises(InternalServerError, match=r"500: .*not retried: the request may"):
        clients.sync(Flaky(httpx2.Response(500))).call(POST, Arguments())
    with pytest.raises(APIStatusError) as caught:
        clients.sync(Flaky(httpx2.Response(404, json={"detail": "gone"}))).call(GET, Arguments())
    assert str(caught.value) == "404: gone"
    assert (caught.value.method, caught.value.url) == ("GET", "https://api.test/v1/x")


def test_retry_budget() -> None:
    budget = RetryBudget()
    assert [budget.take() for _ in range(101)] == [True] * 100 + [False]
    for _ in range(5):
        budget.success(retried=False)
    assert [budget.take(), budget.take()] == [True, False]
    budget.success(retried=True)
    assert [budget.take(), budget.take()] == [True, False]
    for _ in range(1000):
        budget.success(retried=True)
    assert sum(budget.take() for _ in range(200)) == 100  # never more than full


def test_budget_is_shared_by_derived_clients(clients: Any, delays: list[float]) -> None:
    client = clients.sync(lambda request: httpx2.Response(503), max_retries=60)
    for one in (client, client.with_options(timeout=1)):
        with pytest.raises(InternalServerError):
            one.call(GET, Arguments())
    assert len(delays) == 100
    other = clients.sync(Flaky(httpx2.Response(503)))
    assert other.call(GET, Arguments()) == {"ok": True}


class Clock:
    """Time that passes only while something sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr("twin._runtime.deadlines.monotonic", lambda: self.now)
        monkeypatch.setattr("twin._runtime.client.sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_total_timeout(clients: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    busy = [httpx2.Response(503, headers={"retry-after": "4"}) for _ in range(9)]
    client = clients.sync(Flaky(*busy), max_retries=9).with_options(total_timeout=10, timeout=60)
    with pytest.raises(InternalServerError) as caught:
        client.call(GET, Arguments())
    assert clock.now == 8
    assert caught.value.retries == 2
    assert caught.value.why_no_retry == "the total timeout of 10 s leaves no time"
    reads = [request.extensions["timeout"]["read"] for request in clients.requests]
    assert reads == [10, 6, 2]
    assert client.call(GET, Arguments(options={"total_timeout": None, "max_retries": 6})) == {
        "ok": True
    }
    with pytest.raises(ValueError, match="total_timeout must be above 0"):
        client.call(GET, Arguments(options={"total_timeout": 0}))
