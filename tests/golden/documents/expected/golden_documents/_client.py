# Generated from Documents 1.0 by twinspec; changes are lost.
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
    from .resources.countries import AsyncCountries, Countries
    from .resources.files import AsyncFiles, Files
    from .resources.no import AsyncNo, No
    from .resources.odata import AsyncOdata, Odata
    from .resources.queue import AsyncQueue, Queue
    from .resources.root import AsyncRoot, Root
    from .resources.versions import AsyncVersions, Versions


class Client(SyncClient):
    """Client for Documents.

    Args:
        base_url: Where the API is, instead of https://documents.example/. Else read from
            `GOLDEN_DOCUMENTS_BASE_URL`.
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
    def root(self) -> Root:
        """Operations on root."""
        from .resources.root import Root

        return Root(self)

    @cached_property
    def countries(self) -> Countries:
        """Operations on countries."""
        from .resources.countries import Countries

        return Countries(self)

    @cached_property
    def queue(self) -> Queue:
        """Operations on queue."""
        from .resources.queue import Queue

        return Queue(self)

    @cached_property
    def files(self) -> Files:
        """Operations on files."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def odata(self) -> Odata:
        """Operations on odata."""
        from .resources.odata import Odata

        return Odata(self)

    @cached_property
    def versions(self) -> Versions:
        """Operations on versions."""
        from .resources.versions import Versions

        return Versions(self)

    @cached_property
    def no(self) -> No:
        """Operations on no."""
        from .resources.no import No

        return No(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for Documents.

    Args:
        base_url: Where the API is, instead of https://documents.example/. Else read from
            `GOLDEN_DOCUMENTS_BASE_URL`.
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
    def root(self) -> AsyncRoot:
        """Operations on root."""
        from .resources.root import AsyncRoot

        return AsyncRoot(self)

    @cached_property
    def countries(self) -> AsyncCountries:
        """Operations on countries."""
        from .resources.countries import AsyncCountries

        return AsyncCountries(self)

    @cached_property
    def queue(self) -> AsyncQueue:
        """Operations on queue."""
        from .resources.queue import AsyncQueue

        return AsyncQueue(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Operations on files."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def odata(self) -> AsyncOdata:
        """Operations on odata."""
        from .resources.odata import AsyncOdata

        return AsyncOdata(self)

    @cached_property
    def versions(self) -> AsyncVersions:
        """Operations on versions."""
        from .resources.versions import AsyncVersions

        return AsyncVersions(self)

    @cached_property
    def no(self) -> AsyncNo:
        """Operations on no."""
        from .resources.no import AsyncNo

        return AsyncNo(self)
