"""Logs without secrets, hooks, and spans of OpenTelemetry."""

from __future__ import annotations

import logging
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin._runtime import (
    APIConnectionError,
    ApiKey,
    APIStatusError,
    Bearer,
    ClientCredentials,
    NotFoundError,
    OAuth2,
    Operation,
)
from twin._runtime.logs import logger, shown_headers, without_secrets
from twin._runtime.request import Arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

GET: Operation[Any] = Operation("GET", "/x/{id}", {"200": {}})
ARGUMENTS = Arguments(path={"id": "7"}, query={"page": "a"})
SECRETS = {"b": "s3cret-b", "h": "s3cret-h", "q": "s3cret q", "c": "s3cret-c"}
SCHEMES = {
    "b": Bearer(),
    "h": ApiKey("X-Odd-Name"),
    "q": ApiKey("api key", "query"),
    "c": ApiKey("sid", "cookie"),
}


def ok(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, headers={"set-cookie": "sid=s3cret-c", "x-request-id": "r1"})


@pytest.fixture
def _own_log() -> Iterator[None]:
    level, handlers = logger.level, logger.handlers[:]
    yield
    logger.setLevel(level)
    logger.handlers[:] = handlers


def secured(clients: Any, handler: Any = ok, **more: Any) -> Any:
    api = clients.api(SCHEMES, (("b", "h", "q", "c"),))
    return clients.sync(handler, api, credentials=SECRETS, **more)


@pytest.mark.usefixtures("_own_log")
@pytest.mark.parametrize("level", ["debug", "info"])
def test_log_has_no_secrets(clients: Any, caplog: pytest.LogCaptureFixture, level: str) -> None:
    caplog.set_level(level.upper(), logger="twin")
    caplog.set_level("DEBUG", logger="httpx2")
    secured(clients).call(GET, ARGUMENTS)
    assert clients.last.headers["x-odd-name"] == "s3cret-h"
    assert "s3cret" not in caplog.text
    assert "GET https://api.test/v1/x/7?page=a&api%20key=[hidden]: 200 in " in caplog.text
    assert ("x-odd-name" in caplog.text) is (level == "debug")


def test_log_of_the_transport_has_no_secrets(
    clients: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level("INFO", logger="httpx2")
    transport = logging.getLogger("httpx2")
    monkeypatch.setattr(transport, "filters", [])
    clients.sync(ok).get("https://files.test/a?X-Amz-Signature=s3cret")
    assert "X-Amz-Signature=[hidden]" in caplog.text
    assert "s3cret" not in caplog.text


@pytest.mark.usefixtures("_own_log")
def test_environment_turns_the_log_on(
    clients: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    prefix = clients.api().env_prefix
    secured(clients).call(GET, ARGUMENTS)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv(f"{prefix}_LOG", "Debug")
    secured(clients).call(GET, ARGUMENTS)
    client = secured(clients)
    client.call(GET, ARGUMENTS)
    shown = capsys.readouterr().err
    assert shown.count(": 200 in ") == 2
    assert "twin DEBUG" in shown
    assert "s3cret" not in shown


@pytest.mark.usefixtures("_own_log")
def test_odd_level_turns_nothing_on(clients: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{clients.api().env_prefix}_LOG", "loud")
    secured(clients)
    assert logger.handlers == []


@pytest.mark.parametrize(
    "name",
    [
        "Authorization",
        "Cookie",
        "Set-Cookie",
        "X-API-Key",
        "Api-Key",
        "X-Auth-Token",
        "X-Session-Id",
        "X-Amz-Signature",
        "Proxy-Authorization",
        "client-secret",
        "Key",
        "X-Key",
    ],
)
def test_headers_that_sound_secret(name: str) -> None:
    assert shown_headers({name: "x", "Accept": "y"}) == {name: "[hidden]", "Accept": "y"}


def test_headers_that_do_not() -> None:
    plain = {"Content-Type": "a", "ETag": "b", "Idempotency-Key": "c", "X-Keyboard": "d"}
    assert shown_headers(plain) == plain


def test_nothing_shows_secrets(clients: Any) -> None:
    client = secured(clients, lambda _: httpx2.Response(404))
    with pytest.raises(NotFoundError) as caught:
        client.call(GET, Arguments(path={"id": "7"}, query={"api key": "s3cret"}))
    assert caught.value.url == "https://api.test/v1/x/7?api%20key=[hidden]"
    oauth = ClientCredentials("id", "s3cret")
    seen = [repr(client), repr(client.config), repr(client.config.credentials), repr(oauth)]
    seen += [
        repr(client.config.credentials.plan(None)),
        str(caught.value),
        repr(vars(caught.value)),
    ]
    assert "s3cret" not in "".join(seen)
    api = clients.api({"o": OAuth2("https://auth.test/token")}, (("o",),))
    plan = clients.sync(ok, api, credentials={"o": oauth}).config.credentials.plan(None)
    assert "s3cret" not in repr(plan)


def test_hooks_see_every_attempt(clients: Any, delays: list[float]) -> None:
    seen: list[Any] = []
    answers = iter([503, 200])
    client = clients.sync(lambda _: httpx2.Response(next(answers)))
    hooked = client.with_options(
        on_request=lambda request: seen.append(request.method),
        on_response=lambda response: seen.append(response.status_code),
    )
    twice = hooked.with_options(on_response=lambda _: seen.append("also"))
    twice.call(GET, ARGUMENTS)
    assert seen == ["GET", 503, "also", "GET", 200, "also"]
    assert client.config.on_request == ()


def test_hook_may_change_the_request_and_may_fail(clients: Any) -> None:
    def add(request: httpx2.Request) -> None:
        request.headers["x-signed"] = "1"

    def fail(response: httpx2.Response) -> None:
        raise RuntimeError("no")

    client = clients.sync(ok).with_options(on_request=add)
    client.call(GET, ARGUMENTS)
    assert clients.last.headers["x-signed"] == "1"
    with pytest.raises(RuntimeError, match="no"):
        client.with_options(on_response=fail).call(GET, ARGUMENTS)


def test_hooks_and_total_timeout_of_a_new_client(clients: Any) -> None:
    seen: list[str] = []
    client = clients.sync(
        ok,
        on_request=lambda request: seen.append(request.method),
        on_response=lambda response: seen.append(str(response.status_code)),
        total_timeout=9,
    )
    client.call(GET, ARGUMENTS)
    assert seen == ["GET", "200"]
    assert clients.last.extensions["timeout"]["connect"] == 5
    assert 8 < clients.last.extensions["timeout"]["read"] <= 9
    with pytest.raises(ValueError, match="total_timeout"):
        clients.sync(ok, total_timeout=-1)


@pytest.mark.anyio
async def test_async_hooks(clients: Any) -> None:
    seen: list[str] = []

    async def note(response: httpx2.Response) -> None:
        seen.append(response.headers["x-request-id"])

    client = clients.asynchronous(ok).with_options(
        on_request=lambda request: seen.append(request.method), on_response=note
    )
    await client.call(GET, ARGUMENTS)
    assert seen == ["GET", "r1"]


class Span:
    """Stands in for a span of OpenTelemetry."""

    def __init__(self, name: str, kind: str, parent: Any, attributes: dict[str, Any]) -> None:
        self.name = name
        self.kind = kind
        self.parent = parent
        self.attributes = attributes
        self.status = ""
        self.ended = False

    def set_attribute(self, key: str, value: Any) -> None:
        self.attributes[key] = value

    def set_status(self, status: str) -> None:
        self.status = status

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> list[Span]:
    made: list[Span] = []

    class Tracer:
        def start_span(
            self, name: str, *, kind: str, attributes: dict[str, Any], context: Any = None
        ) -> Span:
            made.append(Span(name, kind, context, dict(attributes)))
            return made[-1]

    trace: Any = ModuleType("opentelemetry.trace")
    trace.get_tracer = lambda name, version: Tracer()
    trace.SpanKind = type("SpanKind", (), {"CLIENT": "client", "INTERNAL": "internal"})
    trace.StatusCode = type("StatusCode", (), {"ERROR": "error"})
    trace.set_span_in_context = lambda span: span
    propagate: Any = ModuleType("opentelemetry.propagate")
    propagate.inject = lambda carrier, context: carrier.update(traceparent=f"{made.index(context)}")
    monkeypatch.setitem(sys.modules, "opentelemetry", ModuleType("opentelemetry"))
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", trace)
    monkeypatch.setitem(sys.modules, "opentelemetry.propagate", propagate)
    from twin._runtime import exchange, telemetry

    monkeypatch.setattr(exchange, "_TRACING", telemetry.find_tracing())
    return made


REQUEST: dict[str, Any] = {
    "http.request.method": "GET",
    "server.address": "api.test",
    "server.port": 443,
    "url.full": "https://api.test/v1/x/7?page=a",
    "url.template": "/x/{id}",
}


def test_spans_of_a_call(clients: Any, spans: list[Span]) -> None:
    secured(clients).call(GET, ARGUMENTS)
    call, request = spans
    assert [call.name, request.name] == ["GET /x/{id}"] * 2
    assert (call.kind, call.parent, request.kind, request.parent) == (
        *("internal", None, "client", call),
    )
    assert call.attributes == REQUEST
    url = REQUEST["url.full"] + "&api%20key=[hidden]"
    assert request.attributes == {**REQUEST, "url.full": url, "http.response.status_code": 200}
    assert call.ended
    assert request.ended
    assert call.status == request.status == ""
    assert clients.last.headers["traceparent"] == "1"


def test_spans_do_not_show_what_stands_in_a_path_of_the_callers(
    clients: Any, spans: list[Span]
) -> None:
    clients.sync(ok).get("https://u:s3cret@api.test/v1/x?access_token=s3cret")
    assert "s3cret" not in repr([(one.name, one.attributes) for one in spans])
    assert [one.attributes["url.template"] for one in spans] == [
        "https://[hidden]@api.test/v1/x"
    ] * 2


def test_span_of_every_attempt(clients: Any, spans: list[Span], delays: list[float]) -> None:
    moved = httpx2.Response(307, headers={"location": "https://api.test/v1/y"})
    answers = iter([httpx2.Response(503), moved, httpx2.Response(200)])
    clients.sync(lambda _: next(answers)).call(GET, ARGUMENTS)
    call, first, second, third = spans
    assert [one.attributes.get("http.request.resend_count") for one in spans] == [None, None, 1, 2]
    assert [one.attributes.get("error.type") for one in spans] == [None, "503", None, None]
    assert third.attributes["url.full"] == "https://api.test/v1/y"
    assert {first.parent, second.parent, third.parent} == {call}
    assert [request.headers["traceparent"] for request in clients.requests] == ["1", "2", "3"]
    assert [one.status for one in spans] == ["", "error", "", ""]


@pytest.mark.anyio
async def test_spans_of_failures(clients: Any, spans: list[Span], delays: list[float]) -> None:
    with pytest.raises(APIStatusError):
        await clients.asynchronous(lambda _: httpx2.Response(404)).call(GET, ARGUMENTS)

    def fail(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("no")

    with pytest.raises(APIConnectionError):
        clients.sync(fail, max_retries=0).call(GET, ARGUMENTS)
    call, request, failed_call, failed_request = spans
    assert call.attributes["http.response.status_code"] == 404
    assert call.attributes["error.type"] == request.attributes["error.type"] == "404"
    assert failed_call.attributes["error.type"] == "APIConnectionError"
    assert failed_request.attributes["error.type"] == "ConnectError"
    assert all(one.ended and one.status == "error" for one in spans)


def test_no_span_where_the_api_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    from twin._runtime import telemetry

    monkeypatch.setitem(sys.modules, "opentelemetry.trace", None)
    assert telemetry.find_tracing() is None


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://u:s3cret@x.test/a?b=1", "https://[hidden]@x.test/a?b=1"),
        ("https://x.test/?a=1&Api_Key=s3cret&b=2", "https://x.test/?a=1&Api_Key=[hidden]&b=2"),
        ("https://x.test/?X-Amz-Signature=s3cret", "https://x.test/?X-Amz-Signature=[hidden]"),
        ("https://x.test/?access_token=s3cret#f", "https://x.test/?access_token=[hidden]#f"),
        ("https://x.test/a@b?pageToken=2", "https://x.test/a@b?pageToken=2"),
    ],
)
def test_urls_are_shown_without_what_is_secret(url: str, shown: str) -> None:
    assert without_secrets(url) == shown
    assert shown_headers({"location": url}) == {"location": shown}
