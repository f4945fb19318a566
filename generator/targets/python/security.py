"""Security schemes, requirements and servers as expressions of the generated client."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ...ir.security import (
    ApiKeyScheme,
    HttpScheme,
    MutualTlsScheme,
    OAuth2Scheme,
    OpenIdConnectScheme,
)
from .brackets import bracketed, display
from .literals import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...ir.api import Api
    from ...ir.operations import Server
    from ...ir.security import OAuthFlow, SecurityRequirement, SecurityScheme
    from .imports import Imports

RUNTIME = "._runtime"


def security_literal(requirements: tuple[SecurityRequirement, ...] | None, api: Api) -> str:
    """Return the alternatives as nested tuples; empty where nothing is said.

    Schemes that the document does not define cannot be satisfied and are left out.
    """
    if requirements is None:
        return ""
    known = {scheme.id for scheme in api.security_schemes}
    alternatives = dict.fromkeys(
        tuple(name for name, _ in requirement.schemes if name in known)
        for requirement in requirements
    )
    return _tuple([_tuple([literal(name) for name in names]) for names in alternatives])


def _tuple(items: list[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def scheme_expression(scheme: SecurityScheme, imports: Imports, *, indent: int) -> str:
    """Return the runtime's value for a security scheme."""
    name, arguments = _scheme(scheme)
    imports.add(RUNTIME, name)
    return bracketed(f"{name}(", arguments, ")", indent=indent)


def _scheme(scheme: SecurityScheme) -> tuple[str, list[str]]:
    match scheme:
        case ApiKeyScheme(name=name, location=location):
            return "ApiKey", [literal(name), literal(location)]
        case HttpScheme(scheme="bearer"):
            return "Bearer", []
        case HttpScheme(scheme="basic"):
            return "Basic", []
        case HttpScheme(scheme=name):
            return "Http", [literal(name)]
        case OAuth2Scheme(flows=flows):
            token_url = _token_url(flows, lambda kind: kind == "clientCredentials")
            grant_url = _token_url(flows, lambda kind: kind != "clientCredentials")
            arguments = [f"token_url={literal(token_url)}"] if token_url else []
            if grant_url and grant_url != token_url:
                arguments.append(f"grant_url={literal(grant_url)}")
            return "OAuth2", arguments
        case OpenIdConnectScheme(open_id_connect_url=url):
            return "OpenIdConnect", [literal(url)] if url else []
        case MutualTlsScheme():
            return "MutualTls", []
        case _:
            assert_never(scheme)


def _token_url(flows: Iterable[OAuthFlow], wanted: Callable[[str], bool]) -> str:
    return next((one.token_url for one in flows if one.token_url and wanted(one.kind)), "")


def server_expression(server: Server, imports: Imports, *, indent: int = 4) -> str:
    """Return the runtime's value for a server."""
    imports.add(RUNTIME, "Server")
    arguments = [literal(server.url)]
    if server.variables:
        pairs = [f"{literal(one.name)}: {literal(one.default)}" for one in server.variables]
        arguments.append(f"variables={display('{}', pairs, indent=indent + 4)}")
    return bracketed("Server(", arguments, ")", indent=indent)
