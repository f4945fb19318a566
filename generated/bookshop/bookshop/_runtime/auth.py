"""Which credentials go with a request: chosen by what the operation accepts and what is there."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, urljoin

from .api import ApiKey, Basic, Bearer, Http, MutualTls, OAuth2, OpenIdConnect
from .headers import checked
from .logs import hide_query_parameter
from .tokens import CallableTokens, ClientCredentials, Grant, TokenProvider

if TYPE_CHECKING:
    from .api import Api, Security, SecurityScheme

__all__ = ["AuthPlan", "BasicCredentials", "ClientCredentials", "Credential", "TokenSource"]

TokenSource: TypeAlias = str | Callable[[], str] | Callable[[], Awaitable[str]] | Grant
"""A token, a function that returns one and is called for every request, or a grant that gets them."""


@dataclass(frozen=True, slots=True)
class BasicCredentials:
    """A user name and password; what is ``None`` comes from the environment."""

    username: str | None = None
    password: str | None = field(default=None, repr=False)


Credential: TypeAlias = TokenSource | BasicCredentials | None


@dataclass(frozen=True, slots=True)
class Secret:
    """Where one credential goes. ``value`` is final, or to be made of a token by ``provider``."""

    location: str  # "header", "query" or "cookie"
    name: str
    value: str = field(repr=False)  # a prefix such as "Bearer " where there is a provider
    provider: TokenProvider | None = None


@dataclass(frozen=True, slots=True)
class AuthPlan:
    """The credentials for one security requirement. ``missing``: what could have been given."""

    secrets: tuple[Secret, ...] = ()
    missing: str = ""


class Credentials:
    """The credentials of one client; plans are made once per security requirement."""

    def __init__(
        self,
        api: Api,
        given: Mapping[str, Credential],
        base_url: str,
        env: Mapping[str, str] | None,
    ) -> None:
        self._api = api
        self._base_url = base_url
        self._env = os.environ if env is None else env
        self._plans: dict[Security, AuthPlan] = {}
        self._secrets: dict[str, Secret] = {}
        self._explicit: set[str] = set()
        self._providers: dict[int, TokenProvider] = {}  # by grant, which may serve several schemes
        for scheme_id, scheme in api.schemes.items():
            credential = given.get(scheme_id)
            explicit = _is_explicit(credential)
            secret = self._secret(scheme_id, scheme, credential)
            if secret is not None:
                self._secrets[scheme_id] = secret
                if explicit:
                    self._explicit.add(scheme_id)

    def __repr__(self) -> str:
        return f"<Credentials for {', '.join(self._secrets) or 'nothing'}>"

    def plan(self, security: Security | None) -> AuthPlan:
        """Returns what to send for an operation's requirement (``None``: the API's default)."""
        alternatives = self._api.security if security is None else security
        found = self._plans.get(alternatives)
        if found is None:
            found = self._plans[alternatives] = self._choose(alternatives)
        return found

    def _choose(self, alternatives: Security) -> AuthPlan:
        """The first alternative that is met, those met by explicit arguments first.

        If none is met, what there is for one of them is sent all the same, and the server judges.
        """
        met = [one for one in alternatives if one and all(map(self._has, one))]
        explicit = [one for one in met if any(scheme in self._explicit for scheme in one)]
        chosen = next(iter(explicit or met), None)
        if chosen is not None:
            return AuthPlan(self._collect(chosen))
        if not alternatives or () in alternatives:
            return AuthPlan()
        partial = max(alternatives, key=lambda one: sum(map(self._has, one)))
        names = " or ".join(" + ".join(one) for one in alternatives)
        return AuthPlan(self._collect(partial), missing=names)

    def _has(self, scheme_id: str) -> bool:
        scheme = self._api.schemes.get(scheme_id)
        return scheme_id in self._secrets or isinstance(scheme, MutualTls)

    def _collect(self, scheme_ids: tuple[str, ...]) -> tuple[Secret, ...]:
        """Two schemes of one place share it: ``Authorization`` holds one credential (RFC 9110, 11.6.2)."""
        places: dict[tuple[str, str], Secret] = {}
        for secret in (self._secrets[one] for one in scheme_ids if one in self._secrets):
            places.setdefault((secret.location, secret.name.lower()), secret)
        return tuple(places.values())

    def _secret(
        self, scheme_id: str, scheme: SecurityScheme, credential: Credential
    ) -> Secret | None:
        match scheme:
            case MutualTls():
                return None
            case Basic():
                return self._basic(credential)
            case ApiKey(name, location):
                token = credential or self._from_env(scheme_id, "API_KEY")
                return _key(name, location, token)
            case OAuth2():
                return self._oauth2(scheme_id, scheme, credential)
            case Bearer() | OpenIdConnect():
                return self._bearer("Bearer ", scheme_id, credential)
            case Http(name):
                return self._bearer(f"{name} ", scheme_id, credential)

    def _basic(self, credential: Credential) -> Secret | None:
        if isinstance(credential, str):  # "user:password", or a user name alone
            username, _, password = credential.partition(":")
            credential = BasicCredentials(username, password)
        pair = credential if isinstance(credential, BasicCredentials) else BasicCredentials()
        name = pair.username if pair.username is not None else self._from_env("", "USERNAME")
        secret = pair.password if pair.password is not None else self._from_env("", "PASSWORD")
        if not name and not secret:
            return None
        encoded = b64encode(f"{name or ''}:{secret or ''}".encode()).decode("ascii")
        return Secret("header", "Authorization", f"Basic {encoded}")

    def _oauth2(self, scheme_id: str, scheme: OAuth2, credential: Credential) -> Secret | None:
        if credential and not isinstance(credential, BasicCredentials | ClientCredentials):
            return self._bearer("Bearer ", scheme_id, credential)
        grant = credential if isinstance(credential, ClientCredentials) else ClientCredentials()
        full = self._completed(grant)
        if full.client_id and full.client_secret:
            return self._granted("Bearer ", full, scheme.token_url)
        return _token("Bearer ", self._from_env(scheme_id, "TOKEN"))

    def _bearer(self, prefix: str, scheme_id: str, credential: Credential) -> Secret | None:
        """A token, the same under all schemes that take one, so that a grant is used once."""
        if not isinstance(credential, Grant):
            return _token(prefix, credential or self._from_env(scheme_id, "TOKEN"))
        others = [one for one in self._api.schemes.values() if isinstance(one, OAuth2)]
        scheme = self._api.schemes[scheme_id]
        schemes = [scheme, *others] if isinstance(scheme, OAuth2) else others
        urls = (url for one in schemes for url in (one.grant_url, one.token_url) if url)
        url = next(urls, "")
        found = self._providers.get(id(credential))
        if found is not None:
            return Secret("header", "Authorization", prefix, found)
        secret = self._granted(prefix, self._completed(credential), url)
        if secret.provider is not None:
            self._providers[id(credential)] = secret.provider
        return secret

    def _granted(self, prefix: str, grant: Grant, token_url: str) -> Secret:
        from .token_endpoint import GrantTokens

        url = grant.token_url or token_url
        absolute = urljoin(self._base_url + "/", url) if url else ""
        return Secret("header", "Authorization", prefix, GrantTokens(absolute, grant))

    def _completed(self, grant: Grant) -> Grant:
        """Takes id and secret from the environment where they are missing."""
        if not is_dataclass(grant):
            return grant
        client_id = grant.client_id or self._from_env("", "CLIENT_ID")
        secret = grant.client_secret or self._from_env("", "CLIENT_SECRET")
        return replace(grant, client_id=client_id, client_secret=secret)

    def _from_env(self, scheme_id: str, kind: str) -> str | None:
        """Reads ``<PREFIX>_<SCHEME>`` for a scheme of its own name, then ``<PREFIX>_<KIND>``."""
        prefix = self._api.env_prefix
        own = re.sub(r"\W+|(?<=[a-z0-9])(?=[A-Z])", "_", scheme_id).upper()
        value = self._env.get(f"{prefix}_{own}") if own else None
        return value or self._env.get(f"{prefix}_{kind}") or None


def _is_explicit(credential: Credential) -> bool:
    if isinstance(credential, ClientCredentials):
        return bool(credential.client_id)
    if isinstance(credential, BasicCredentials):
        return credential.username is not None
    return bool(credential)


def _token(prefix: str, credential: Credential) -> Secret | None:
    if isinstance(credential, str) and credential:
        return Secret("header", "Authorization", checked("Authorization", prefix + credential))
    if callable(credential):
        return Secret("header", "Authorization", prefix, CallableTokens(credential))
    return None


def _key(name: str, location: str, credential: Credential) -> Secret | None:
    if location == "query":
        hide_query_parameter(name)
    if isinstance(credential, str) and credential:
        value = checked(name, credential) if location == "header" else credential
        return Secret(location, name, value)
    if callable(credential):
        return Secret(location, name, "", CallableTokens(credential))
    return None


def query_pair(secret: Secret, value: str) -> str:
    """Returns ``name=value`` for a query."""
    return f"{quote(secret.name, safe='')}={quote(value, safe='')}"
