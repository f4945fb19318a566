"""Security schemes and requirements (OpenAPI: Security Scheme Object, Security Requirement Object)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..frozen import dataclass


@dataclass(frozen=True, slots=True)
class ApiKeyScheme:
    """``type: apiKey``."""

    id: str
    name: str
    location: Literal["query", "header", "cookie"]
    description: str = ""


@dataclass(frozen=True, slots=True)
class HttpScheme:
    """``type: http``; ``scheme`` in lower case (``bearer``, ``basic``, ``digest`` ...)."""

    id: str
    scheme: str
    bearer_format: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """One flow of OAuth 2.0; ``kind`` is OpenAPI's key (``clientCredentials`` ...)."""

    kind: Literal[
        "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"
    ]
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_authorization_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OAuth2Scheme:
    """``type: oauth2``."""

    id: str
    flows: tuple[OAuthFlow, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class OpenIdConnectScheme:
    """``type: openIdConnect``."""

    id: str
    open_id_connect_url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class MutualTlsScheme:
    """``type: mutualTLS``."""

    id: str
    description: str = ""


SecurityScheme: TypeAlias = (
    "ApiKeyScheme | HttpScheme | OAuth2Scheme | OpenIdConnectScheme | MutualTlsScheme"
)


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """Schemes that must all be satisfied, each with its scopes; empty means anonymous access."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...] = ()
