"""Server Objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from ..ir.operations import Server, ServerVariable
from .context import text

_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}")

if TYPE_CHECKING:
    from .context import Context, Node


def parse_servers(context: Context, node: Node, pointer: str) -> tuple[Server, ...]:
    """Read ``servers`` of the document, a path item or an operation; empty where there are none.

    An empty URL is one without a path: nothing stands before the paths of the API.
    """
    servers = []
    for index, server in enumerate(context.sequence(node, "servers", pointer)):
        place = f"{pointer}/servers/{index}"
        if not isinstance(server, dict):
            context.wrong(place, "a server", server, "an object", "left out")
        elif not isinstance(server.get("url"), str):
            context.diagnostics.warn(
                "server-without-url",
                place,
                "The server has no `url`; it is left out.",
                "Give the server a `url`.",
            )
        else:
            variables = _variables(context, server, place)
            url = _absolute(context, text(server, "url") or "/")
            servers.append(Server(url, text(server, "description"), variables))
    return tuple(servers)


def default_servers(context: Context) -> tuple[Server, ...]:
    """Return the one that counts where the document names none, if it is known where that would be."""
    url = _absolute(context, "/")
    return (Server(url),) if url != "/" else ()


def _absolute(context: Context, url: str) -> str:
    """Complete a relative URL by where the document is (OpenAPI 3.1, section 4.6), if that is a URL."""
    if "://" in url or url.startswith("{") or not context.tree.base_url:
        return url
    return urljoin(context.tree.base_url, url)


def _variables(context: Context, server: Node, pointer: str) -> tuple[ServerVariable, ...]:
    variables = []
    for name, node in context.mapping(server, "variables", pointer).items():
        place = f"{pointer}/variables/{name}"
        if not isinstance(node, dict):
            context.wrong(place, "a server variable", node, "an object", "left out")
            continue
        enum = tuple(str(value) for value in context.sequence(node, "enum", place))
        default = text(node, "default") or (enum[0] if enum else "")
        variables.append(ServerVariable(str(name), default, enum, text(node, "description")))
    declared = {variable.name for variable in variables}
    for name in dict.fromkeys(_PLACEHOLDER.findall(text(server, "url"))):
        if name not in declared:
            context.diagnostics.warn(
                "undeclared-server-variable",
                pointer,
                f"The URL holds {{{name}}}, which `variables` does not declare; callers have to give it.",
                f"Declare the variable {name!r} with a default.",
            )
            variables.append(ServerVariable(name, f"{{{name}}}"))
    return tuple(variables)
