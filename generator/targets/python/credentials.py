"""How callers authenticate: the client's arguments for the security schemes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...ir.security import (
    ApiKeyScheme,
    HttpScheme,
    MutualTlsScheme,
    OAuth2Scheme,
    OpenIdConnectScheme,
)
from .literals import literal
from .naming import identifier, snake_case, unique
from .operations import ARGUMENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...ir.security import SecurityScheme

SETTINGS = (
    "base_url",
    "timeout",
    "total_timeout",
    "max_retries",
    "default_headers",
    "default_query",
    "http_client",
    "strict",
    "on_request",
    "on_response",
)
"""The arguments that every client has."""


@dataclass(frozen=True, slots=True)
class CredentialArgument:
    """One argument of a client: name, annotation, what it is, and the variables it is read from."""

    name: str
    annotation: str
    description: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClientCredentialsPlan:
    """The arguments for all schemes, and the expression of each scheme's credential.

    ``needed`` names the arguments that suffice for a scheme.
    """

    arguments: tuple[CredentialArgument, ...]
    expressions: tuple[tuple[str, str], ...]  # scheme id -> expression
    needed: Mapping[str, tuple[str, ...]]
    runtime_names: tuple[str, ...]


def plan_credentials(schemes: Iterable[SecurityScheme], prefix: str) -> ClientCredentialsPlan:
    """Return the arguments a client needs for ``schemes``; ``prefix`` begins environment variables.

    Schemes of one kind get arguments named after them; a lone one has ``token``, ``api_key`` or
    ``username`` and ``password``. A bearer and an OAuth 2.0 scheme share ``token``.
    """
    planner = _Planner(tuple(schemes), prefix)
    expressions = tuple(
        (scheme.id, expression)
        for scheme in planner.schemes
        if (expression := planner.expression(scheme))
    )
    return ClientCredentialsPlan(
        tuple(planner.arguments.values()), expressions, planner.needed, tuple(planner.names)
    )


class _Planner:
    def __init__(self, schemes: tuple[SecurityScheme, ...], prefix: str) -> None:
        self.schemes = schemes
        self.prefix = prefix
        self.arguments: dict[str, CredentialArgument] = {}
        self.names: dict[str, None] = {}
        self.needed: dict[str, tuple[str, ...]] = {}
        self._taken = {*ARGUMENT_NAMES, *SETTINGS}
        self._kinds = [_kind(scheme) for scheme in schemes]

    def expression(self, scheme: SecurityScheme) -> str:
        """Add the arguments of a scheme; return the expression of its credential."""
        match scheme:
            case MutualTlsScheme():
                return ""
            case HttpScheme(scheme="basic"):
                return self._basic(scheme)
            case OAuth2Scheme(flows=flows):
                token = self._token(scheme, "token", "Access token", "TOKEN")
                if any(flow.kind == "clientCredentials" for flow in flows):
                    return f"{token} or {self._client_credentials(scheme)}"
                return token
            case ApiKeyScheme(name=name, location=location):
                place = "parameter" if location == "query" else location
                return self._token(
                    scheme, "api_key", f"API key, sent as {place} `{name}`", "API_KEY"
                )
            case HttpScheme(scheme="bearer") | OpenIdConnectScheme():
                return self._token(scheme, "token", "Bearer token", "TOKEN")
            case HttpScheme(id=key, scheme=kind):
                own = identifier(key, reserved=ARGUMENT_NAMES, fallback="credential")
                text = f"Credentials of the HTTP scheme `{kind}`"
                return self._token(scheme, own, text, snake_case(key).upper())

    def _is_lone(self, scheme: SecurityScheme) -> bool:
        return self._kinds.count(_kind(scheme)) == 1

    def _name(self, scheme: SecurityScheme, plain: str) -> str:
        if self._is_lone(scheme):
            return plain
        own = identifier(scheme.id, reserved=ARGUMENT_NAMES, fallback=plain)
        return unique(own, self._taken)

    def _token(self, scheme: SecurityScheme, plain: str, text: str, variable: str) -> str:
        name = self._name(scheme, plain)
        self.names["TokenSource"] = None
        own = f"{self.prefix}_{snake_case(scheme.id).upper()}"
        known = self.arguments.get(name)
        variables = dict.fromkeys((*(known.variables if known else ()), own))
        if not isinstance(scheme, ApiKeyScheme):  # One key of several is not the others.
            variables[f"{self.prefix}_{variable}"] = None
        if self._is_lone(scheme):
            variables = dict.fromkeys((f"{self.prefix}_{variable}",))
        if not self._is_lone(scheme):
            text = f"{text} of `{scheme.id}`"
        described = _described(scheme, text) if known is None else known.description
        self.arguments[name] = CredentialArgument(
            name, "TokenSource | None", described, tuple(variables)
        )
        self.needed[scheme.id] = (name,)
        return name

    def _basic(self, scheme: SecurityScheme) -> str:
        self.names["BasicCredentials"] = None
        lone = self._is_lone(scheme)
        base = "" if lone else f"{identifier(scheme.id)}_"
        names = []
        for part, text in (("username", "User name"), ("password", "Password")):
            name = f"{base}{part}"
            self.arguments[name] = CredentialArgument(
                name,
                "str | None",
                f"{text} of HTTP basic authentication.",
                (f"{self.prefix}_{part.upper()}",),
            )
            names.append(name)
        self.needed[scheme.id] = tuple(names)
        return f"BasicCredentials({', '.join(names)})"

    def _client_credentials(self, scheme: SecurityScheme) -> str:
        self.names["ClientCredentials"] = None
        base = "" if self._is_lone(scheme) else f"{identifier(scheme.id)}_"
        names = []
        for part, text in (("client_id", "Client id"), ("client_secret", "Client secret")):
            name = f"{base}{part}"
            described = f"{text} to fetch access tokens with (OAuth 2.0 client credentials)."
            self.arguments[name] = CredentialArgument(
                name, "str | None", described, (f"{self.prefix}_{part.upper()}",)
            )
            names.append(name)
        return f"ClientCredentials({', '.join(names)})"


def _kind(scheme: SecurityScheme) -> str:
    if isinstance(scheme, HttpScheme):
        return f"http {scheme.scheme}"
    return type(scheme).__name__


def _described(scheme: SecurityScheme, text: str) -> str:
    grants = _grants(scheme) if isinstance(scheme, OAuth2Scheme) else []
    if not grants:
        return f"{text}, or a function that returns one."
    return f"{text}, a function that returns one, or a grant: {' or '.join(grants)}."


def _grants(scheme: OAuth2Scheme) -> list[str]:
    """Return how tokens are got in the flows in which a person takes part."""
    found = []
    for flow in scheme.flows:
        if flow.kind == "authorizationCode":
            found.append(f"`AuthorizationCode({literal(flow.authorization_url)}, ...)`")
        elif flow.kind == "deviceAuthorization":
            found.append(f"`DeviceCode({literal(flow.device_authorization_url)}, ...)`")
        elif flow.kind == "password":
            found.append("`PasswordCredentials(...)`")
    return found


def credentials_literal(plan: ClientCredentialsPlan) -> list[str]:
    """Return the members of the mapping from scheme ids to credentials."""
    return [f"{literal(scheme)}: {expression}" for scheme, expression in plan.expressions]
