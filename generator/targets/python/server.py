"""The endpoint stubs: ``server/*.py`` with typed handlers to implement, and ``server/app.py``."""

from __future__ import annotations

from ast import literal_eval
from typing import TYPE_CHECKING

from ...analyze.responses import base_type, is_json
from ...files import Artifact, GeneratedFile
from ...frozen import dataclass
from ...json_lines import json_lines
from .annotations import Place, annotate, runtime_expression
from .brackets import bracketed, display
from .defaults import matching
from .docstrings import handler_docstring
from .imports import Imports
from .literals import docstring, literal
from .model_layout import parameter
from .naming import unique
from .operations_table import handler_argument, operations_table
from .package_text import api_name
from .parts import parts_type
from .pieces import signature
from .resource_text import resource_description, walk
from .responses import leads_elsewhere, undescribed
from .types import (
    BINARY_RESPONSE,
    BYTES,
    DATE,
    DATETIME,
    NONE,
    STR,
    DictOf,
    Generated,
    ListOf,
    Symbol,
    TupleOf,
    UnionOf,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ...ir.operations import MediaType
    from ...ir.values import JsonValue
    from .lowering import Lowering
    from .plan import Argument, BodyPlan, ClientPlan, Method, ResourcePlan
    from .types import PyType

RUNTIME = ".server._runtime"
_FORM = "application/x-www-form-urlencoded"
_UPLOAD = Symbol("FileUpload", RUNTIME)
_UPLOADS = DictOf(Symbol("Any", "typing"))


_APP_DOCSTRING = """\
Make the ASGI application that serves {name} by the given handlers.

Operations of resources that have none answer 501.

Args:
    authenticate: Checks the credentials of a request. Without it every operation that needs
        some answers 401; `allow_anyone` accepts all, for development.
    check_responses: Whether a response that does not match the API's description becomes a 500."""


@dataclass(frozen=True, slots=True)
class HandlerView:
    """One handler of a stub class, ready to be written."""

    signature: str
    docstring: str


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """The artifacts and data files of ``server/``, and the dotted path of each handler by call."""

    artifacts: tuple[Artifact, ...]
    files: tuple[GeneratedFile, ...]
    stubs: dict[str, str]


def plan_server(plan: ClientPlan) -> ServerPlan:
    """Plan the endpoint stubs; paths count from the package."""
    resources = [resource for resource in walk(plan.resources) if resource.methods]
    modules = _modules(resources)
    stubs = [_stub(resource, modules[resource.path], plan) for resource in resources]
    text = docstring(
        f"Endpoint stubs of {api_name(plan.api.info.title)}: handlers to implement.", 0
    )
    package = Artifact(
        "server/__init__.py", "server/package.py.jinja", {"header": plan.header, "docstring": text}
    )
    return ServerPlan(
        artifacts=(package, _app(resources, modules, plan), *stubs),
        files=(
            GeneratedFile(
                "server/operations.json", json_lines(operations_table(plan.api, plan.methods))
            ),
        ),
        stubs={
            method.call: _dotted(plan.package, modules[resource.path], resource, method)
            for resource in resources
            for method in resource.methods
        },
    )


def _modules(resources: list[ResourcePlan]) -> dict[tuple[str, ...], str]:
    """Return the module of each resource's stub, by the resource's path."""
    taken = {"app", "_runtime"}
    return {resource.path: unique(resource.module, taken) for resource in resources}


def _dotted(package: str, module: str, resource: ResourcePlan, method: Method) -> str:
    return f"{package}.server.{module}.{handlers_class(resource)}.{method.name}"


def handlers_class(resource: ResourcePlan) -> str:
    """Return the name of a resource's stub class."""
    return f"{resource.class_name}Handlers"


def _stub(resource: ResourcePlan, module: str, plan: ClientPlan) -> Artifact:
    imports = Imports(depth=1, folder="server")
    shadowed = frozenset(method.name for method in resource.methods)
    handlers = tuple(_handler(method, plan, imports, shadowed) for method in resource.methods)
    imports.add("typing", "TYPE_CHECKING")
    view = {
        "header": plan.header,
        "imports": imports.runtime_lines,
        "typing_imports": imports.typing_lines,
        "class_name": handlers_class(resource),
        "docstring": docstring(resource_description(resource), 4),
        "handlers": handlers,
    }
    pieces = tuple(filter(None, (signature(handler.signature) for handler in handlers)))
    name = f"server/{module}.py"
    return Artifact(name, "server/handlers.py.jinja", view, laid_out=True, pieces=pieces)


def _handler(
    method: Method, plan: ClientPlan, imports: Imports, shadowed: frozenset[str]
) -> HandlerView:
    def written(kind: PyType) -> str:
        return annotate(kind, Place.RESULT, plan.names, imports, shadowed=shadowed)

    imports.add(RUNTIME, "Request", typing_only=True)
    parameters = _parameters(method)
    items = ["self", "request: Request"]
    items += [parameter(name, written(one.type)) for name, one in parameters if one.place == "path"]
    media_types = body_types(method, plan.lowering)
    if method.body is not None:
        kind = written(union(*media_types.values()))
        required = method.body.required
        items.append(
            parameter("body", kind) if required else parameter("body", f"{kind} | None", "None")
        )
    keywords = [
        _keyword(name, one, written, plan) for name, one in parameters if one.place != "path"
    ]
    if keywords:
        items += ["*", *keywords]
    result = _result(method, written, imports)
    described = [(name, one.description) for name, one in parameters if one.description.strip()]
    if len(media_types) > 1:
        came_as = " or ".join(f"`{media_type}`" for media_type in media_types)
        described.append(("body", f"`request.media_type` says what it came as: {came_as}."))
    elif fields := _form_fields(method, media_types):
        described.append(("body", f"The fields of the form: {fields}."))
    return HandlerView(
        bracketed(f"async def {method.name}(", items, f") -> {result}:", indent=4),
        handler_docstring(method.operation, described),
    )


def _form_fields(method: Method, kinds: Mapping[str, PyType]) -> str:
    """Name the fields of a form that comes as a dictionary, and say which are files."""
    body = method.body
    if body is None or not body.flattened or set(kinds.values()) != {_UPLOADS}:
        return ""
    names = []
    for one in body.arguments:
        kind = "list of `FileUpload`" if isinstance(one.type, ListOf) else "`FileUpload`"
        names.append(f"`{one.wire_name}` ({kind})" if one.is_file else f"`{one.wire_name}`")
    return ", ".join(names)


def _parameters(method: Method) -> list[tuple[str, Argument]]:
    return [
        (handler_argument(one.name), one) for one in method.arguments if one.parameter is not None
    ]


def _keyword(
    name: str, argument: Argument, written: Callable[[PyType], str], plan: ClientPlan
) -> str:
    kind = written(argument.type)
    if argument.required:
        return parameter(name, kind)
    if argument.default and _fits(literal_eval(argument.default), argument.type, plan):
        return parameter(name, kind, argument.default)
    optional = kind if kind == "Any" or kind.endswith("| None") else f"{kind} | None"
    return parameter(name, optional, "None")


def _fits(default: JsonValue, kind: PyType, plan: ClientPlan) -> bool:
    """Whether the document's default can stand in a signature as it is."""
    # A list or dict would be shared by all calls; times are texts in the document.
    if isinstance(default, (list, dict)):
        return False
    return any(one not in (DATE, DATETIME) for one in matching(default, kind, plan.lowering))


def _result(method: Method, written: Callable[[PyType], str], imports: Imports) -> str:
    is_empty = leads_elsewhere(method.operation) or undescribed(method.operation)
    result = NONE if is_empty else method.result
    kinds = [] if method.event is not None and result == NONE else [_sent(result)]
    texts = [written(kind) for kind in kinds]
    if method.event is not None:
        iterator = imports.add("collections.abc", "AsyncIterator", typing_only=True)
        texts.append(f"{iterator}[{written(method.event)}]")
    if "Any" in texts:
        return "Any"
    texts.append(imports.add(RUNTIME, "Reply", typing_only=True))
    return " | ".join(sorted(texts, key="None".__eq__))


def _sent(kind: PyType) -> PyType:
    """Return what a handler returns where the client gets ``kind``."""
    if kind == BINARY_RESPONSE:
        return BYTES
    if isinstance(kind, ListOf):
        return ListOf(_sent(kind.item))
    if isinstance(kind, TupleOf):
        return TupleOf(tuple(map(_sent, kind.items)))
    if isinstance(kind, UnionOf):
        return union(*map(_sent, kind.members))
    return kind


def body_types(method: Method, lowering: Lowering) -> dict[str, PyType]:
    """Return the type of the ``body`` argument of a handler for each media type of the request."""
    request = method.operation.request_body
    if request is None or method.body is None:
        return {}
    bodies = (method.body, *method.other_bodies)
    return {media.name: _body_type(media, bodies, lowering) for media in request.content}


def _body_type(media: MediaType, bodies: tuple[BodyPlan, ...], lowering: Lowering) -> PyType:
    base = base_type(media.name)
    if base.startswith("multipart/"):
        parts = parts_type(media, lowering, _UPLOAD)
        if parts is not None:
            return parts
    planned = next((one for one in bodies if one.media == media), None)
    if is_json(base) or base == _FORM:  # perhaps another spelling of what comes as JSON too
        same = (one for one in bodies if one.kind == "Json" and one.media.schema == media.schema)
        planned = next(same, planned)
    if planned is not None and planned.kind in {"Json", "JsonLines"}:
        return planned.type
    is_encoded = base == _FORM and planned is not None and planned.kind == "Raw"
    if base in {"multipart/form-data", "multipart/*", _FORM} and not is_encoded:
        return _UPLOADS
    is_text = planned is not None and planned.type == STR
    if base == "*/*" and is_text:
        return union(STR, BYTES)
    return STR if base.startswith("text/") and (is_text or planned is None) else BYTES


def _app(
    resources: list[ResourcePlan], modules: dict[tuple[str, ...], str], plan: ClientPlan
) -> Artifact:
    imports = Imports(depth=1, folder="server")
    imports.add("pathlib", "Path")
    imports.add("typing", "TYPE_CHECKING")
    imports.add("collections.abc", "Callable", typing_only=True)
    imports.add("typing", "Any", typing_only=True)
    imports.add(RUNTIME, "build_app")
    imports.add(RUNTIME, "App", typing_only=True)
    imports.add(RUNTIME, "Authenticate", typing_only=True)
    taken = {"authenticate", "check_responses"}
    keywords: list[str] = []
    entries: list[str] = []
    for resource in resources:
        module = modules[resource.path]
        name = unique(module, taken)
        handlers = imports.add(f".server.{module}", handlers_class(resource), typing_only=True)
        keywords.append(parameter(name, f"{handlers} | None", "None", indent=4))
        entries.append(f"{literal('.'.join(resource.path))}: {name}")
    types = [
        f"{literal(method.call)}: {display('{}', thunks, indent=4)}"
        for method in plan.methods
        if (thunks := list(_thunks(method, plan, imports)))
    ]
    keywords += ["authenticate: Authenticate | None = None", "check_responses: bool = False"]
    view = {
        "header": plan.header,
        "imports": imports.runtime_lines,
        "typing_imports": imports.typing_lines,
        "types": display("{}", types),
        "signature": bracketed("def create_app(", ["*", *keywords], ") -> App:"),
        "handlers": display("{}", entries, indent=8),
        "docstring": docstring(_APP_DOCSTRING.format(name=api_name(plan.api.info.title)), 4),
    }
    return Artifact("server/app.py", "server/app.py.jinja", view)


def _thunks(method: Method, plan: ClientPlan, imports: Imports) -> Iterator[str]:
    for name, argument in _parameters(method):
        if _is_rich(argument.type):
            kind = runtime_expression(argument.type, plan.names, imports)
            yield f"{literal(name)}: lambda: {kind}"
    bodies = body_types(method, plan.lowering)
    for media_type, body in bodies.items():
        if _is_rich(body):
            kind = runtime_expression(body, plan.names, imports)
            key = "body" if len(bodies) == 1 else f"body {media_type}"
            yield f"{literal(key)}: lambda: {kind}"


def _is_rich(kind: PyType) -> bool:
    """Whether values of the type are more than what JSON gives."""
    match kind:
        case Generated():
            return True
        case ListOf(item=inner) | DictOf(value=inner):
            return _is_rich(inner)
        case TupleOf():
            return True
        case UnionOf(members=members):
            return any(map(_is_rich, members))
        case _:
            return kind in {DATETIME, DATE}
