"""Faults of real connections, made by a small server on this machine, for both clients.

Each ends in the documented error or a safe repetition; nothing hangs, no connection is lost track of
(warnings are errors, so a socket that is not closed fails the test).
"""

from __future__ import annotations

import gc
import json
import time
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
import pytest
from fault_caller import GET, MODES, Caller
from fault_server import FaultServer, Step, chunked, reply, serving
from twin._runtime import (
    Api,
    APIConnectionError,
    APIError,
    ApiKey,
    APITimeoutError,
    AsyncBaseClient,
    AuthenticationError,
    BadRequestError,
    Bearer,
    DecodeError,
    InternalServerError,
    Json,
    Operation,
    RateLimitError,
)
from twin._runtime.request import Arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

POST: Operation[Any] = Operation("POST", "/x", {"200": {"application/json": lambda: dict}})
KEYED: Operation[Any] = Operation(
    "POST", "/x", {"200": {"application/json": lambda: dict}}, idempotency_header="Idempotency-Key"
)


GOOD = reply()
NOTHING = Step((), "close")
RESET = Step((), "reset")
CUT = reply(b'{"a":', content_length="100", then="close")
CUT_RESET = reply(b'{"a":', content_length="100", then="reset")
CUT_HEAD = Step((b"HTTP/1.1 200 OK\r\ncontent-ty",), "reset")
CUT_CHUNKS = chunked(b'{"a":', end=False, then="close")
FAULTS = [NOTHING, RESET, CUT_HEAD, CUT, CUT_RESET, CUT_CHUNKS]


@pytest.fixture(scope="module", autouse=True)
def _no_socket_is_left() -> Iterator[None]:
    yield
    gc.collect()  # an open socket would warn now


@pytest.fixture(params=MODES)
def call(request: pytest.FixtureRequest) -> Caller:
    return Caller(request.param)


def _skip_on_trio(call: Caller) -> None:
    if call.mode == "trio":
        pytest.skip(
            "httpx2 leaves a generator of its own to the garbage collector, which trio warns of"
        )


@pytest.mark.parametrize("fault", FAULTS)
def test_broken_connection_is_tried_again(call: Caller, fault: Step, delays: list[float]) -> None:
    with serving(fault, fault, GOOD) as server:
        assert call(server) == {"a": 1}
    assert len(delays) == 2
    assert server.connections == 3


@pytest.mark.parametrize("fault", FAULTS)
def test_broken_connection_is_an_error_in_the_end(
    call: Caller, fault: Step, delays: list[float]
) -> None:
    with serving(fault, fault) as server, pytest.raises(APIConnectionError) as caught:
        call(server, max_retries=1)
    assert caught.value.retries == 1
    assert caught.value.why_no_retry == "max_retries is 1"
    assert "not retried again: max_retries is 1" in str(caught.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_may_have_had_an_effect_is_not_repeated(
    call: Caller, fault: Step, delays: list[float]
) -> None:
    with serving(fault) as server, pytest.raises(APIConnectionError) as caught:
        call(server, POST, arguments=Arguments(body=Json({"a": 1})))
    assert "no idempotency key" in caught.value.why_no_retry
    assert delays == []


def test_keyed_request_is_repeated_with_its_key_and_body(call: Caller, delays: list[float]) -> None:
    with serving(RESET, CUT, GOOD) as server:
        assert call(server, KEYED, arguments=Arguments(body=Json({"a": 1}))) == {"a": 1}
    keys = {server.header(index, "idempotency-key") for index in range(3)}
    assert len(keys) == 1
    assert None not in keys
    assert {server.body(index) for index in range(3)} == {b'{"a":1}'}


@pytest.mark.parametrize("end", ["close", "reset"])
def test_connection_that_went_away_between_two_calls(
    call: Caller, end: str, delays: list[float]
) -> None:
    with serving(reply(then=end), GOOD) as server:
        assert call(server, times=2) == {"a": 1}


def test_server_that_never_answers(call: Caller) -> None:
    with serving(Step((), "hang")) as server, pytest.raises(APITimeoutError, match="timed out"):
        call(server, max_retries=0, timeout=0.05)


def test_body_that_never_ends(call: Caller) -> None:
    slow = reply(b'{"a":', content_length="100", then="hang")
    with serving(slow) as server, pytest.raises(APITimeoutError):
        call(server, max_retries=0, timeout=0.05)


def test_body_in_drips_meets_the_total_timeout(call: Caller) -> None:
    _skip_on_trio(call)
    head = reply(b"", content_length="1000").pieces[0]
    drip = Step((head, *[b" "] * 500), pause=0.02)
    begin = time.monotonic()
    with serving(drip) as server, pytest.raises(APITimeoutError, match=r"total timeout of 0\.15 s"):
        call(server, arguments=Arguments(options={"total_timeout": 0.15}))
    assert time.monotonic() - begin < 2


def test_total_timeout_leaves_no_time_for_a_retry(call: Caller, delays: list[float]) -> None:
    busy = reply(status="503 Busy", retry_after="20")
    with serving(busy) as server, pytest.raises(InternalServerError) as caught:
        call(server, arguments=Arguments(options={"total_timeout": 10}))
    assert caught.value.why_no_retry == "the total timeout of 10 s leaves no time"
    assert delays == []


def test_content_length_too_short(call: Caller, delays: list[float]) -> None:
    short = reply(b'{"a":1}', content_length="5")
    with serving(short) as server, pytest.raises(DecodeError):
        call(server)
    # what is left on the connection is not taken for the next answer
    lying = reply(b'{"a":1}}}', content_length="7")
    with serving(lying, GOOD, GOOD) as server:
        assert call(server, times=2) == {"a": 1}


def _rfc850(seconds: float) -> str:
    return time.strftime("%A, %d-%b-%y %H:%M:%S GMT", time.gmtime(seconds))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("retry-after-ms", lambda now: "30000", 30),
        ("retry-after", lambda now: "30", 30),
        ("retry-after", lambda now: formatdate(now + 30, usegmt=True), 30),
        ("retry-after", lambda now: _rfc850(now + 30), 30),
        ("retry-after", lambda now: time.asctime(time.gmtime(now + 30)), 30),
        ("x-ratelimit-reset", lambda now: str(int(now + 30)), 30),
        ("x-ratelimit-reset", lambda now: str(int(now + 30) * 1000), 30),
        ("x-ratelimit-reset", lambda now: "30", 30),
    ],
)
def test_server_says_when(
    call: Caller, name: str, value: Any, expected: float, delays: list[float]
) -> None:
    later = reply(b"{}", "429 Too Many", **{name: value(time.time())})
    with serving(later, GOOD) as server:
        assert call(server, POST) == {"a": 1}
    assert delays == [pytest.approx(expected, abs=2.5)]
    assert server.connections == 1


def test_server_asks_for_too_long(call: Caller, delays: list[float]) -> None:
    later = reply(b"{}", "429 Too Many", retry_after="3600")
    with serving(later) as server, pytest.raises(RateLimitError, match="asks to wait 3600 s"):
        call(server)
    assert delays == []


BEARER = Api("x", "X", "1", "X_TEST", schemes={"b": Bearer()}, security=(("b",),))
EXPIRED = reply(b'{"error":"expired"}', "401 Unauthorized")


def test_expired_token_is_renewed_once(call: Caller) -> None:
    tokens = iter(["old", "new", "newer"])
    with serving(EXPIRED, GOOD) as server:
        assert call(server, api=BEARER, credentials={"b": lambda: next(tokens)}) == {"a": 1}
    assert server.header(0, "authorization") == "Bearer old"
    assert server.header(1, "authorization") == "Bearer new"
    with serving(EXPIRED, EXPIRED) as server, pytest.raises(AuthenticationError):
        call(server, api=BEARER, credentials={"b": iter(["1", "2"]).__next__})


PAGE = b"<html><body><h1>Sign in</h1></body></html>"


def test_page_where_json_was_promised(call: Caller, delays: list[float]) -> None:
    failure = pytest.raises(DecodeError, match="text/html where application/json")
    with serving(reply(PAGE, content_type="text/html")) as server, failure as caught:
        call(server)
    assert caught.value.text == PAGE.decode()
    bad = reply(PAGE, "502 Bad Gateway", content_type="text/html")
    with serving(bad, bad, bad) as server, pytest.raises(InternalServerError) as failed:
        call(server)
    assert failed.value.body == PAGE.decode()
    assert failed.value.retries == 2


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b'{"a": ', b"nope", b'{"a":1} trailing'])
def test_garbage_for_json(call: Caller, body: bytes) -> None:
    with serving(reply(body)) as server, pytest.raises(DecodeError):
        call(server)
    bad = reply(body, "400 Bad Request")
    with serving(bad) as server, pytest.raises(BadRequestError) as caught:
        call(server)
    assert caught.value.raw == body


@pytest.mark.parametrize(
    "garbage", [b"ICY 200 OK\r\n\r\n", b"\0\0\0\0\r\n\r\n", b"HTTP/1.1 200 OK\r\nbroken\r\n\r\n"]
)
def test_no_http_at_all(call: Caller, garbage: bytes, delays: list[float]) -> None:
    step = Step((garbage,), "close")
    with serving(step, step) as server, pytest.raises(APIConnectionError):
        call(server, max_retries=1)


def test_broken_compression(call: Caller) -> None:
    _skip_on_trio(call)
    failure = pytest.raises(APIConnectionError, match="it would fail again")
    with serving(reply(b"nope", content_encoding="gzip")) as server, failure:
        call(server)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
def test_redirect_to_another_origin_carries_no_credentials(call: Caller, status: str) -> None:
    schemes = {
        "b": Bearer(),
        "h": ApiKey("X-Key"),
        "q": ApiKey("key", "query"),
        "c": ApiKey("session", "cookie"),
    }
    api = Api("x", "X", "1", "X_TEST", schemes=schemes, security=(("b", "h", "q", "c"),))
    secrets = {"b": "s3cret-b", "h": "s3cret-h", "q": "s3cret-q", "c": "s3cret-c"}
    with serving(GOOD) as other, serving() as server:
        server.steps.append(reply(b"", status, location=f"{other.url}/y"))
        assert call(server, api=api, credentials=secrets) == {"a": 1}
    assert server.requests[0].count(b"s3cret") == 4
    assert b"s3cret" not in other.requests[0]
    assert b"host: 127.0.0.1" in other.requests[0].lower()


def test_credentials_set_by_hand_do_not_cross_origins_either(call: Caller) -> None:
    by_hand = {"X-Api-Key": "s3cret", "Authorization": "s3cret", "X-Trace": "t"}
    with serving(GOOD) as other, serving() as server:
        server.steps.append(reply(b"", "307 Temporary", location=f"{other.url}/y"))
        call(server, default_headers=by_hand)
    assert server.requests[0].count(b"s3cret") == 2
    assert b"s3cret" not in other.requests[0]
    assert other.header(0, "x-trace") == "t"


def test_redirects_in_a_circle(call: Caller) -> None:
    round_and_round = [reply(b"", "302 Found", location="/x")] * 21
    with serving(*round_and_round) as server, pytest.raises(APIError, match="redirects"):
        call(server)


def test_nobody_there(call: Caller, delays: list[float]) -> None:
    with serving() as server:
        pass
    with pytest.raises(APIConnectionError) as caught:
        call(server, POST)  # was never sent, so it may be repeated
    assert caught.value.retries == 2


def test_retry_budget_protects_a_server_that_is_down(call: Caller, delays: list[float]) -> None:
    busy = reply(json.dumps({}).encode(), "503 Busy")
    with serving(*[busy] * 3) as server, pytest.raises(InternalServerError) as caught:
        _with_a_small_budget(call, server)
    assert caught.value.why_no_retry == "the client's retry budget is used up"
    assert caught.value.retries == 2


def _with_a_small_budget(call: Caller, server: FaultServer) -> None:
    from twin._runtime.retries import RetryBudget

    capacity = RetryBudget.CAPACITY
    RetryBudget.CAPACITY = 2 * RetryBudget.COST
    try:
        call(server, max_retries=9)
    finally:
        RetryBudget.CAPACITY = capacity


@pytest.mark.parametrize(
    "step", [Step((), "hang"), reply(b'{"a":', content_length="9", then="hang")]
)
@pytest.mark.parametrize("backend", [mode for mode in MODES if mode != "sync"])
def test_cancelled_call_gives_its_connection_back(step: Step, backend: str) -> None:
    async def main(url: str) -> None:
        async with httpx2.AsyncClient(verify=False) as http:
            one = AsyncBaseClient(Api("x", "X", "1", "X_TEST"), base_url=url, http_client=http)
            with anyio.move_on_after(0.1) as scope:
                await one.call(GET, Arguments())
            assert scope.cancelled_caught
            assert http._transport._pool.connections == []  # type: ignore[attr-defined]
            assert await one.call(GET, Arguments()) == {"a": 1}

    with serving(step, GOOD) as server:
        anyio.run(main, server.url, backend=backend)
