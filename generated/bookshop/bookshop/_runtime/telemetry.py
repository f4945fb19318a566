"""Spans of OpenTelemetry, where its API is installed: one per call, and in it one per request sent.

Names and attributes are those of its semantic conventions for HTTP clients.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from .effects import Send
from .errors import APIStatusError
from .logs import without_secrets

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from .config import ClientConfig
    from .effects import Effect, Steps
    from .request import Call

T = TypeVar("T")


def find_tracing() -> Any:
    """Returns the module ``opentelemetry.trace``, or ``None`` where it is not installed."""
    try:
        return import_module("opentelemetry.trace")
    except ImportError:
        return None


def traced(trace: Any, config: ClientConfig, call: Call, steps: Steps[T]) -> Steps[T]:
    """Carries out the steps of a call within a span; what they send gets spans below it."""
    tracer = trace.get_tracer(config.api.name, config.api.version)
    template = without_secrets(call.operation.path.partition("?")[0])
    name = f"{call.method} {template}"
    attributes = {**_describe(call.method, call.url), "url.template": template}
    span = tracer.start_span(name, kind=trace.SpanKind.INTERNAL, attributes=attributes)
    requests = _Requests(trace, tracer, span, name, template)
    try:
        return (yield from _followed(steps, requests))
    except Exception as error:
        _note_error(trace, span, error)
        raise
    finally:
        span.end()


def _followed(steps: Steps[T], requests: _Requests) -> Steps[T]:
    """Carries out steps, with a span around everything they send."""
    advance: Callable[[], Effect] = partial(next, steps)
    while True:
        try:
            effect = advance()
        except StopIteration as stop:
            value: T = stop.value
            return value
        try:
            if isinstance(effect, Send):
                result = yield from requests.send(effect)
            else:
                result = yield effect
        except Exception as error:  # noqa: BLE001 - the steps decide what it means
            advance = partial(steps.throw, error)
        else:
            advance = partial(steps.send, result)


class _Requests:
    """Makes the spans of what one call sends: attempts, and the redirects they follow."""

    def __init__(self, trace: Any, tracer: Any, parent: Any, name: str, template: str) -> None:
        self._trace = trace
        self._tracer = tracer
        self._context = trace.set_span_in_context(parent)
        self._name = name
        self._template = template
        self._sent = 0

    def send(self, effect: Send) -> Steps[httpx2.Response]:
        """Sends a request, whose headers name the span."""
        request = effect.request
        attributes = _describe(request.method, str(request.url))
        attributes["url.template"] = self._template
        if self._sent:
            attributes["http.request.resend_count"] = self._sent
        self._sent += 1
        span = self._tracer.start_span(
            self._name,
            context=self._context,
            kind=self._trace.SpanKind.CLIENT,
            attributes=attributes,
        )
        carrier: dict[str, str] = {}
        propagate = import_module("opentelemetry.propagate")
        propagate.inject(carrier, self._trace.set_span_in_context(span))
        for key, value in carrier.items():
            request.headers[key] = value
        try:
            response: httpx2.Response = yield effect
            span.set_attribute("http.response.status_code", response.status_code)
            if response.is_error:
                span.set_attribute("error.type", str(response.status_code))
                span.set_status(self._trace.StatusCode.ERROR)
        except Exception as error:
            _note_error(self._trace, span, error)
            raise
        finally:
            span.end()
        return response


def _note_error(trace: Any, span: Any, error: Exception) -> None:
    status = error.status if isinstance(error, APIStatusError) else 0
    if status:
        span.set_attribute("http.response.status_code", status)
    span.set_attribute("error.type", str(status) if status else type(error).__qualname__)
    span.set_status(trace.StatusCode.ERROR)


def _describe(method: str, full: str) -> dict[str, str | int]:
    url = urlsplit(full)
    return {
        "http.request.method": method,
        "server.address": url.hostname or "",
        "server.port": url.port or (443 if url.scheme == "https" else 80),
        "url.full": without_secrets(full),
    }
