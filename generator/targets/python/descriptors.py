"""The descriptor of each operation: the constant that sync and async methods share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .annotations import Place, annotate, runtime_expression
from .brackets import bracketed, display
from .error_bodies import own_errors
from .events import any_event
from .literals import literal
from .responses import leads_elsewhere, success_statuses, undescribed
from .security import security_literal, server_expression
from .types import ANY, BINARY_RESPONSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...ir.api import Api
    from .error_bodies import ErrorBodies
    from .header_tables import HeaderTables
    from .imports import Imports
    from .model_names import ModelNames
    from .plan import Method
    from .types import PyType

RUNTIME = "._runtime"


def descriptor(
    method: Method,
    name: str,
    api: Api,
    shared: ErrorBodies,
    headers: HeaderTables,
    names: ModelNames,
    imports: Imports,
) -> str:
    """Return the statement that defines ``name`` as the descriptor of ``method``."""
    kind, parameters = _kind(method, names, imports)
    operation = method.operation
    arguments = [
        literal(operation.method),
        literal(operation.path),
        _successes(method, names, imports),
    ]
    if own := own_errors(method, shared):
        arguments.append(f"errors={response_table(own, names, imports, indent=4)}")
    security = security_literal(operation.security, api)
    if security and operation.security != api.security:
        arguments.append(f"security={security}")
    if operation.servers and operation.servers != api.servers:
        arguments.append(f"server={server_expression(operation.servers[0], imports)}")
    if method.idempotency_header:
        arguments.append(f"idempotency_header={literal(method.idempotency_header)}")
    if method.headers:
        arguments.append(f"headers={headers.expression(method)}")
    if method.pages is not None:
        arguments.append(f"pages={_pages(method, imports)}")
    if method.event is not None:
        arguments.append(f"events={_events(method, names, imports)}")
    # In one piece where it fits; else the formatter would leave the annotation and split the value.
    return bracketed(f"{name}: {kind}[{parameters}] = {kind}(", arguments, ")")


def result_annotation(
    kind: PyType, names: ModelNames, imports: Imports, shadowed: frozenset[str] = frozenset()
) -> str:
    """Return the annotation of what a method returns."""
    return annotate(kind, Place.RESULT, names, imports, shadowed=shadowed)


def response_table(
    table: Mapping[str, Mapping[str, PyType]], names: ModelNames, imports: Imports, *, indent: int
) -> str:
    """Return ``{status: {media type: thunk}}`` as an expression."""
    rows = []
    for status, bodies in table.items():
        inner = [
            f"{literal(media_type)}: lambda: {runtime_expression(kind, names, imports)}"
            for media_type, kind in bodies.items()
        ]
        rows.append(f"{literal(status)}: {display('{}', inner, indent=indent + 4)}")
    return display("{}", rows, indent=indent)


def _kind(method: Method, names: ModelNames, imports: Imports) -> tuple[str, str]:
    """Return the class of the descriptor and its type arguments."""
    result = result_annotation(method.result, names, imports)
    if method.pages is not None:
        item = result_annotation(method.pages.item, names, imports)
        found = "PageOperation", f"{item}, {result}"
    elif method.event is None:
        found = "Operation", result
    else:
        event = result_annotation(any_event(method), names, imports)
        is_switch = bool(method.switch_argument)
        found = (
            ("SwitchOperation", f"{result}, {event}") if is_switch else ("EventOperation", event)
        )
    imports.add(RUNTIME, found[0])
    return found


def _successes(method: Method, names: ModelNames, imports: Imports) -> str:
    statuses = success_statuses(method.operation)
    table: dict[str, dict[str, PyType]] = {}
    for plan in method.responses:
        if plan.status in statuses:
            bodies = table.setdefault(plan.status, {})
            if plan.type is not None:
                bodies[plan.media_type] = plan.type
    if leads_elsewhere(method.operation):
        table["2XX"] = {"*/*": BINARY_RESPONSE}
    for status in undescribed(method.operation):
        table[status] = {"*/*": ANY}
    return response_table(table, names, imports, indent=4)


def _pages(method: Method, imports: Imports) -> str:
    pages = method.pages
    assert pages is not None  # noqa: S101 -- asked by the caller
    imports.add(RUNTIME, pages.style)
    values = [("items", pages.items), *pages.fields]
    arguments = [f"{keyword}={literal(value)}" for keyword, value in values]
    if pages.first != 1:
        arguments.append(f"first={pages.first}")
    if pages.default_size:
        arguments.append(f"default_size={pages.default_size}")
    if pages.max_size:
        arguments.append(f"max_size={pages.max_size}")
    if pages.location != "query":
        arguments.append(f"location={literal(pages.location)}")
    return bracketed(f"{pages.style}(", arguments, ")", indent=4)


def _by_header(method: Method, names: ModelNames, imports: Imports) -> str:
    headers: dict[str, list[str]] = {}
    for one in method.other_events:
        thunk = f"lambda: {runtime_expression(one.type, names, imports)}"
        headers.setdefault(one.header, []).append(f"{literal(one.value)}: {thunk}")
    rows = [f"{literal(name)}: {display('{}', rows, indent=12)}" for name, rows in headers.items()]
    return display("{}", rows, indent=8)


def _events(method: Method, names: ModelNames, imports: Imports) -> str:
    imports.add(RUNTIME, "Events")
    assert method.event is not None  # noqa: S101 -- asked by the caller
    arguments = [f"lambda: {runtime_expression(method.event, names, imports)}"]
    if method.terminator:
        arguments.append(f"terminator={literal(method.terminator)}")
    if method.envelope:
        arguments.append("envelope=True")
    if method.other_events:
        arguments.append(f"by_header={_by_header(method, names, imports)}")
    return bracketed("Events(", arguments, ")", indent=4)
