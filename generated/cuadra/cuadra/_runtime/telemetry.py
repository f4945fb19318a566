"""Spans of OpenTelemetry, one per call, where its API is installed.

Names and attributes are those of its semantic conventions for HTTP clients.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from .errors import APIStatusError
from .logs import without_secrets

if TYPE_CHECKING:
    from .config import ClientConfig
    from .effects import Steps
    from .request import Call

T = TypeVar("T")


def find_tracing() -> Any:
    """Returns the module ``opentelemetry.trace``, or ``None`` where it is not installed."""
    try:
        return import_module("opentelemetry.trace")
    except ImportError:
        return None


def traced(trace: Any, config: ClientConfig, call: Call, steps: Steps[T]) -> Steps[T]:
    """Carries out the steps of a call within a span, whose context goes with the request."""
    tracer = trace.get_tracer(config.api.name, config.api.version)
    name = f"{call.method} {call.operation.path.partition('?')[0]}"
    span = tracer.start_span(name, kind=trace.SpanKind.CLIENT, attributes=_attributes(call))
    carrier: dict[str, str] = {}
    import_module("opentelemetry.propagate").inject(carrier, trace.set_span_in_context(span))
    for key, value in carrier.items():
        call.headers.setdefault(key.lower(), (key, value))
    try:
        response: Any = yield from steps
    except BaseException as error:
        if isinstance(error, APIStatusError):
            span.set_attribute("http.response.status_code", error.status)
        if retries := getattr(error, "retries", 0):
            span.set_attribute("http.request.resend_count", retries)
        kind = str(error.status) if isinstance(error, APIStatusError) else type(error).__qualname__
        span.set_attribute("error.type", kind)
        span.set_status(trace.StatusCode.ERROR)
        raise
    else:
        span.set_attribute("http.response.status_code", response.status_code)
        result: T = response
        return result
    finally:
        span.end()


def _attributes(call: Call) -> dict[str, str | int]:
    """Describes the call, whose URL has no credentials in it but those the caller put there."""
    url = urlsplit(call.url)
    port = url.port or (443 if url.scheme == "https" else 80)
    return {
        "http.request.method": call.method,
        "server.address": url.hostname or "",
        "server.port": port,
        "url.full": without_secrets(call.url),
        "url.template": call.operation.path,
    }
