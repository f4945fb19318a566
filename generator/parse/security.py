"""Security Scheme Objects and Security Requirement Objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, cast

from ..ir.security import (
    ApiKeyScheme,
    HttpScheme,
    MutualTlsScheme,
    OAuth2Scheme,
    OAuthFlow,
    OpenIdConnectScheme,
    SecurityRequirement,
)
from ..source.pointers import escape, to_keys
from .context import shown, text

if TYPE_CHECKING:
    from ..ir.security import SecurityScheme
    from .context import Context, Node

_FLOWS: Final = (
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
)


def parse_security_schemes(context: Context, components: Node) -> tuple[SecurityScheme, ...]:
    """Read ``components/securitySchemes``; what is of no known type is reported and left out."""
    schemes = []
    base = "#/components/securitySchemes"
    for name, node in context.mapping(components, "securitySchemes", "#/components").items():
        pointer = f"{base}/{escape(str(name))}"
        resolved = context.resolve(node, pointer, "security scheme")
        if resolved is not None and not (context.is_removed(pointer) and not resolved[0]):
            scheme = _scheme(context, str(name), *resolved)
            if scheme is not None:
                schemes.append(scheme)
    return tuple(schemes)


def parse_security(
    context: Context, node: Node, pointer: str
) -> tuple[SecurityRequirement, ...] | None:
    """Read ``security``; ``None`` where nothing is said.

    Schemes that do not exist are left out of their requirement, so that it can still be met.
    """
    if node.get("security") is None:
        return None
    value = node["security"]
    if isinstance(value, dict):
        context.wrong(f"{pointer}/security", "`security`", value, "a list", "read as one entry")
        value = [value]
    if not isinstance(value, list):
        context.wrong(f"{pointer}/security", "`security`", value, "a list", "ignored")
        return None
    known = _known_schemes(context)
    return tuple(
        _requirement(context, entry, f"{pointer}/security/{index}", known)
        for index, entry in enumerate(value)
        if isinstance(entry, dict)
    )


def _known_schemes(context: Context) -> Node:
    components = context.tree.root.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    return schemes if isinstance(schemes, dict) else {}


def _requirement(context: Context, entry: Node, pointer: str, known: Node) -> SecurityRequirement:
    schemes = []
    for name, scopes in entry.items():
        if name not in known and name.startswith("#/components/securitySchemes/"):
            name = to_keys(name)[-1]
        if name not in known:
            context.diagnostics.warn(
                "unknown-security-scheme",
                pointer,
                f"The security scheme {name!r} is not declared; the requirement does without it.",
                "Declare it in `components/securitySchemes`.",
            )
            continue
        listed = scopes if isinstance(scopes, list) else []
        schemes.append((name, tuple(scope for scope in listed if isinstance(scope, str))))
    return SecurityRequirement(tuple(schemes))


def _scheme(context: Context, name: str, node: Node, pointer: str) -> SecurityScheme | None:
    description = text(node, "description")
    match node.get("type"):
        case "http":
            scheme = text(node, "scheme").lower() or "bearer"
            return HttpScheme(name, scheme, text(node, "bearerFormat"), description)
        case "basic":
            return HttpScheme(name, "basic", "", description)
        case "apiKey":
            return _api_key(context, name, node, pointer)
        case "oauth2":
            return OAuth2Scheme(name, _flows(context, node, pointer), description)
        case "openIdConnect":
            return OpenIdConnectScheme(name, text(node, "openIdConnectUrl"), description)
        case "mutualTLS":
            return MutualTlsScheme(name, description)
        case other:
            context.diagnostics.warn(
                "unknown-security-type",
                pointer,
                f"A security scheme of type {shown(other)} is not known; it is left out.",
                "Use apiKey, http, mutualTLS, oauth2 or openIdConnect.",
            )
            return None


def _api_key(context: Context, name: str, node: Node, pointer: str) -> SecurityScheme:
    location = node.get("in")
    if location not in ("query", "header", "cookie"):
        context.diagnostics.warn(
            "invalid-api-key-location",
            pointer,
            f"An API key cannot be in {shown(location)}; it is sent as a header.",
            "Use query, header or cookie.",
        )
        location = "header"
    where = cast("Literal['query', 'header', 'cookie']", location)
    return ApiKeyScheme(name, text(node, "name") or name, where, text(node, "description"))


def _flows(context: Context, node: Node, pointer: str) -> tuple[OAuthFlow, ...]:
    flows = []
    declared = context.mapping(node, "flows", pointer)
    for kind in _FLOWS:
        flow = declared.get(kind)
        if not isinstance(flow, dict):
            continue
        scopes = context.mapping(flow, "scopes", f"{pointer}/flows/{kind}")
        flows.append(
            OAuthFlow(
                kind,
                text(flow, "authorizationUrl"),
                text(flow, "tokenUrl"),
                text(flow, "refreshUrl"),
                text(flow, "deviceAuthorizationUrl"),
                tuple((str(scope), text(scopes, scope)) for scope in scopes),
            )
        )
    return tuple(flows)
