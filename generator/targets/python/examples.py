"""Short calls of this API's own operations, for the README of the generated project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .brackets import Bracketed, laid_out
from .literals import literal
from .types import (
    BOOL,
    FLOAT,
    INT,
    STR,
    Generated,
    ListOf,
    LiteralOf,
    Symbol,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.schemas import SchemaId
    from .brackets import Expression
    from .lowering import Lowering
    from .plan import Argument, ClientPlan, Method
    from .types import PyType

_DEEPEST = 3  # objects inside objects
_SCALARS = {BOOL: "True", INT: "1", FLOAT: "1.5"}


@dataclass(frozen=True, slots=True)
class Examples:
    """Statements for the README; empty where the API has no such operation.

    ``loop`` and ``page`` go through pages, ``stream`` opens a stream; ``attempt`` stands in a ``try``.
    """

    read: str
    write: str
    loop: str
    page: str
    stream: str
    upload: str
    attempt: str


def examples_of(plan: ClientPlan) -> Examples:
    """Choose the plainest operation of each kind."""
    methods = [method for method in plan.methods if not method.operation.deprecated]
    plain = [method for method in methods if method.pages is None and method.event is None]
    read = _first((one for one in plain if one.operation.method == "GET"), plan)
    write = _first((one for one in plain if _writes(one)), plan)
    pages = _first((one for one in methods if one.pages is not None), plan)
    stream = _first((one for one in methods if one.event is not None), plan, streamed=True)
    upload = _first((one for one in plain if _sends_files(one)), plan)
    missing = _first((one for one in plain if _may_miss(one)), plan) or read
    return Examples(
        read=_statement("result = ", read),
        write=_statement("created = ", write),
        loop=_statement("for item in ", pages, ":"),
        page=_statement("page = ", pages),
        stream=_statement("with ", stream, " as events:"),
        upload=_statement("", upload),
        attempt=_statement("", missing, indent=4) or "...",
    )


def _statement(head: str, call: Expression | None, tail: str = "", *, indent: int = 0) -> str:
    return laid_out(call, indent=indent, head=head, tail=tail) if call is not None else ""


def _writes(method: Method) -> bool:
    sends = method.operation.method in {"POST", "PUT"} and method.body is not None
    return sends and not _sends_files(method)


def _may_miss(method: Method) -> bool:
    return any(response.status == "404" for response in method.responses)


def _sends_files(method: Method) -> bool:
    return any(argument.is_file for argument in method.arguments)


def _first(
    methods: Iterable[Method], plan: ClientPlan, *, streamed: bool = False
) -> Expression | None:
    """Return a call of the method with the fewest required arguments whose values can be made up."""
    best: tuple[int, Expression] | None = None
    for method in methods:
        count = sum(1 for argument in method.arguments if argument.required)
        if best is not None and count >= best[0]:
            continue
        call = _call(method, plan, streamed=streamed)
        if call is not None:
            best = (count, call)
            if count == 0:
                break
    return best[1] if best else None


def _call(method: Method, plan: ClientPlan, *, streamed: bool) -> Expression | None:
    items: list[Expression] = []
    for argument in method.arguments:
        if streamed and argument.name == method.switch_argument:
            items.append(f"{argument.name}=True")
            continue
        if not argument.required:
            continue
        value = _value(argument, plan)
        if value is None:
            return None
        items.append(value if argument.place == "path" else _headed(f"{argument.name}=", value))
    return Bracketed(f"client.{method.call}(", tuple(items), ")")


def _headed(head: str, value: Expression) -> Expression:
    return f"{head}{value}" if isinstance(value, str) else replace(value, head=head + value.head)


def _value(argument: Argument, plan: ClientPlan) -> Expression | None:
    if argument.parameter is not None and argument.parameter.examples:
        found = argument.parameter.examples[0].value
        if isinstance(found, str | int | float) and len(literal(found)) < 40:
            return literal(found)
    if argument.is_file:
        return '[Path("report.pdf")]' if isinstance(argument.type, ListOf) else 'Path("report.pdf")'
    return _sample(argument.type, argument.wire_name or argument.name, plan.lowering, _DEEPEST)


def _sample(kind: PyType, name: str, lowering: Lowering, depth: int) -> Expression | None:
    """Return a value of the type as an expression, ``None`` where none can be made up."""
    match kind:
        case LiteralOf(values=values):
            return literal(values[0])
        case ListOf(item=item):
            inner = _sample(item, name, lowering, depth)
            return Bracketed("[", (inner,), "]", is_display=True) if inner is not None else None
        case UnionOf(members=members):
            found = (_sample(one, name, lowering, depth) for one in members)
            return next((value for value in found if value is not None), None)
        case Generated(id=key):
            return _object(key, name, lowering, depth - 1) if depth else None
        case Symbol() if kind == STR:
            return literal(name if len(name) < 30 else "text")
        case Symbol():
            return _SCALARS.get(kind)
        case _:
            return None


def _object(key: SchemaId, name: str, lowering: Lowering, depth: int) -> Expression | None:
    """Return a dictionary with what the class requires, or a value of the alias."""
    if not lowering.is_class(key):
        return _sample(lowering.alias_type(key), name, lowering, depth)
    members: list[Expression] = []
    for field in lowering.fields(key):
        if field.property.required and not field.property.annotations.read_only:
            value = _sample(field.type, field.property.name, lowering, depth)
            if value is None:
                return None
            members.append(_headed(f"{literal(field.property.name)}: ", value))
    return Bracketed("{", tuple(members), "}", is_display=True)
