# Generated from Security 1 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, BasicCredentials, ClientCredentials, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    import httpx2

    from ._runtime import Headers, Omit, Timeout, TokenSource
    from .resources.admin import Admin, AsyncAdmin
    from .resources.basic import AsyncBasic, Basic
    from .resources.both import AsyncBoth, Both
    from .resources.optional import AsyncOptional, Optional
    from .resources.public import AsyncPublic, Public
    from .resources.relative import AsyncRelative, Relative
    from .resources.scoped import AsyncScoped, Scoped
    from .resources.upload import AsyncUpload, Upload


class Client(SyncClient):
    """Client of Security.

    Args:
        bearer: Bearer token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_BEARER`` or ``GOLDEN_SECURITY_TOKEN``.
        admin_token: Bearer token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_ADMIN_TOKEN`` or ``GOLDEN_SECURITY_TOKEN``.
        username: User name of HTTP basic authentication. Else read from
            ``GOLDEN_SECURITY_USERNAME``.
        password: Password of HTTP basic authentication. Else read from
            ``GOLDEN_SECURITY_PASSWORD``.
        digest: Credentials of the HTTP scheme ``digest``, or a function that returns one. Else
            read from ``GOLDEN_SECURITY_DIGEST``.
        key: API key, sent as header ``X-Key``, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_KEY``.
        secret: API key, sent as header ``X-Secret``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_SECRET``.
        query: API key, sent as parameter ``key``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_QUERY``.
        session: API key, sent as cookie ``SESSION``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_SESSION``.
        token: Access token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_TOKEN``.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from ``GOLDEN_SECURITY_CLIENT_ID``.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from ``GOLDEN_SECURITY_CLIENT_SECRET``.
        tenant: Your tenant. Default: "demo".
        port: Variable port of the server's URL. Default: "443".
        base: Variable base of the server's URL. Default: "".
        base_url: Where the API is, instead of https://{tenant}.security.example:{port}/{base}.
            Else read from ``GOLDEN_SECURITY_BASE_URL``.
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
        bearer: TokenSource | None = None,
        admin_token: TokenSource | None = None,
        username: str | None = None,
        password: str | None = None,
        digest: TokenSource | None = None,
        key: TokenSource | None = None,
        secret: TokenSource | None = None,
        query: TokenSource | None = None,
        session: TokenSource | None = None,
        token: TokenSource | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        tenant: str | None = None,
        port: Literal["443", "8443"] | None = None,
        base: str | None = None,
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
            credentials={
                "bearer": bearer,
                "adminToken": admin_token,
                "basic": BasicCredentials(username, password),
                "digest": digest,
                "key": key,
                "secret": secret,
                "query": query,
                "session": session,
                "oauth": token or ClientCredentials(client_id, client_secret),
                "oidc": token,
            },
            base_url=base_url or _server_url({"tenant": tenant, "port": port, "base": base}),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
        )

    @cached_property
    def public(self) -> Public:
        """Operations on public."""
        from .resources.public import Public

        return Public(self)

    @cached_property
    def optional(self) -> Optional:
        """Operations on optional."""
        from .resources.optional import Optional

        return Optional(self)

    @cached_property
    def both(self) -> Both:
        """Operations on both."""
        from .resources.both import Both

        return Both(self)

    @cached_property
    def scoped(self) -> Scoped:
        """Operations on scoped."""
        from .resources.scoped import Scoped

        return Scoped(self)

    @cached_property
    def basic(self) -> Basic:
        """Operations on basic."""
        from .resources.basic import Basic

        return Basic(self)

    @cached_property
    def admin(self) -> Admin:
        """Operations on admin."""
        from .resources.admin import Admin

        return Admin(self)

    @cached_property
    def upload(self) -> Upload:
        """Operations on upload."""
        from .resources.upload import Upload

        return Upload(self)

    @cached_property
    def relative(self) -> Relative:
        """Operations on relative."""
        from .resources.relative import Relative

        return Relative(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client of Security.

    Args:
        bearer: Bearer token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_BEARER`` or ``GOLDEN_SECURITY_TOKEN``.
        admin_token: Bearer token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_ADMIN_TOKEN`` or ``GOLDEN_SECURITY_TOKEN``.
        username: User name of HTTP basic authentication. Else read from
            ``GOLDEN_SECURITY_USERNAME``.
        password: Password of HTTP basic authentication. Else read from
            ``GOLDEN_SECURITY_PASSWORD``.
        digest: Credentials of the HTTP scheme ``digest``, or a function that returns one. Else
            read from ``GOLDEN_SECURITY_DIGEST``.
        key: API key, sent as header ``X-Key``, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_KEY``.
        secret: API key, sent as header ``X-Secret``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_SECRET``.
        query: API key, sent as parameter ``key``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_QUERY``.
        session: API key, sent as cookie ``SESSION``, or a function that returns one. Else read
            from ``GOLDEN_SECURITY_SESSION``.
        token: Access token, or a function that returns one. Else read from
            ``GOLDEN_SECURITY_TOKEN``.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from ``GOLDEN_SECURITY_CLIENT_ID``.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from ``GOLDEN_SECURITY_CLIENT_SECRET``.
        tenant: Your tenant. Default: "demo".
        port: Variable port of the server's URL. Default: "443".
        base: Variable base of the server's URL. Default: "".
        base_url: Where the API is, instead of https://{tenant}.security.example:{port}/{base}.
            Else read from ``GOLDEN_SECURITY_BASE_URL``.
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
        bearer: TokenSource | None = None,
        admin_token: TokenSource | None = None,
        username: str | None = None,
        password: str | None = None,
        digest: TokenSource | None = None,
        key: TokenSource | None = None,
        secret: TokenSource | None = None,
        query: TokenSource | None = None,
        session: TokenSource | None = None,
        token: TokenSource | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        tenant: str | None = None,
        port: Literal["443", "8443"] | None = None,
        base: str | None = None,
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
            credentials={
                "bearer": bearer,
                "adminToken": admin_token,
                "basic": BasicCredentials(username, password),
                "digest": digest,
                "key": key,
                "secret": secret,
                "query": query,
                "session": session,
                "oauth": token or ClientCredentials(client_id, client_secret),
                "oidc": token,
            },
            base_url=base_url or _server_url({"tenant": tenant, "port": port, "base": base}),
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            strict=strict,
        )

    @cached_property
    def public(self) -> AsyncPublic:
        """Operations on public."""
        from .resources.public import AsyncPublic

        return AsyncPublic(self)

    @cached_property
    def optional(self) -> AsyncOptional:
        """Operations on optional."""
        from .resources.optional import AsyncOptional

        return AsyncOptional(self)

    @cached_property
    def both(self) -> AsyncBoth:
        """Operations on both."""
        from .resources.both import AsyncBoth

        return AsyncBoth(self)

    @cached_property
    def scoped(self) -> AsyncScoped:
        """Operations on scoped."""
        from .resources.scoped import AsyncScoped

        return AsyncScoped(self)

    @cached_property
    def basic(self) -> AsyncBasic:
        """Operations on basic."""
        from .resources.basic import AsyncBasic

        return AsyncBasic(self)

    @cached_property
    def admin(self) -> AsyncAdmin:
        """Operations on admin."""
        from .resources.admin import AsyncAdmin

        return AsyncAdmin(self)

    @cached_property
    def upload(self) -> AsyncUpload:
        """Operations on upload."""
        from .resources.upload import AsyncUpload

        return AsyncUpload(self)

    @cached_property
    def relative(self) -> AsyncRelative:
        """Operations on relative."""
        from .resources.relative import AsyncRelative

        return AsyncRelative(self)


def _server_url(variables: Mapping[str, str | None]) -> str | None:
    """Returns the first server's URL with these variables, nothing if none is given."""
    given = {name: value for name, value in variables.items() if value is not None}
    return API.servers[0].resolve(**given) if given else None
