"""Path templates and the parameters that fill them (OpenAPI, Path Templating)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..ir.operations import Parameter
from ..ir.schemas import StringSchema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..ir.operations import Operation
    from .context import Context

_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}")


def fit_path_parameters(
    context: Context, path: str, parameters: tuple[Parameter, ...], pointer: str
) -> tuple[Parameter, ...]:
    """Give every placeholder of the path exactly one path parameter, in the order of the path.

    A declared parameter whose name is spelled a little differently is taken for the placeholder's; a
    query parameter that the path itself holds (``/a?x={x}``) becomes one; missing ones are invented;
    those without a placeholder are left out.
    """
    names = tuple(dict.fromkeys(_PLACEHOLDER.findall(path)))
    declared = {item.name: item for item in parameters if item.location == "path"}
    if names == tuple(declared):
        return _ordered(names, declared, parameters)
    fitted: dict[str, Parameter] = {name: declared.pop(name) for name in names if name in declared}
    rest = [item for item in parameters if item.location != "path"]
    for name in names:
        if name not in fitted:
            fitted[name] = _find(context, name, declared, rest, pointer)
    for item in declared.values():
        context.diagnostics.warn(
            "unused-path-parameter",
            item.pointer,
            f"The path {path!r} has no place for the parameter {item.name!r}; it is left out.",
            f"Add {{{item.name}}} to the path or remove the parameter.",
        )
    return _ordered(names, fitted, tuple(rest))


def report_same_requests(context: Context, operations: Iterable[Operation]) -> None:
    """Warn of operations whose paths no request tells apart (OpenAPI 3.1, Paths Object).

    Those are paths that differ only in the names of their parameters, or in a fragment, which is never
    sent (RFC 9110, section 7.1). Such operations are kept; a server can go by what else the request holds.
    """
    first: dict[tuple[str, str], Operation] = {}
    for operation in operations:
        known = first.setdefault((operation.method, _as_sent(operation.path)), operation)
        if known is operation or known.path == operation.path:
            continue
        # Who writes a fragment knows what it is for.
        is_meant = "#" in operation.path or "#" in known.path
        report = context.diagnostics.note if is_meant else context.diagnostics.warn
        report(
            "same-request",
            operation.pointer,
            f"{operation.method} {operation.path!r} is the same request as {known.path!r}: both can be"
            " called, a server goes by parameters and bodies.",
            "Make one operation of the two, or give them different paths.",
        )


def _as_sent(path: str) -> str:
    """Return a path without the names in it; of a fragment only what says ``name=value``."""
    sent, _, fragment = path.partition("#")
    return f"{_PLACEHOLDER.sub('{}', sent)}#{fragment if '=' in fragment else ''}"


def _ordered(
    names: tuple[str, ...], fitted: dict[str, Parameter], parameters: tuple[Parameter, ...]
) -> tuple[Parameter, ...]:
    rest = (item for item in parameters if item.location != "path")
    return (*(fitted[name] for name in names), *rest)


def _find(
    context: Context,
    name: str,
    declared: dict[str, Parameter],
    rest: list[Parameter],
    pointer: str,
) -> Parameter:
    """Find or invent the parameter of a placeholder; what is found is taken from where it was."""
    for other, item in declared.items():
        if _bare(other) == _bare(name):
            del declared[other]
            if name == f"+{other}":  # RFC 6570's reserved expansion, which values with slashes need
                return replace(item, name=name, allow_reserved=True)
            context.diagnostics.warn(
                "misspelled-path-parameter",
                item.pointer,
                f"The parameter {other!r} is taken for the placeholder {{{name}}} of the path.",
                "Spell both alike.",
            )
            return replace(item, name=name)
    for item in rest:
        if item.location == "query" and item.name == name:
            rest.remove(item)
            context.diagnostics.warn(
                "query-parameter-in-path",
                item.pointer,
                f"The path itself holds the query parameter {name!r}; it is filled in there.",
                "Take the query out of the path.",
            )
            return replace(item, location="path", required=True, style="simple", explode=False)
    context.diagnostics.warn(
        "missing-path-parameter",
        pointer,
        f"The placeholder {{{name}}} of the path is not declared; it is taken for a required text.",
        f"Declare the path parameter {name!r}.",
    )
    return Parameter(name, "path", StringSchema(), pointer, pointer, required=True)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
