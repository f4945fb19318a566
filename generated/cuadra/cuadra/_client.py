# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""The clients, with the resources of the API as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import API
from ._runtime import AsyncBaseClient, ClientCredentials, SyncClient, omit

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import Headers, Omit, RequestHook, ResponseHook, Timeout, TokenSource
    from .resources.chats import AsyncChats, Chats
    from .resources.datasets import AsyncDatasets, Datasets
    from .resources.files import AsyncFiles, Files
    from .resources.health import AsyncHealth, Health
    from .resources.models import AsyncModels, Models
    from .resources.particles import AsyncParticles, Particles
    from .resources.system_prompts import AsyncSystemPrompts, SystemPrompts
    from .resources.usage import AsyncUsage, Usage


class Client(SyncClient):
    """Client for the Cuadra AI API.

    Args:
        token: Bearer token, or a function that returns one. Else read from `CUADRA_TOKEN`.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from `CUADRA_CLIENT_ID`.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from `CUADRA_CLIENT_SECRET`.
        base_url: Where the API is, instead of https://api.cuadra.ai. Else read from
            `CUADRA_BASE_URL`.
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
        client_id: str | None = None,
        client_secret: str | None = None,
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
            credentials={
                "bearerAuth": token,
                "oauth2": token or ClientCredentials(client_id, client_secret),
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
    def health(self) -> Health:
        """Probes that tell whether the service and the AI providers behind it are up."""
        from .resources.health import Health

        return Health(self)

    @cached_property
    def models(self) -> Models:
        """Model configurations an organization builds on top of system models, and the datasets
        those models draw from.
        """
        from .resources.models import Models

        return Models(self)

    @cached_property
    def chats(self) -> Chats:
        """Ask a model for an answer, streamed or in one piece, and manage the conversations that
        are kept.
        """
        from .resources.chats import Chats

        return Chats(self)

    @cached_property
    def files(self) -> Files:
        """Documents and images uploaded for use in chats and datasets; processing is
        asynchronous.
        """
        from .resources.files import Files

        return Files(self)

    @cached_property
    def datasets(self) -> Datasets:
        """Collections of files that models search for answers, with snapshots to go back to."""
        from .resources.datasets import Datasets

        return Datasets(self)

    @cached_property
    def particles(self) -> Particles:
        """Prompt building blocks with a version history. Each one covers a role, tone, guardrails,
        constraints or format.
        """
        from .resources.particles import Particles

        return Particles(self)

    @cached_property
    def system_prompts(self) -> SystemPrompts:
        """Complete prompts assembled from particles in a chosen order; each particle can be held at
        a fixed version.
        """
        from .resources.system_prompts import SystemPrompts

        return SystemPrompts(self)

    @cached_property
    def usage(self) -> Usage:
        """What the organization consumes: storage, credits and its subscription."""
        from .resources.usage import Usage

        return Usage(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous client for the Cuadra AI API.

    Args:
        token: Bearer token, or a function that returns one. Else read from `CUADRA_TOKEN`.
        client_id: Client id to fetch access tokens with (OAuth 2.0 client credentials). Else
            read from `CUADRA_CLIENT_ID`.
        client_secret: Client secret to fetch access tokens with (OAuth 2.0 client credentials).
            Else read from `CUADRA_CLIENT_SECRET`.
        base_url: Where the API is, instead of https://api.cuadra.ai. Else read from
            `CUADRA_BASE_URL`.
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
        client_id: str | None = None,
        client_secret: str | None = None,
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
            credentials={
                "bearerAuth": token,
                "oauth2": token or ClientCredentials(client_id, client_secret),
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
    def health(self) -> AsyncHealth:
        """Probes that tell whether the service and the AI providers behind it are up."""
        from .resources.health import AsyncHealth

        return AsyncHealth(self)

    @cached_property
    def models(self) -> AsyncModels:
        """Model configurations an organization builds on top of system models, and the datasets
        those models draw from.
        """
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def chats(self) -> AsyncChats:
        """Ask a model for an answer, streamed or in one piece, and manage the conversations that
        are kept.
        """
        from .resources.chats import AsyncChats

        return AsyncChats(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """Documents and images uploaded for use in chats and datasets; processing is
        asynchronous.
        """
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def datasets(self) -> AsyncDatasets:
        """Collections of files that models search for answers, with snapshots to go back to."""
        from .resources.datasets import AsyncDatasets

        return AsyncDatasets(self)

    @cached_property
    def particles(self) -> AsyncParticles:
        """Prompt building blocks with a version history. Each one covers a role, tone, guardrails,
        constraints or format.
        """
        from .resources.particles import AsyncParticles

        return AsyncParticles(self)

    @cached_property
    def system_prompts(self) -> AsyncSystemPrompts:
        """Complete prompts assembled from particles in a chosen order; each particle can be held at
        a fixed version.
        """
        from .resources.system_prompts import AsyncSystemPrompts

        return AsyncSystemPrompts(self)

    @cached_property
    def usage(self) -> AsyncUsage:
        """What the organization consumes: storage, credits and its subscription."""
        from .resources.usage import AsyncUsage

        return AsyncUsage(self)
