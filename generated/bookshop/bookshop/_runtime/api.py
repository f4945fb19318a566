"""What holds for the whole API: its name, servers, security schemes and shared error bodies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

Thunk: TypeAlias = Callable[[], object]
"""Gives a type when first needed, so that a table of responses imports no models."""

Responses: TypeAlias = Mapping[str, Mapping[str, Thunk]]
"""Status (``"200"``, ``"4XX"``, ``"default"``) -> media type -> type. No media types: no content."""

Headers: TypeAlias = Mapping[str, Mapping[str, Thunk]]
"""Status -> name of a header -> type, for headers that are more than text."""

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each a tuple of the scheme ids needed together; ``()`` inside means anonymous."""


@dataclass(frozen=True, slots=True)
class Server:
    """OpenAPI's Server Object; ``variables`` maps names to their defaults."""

    url: str
    variables: Mapping[str, str] = field(default_factory=dict)

    def resolve(self, **values: str) -> str:
        """Returns the URL with its variables filled in; ``values`` replace the defaults."""
        url = self.url
        for name, default in self.variables.items():
            url = url.replace(f"{{{name}}}", values.get(name, default))
        return url


@dataclass(frozen=True, slots=True)
class Bearer:
    """HTTP bearer authentication (RFC 6750)."""


@dataclass(frozen=True, slots=True)
class Basic:
    """HTTP basic authentication (RFC 7617)."""


@dataclass(frozen=True, slots=True)
class Http:
    """Another scheme of the HTTP registry; the credential is sent behind its name."""

    scheme: str


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key under ``name`` in a header, the query or a cookie."""

    name: str
    location: Literal["header", "query", "cookie"] = "header"


@dataclass(frozen=True, slots=True)
class OAuth2:
    """OAuth 2.0 (RFC 6749).

    ``token_url`` is that of the client credentials flow, ``grant_url`` that of the flows in which a person
    takes part; either may be empty.
    """

    token_url: str = ""
    scopes: tuple[str, ...] = ()
    grant_url: str = ""


@dataclass(frozen=True, slots=True)
class OpenIdConnect:
    """OpenID Connect discovery; the credential is an access token."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class MutualTls:
    """A client certificate, which is the business of the ``http_client``."""


SecurityScheme: TypeAlias = Bearer | Basic | Http | ApiKey | OAuth2 | OpenIdConnect | MutualTls


@dataclass(frozen=True, slots=True, eq=False)
class Api:
    """The API-wide table of a generated package.

    ``env_prefix`` begins the names of environment variables. ``security`` applies to operations that
    say nothing of their own, ``errors`` to those whose own ``errors`` lack the status. ``variables`` are
    values of server variables, of the API's servers and of those of single operations.
    """

    name: str
    title: str
    version: str
    env_prefix: str
    servers: tuple[Server, ...] = ()
    schemes: Mapping[str, SecurityScheme] = field(default_factory=dict)
    security: Security = ()
    errors: Responses = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)

    def with_variables(self, given: Mapping[str, str | None]) -> Api:
        """Returns the API with other values of server variables; ``None`` leaves the default."""
        values = {name: value for name, value in given.items() if value is not None}
        return replace(self, variables=values) if values else self

    def url_of(self, server: Server) -> str:
        """Returns the URL of a server with its variables filled in."""
        return server.resolve(**self.variables)
