"""``manifest.json``: what came out of what, for tools and for people who look for an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from ...version import NAME, VERSION
from .literals import literal
from .types import DictOf, Generated, JsonTextOf, ListOf, LiteralOf, Symbol, TupleOf, UnionOf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .model_names import ModelNames
    from .plan import Argument, BodyPlan, ClientPlan, Method
    from .types import PyType

_PAGES = {
    "CursorPages": "cursor",
    "OffsetPages": "offset",
    "NumberPages": "page",
    "LinkPages": "link",
}


def manifest(
    plan: ClientPlan,
    models: Sequence[Mapping[str, str]],
    *,
    stubs: Mapping[str, str] | None = None,
    roles: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the manifest but for its diagnostics.

    ``models`` tells which model came of which schema. ``stubs`` (dotted path of the handler) and ``roles`` (what the mock takes it for) are given by
    ``call``.
    """
    info = plan.api.info
    return {
        "generator": {"name": NAME, "version": VERSION},
        "spec": {
            "title": info.title,
            "version": info.version,
            "openapi": plan.api.openapi,
            "sha256": plan.api.sha256,
        },
        "package": plan.package,
        "operations": [
            _operation(method, plan, stubs or {}, roles or {}) for method in plan.methods
        ],
        "models": list(models),
    }


def _operation(
    method: Method, plan: ClientPlan, stubs: Mapping[str, str], roles: Mapping[str, str]
) -> dict[str, Any]:
    operation = method.operation
    request = operation.request_body
    choices = {"other_bodies": list(map(_body, method.other_bodies))} if method.other_bodies else {}
    return {
        "pointer": operation.pointer,
        "operation_id": operation.operation_id,
        "method": operation.method,
        "path": operation.path,
        "call": method.call,
        "parameters": {_key(argument): argument.name for argument in method.arguments},
        "request_media_types": [media.name for media in request.content] if request else [],
        **choices,
        "responses": _responses(method, plan),
        "streaming": _streaming(method, plan),
        "pagination": _pagination(method),
        "server": stubs.get(method.call),
        "mock": roles.get(method.call),
    }


def _body(body: BodyPlan) -> dict[str, Any]:
    """What is sent with ``content_type=`` instead of the plain body, and by which arguments."""
    return {
        "media_types": list(body.media_types),
        "parameters": {_key(argument): argument.name for argument in body.arguments},
    }


def _key(argument: Argument) -> str:
    if argument.place == "property":
        return f"body:{argument.wire_name}"
    return f"{argument.place}:{argument.wire_name}" if argument.wire_name else argument.place


def _responses(method: Method, plan: ClientPlan) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for response in method.responses:
        bodies = found.setdefault(response.status, {})
        if response.type is not None:
            bodies[response.media_type] = type_text(response.type, plan.package, plan.names)
    return found


def _streaming(method: Method, plan: ClientPlan) -> dict[str, Any] | None:
    if method.event is None:
        return None
    return {
        "event": type_text(method.event, plan.package, plan.names),
        "argument": method.switch_argument or None,
        **({"events": by_header} if (by_header := _events(method, plan)) else {}),
    }


def _events(method: Method, plan: ClientPlan) -> dict[str, str]:
    """What else the events are, by header and value."""
    return {
        f"{one.header}: {one.value}": type_text(one.type, plan.package, plan.names)
        for one in method.other_events
    }


def _pagination(method: Method) -> dict[str, Any] | None:
    pages = method.pages
    if pages is None:
        return None
    return {"style": _PAGES[pages.style], "items": pages.items, **dict(pages.fields)}


def type_text(kind: PyType, package: str, names: ModelNames) -> str:
    """Return a type with full names: ``list[cuadra.models.File]``."""
    match kind:
        case Symbol(name=name, module=module):
            if not module.startswith("."):
                return f"{module}.{name}" if module else name
            return f"{package}{module}.{name}"
        case Generated(id=key):
            return f"{package}.models.{names.class_name(key)}"
        case ListOf(item=item):
            return f"list[{type_text(item, package, names)}]"
        case DictOf(value=value):
            return f"dict[str, {type_text(value, package, names)}]"
        case TupleOf(items=items):
            return f"tuple[{', '.join(type_text(item, package, names) for item in items) or '()'}]"
        case LiteralOf(values=values):
            return f"typing.Literal[{', '.join(map(literal, values))}]"
        case JsonTextOf(content=content):
            return type_text(content, package, names)
        case UnionOf(members=members):
            return " | ".join(dict.fromkeys(type_text(one, package, names) for one in members))
        case _:
            assert_never(kind)
