"""One call from start to end: credentials, redirects, retries, errors. Written once for both clients."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx2

from .config import DEFAULT_TIMEOUT
from .contents import Content
from .deadlines import Deadline, send_in_time
from .effects import Close, Invoke, Obtain, Read, Send, Sleep
from .errors import APIConnectionError, APITimeoutError, find_request_id
from .logs import log_request, log_response, logger, sounds_secret, without_secrets
from .request import with_credentials
from .responses import status_error
from .retries import (
    Decision,
    RetryBudget,
    after_failure,
    after_response,
    is_transient,
)
from .telemetry import find_tracing, traced

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Callable, Iterable, Mapping

    from .config import ClientConfig
    from .effects import Steps
    from .errors import APIStatusError
    from .request import Call, Credentialed

_NEVER_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
_POINTLESS = (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, httpx2.DecodingError)
_MAX_REDIRECTS = 20
_TRACING = find_tracing()


def exchange(config: ClientConfig, call: Call, build: RequestBuilder) -> Steps[httpx2.Response]:
    """Sends a call until there is a 2xx response, and returns that.

    Raises ``APIStatusError`` for other responses and ``APIConnectionError`` where there is none.
    """
    steps = _attempts(config, call, build)
    return steps if _TRACING is None else traced(_TRACING, config, call, steps)


def _attempts(config: ClientConfig, call: Call, build: RequestBuilder) -> Steps[httpx2.Response]:
    attempt = 0
    budget = build.budget
    deadline = None if call.total_timeout is None else Deadline(call.total_timeout)
    tokens: Mapping[str, str] = {}
    if call.auth.secrets:
        tokens = yield from _tokens(call, {}, deadline)
    renewable = bool(tokens)
    while True:
        credentialed = with_credentials(call, tokens)
        response: httpx2.Response | None = None
        failure: Exception | None = None
        try:
            request = build(call, credentialed)
            response = yield from _send(config, call, request, credentialed, deadline)
            if response.is_success:
                budget.success(retried=attempt > 0)
                return response
            if call.streamed:
                yield Read(response)
        except (httpx2.RequestError, httpx2.StreamError) as error:
            failure = error
        if failure is not None or response is None:
            decision = _affordable(_after_failure(call, failure, attempt), budget, deadline)
            if decision.delay is None:
                raise connection_error(failure, retries=attempt, why=decision.note) from failure
        else:
            if response.status_code == 401 and renewable and _rewindable(call):
                renewable = False
                fresh = yield from _tokens(call, tokens, deadline)
                if fresh != tokens:
                    tokens = fresh
                    continue
            decision = _affordable(_after_response(call, response, attempt), budget, deadline)
            if decision.delay is None:
                raise _status_error(config, call, response, attempt, decision.note)
        attempt += 1
        logger.info("%s failed; attempt %d in %.2f s", call.method, attempt + 1, decision.delay)
        yield Sleep(decision.delay)


def connection_error(
    error: Exception | None, *, retries: int = 0, why: str = ""
) -> APIConnectionError:
    """Returns this package's error for one of the transport; ``why``: why there is no retry."""
    reason = str(error) or type(error).__name__
    note = _no_retry(retries, why)
    if isinstance(error, httpx2.TimeoutException):
        return APITimeoutError(f"timed out: {reason}{note}", retries=retries, why_no_retry=why)
    return APIConnectionError(
        f"connection failed: {reason}{note}", retries=retries, why_no_retry=why
    )


def _no_retry(retries: int, why: str) -> str:
    if not why:
        return ""
    return f" (not retried{' again' if retries else ''}: {why})"


def _affordable(decision: Decision, budget: RetryBudget, deadline: Deadline | None) -> Decision:
    """Returns the decision unless the total timeout or the retry budget stand against it."""
    if decision.delay is None:
        return decision
    if deadline is not None and deadline.limits(decision.delay):
        return Decision(None, f"the total timeout of {deadline.total:g} s leaves no time")
    if not budget.take():
        return Decision(None, "the client's retry budget is used up")
    return decision


def _tokens(
    call: Call, stale: Mapping[str, str], deadline: Deadline | None
) -> Steps[dict[str, str]]:
    """Obtains a token from each provider, other than the ``stale`` ones."""
    tokens = {}
    timeout = DEFAULT_TIMEOUT if call.timeout is None else call.timeout
    for secret in call.auth.secrets:
        if secret.provider is not None:
            key = f"{secret.location}:{secret.name}"
            tokens[key] = yield Obtain(secret.provider, stale.get(key), timeout, deadline)
    return tokens


def _send(
    config: ClientConfig,
    call: Call,
    request: httpx2.Request,
    credentialed: Credentialed,
    deadline: Deadline | None,
) -> Steps[httpx2.Response]:
    """Sends one attempt and follows redirects; credentials stay with the origin they are for."""
    response = yield from _transmit(config, call, request, deadline)
    for _ in range(_MAX_REDIRECTS):
        following = response.next_request
        if following is None:
            return response
        if call.streamed:
            yield Read(response)
        if _stays(request.url, following.url):
            if credentialed.cookie and "cookie" in request.headers:
                following.headers["Cookie"] = _joined_cookies(
                    following.headers.get("cookie"), credentialed.cookie
                )
        else:
            _strip(following.headers, credentialed.secret_headers)
        request = following
        response = yield from _transmit(config, call, request, deadline)
    if response.next_request is not None:
        if call.streamed:
            yield Close(response)
        raise httpx2.TooManyRedirects("more than 20 redirects", request=request)
    return response


def _transmit(
    config: ClientConfig, call: Call, request: httpx2.Request, deadline: Deadline | None
) -> Steps[httpx2.Response]:
    """Sends one request, in time, with the user's hooks and the log around it."""
    for before in config.on_request:
        yield Invoke(partial(before, request))
    logged = logger.isEnabledFor(logging.INFO)
    begin = log_request(request, call.auth) if logged else 0.0
    if deadline is None:
        response: httpx2.Response = yield Send(request, read=not call.streamed)
    else:
        response = yield from send_in_time(request, deadline, read=not call.streamed)
    if logged:
        log_response(response, begin)
    try:
        for after in config.on_response:
            yield Invoke(partial(after, response))
    except Exception:
        yield Close(response)
        raise
    return response


def _stays(old: httpx2.URL, new: httpx2.URL) -> bool:
    """Whether a redirect keeps the origin, or only turns it from http to https."""
    upgraded = old.scheme == "http" and new.scheme == "https" and old.port is None is new.port
    return old.origin == new.origin or (upgraded and old.host == new.host)


def _strip(headers: httpx2.Headers, secret: tuple[str, ...]) -> None:
    """Removes credentials, also those the caller set by hand; cookies are those of the new origin."""
    names = [name for name in headers if name != "cookie" and sounds_secret(name)]
    for name in (*names, *secret):
        headers.pop(name, None)


def _rewindable(call: Call) -> bool:
    return call.body is None or call.body.rewindable


def _after_failure(call: Call, failure: Exception | None, attempt: int) -> Decision:
    if not isinstance(failure, httpx2.TransportError) or isinstance(failure, _POINTLESS):
        return Decision(None, "it would fail again")
    return after_failure(
        sent=not isinstance(failure, _NEVER_SENT),
        repeatable=call.repeatable,
        rewindable=_rewindable(call),
        attempt=attempt,
        max_retries=call.max_retries,
    )


def _after_response(call: Call, response: httpx2.Response, attempt: int) -> Decision:
    return after_response(
        response.status_code,
        response.headers,
        repeatable=call.repeatable,
        rewindable=_rewindable(call),
        attempt=attempt,
        max_retries=call.max_retries,
    )


def _status_error(
    config: ClientConfig, call: Call, response: httpx2.Response, attempt: int, why: str
) -> APIStatusError:
    note = ""
    if response.status_code in (401, 403) and call.auth.missing:
        note = f"no credentials were given for {call.auth.missing}"
    elif is_transient(response.status_code):
        note = _no_retry(attempt, why).strip(" ()")
    if request_id := find_request_id(response.headers):
        note = "; ".join(filter(None, (note, f"request id {request_id}")))
    tables = (call.operation.error_table, config.error_table)
    error = status_error(response, tables, retries=attempt, note=note)
    error.why_no_retry = why
    error.method = call.method
    error.url = without_secrets(call.url)
    return error


class RequestBuilder:
    """Builds requests with the settings of one transport, blocking or not; keeps its retry budget."""

    __slots__ = ("_http", "_stream", "budget")

    def __init__(
        self,
        http: httpx2.Client | httpx2.AsyncClient,
        stream: Callable[[Content], Iterable[bytes] | AsyncIterable[bytes]],
    ) -> None:
        self._http = http
        self._stream = stream
        self.budget = RetryBudget()

    def __call__(self, call: Call, credentialed: Credentialed) -> httpx2.Request:
        """Returns the request. Raises ``ValueError`` for a header name that is none."""
        # RFC 9110, section 5.5: bytes beyond ASCII are opaque
        headers = [(name.encode("ascii"), value.encode()) for name, value in credentialed.headers]
        content: Any = None
        if call.body is not None:
            content = call.body.content
            if isinstance(content, Content):
                if content.length is not None:
                    headers.append((b"Content-Length", str(content.length).encode("ascii")))
                content = self._stream(content)
        extensions = None if call.timeout is None else {"timeout": call.timeout}
        request = self._http.build_request(
            call.method, credentialed.url, headers=headers, content=content, extensions=extensions
        )
        request.method = call.method  # which is case-sensitive (RFC 9110, section 9.1)
        if credentialed.cookie:
            request.headers["Cookie"] = _joined_cookies(
                request.headers.get("cookie"), credentialed.cookie
            )
        return request


def _joined_cookies(jar: str | None, own: str) -> str:
    return f"{jar}; {own}" if jar else own
