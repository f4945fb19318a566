# Generated from Bodies 2.0 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, BasicCredentials, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    import httpx2

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout, TokenSource
    from .resources.echo import AsyncEcho, Echo
    from .resources.import_ import AsyncImport, Import
    from .resources.login import AsyncLogin, Login
    from .resources.notes import AsyncNotes, Notes


class Client(SyncClient):
    """Client for Bodies.

    Args:
        api_key: API key, sent as header `X-Key`, or a function that returns one. Else read from
            `GOLDEN_BODIES_API_KEY`.
        username: User name of HTTP basic authentication. Else read from
            `GOLDEN_BODIES_USERNAME`.
        password: Password of HTTP basic authentication. Else read from
            `GOLDEN_BODIES_PASSWORD`.
        region: Variable region of the URL of a server. Default: "eu".
        base_url: Where the API is, instead of https://{region}.bodies.example. Else read from
            `GOLDEN_BODIES_BASE_URL`.
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
        username: str | None = None,
        password: str | None = None,
        region: Literal["eu", "us"] | None = None,
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
            API.with_variables({"region": region}),
            credentials={"key": api_key, "basic": BasicCredentials(username, password)},
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
    def notes(self) -> Notes:
        """Operations on notes."""
        from .resources.notes import Notes

        return Notes(self)

    @cached_property
    def import_(self) -> Import:
        """Operations on import."""
        from .resources.import_ import Import

        return Import(self)

    @cached_property
    def login(self) -> Login:
        """Operations on login."""
        from .resources.login import Login

        return Login(self)

    @cached_property
    def echo(self) -> Echo:
        """Operations on echo."""
        from .resources.echo import Echo

        return Echo(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for Bodies.

    Args:
        api_key: API key, sent as header `X-Key`, or a function that returns one. Else read from
            `GOLDEN_BODIES_API_KEY`.
        username: User name of HTTP basic authentication. Else read from
            `GOLDEN_BODIES_USERNAME`.
        password: Password of HTTP basic authentication. Else read from
            `GOLDEN_BODIES_PASSWORD`.
        region: Variable region of the URL of a server. Default: "eu".
        base_url: Where the API is, instead of https://{region}.bodies.example. Else read from
            `GOLDEN_BODIES_BASE_URL`.
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
        username: str | None = None,
        password: str | None = None,
        region: Literal["eu", "us"] | None = None,
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
            API.with_variables({"region": region}),
            credentials={"key": api_key, "basic": BasicCredentials(username, password)},
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
    def notes(self) -> AsyncNotes:
        """Operations on notes."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)

    @cached_property
    def import_(self) -> AsyncImport:
        """Operations on import."""
        from .resources.import_ import AsyncImport

        return AsyncImport(self)

    @cached_property
    def login(self) -> AsyncLogin:
        """Operations on login."""
        from .resources.login import AsyncLogin

        return AsyncLogin(self)

    @cached_property
    def echo(self) -> AsyncEcho:
        """Operations on echo."""
        from .resources.echo import AsyncEcho

        return AsyncEcho(self)
