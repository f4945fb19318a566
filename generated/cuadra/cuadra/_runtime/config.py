"""The settings of a client, frozen; :meth:`ClientConfig.derive` makes those of another one."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from .auth import Credentials
from .headers import checked
from .logs import guard_transport, turn_on
from .omission import Omit, omit
from .outcomes import ResponseTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Api, Server
    from .auth import Credential
    from .options import Headers, RequestHook, ResponseHook, Timeout

DEFAULT_TIMEOUT: Mapping[str, float] = {"connect": 5.0, "read": 60.0, "write": 60.0, "pool": 60.0}
"""Seconds for each phase of a request, where nobody says otherwise."""

_NO_TOKEN = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, section 5.6.2


@dataclass(frozen=True, eq=False)
class ClientConfig:
    """Everything that decides what a request looks like and how its response is read.

    ``base_url`` is empty where only the document's servers count. ``headers`` maps lower-case names
    to name and value.
    """

    api: Api
    credentials: Credentials
    base_url: str
    timeout: Timeout | Omit
    max_retries: int
    headers: Mapping[str, tuple[str, str | Omit]]
    query: Mapping[str, object]
    strict: bool
    transport_timeout: bool = False  # the user's own transport has a timeout
    total_timeout: float | None = None
    on_request: tuple[RequestHook, ...] = ()
    on_response: tuple[ResponseHook, ...] = ()

    @classmethod
    def create(
        cls,
        api: Api,
        *,
        credentials: Mapping[str, Credential] | None = None,
        base_url: str | None = None,
        timeout: Timeout | Omit = omit,
        max_retries: int = 2,
        default_headers: Headers | None = None,
        default_query: Mapping[str, object] | None = None,
        strict: bool = False,
        total_timeout: float | None = None,
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        transport_timeout: bool = False,
        env: Mapping[str, str] | None = None,
    ) -> ClientConfig:
        """Reads what the arguments leave open from the environment; raises ``ValueError`` for bad ones."""
        found = os.environ if env is None else env
        # What is said in the call counts more than the environment.
        from_env = "" if api.variables else found.get(f"{api.env_prefix}_BASE_URL", "")
        url = base_url or from_env
        if level := found.get(f"{api.env_prefix}_LOG"):
            turn_on(level)
        guard_transport()
        token_base = url or (api.url_of(api.servers[0]) if api.servers else "")
        return cls(
            api=api,
            credentials=Credentials(api, credentials or {}, token_base.rstrip("/"), env),
            base_url=check_base_url(url),
            timeout=timeout,
            max_retries=check_retries(max_retries),
            headers=merge_headers({}, default_headers or {}),
            query=dict(default_query or {}),
            strict=strict,
            transport_timeout=transport_timeout,
            total_timeout=check_total_timeout(total_timeout),
            on_request=() if on_request is None else (on_request,),
            on_response=() if on_response is None else (on_response,),
        )

    def derive(
        self,
        *,
        base_url: str | Omit = omit,
        timeout: Timeout | Omit = omit,
        max_retries: int | Omit = omit,
        default_headers: Headers | Omit = omit,
        default_query: Mapping[str, object] | Omit = omit,
        strict: bool | Omit = omit,
        total_timeout: float | Omit | None = omit,
        on_request: RequestHook | Omit = omit,
        on_response: ResponseHook | Omit = omit,
    ) -> ClientConfig:
        """Returns changed settings; headers, query and hooks are added to those there are."""
        changes: dict[str, Any] = {}
        if not isinstance(base_url, Omit):
            changes["base_url"] = check_base_url(base_url)
        if not isinstance(timeout, Omit):
            changes["timeout"] = timeout
        if not isinstance(max_retries, Omit):
            changes["max_retries"] = check_retries(max_retries)
        if not isinstance(default_headers, Omit):
            changes["headers"] = merge_headers(self.headers, default_headers)
        if not isinstance(default_query, Omit):
            changes["query"] = {**self.query, **default_query}
        if not isinstance(strict, Omit):
            changes["strict"] = strict
        if not isinstance(total_timeout, Omit):
            changes["total_timeout"] = check_total_timeout(total_timeout)
        if not isinstance(on_request, Omit):
            changes["on_request"] = (*self.on_request, on_request)
        if not isinstance(on_response, Omit):
            changes["on_response"] = (*self.on_response, on_response)
        return replace(self, **changes)

    def base_for(self, server: Server | None) -> str:
        """Returns where an operation is, without a slash at the end.

        A ``base_url`` of the user's counts for every operation, also for those with their own server.
        Raises ``ValueError`` if neither names a host.
        """
        if self.base_url:
            return self.base_url
        servers = (server,) if server is not None else self.api.servers
        url = self.api.url_of(servers[0]) if servers else ""
        if not url.startswith(("https://", "http://")) and self.api.servers:
            default = self.api.url_of(self.api.servers[0]).rstrip("/")
            url = urljoin(f"{default}/", url) if server is not None else url
        if not url.startswith(("https://", "http://")):
            raise ValueError(
                f"{self.api.title} names no server with a host: give the client a base_url"
                f" or set {self.api.env_prefix}_BASE_URL"
            )
        if "{" in url:
            raise ValueError(f"the variables of {url} have no defaults: give them to the client")
        return url.rstrip("/")

    @cached_property
    def default_base(self) -> str:
        """Where operations without their own server are."""
        return self.base_for(None)

    @cached_property
    def timeout_extension(self) -> dict[str, float | None] | None:
        """The timeout in the form in which ``httpx2`` hands it to its transport.

        ``None`` where nothing is said and the user's own transport says it.
        """
        if self.transport_timeout and isinstance(self.timeout, Omit):
            return None
        if isinstance(self.timeout, Omit):
            return dict(DEFAULT_TIMEOUT)
        return timeout_extension(self.timeout)

    @cached_property
    def error_table(self) -> ResponseTable:
        """The error bodies that all operations share."""
        return ResponseTable(self.api.errors)

    @cached_property
    def common_headers(self) -> dict[str, tuple[str, str]]:
        """The headers of every request: who asks, then the user's own."""
        version = _NO_TOKEN.sub("-", self.api.version.strip()) or "0"
        agent = f"{self.api.name or 'client'}/{version} python/{platform.python_version()}"
        headers = {"user-agent": ("User-Agent", agent)}
        for key, (name, value) in self.headers.items():
            if isinstance(value, Omit):
                headers.pop(key, None)
            else:
                headers[key] = (name, value)
        return headers


def timeout_extension(timeout: Timeout) -> dict[str, float | None]:
    """Returns a timeout in the form in which ``httpx2`` hands it to its transport."""
    import httpx2

    return httpx2.Timeout(timeout).as_dict()


def merge_headers(
    headers: Mapping[str, tuple[str, str | Omit]], more: Headers
) -> dict[str, tuple[str, str | Omit]]:
    """Returns ``headers`` with ``more``, whose case may differ; raises ``ValueError`` for line breaks."""
    merged = dict(headers)
    for name, value in more.items():
        text = value if isinstance(value, Omit) else checked(name, value)
        merged[name.lower()] = (name, text)
    return merged


def check_retries(max_retries: int) -> int:
    """Returns ``max_retries``; raises ``ValueError`` unless it is an integer from 0."""
    if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
        raise ValueError(f"max_retries must be an integer of 0 or more, not {max_retries!r}")
    return max_retries


def check_total_timeout(seconds: float | None) -> float | None:
    """Returns ``seconds``; raises ``ValueError`` unless they are above 0 or ``None``."""
    if seconds is not None and not seconds > 0:
        raise ValueError(f"total_timeout must be above 0, not {seconds!r}")
    return seconds


def check_base_url(url: str) -> str:
    """Returns ``url`` without slashes at the end; raises ``ValueError`` unless it is absolute or empty."""
    if url and not url.startswith(("https://", "http://")):
        raise ValueError(f"base_url must begin with https:// or http://, not {url!r}")
    return url.rstrip("/")
