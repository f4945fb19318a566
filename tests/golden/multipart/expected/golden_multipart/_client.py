# Generated from Multipart 1 by twinspec; changes are lost.
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
    from .resources.anything import Anything, AsyncAnything
    from .resources.charges import AsyncCharges, Charges
    from .resources.documents import AsyncDocuments, Documents
    from .resources.images import AsyncImages, Images
    from .resources.messages import AsyncMessages, Messages
    from .resources.mixed import AsyncMixed, Mixed


class Client(SyncClient):
    """Client for Multipart.

    Args:
        base_url: Where the API is, instead of https://multipart.example. Else read from
            `GOLDEN_MULTIPART_BASE_URL`.
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
    def messages(self) -> Messages:
        """Operations on messages."""
        from .resources.messages import Messages

        return Messages(self)

    @cached_property
    def documents(self) -> Documents:
        """Operations on documents."""
        from .resources.documents import Documents

        return Documents(self)

    @cached_property
    def images(self) -> Images:
        """Operations on images."""
        from .resources.images import Images

        return Images(self)

    @cached_property
    def charges(self) -> Charges:
        """Operations on charges."""
        from .resources.charges import Charges

        return Charges(self)

    @cached_property
    def anything(self) -> Anything:
        """Operations on anything."""
        from .resources.anything import Anything

        return Anything(self)

    @cached_property
    def mixed(self) -> Mixed:
        """Operations on mixed."""
        from .resources.mixed import Mixed

        return Mixed(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for Multipart.

    Args:
        base_url: Where the API is, instead of https://multipart.example. Else read from
            `GOLDEN_MULTIPART_BASE_URL`.
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
    def messages(self) -> AsyncMessages:
        """Operations on messages."""
        from .resources.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def documents(self) -> AsyncDocuments:
        """Operations on documents."""
        from .resources.documents import AsyncDocuments

        return AsyncDocuments(self)

    @cached_property
    def images(self) -> AsyncImages:
        """Operations on images."""
        from .resources.images import AsyncImages

        return AsyncImages(self)

    @cached_property
    def charges(self) -> AsyncCharges:
        """Operations on charges."""
        from .resources.charges import AsyncCharges

        return AsyncCharges(self)

    @cached_property
    def anything(self) -> AsyncAnything:
        """Operations on anything."""
        from .resources.anything import AsyncAnything

        return AsyncAnything(self)

    @cached_property
    def mixed(self) -> AsyncMixed:
        """Operations on mixed."""
        from .resources.mixed import AsyncMixed

        return AsyncMixed(self)
