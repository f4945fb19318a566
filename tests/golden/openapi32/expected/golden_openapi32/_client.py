# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout, TokenSource
    from .resources.books import AsyncBooks, Books
    from .resources.drafts import AsyncDrafts, Drafts


class Client(SyncClient):
    """Client for OpenAPI 3.2.

    Args:
        token: Access token, a function that returns one, or a grant:
            `DeviceCode("https://openapi32.example/device", ...)`. Else read from
            `GOLDEN_OPENAPI32_TOKEN`.
        base_url: Where the API is, instead of https://openapi32.example. Else read from
            `GOLDEN_OPENAPI32_BASE_URL`.
        timeout: Seconds for every phase of a request, or an `httpx2.Timeout`.
        total_timeout: Seconds for a whole call: all attempts, the waits between them, the body.
        max_retries: How often a failed request is repeated where that is safe.
        default_headers: Headers for every request.
        default_query: Query parameters for every request.
        http_client: Your own `httpx2.Client`; it is not closed.
        strict: Whether responses that break the API's description are errors.
        on_request: Called with each `httpx2.Request` before it is sent.
        on_response: Called with each `httpx2.Response`, failed attempts too.
    """

    def __init__(
        self,
        *,
        token: TokenSource | None = None,
        base_url: str | None = None,
        timeout: Timeout | Omit = omit,
        total_timeout: float | None = None,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={"device": token},
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
            on_request=on_request,
            on_response=on_response,
        )

    @cached_property
    def books(self) -> Books:
        """Operations on books."""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def drafts(self) -> Drafts:
        """Operations on drafts."""
        from .resources.drafts import Drafts

        return Drafts(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for OpenAPI 3.2.

    Args:
        token: Access token, a function that returns one, or a grant:
            `DeviceCode("https://openapi32.example/device", ...)`. Else read from
            `GOLDEN_OPENAPI32_TOKEN`.
        base_url: Where the API is, instead of https://openapi32.example. Else read from
            `GOLDEN_OPENAPI32_BASE_URL`.
        timeout: Seconds for every phase of a request, or an `httpx2.Timeout`.
        total_timeout: Seconds for a whole call: all attempts, the waits between them, the body.
        max_retries: How often a failed request is repeated where that is safe.
        default_headers: Headers for every request.
        default_query: Query parameters for every request.
        http_client: Your own `httpx2.AsyncClient`; it is not closed.
        strict: Whether responses that break the API's description are errors.
        on_request: Called with each `httpx2.Request` before it is sent.
        on_response: Called with each `httpx2.Response`, failed attempts too.
    """

    def __init__(
        self,
        *,
        token: TokenSource | None = None,
        base_url: str | None = None,
        timeout: Timeout | Omit = omit,
        total_timeout: float | None = None,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
    ) -> None:
        super().__init__(
            API,
            credentials={"device": token},
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
            on_request=on_request,
            on_response=on_response,
        )

    @cached_property
    def books(self) -> AsyncBooks:
        """Operations on books."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def drafts(self) -> AsyncDrafts:
        """Operations on drafts."""
        from .resources.drafts import AsyncDrafts

        return AsyncDrafts(self)
