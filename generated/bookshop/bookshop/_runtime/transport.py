"""Everything that needs ``httpx2`` at run time but no connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2

from .media import essence, is_streamed

if TYPE_CHECKING:
    from typing import Any

_LIMITS = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)
_HTTPX2_DEFAULT = httpx2.Timeout(5.0)


def new_client() -> httpx2.Client:
    """Returns a transport with many connections, so that callers limit themselves, not the pool."""
    return httpx2.Client(limits=_LIMITS)


def new_async_client() -> httpx2.AsyncClient:
    """Returns an asynchronous transport; see :func:`new_client`."""
    return httpx2.AsyncClient(limits=_LIMITS)


def check_sync(http: Any) -> None:
    """Raises ``TypeError`` unless ``http`` is a synchronous ``httpx2`` client."""
    if not isinstance(http, httpx2.Client):
        raise TypeError(f"http_client must be an httpx2.Client, not {type(http).__name__}")


def check_async(http: Any) -> None:
    """Raises ``TypeError`` unless ``http`` is an asynchronous ``httpx2`` client."""
    if not isinstance(http, httpx2.AsyncClient):
        raise TypeError(f"http_client must be an httpx2.AsyncClient, not {type(http).__name__}")


def has_own_timeout(http: httpx2.Client | httpx2.AsyncClient) -> bool:
    """Whether a transport was given a timeout other than the default of ``httpx2``."""
    return http.timeout != _HTTPX2_DEFAULT


def is_stream(response: httpx2.Response) -> bool:
    """Whether a response is a stream of events or lines by its media type."""
    return is_streamed(essence(response.headers.get("content-type", "")))
