# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout
    from .resources.pets import AsyncPets, Pets
    from .resources.tree import AsyncTree, Tree
    from .resources.values import AsyncValues, Values


class Client(SyncClient):
    """Client for Composition.

    Args:
        base_url: Where the API is; its description does not say. Else read from
            `GOLDEN_COMPOSITION_BASE_URL`.
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
    def pets(self) -> Pets:
        """Operations on pets."""
        from .resources.pets import Pets

        return Pets(self)

    @cached_property
    def tree(self) -> Tree:
        """Operations on tree."""
        from .resources.tree import Tree

        return Tree(self)

    @cached_property
    def values(self) -> Values:
        """Operations on values."""
        from .resources.values import Values

        return Values(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for Composition.

    Args:
        base_url: Where the API is; its description does not say. Else read from
            `GOLDEN_COMPOSITION_BASE_URL`.
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
    def pets(self) -> AsyncPets:
        """Operations on pets."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @cached_property
    def tree(self) -> AsyncTree:
        """Operations on tree."""
        from .resources.tree import AsyncTree

        return AsyncTree(self)

    @cached_property
    def values(self) -> AsyncValues:
        """Operations on values."""
        from .resources.values import AsyncValues

        return AsyncValues(self)
