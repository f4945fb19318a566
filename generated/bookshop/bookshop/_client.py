# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    import httpx2

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout, TokenSource
    from .resources.authors import AsyncAuthors, Authors
    from .resources.categories import AsyncCategories, Categories
    from .resources.imports import AsyncImports, Imports
    from .resources.orders import AsyncOrders, Orders
    from .resources.publications import AsyncPublications, Publications


class Client(SyncClient):
    """Client for the Bookshop API.

    Args:
        api_key: API key, sent as header `X-Api-Key`, or a function that returns one. Else read
            from `BOOKSHOP_API_KEY`.
        region: Where the data is kept. Default: "eu".
        stage: `v1`, or `sandbox` for experiments without consequences. Default: "v1".
        base_url: Where the API is, instead of https://{region}.bookshop.example/{stage}. Else
            read from `BOOKSHOP_BASE_URL`.
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
        api_key: TokenSource | None = None,
        region: Literal["eu", "us"] | None = None,
        stage: str | None = None,
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
            API.with_variables({"region": region, "stage": stage}),
            credentials={"apiKey": api_key},
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
    def publications(self) -> Publications:
        """Books, magazines and audio books on sale."""
        from .resources.publications import Publications

        return Publications(self)

    @cached_property
    def authors(self) -> Authors:
        """Who wrote them."""
        from .resources.authors import Authors

        return Authors(self)

    @cached_property
    def categories(self) -> Categories:
        """The shelves of the shop."""
        from .resources.categories import Categories

        return Categories(self)

    @cached_property
    def orders(self) -> Orders:
        """What customers buy, line by line."""
        from .resources.orders import Orders

        return Orders(self)

    @cached_property
    def imports(self) -> Imports:
        """Bulk loading of the catalog, in the background."""
        from .resources.imports import Imports

        return Imports(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Bookshop API.

    Args:
        api_key: API key, sent as header `X-Api-Key`, or a function that returns one. Else read
            from `BOOKSHOP_API_KEY`.
        region: Where the data is kept. Default: "eu".
        stage: `v1`, or `sandbox` for experiments without consequences. Default: "v1".
        base_url: Where the API is, instead of https://{region}.bookshop.example/{stage}. Else
            read from `BOOKSHOP_BASE_URL`.
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
        api_key: TokenSource | None = None,
        region: Literal["eu", "us"] | None = None,
        stage: str | None = None,
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
            API.with_variables({"region": region, "stage": stage}),
            credentials={"apiKey": api_key},
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
    def publications(self) -> AsyncPublications:
        """Books, magazines and audio books on sale."""
        from .resources.publications import AsyncPublications

        return AsyncPublications(self)

    @cached_property
    def authors(self) -> AsyncAuthors:
        """Who wrote them."""
        from .resources.authors import AsyncAuthors

        return AsyncAuthors(self)

    @cached_property
    def categories(self) -> AsyncCategories:
        """The shelves of the shop."""
        from .resources.categories import AsyncCategories

        return AsyncCategories(self)

    @cached_property
    def orders(self) -> AsyncOrders:
        """What customers buy, line by line."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def imports(self) -> AsyncImports:
        """Bulk loading of the catalog, in the background."""
        from .resources.imports import AsyncImports

        return AsyncImports(self)
