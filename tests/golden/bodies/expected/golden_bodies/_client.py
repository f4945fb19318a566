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

    from ._runtime import Headers, Omit, Timeout, TokenSource
    from .resources.echo import AsyncEcho, Echo
    from .resources.import_ import AsyncImport, Import
    from .resources.login import AsyncLogin, Login
    from .resources.notes import AsyncNotes, Notes


class Client(SyncClient):
    """Client of Bodies.

    Args:
        api_key: API key, sent as header ``X-Key``, or a function that returns one. Else read
            from ``GOLDEN_BODIES_API_KEY``.
        username: User name of HTTP basic authentication. Else read from
            ``GOLDEN_BODIES_USERNAME``.
        password: Password of HTTP basic authentication. Else read from
            ``GOLDEN_BODIES_PASSWORD``.
        region: Variable region of the server's URL. Default: "eu".
        base_url: Where the API is, instead of https://{region}.bodies.example. Else read from
            ``GOLDEN_BODIES_BASE_URL``.
        timeout: Seconds for every phase of a request, or an ``httpx2.Timeout``.
        max_retries: How often a failed request is repeated where that is safe.
        default_headers: Headers for every request.
        default_query: Query parameters for every request.
        http_client: Your own ``httpx2.Client``; it is not closed.
        strict: Whether responses that break the API's description are errors.
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
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.Client | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            credentials={"key": api_key, "basic": BasicCredentials(username, password)},
            base_url=base_url or _server_url({"region": region}),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
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
    """Asynchronous client of Bodies.

    Args:
        api_key: API key, sent as header ``X-Key``, or a function that returns one. Else read
            from ``GOLDEN_BODIES_API_KEY``.
        username: User name of HTTP basic authentication. Else read from
            ``GOLDEN_BODIES_USERNAME``.
        password: Password of HTTP basic authentication. Else read from
            ``GOLDEN_BODIES_PASSWORD``.
        region: Variable region of the server's URL. Default: "eu".
        base_url: Where the API is, instead of https://{region}.bodies.example. Else read from
            ``GOLDEN_BODIES_BASE_URL``.
        timeout: Seconds for every phase of a request, or an ``httpx2.Timeout``.
        max_retries: How often a failed request is repeated where that is safe.
        default_headers: Headers for every request.
        default_query: Query parameters for every request.
        http_client: Your own ``httpx2.AsyncClient``; it is not closed.
        strict: Whether responses that break the API's description are errors.
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
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__(
            API,
            credentials={"key": api_key, "basic": BasicCredentials(username, password)},
            base_url=base_url or _server_url({"region": region}),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
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


def _server_url(variables: Mapping[str, str | None]) -> str | None:
    """Returns the first server's URL with these variables, nothing if none is given."""
    given = {name: value for name, value in variables.items() if value is not None}
    return API.servers[0].resolve(**given) if given else None
