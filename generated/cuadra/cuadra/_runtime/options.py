"""What a caller may set for one call, and the names of common argument types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .bodies import Body
    from .omission import Omit

Timeout: TypeAlias = "float | httpx2.Timeout | None"
"""Seconds for every phase of a request, an ``httpx2.Timeout``, or ``None`` for no limit."""

Headers: TypeAlias = "Mapping[str, str | Omit]"
"""Header names and values; ``omit`` removes a header that would be sent otherwise."""

Progress: TypeAlias = "Callable[[int, int | None], object]"
"""Called with the bytes done so far, and those in all where that is known."""

RequestHook: TypeAlias = "Callable[[httpx2.Request], object | Awaitable[object]]"
"""Called before a request is sent, with everything that goes, credentials too. May be asynchronous
with the asynchronous client."""

ResponseHook: TypeAlias = "Callable[[httpx2.Response], object | Awaitable[object]]"
"""Called with every response, also those that lead to an error or a retry."""


class RequestOptions(TypedDict, total=False):
    """Settings of one call, accepted by every method.

    ``extra_headers``, ``extra_query`` and ``extra_body`` (members of a JSON or form object) are added
    to what the method sends and win over it. ``timeout``, ``max_retries`` and ``total_timeout``
    (seconds for all attempts, the waits between them and the body; for a stream until it begins)
    replace the client's. ``on_upload`` is told how much of the body has been read to be sent.
    ``reconnects``: how often in a row a stream of events that breaks off is asked for again, from the
    last event on (``Last-Event-ID``), where the server numbers its events.
    """

    extra_headers: Headers
    extra_query: Mapping[str, Any]
    extra_body: Mapping[str, Any]
    timeout: Timeout
    max_retries: int
    total_timeout: float | None
    on_upload: Progress
    reconnects: int


class RequestArguments(RequestOptions, total=False):
    """What a request takes that the document does not describe, besides its options."""

    path_params: Mapping[str, object] | None
    query: Mapping[str, object] | None
    headers: Mapping[str, object] | None
    body: Body | None
