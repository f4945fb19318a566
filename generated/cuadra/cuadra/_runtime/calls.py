"""What both clients do before and after an exchange."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .errors import DecodeError, Deviation
from .headers import checked
from .media import essence, is_json
from .operations import Operation
from .request import Arguments
from .responses import decode_success

if TYPE_CHECKING:
    import httpx2

    from .config import ClientConfig
    from .operations import Events
    from .options import RequestArguments
    from .request import Call

R = TypeVar("R")


def decode(config: ClientConfig, operation: Operation[R], response: httpx2.Response) -> R:
    """Returns the decoded body of a successful response that has been read."""
    if operation.method == "HEAD":
        return cast("R", None)
    return cast("R", decode_success(response, operation.table, strict=config.strict))


def deviations(operation: Operation[Any], response: httpx2.Response) -> tuple[Deviation, ...]:
    """Returns where a successful response that has been read is not as the document says."""
    try:
        decode_success(response, operation.table, strict=True)
    except DecodeError as error:
        return error.deviations or (Deviation(error.path, error.message),)
    return ()


def undocumented(method: str, path: str, cast_to: Any) -> Operation[Any]:
    """Returns a descriptor for an operation the document does not have."""
    if cast_to is None:
        return Operation(method.upper(), path, {"2XX": {}})
    media_type = "application/json" if cast_to is Any else "*/*"
    return Operation(method.upper(), path, {"2XX": {media_type: lambda: cast_to}})


def undocumented_arguments(given: RequestArguments) -> Arguments:
    """Returns the arguments of an operation the document does not have."""
    options: Any = dict(given)
    path = options.pop("path_params", None)
    query = options.pop("query", None)
    headers = options.pop("headers", None)
    return Arguments(path, query, headers, None, options.pop("body", None), options)


def asked_events(events: Events, call: Call) -> Events:
    """Returns how the stream is read that a call asks for by its headers."""
    for name, thunks in (events.by_header or {}).items():
        _, value = call.headers.get(name.lower(), ("", ""))
        if value in thunks:
            return replace(events, chunk=thunks[value])
    return events


def continued(call: Call, last_event_id: str) -> Call:
    """Returns the call that asks for a stream from behind an event on (WHATWG HTML, section 9.2.4)."""
    header = {"last-event-id": ("Last-Event-ID", checked("Last-Event-ID", last_event_id))}
    return replace(call, headers={**call.headers, **header})


def check_stream(response: httpx2.Response) -> None:
    """Raises ``DecodeError`` where a stream was promised and something else came.

    A missing or generic media type passes: the body decides.
    """
    media_type = essence(response.headers.get("content-type", ""))
    if is_json(media_type) or media_type == "text/html":
        raise DecodeError(
            f"the response is {media_type} where a stream was expected",
            status=response.status_code,
            media_type=media_type,
        )
