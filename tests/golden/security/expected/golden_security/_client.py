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

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout, TokenSource
    from .resources.admin import Admin, AsyncAdmin
    from .resources.basic import AsyncBasic, Basic
    from .resources.both import AsyncBoth, Both
    from .resources.optional import AsyncOptional, Optional
    from .resources.public import AsyncPublic, Public
    from .resources.relative import AsyncRelative, Relative
    from .resources.scoped import AsyncScoped, Scoped
    from .resources.upload import AsyncUpload, Upload


class Client(SyncClient):
    """Client for Security.

    Args:
        bearer: Bearer token of `bearer`, or a function that returns one. Else read from
            `GOLDEN_SECURITY_BEARER` or `GOLDEN_SECURITY_TOKEN`.
        admin_token: Bearer token of `adminToken`, or a function that returns one. Else read
            from `GOLDEN_SECURITY_ADMIN_TOKEN` or `GOLDEN_SECURITY_TOKEN`.
        username: User name of HTTP basic authentication. Else read from
            `GOLDEN_SECURITY_USERNAME`.
        password: Password of HTTP basic authentication. Else read from
            `GOLDEN_SECURITY_PASSWORD`.
        digest: Credentials of the HTTP scheme `digest`, or a function that returns one. Else
            read from `GOLDEN_SECURITY_DIGEST`.
        key: API key, sent as header `X-Key` of `key`, or a function that returns one. Else read
            from `GOLDEN_SECURITY_KEY`.
        secret: API key, sent as header `X-Secret` of `secret`, or a function that returns one.
            Else read from `GOLDEN_SECURITY_SECRET`.
        query: API key, sent as parameter `key` of `query`, or a function that returns one. Else
            read from `GOLDEN_SECURITY_QUERY`.
        session: API key, sent as cookie `SESSION` of `session`, or a function that returns one.
            Else read from `GOLDEN_SECURITY_SESSION`.
        token: Access token, a function that returns one, or a grant: `PasswordCredentials(...)`
            or `AuthorizationCode("https://security.example/authorize", ...)`. Else read from
            `GOLDEN_SECURITY_TOKEN`.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from `GOLDEN_SECURITY_CLIENT_ID`.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from `GOLDEN_SECURITY_CLIENT_SECRET`.
        tenant: Your tenant. Default: "demo".
        port: Variable port of the URL of a server. Default: "443".
        base: Variable base of the URL of a server. Default: "".
        region: Variable region of the URL of a server. Default: "eu".
        base_url: Where the API is, instead of https://{tenant}.security.example:{port}/{base}.
            Else read from `GOLDEN_SECURITY_BASE_URL`.
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
            API.with_variables({"tenant": tenant, "port": port, "base": base, "region": region}),
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
    """Asynchronous client for Security.

    Args:
        bearer: Bearer token of `bearer`, or a function that returns one. Else read from
            `GOLDEN_SECURITY_BEARER` or `GOLDEN_SECURITY_TOKEN`.
        admin_token: Bearer token of `adminToken`, or a function that returns one. Else read
            from `GOLDEN_SECURITY_ADMIN_TOKEN` or `GOLDEN_SECURITY_TOKEN`.
        username: User name of HTTP basic authentication. Else read from
            `GOLDEN_SECURITY_USERNAME`.
        password: Password of HTTP basic authentication. Else read from
            `GOLDEN_SECURITY_PASSWORD`.
        digest: Credentials of the HTTP scheme `digest`, or a function that returns one. Else
            read from `GOLDEN_SECURITY_DIGEST`.
        key: API key, sent as header `X-Key` of `key`, or a function that returns one. Else read
            from `GOLDEN_SECURITY_KEY`.
        secret: API key, sent as header `X-Secret` of `secret`, or a function that returns one.
            Else read from `GOLDEN_SECURITY_SECRET`.
        query: API key, sent as parameter `key` of `query`, or a function that returns one. Else
            read from `GOLDEN_SECURITY_QUERY`.
        session: API key, sent as cookie `SESSION` of `session`, or a function that returns one.
            Else read from `GOLDEN_SECURITY_SESSION`.
        token: Access token, a function that returns one, or a grant: `PasswordCredentials(...)`
            or `AuthorizationCode("https://security.example/authorize", ...)`. Else read from
            `GOLDEN_SECURITY_TOKEN`.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from `GOLDEN_SECURITY_CLIENT_ID`.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from `GOLDEN_SECURITY_CLIENT_SECRET`.
        tenant: Your tenant. Default: "demo".
        port: Variable port of the URL of a server. Default: "443".
        base: Variable base of the URL of a server. Default: "".
        region: Variable region of the URL of a server. Default: "eu".
        base_url: Where the API is, instead of https://{tenant}.security.example:{port}/{base}.
            Else read from `GOLDEN_SECURITY_BASE_URL`.
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
            API.with_variables({"tenant": tenant, "port": port, "base": base, "region": region}),
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
