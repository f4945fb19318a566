"""The client's modules: ``_api.py``, ``_client.py``, ``resources/``, ``__init__.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact
from ...frozen import dataclass
from .brackets import display
from .calls import CallWriter, SharedTexts
from .client_module import client_artifact
from .descriptors import RUNTIME, descriptor
from .docstrings import method_docstrings
from .error_bodies import shared_errors
from .error_table import shared_table
from .header_tables import HeaderTables
from .imports import Imports
from .literals import docstring, literal
from .naming import unique
from .package_text import api_name
from .pieces import body, overload, signature, statement
from .resource_text import resource_description, walk
from .security import scheme_expression, security_literal, server_expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...files import Piece
    from .calls import MethodText
    from .error_bodies import ErrorBodies
    from .examples import Snippets
    from .plan import ClientPlan, ResourcePlan


_LONG = 70  # of names that stand on a line with some words of ours


@dataclass(frozen=True, slots=True)
class ChildView:
    """A nested resource as an attribute."""

    name: str
    class_name: str
    module: str
    docstring: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a class, ready to be written."""

    text: MethodText
    docstring: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """A resource class, ready to be written."""

    name: str
    base: str
    docstring: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


def plan_client(plan: ClientPlan, snippets: Snippets) -> tuple[Artifact, ...]:
    """Return the artifacts of the client; paths count from the package."""
    shared = shared_errors(plan.methods)
    # First what takes no names of models, which are perhaps still being made.
    docstrings = {
        method.call: method_docstrings(method, snippets.docstring_examples(method))
        for method in plan.methods
    }
    resources = [_resource(resource, plan, shared, docstrings) for resource in walk(plan.resources)]
    header = {"header": plan.header}
    text = docstring(
        f"The operations of {api_name(plan.api.info.title)}, a module for each resource.", 0
    )
    return (
        _api(plan, shared),
        client_artifact(plan),
        Artifact("resources/__init__.py", "client/empty.py.jinja", {**header, "docstring": text}),
        *resources,
    )


def _api(plan: ClientPlan, shared: ErrorBodies) -> Artifact:
    """Plan ``_api.py``: what holds for all operations."""
    api, imports = plan.api, Imports(depth=0)
    imports.add(RUNTIME, "Api")
    arguments = [
        f"name={literal(plan.package)}",
        f"title={literal(api.info.title)}",
        f"version={literal(api.info.version)}",
        f"env_prefix={literal(plan.env_prefix)}",
    ]
    if api.servers:
        servers = [server_expression(server, imports, indent=8) for server in api.servers]
        body = f"({servers[0]},)" if len(servers) == 1 else display("()", servers, indent=4)
        arguments.append(f"servers={body}")
    if api.security_schemes:
        schemes = [
            f"{literal(scheme.id)}: {scheme_expression(scheme, imports, indent=8)}"
            for scheme in api.security_schemes
        ]
        arguments.append(f"schemes={display('{}', schemes, indent=4)}")
    if security := security_literal(api.security, api):
        arguments.append(f"security={security}")
    thunks, errors = shared_table(shared, plan.names)
    if errors:
        arguments.append(f"errors={errors}")
    view = {
        "header": plan.header,
        "imports": imports.runtime_lines,
        "thunks": thunks,
        "arguments": arguments,
    }
    return Artifact("_api.py", "client/api.py.jinja", view)


def _resource(
    resource: ResourcePlan,
    plan: ClientPlan,
    shared: ErrorBodies,
    docstrings: Mapping[str, tuple[str, str]],
) -> Artifact:
    imports = Imports(depth=1, folder="resources")
    taken: set[str] = set()
    constants: dict[str, str] = {}
    for method in resource.methods:
        constants[method.name] = unique(f"_{method.name.rstrip('_').upper()}", taken)
    headers = HeaderTables(resource.methods, taken, plan.names, imports)
    descriptors = [
        *headers.statements,
        *(
            descriptor(
                method, constants[method.name], plan.api, shared, headers, plan.names, imports
            )
            for method in resource.methods
        ),
    ]
    texts = SharedTexts()
    classes = [
        _class(resource, plan, constants, docstrings, imports, texts, is_async=is_async)
        for is_async in (False, True)
    ]
    if resource.children:
        imports.add("functools", "cached_property")
        for child in resource.children:
            for name in (child.class_name, f"Async{child.class_name}"):
                imports.add(f".resources.{child.module}", name, typing_only=True)
    typing_lines = imports.typing_lines
    if typing_lines:
        imports.add("typing", "TYPE_CHECKING")
    view = {
        "header": plan.header,
        "imports": imports.runtime_lines,
        "typing_imports": imports.typing_lines,
        "descriptors": descriptors,
        "classes": classes,
    }
    pieces = (*map(statement, descriptors), *(one for view in classes for one in _pieces(view)))
    return Artifact(
        f"resources/{resource.module}.py",
        "client/resource.py.jinja",
        view,
        # A formatter would put a class that nothing stands before further down.
        laid_out=bool(descriptors) and not any(map(_has_long_name, classes)),
        pieces=tuple(filter(None, pieces)),
    )


def _pieces(view: ClassView) -> Iterator[Piece | None]:
    """Yield what of a class may be too long, in the order of the template."""
    for method in view.methods:
        yield from map(overload, method.text.overloads)
        yield signature(method.text.signature)
        yield body(method.text.statement)


def _has_long_name(view: ClassView) -> bool:
    """Whether other lines of a class than those of its methods may be too long."""
    names = (view.name, *(f"{child.name}{child.class_name}" for child in view.children))
    modules = (f"{child.module}{child.class_name}" for child in view.children)
    return any(len(name) > _LONG for name in (*names, *modules))


def _class(
    resource: ResourcePlan,
    plan: ClientPlan,
    constants: dict[str, str],
    docstrings: Mapping[str, tuple[str, str]],
    imports: Imports,
    texts: SharedTexts,
    *,
    is_async: bool,
) -> ClassView:
    prefix = "Async" if is_async else ""
    base = f"{prefix}Resource"
    imports.add(RUNTIME, base)
    attributes = {*constants, *(child.path[-1] for child in resource.children)}
    writer = CallWriter(plan.names, imports, frozenset(attributes), texts, is_async=is_async)
    children = tuple(
        ChildView(
            child.path[-1],
            f"{prefix}{child.class_name}",
            child.module,
            docstring(resource_description(child), 8),
        )
        for child in resource.children
    )
    methods = tuple(
        MethodView(writer.write(method, constants[method.name]), docstrings[method.call][is_async])
        for method in resource.methods
    )
    text = docstring(resource_description(resource), 4)
    return ClassView(f"{prefix}{resource.class_name}", base, text, children, methods)
