"""``server/operations.json``: what the server and the mock need to know of each operation, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...analyze.responses import resolve
from ...ir.schemas import StringSchema
from ...ir.security import (
    ApiKeyScheme,
    HttpScheme,
    MutualTlsScheme,
    OAuth2Scheme,
    OAuthFlow,
    OpenIdConnectScheme,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.api import Api
    from ...ir.operations import MediaType, Operation, Parameter, Response, Server
    from ...ir.security import SecurityScheme
    from .plan import Method


def operations_table(api: Api, methods: Iterable[Method]) -> dict[str, Any]:
    """Return the content of ``operations.json`` for ``methods``; schemas are pointers into the document."""
    return {
        "servers": _path_prefixes(api),
        "security_schemes": {scheme.id: _scheme(scheme) for scheme in api.security_schemes},
        "operations": [_operation(method, api) for method in methods],
    }


def handler_argument(name: str) -> str:
    """Return what a handler calls an argument: ``request`` and ``body`` are taken there."""
    return f"{name}_" if name in {"request", "body"} else name


def _path_prefixes(api: Api) -> list[str]:
    """Return the paths of all server URLs: requests may come with or without them."""
    servers = [*api.servers, *(item for operation in api.operations for item in operation.servers)]
    prefixes = {_path_prefix(server) for server in servers}
    return sorted(prefixes - {""}, key=lambda prefix: (-len(prefix), prefix))


def _path_prefix(server: Server) -> str:
    url = server.url
    for variable in server.variables:
        url = url.replace(f"{{{variable.name}}}", variable.default)
    try:
        return urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""


def _operation(method: Method, api: Api) -> dict[str, Any]:
    operation = method.operation
    arguments = {
        (item.place, item.wire_name): handler_argument(item.name)
        for item in method.arguments
        if item.parameter
    }
    entry: dict[str, Any] = {
        "call": method.call,
        "pointer": operation.pointer,
        "method": operation.method,
        "path": operation.path,
        "operation_id": operation.operation_id,
        "parameters": [
            _parameter(item, arguments.get((item.location, item.name), ""))
            for item in operation.parameters
        ],
        "responses": {item.status: _response(item, api) for item in operation.responses},
        "security": _security(operation),
    }
    if operation.request_body:
        entry["body"] = {
            "required": operation.request_body.required,
            "content": {media.name: _media(media, api) for media in operation.request_body.content},
        }
    if method.terminator:
        entry["terminator"] = method.terminator
    if method.switch:
        entry["switch"] = method.switch
    return entry


def _parameter(parameter: Parameter, argument: str) -> dict[str, Any]:
    entry = {
        "name": parameter.name,
        "in": parameter.location,
        "required": parameter.required,
        "style": parameter.style,
        "explode": parameter.explode,
        "schema": parameter.schema_pointer,
        "content": parameter.content_type,
        "argument": argument,
    }
    if parameter.allow_empty_value:
        entry["allows_empty"] = True
    return entry


def _media(media: MediaType, api: Api) -> dict[str, Any]:
    entry: dict[str, Any] = {"schema": media.schema_pointer or ""}
    if media.name in {"*/*", "application/*"} and media.schema is not None:
        # A range of media types: what has a structure is JSON, for client and server alike.
        entry["json"] = not isinstance(resolve(media.schema, api), StringSchema)
    if media.item_schema_pointer:
        entry["items"] = media.item_schema_pointer
    if media.encodings:
        entry["encoding"] = {
            item.property_name: {
                "contentType": item.content_type,
                "style": item.style or "",
                "explode": item.explode,
            }
            for item in media.encodings
        }
    return entry


def _response(response: Response, api: Api) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "content": {media.name: _media(media, api) for media in response.content}
    }
    if response.headers:
        entry["headers"] = {
            header.name: {"schema": header.schema_pointer, "required": header.required}
            for header in response.headers
        }
    return entry


def _security(operation: Operation) -> list[dict[str, list[str]]]:
    return [
        {scheme: list(scopes) for scheme, scopes in requirement.schemes}
        for requirement in operation.security or ()
    ]


def _where_people_agree(flow: OAuthFlow) -> dict[str, str]:
    urls = {
        "authorizationUrl": flow.authorization_url,
        "deviceAuthorizationUrl": flow.device_authorization_url,
    }
    return {name: url for name, url in urls.items() if url}


def _scheme(scheme: SecurityScheme) -> dict[str, Any]:
    match scheme:
        case ApiKeyScheme():
            return {"type": "apiKey", "name": scheme.name, "in": scheme.location}
        case HttpScheme():
            return {"type": "http", "scheme": scheme.scheme}
        case OAuth2Scheme():
            return {
                "type": "oauth2",
                "flows": {
                    flow.kind: {
                        "tokenUrl": flow.token_url,
                        "refreshUrl": flow.refresh_url,
                        **_where_people_agree(flow),
                        "scopes": dict(flow.scopes),
                    }
                    for flow in scheme.flows
                },
            }
        case OpenIdConnectScheme():
            return {"type": "openIdConnect", "openIdConnectUrl": scheme.open_id_connect_url}
        case MutualTlsScheme():
            return {"type": "mutualTLS"}
