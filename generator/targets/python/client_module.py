"""``_client.py``: the two client classes with their arguments and resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact
from ...frozen import dataclass
from .brackets import bracketed, display
from .credentials import CredentialArgument, credentials_literal, plan_credentials
from .descriptors import RUNTIME
from .imports import Imports
from .literals import LINE_LENGTH, docstring, docstring_of, literal
from .naming import identifier, unique
from .package_text import api_name
from .prose import wrapped
from .resource_text import resource_description

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...ir.operations import Server, ServerVariable
    from .credentials import ClientCredentialsPlan
    from .plan import ClientPlan, ResourcePlan

_SETTINGS = (
    ("base_url", "str | None", "None"),
    ("timeout", "Timeout | Omit", "omit"),
    ("total_timeout", "float | None", "None"),
    ("max_retries", "int", "2"),
    ("default_headers", "Headers | None", "None"),
    ("default_query", "Mapping[str, object] | None", "None"),
    ("http_client", "httpx2.{http} | None", "None"),
    ("strict", "bool", "False"),
    ("on_request", "RequestHook | None", "None"),
    ("on_response", "ResponseHook | None", "None"),
)


@dataclass(frozen=True, slots=True)
class ServerVariableArgument:
    """A variable of the server's URL as an argument of the client."""

    name: str
    wire_name: str
    annotation: str
    description: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource as an attribute of a client."""

    name: str
    class_name: str
    module: str
    docstring: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """A client class, ready to be written."""

    name: str
    base: str
    docstring: str
    signature: str
    statement: str
    resources: tuple[ResourceView, ...]


def client_artifact(plan: ClientPlan) -> Artifact:
    """Return the artifact of ``_client.py``."""
    imports = Imports(depth=0)
    imports.add("._api", "API")
    credentials = plan_credentials(plan.api.security_schemes, plan.env_prefix)
    variables = _variables(_servers(plan), credentials.arguments)
    clients = tuple(
        _client(plan, credentials, variables, imports, is_async=is_async)
        for is_async in (False, True)
    )
    if any(client.resources for client in clients):
        imports.add("functools", "cached_property")
    for name in credentials.runtime_names:
        # Only the annotations of arguments name it; the others are called.
        imports.add(RUNTIME, name, typing_only=name == "TokenSource")
    if any(variable.annotation.startswith("Literal") for variable in variables):
        imports.add("typing", "Literal", typing_only=True)
    imports.add("collections.abc", "Mapping", typing_only=True)
    imports.add("httpx2", "", typing_only=True)
    for name in ("Headers", "Omit", "RequestHook", "ResponseHook", "Timeout"):
        imports.add(RUNTIME, name, typing_only=True)
    imports.add(RUNTIME, "omit")
    imports.add("typing", "TYPE_CHECKING")
    view = {
        "header": plan.header,
        "imports": imports.runtime_lines,
        "typing_imports": imports.typing_lines,
        "clients": clients,
    }
    return Artifact("_client.py", "client/client.py.jinja", view)


def _servers(plan: ClientPlan) -> list[Server]:
    """Return the servers that count: the first of the document, and that of each operation."""
    own = (method.operation.servers[:1] for method in plan.methods)
    return [*plan.api.servers[:1], *(server for servers in own for server in servers)]


def _variables(
    servers: Sequence[Server], credentials: Iterable[CredentialArgument]
) -> tuple[ServerVariableArgument, ...]:
    """Return the variables of all these servers; those of one name are one argument."""
    by_name: dict[str, dict[ServerVariable, None]] = {}
    for server in servers:
        for variable in server.variables:
            by_name.setdefault(variable.name, {})[variable] = None
    taken = {name for name, _, _ in _SETTINGS} | {argument.name for argument in credentials}
    return tuple(_variable(name, list(same), taken) for name, same in by_name.items())


def _variable(
    wire_name: str, same: list[ServerVariable], taken: set[str]
) -> ServerVariableArgument:
    allowed = dict.fromkeys(value for one in same for value in one.enum)
    values = ", ".join(map(literal, allowed)) if all(one.enum for one in same) else ""
    described = next((one.description.strip() for one in same if one.description.strip()), "")
    known = (one.default for one in same if one.default != f"{{{wire_name}}}")
    defaults = " or ".join(dict.fromkeys(map(literal, known))) or "none"
    return ServerVariableArgument(
        unique(identifier(wire_name, fallback="variable"), taken),
        wire_name,
        f"Literal[{values}] | None" if values else "str | None",
        f"{described or f'Variable {wire_name} of the URL of a server.'} Default: {defaults}.",
    )


def _client(
    plan: ClientPlan,
    credentials: ClientCredentialsPlan,
    variables: tuple[ServerVariableArgument, ...],
    imports: Imports,
    *,
    is_async: bool,
) -> ClientView:
    base = imports.add(RUNTIME, "AsyncBaseClient" if is_async else "SyncClient")
    prefix = "Async" if is_async else ""
    resources = tuple(_resource(resource, plan, prefix, imports) for resource in plan.resources)
    return ClientView(
        name=f"{prefix}Client",
        base=base,
        docstring=_docstring(plan, credentials, variables, is_async=is_async),
        signature=_signature(credentials, variables, "AsyncClient" if is_async else "Client"),
        statement=_statement(credentials, variables),
        resources=resources,
    )


def _resource(
    resource: ResourcePlan, plan: ClientPlan, prefix: str, imports: Imports
) -> ResourceView:
    name = f"{prefix}{resource.class_name}"
    imports.add(f".resources.{resource.module}", name, typing_only=True)
    text = docstring(resource_description(resource), 8)
    return ResourceView(resource.path[-1], name, resource.module, text)


def _signature(
    credentials: ClientCredentialsPlan, variables: Iterable[ServerVariableArgument], http: str
) -> str:
    items = ["self", "*"]
    items += [
        f"{argument.name}: {argument.annotation} = None" for argument in credentials.arguments
    ]
    items += [f"{variable.name}: {variable.annotation} = None" for variable in variables]
    items += [f"{name}: {kind.format(http=http)} = {default}" for name, kind, default in _SETTINGS]
    return bracketed("def __init__(", items, ") -> None:", indent=4)


def _statement(
    credentials: ClientCredentialsPlan, variables: Iterable[ServerVariableArgument]
) -> str:
    pairs = [f"{literal(variable.wire_name)}: {variable.name}" for variable in variables]
    items = [f"API.with_variables({display('{}', pairs, indent=12)})" if pairs else "API"]
    if members := credentials_literal(credentials):
        items.append(f"credentials={display('{}', members, indent=12)}")
    items += [f"{name}={name}" for name, _, _ in _SETTINGS]
    return bracketed("super().__init__(", items, ")", indent=8)


def _docstring(
    plan: ClientPlan,
    credentials: ClientCredentialsPlan,
    variables: Iterable[ServerVariableArgument],
    *,
    is_async: bool,
) -> str:
    kind = "Asynchronous client" if is_async else "Client"
    lines = wrapped(f"{kind} for {api_name(plan.api.info.title)}.", LINE_LENGTH - 10)
    lines += ["", "Args:"]
    for argument in credentials.arguments:
        found = " or ".join(f"`{name}`" for name in argument.variables)
        lines += _entry(argument.name, f"{argument.description} Else read from {found}.")
    for variable in variables:
        lines += _entry(variable.name, variable.description)
    lines += _entry("base_url", _base_url_text(plan))
    lines += _entry("timeout", "Seconds for every phase of a request, or an `httpx2.Timeout`.")
    lines += _entry(
        "total_timeout", "Seconds for a whole call: all attempts, the waits between them, the body."
    )
    lines += _entry("max_retries", "How often a failed request is repeated where that is safe.")
    lines += _entry("default_headers", "Headers for every request.")
    lines += _entry("default_query", "Query parameters for every request.")
    http = "AsyncClient" if is_async else "Client"
    lines += _entry("http_client", f"Your own `httpx2.{http}`; it is not closed.")
    lines += _entry("strict", "Whether responses that break the API's description are errors.")
    lines += _entry("on_request", "Called with each `httpx2.Request` before it is sent.")
    lines += _entry("on_response", "Called with each `httpx2.Response`, failed attempts too.")
    return docstring_of(lines, 4)


def _base_url_text(plan: ClientPlan) -> str:
    variable = f"`{plan.env_prefix}_BASE_URL`"
    url = plan.api.servers[0].url if plan.api.servers else ""
    if url.startswith(("https://", "http://")):
        return f"Where the API is, instead of {url}. Else read from {variable}."
    path = f" with the path {url}" if url.strip("/") else ""
    return f"Where the API is{path}; its description does not say. Else read from {variable}."


def _entry(name: str, text: str) -> list[str]:
    first, *rest = wrapped(f"{name}: {text}", LINE_LENGTH - 12)
    return [f"    {first}", *(f"        {line}" for line in rest)]
