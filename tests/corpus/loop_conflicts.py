"""Parameters of a document that contradict each other, so that no call can be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openapi_schemas import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_judge import OpenApiJudge
    from openapi_schemas import Schemas

_REFUSED = re.compile(r"status 4\d\d: ")
# A value and where it stands, as refusals of the mock name them.
_PLACE = re.compile(r"(?<![\w.])((?:query|path|header|cookie|body)(?:\.[^\s:\"]+)?): ")
_UNDECLARED = re.compile(r"undeclared status (\d+)")


def same_name_twice(
    operation: Mapping[str, Any], messages: Sequence[str], judge: OpenApiJudge
) -> str:
    """Return the fault that two parameters have one name in the query, if each message is of it.

    The properties of an exploded object stand in the query by their own names (OpenAPI 3.1, section
    4.8.12.4), where nothing tells them from a parameter of that name.
    """
    owners: dict[str, list[str]] = {}
    for name, owner in _query_names(operation["pointer"], judge):
        owners.setdefault(name, []).append(owner)
    shared = {name: known for name, known in owners.items() if len(known) > 1}
    if shared and messages and all(_is_of(shared, messages)):
        name, known = next(iter(shared.items()))
        return f"the parameters {' and '.join(known)} both have {name!r} in the query"
    return ""


def _is_of(shared: Mapping[str, Sequence[str]], messages: Sequence[str]) -> Iterator[bool]:
    """Say of each message whether it tells of values that share a name in the query.

    A refusal does if it names nothing else; that its status is undeclared follows from it.
    """
    places = {
        f"query.{one}{inside}"
        for name, owners in shared.items()
        for one in (name, *owners)
        for inside in ("", f".{name}")
    }
    starts = tuple(
        start
        for one in dict.fromkeys(owner for owners in shared.values() for owner in owners)
        for start in (f"query parameter {one}: ", f"('query', {one!r}): ")
    )
    for message in messages:
        undeclared = _UNDECLARED.fullmatch(message)
        if _REFUSED.match(message) and message.endswith(": null"):
            yield any(one.startswith(starts) for one in messages)  # it does not say why
        elif _REFUSED.match(message):
            named = set(_PLACE.findall(message))
            yield bool(named) and named <= places
        elif undeclared:
            yield any(one.startswith(f"status {undeclared[1]}: ") for one in messages)
        else:
            yield message.startswith(starts)


def values_inside_values(
    operation: Mapping[str, Any], messages: Sequence[str], judge: OpenApiJudge
) -> str:
    """Return the fault that a parameter in path, header or cookie has lists or objects in its value.

    What their styles make of these is undefined (OpenAPI 3.1, section 4.8.12.4); each message has to be
    of such a parameter.
    """
    nested = [
        (place, name)
        for (place, name), where in judge.parameters(operation["pointer"]).items()
        if place != "query" and "content" not in judge.schemas.node(where)
        if _has_inner(judge.schema_of(where)[0], judge)
    ]
    starts = tuple(
        start
        for place, name in nested
        for start in (f"{place} parameter {name}: ", f"({place!r}, {name!r}): ")
    )
    places = tuple(f"{place}.{name}" for place, name in nested)
    is_of_these = [
        (
            all(one.startswith(places) for one in _PLACE.findall(message))
            if _REFUSED.match(message) and _PLACE.search(message)
            else message.startswith(starts)
        )
        for message in messages
    ]
    if nested and messages and all(is_of_these):
        place, name = nested[0]
        return (
            f"the {place} parameter {name} has values inside values, for which styles have no form"
        )
    return ""


def _has_inner(schema: str | None, judge: OpenApiJudge) -> bool:
    """Say whether what is in a list or an object is itself one."""
    if schema is None or not judge.schemas.types(schema) & {"array", "object"}:
        return False
    names = (f"properties/{escape(name)}" for name in judge.schemas.names(schema))
    inner = (judge.schemas.child(schema, one) for one in (*names, "items", "additionalProperties"))
    return any(one and judge.schemas.types(one) & {"array", "object"} for one in inner)


def credentials_in_one_place(
    operation: Mapping[str, Any], messages: Sequence[str], schemas: Schemas
) -> str:
    """Return the fault that a request has to have two credentials in one header field or parameter."""
    if not messages or not all(one.startswith("status 401: ") for one in messages):
        return ""
    document = schemas.document
    demands = schemas.node(schemas.resolve(operation["pointer"])).get("security")
    demands = document.get("security") if demands is None else demands
    declared = (document.get("components") or {}).get("securitySchemes") or {}
    for demand in demands or ({},):
        places = [_credential_place(declared.get(name) or {}) for name in demand]
        if len(places) == len(set(places)):
            return ""
    return "a request has to have two credentials in one place"


def _credential_place(scheme: Mapping[str, Any]) -> tuple[str, str]:
    place, name = str(scheme.get("in", "header")), str(scheme.get("name", "Authorization"))
    return place, name.lower() if place == "header" else name


def _query_names(pointer: str, judge: OpenApiJudge) -> Iterator[tuple[str, str]]:
    """Yield each name in a query and the parameter that it is of."""
    for (place, name), where in judge.parameters(pointer).items():
        node = judge.schemas.node(where)
        schema, _ = judge.schema_of(where)
        if place != "query":
            continue
        is_exploded = node.get("style", "form") == "form" and node.get("explode", True)
        parts = judge.schemas.parts(schema) if schema and is_exploded else ()
        found = [judge.schemas.node(part) for part in parts if "content" not in node]
        own = {key for one in found if isinstance(one, dict) for key in one.get("properties") or ()}
        yield from ((key, name) for key in own or {name})
