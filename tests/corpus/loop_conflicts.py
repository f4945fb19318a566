"""Parameters of a document that contradict each other, so that no call can be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drawing import Drawer, UndrawableError
from openapi_schemas import has_format
from openapi_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_judge import OpenApiJudge

_SEGMENT = re.compile(r"\{([^{}]+)\}")
_DRAWN = 3
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
    for name, known in owners.items():
        if len(known) > 1 and messages and all(_is_of(known, name, messages)):
            return f"the parameters {' and '.join(known)} both have {name!r} in the query"
    return ""


def _is_of(owners: Sequence[str], name: str, messages: Sequence[str]) -> Iterator[bool]:
    """Say of each message whether it tells of values that share a name in the query.

    A refusal does if it names nothing else; that its status is undeclared follows from it.
    """
    places = {f"query.{one}{inside}" for one in (name, *owners) for inside in ("", f".{name}")}
    starts = tuple(
        start for one in owners for start in (f"query parameter {one}: ", f"('query', {one!r}): ")
    )
    for message in messages:
        undeclared = _UNDECLARED.fullmatch(message)
        if _REFUSED.match(message):
            named = set(_PLACE.findall(message))
            yield bool(named) and named <= places
        elif undeclared:
            yield any(one.startswith(f"status {undeclared[1]}: ") for one in messages)
        else:
            yield message.startswith(starts)


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


def two_kinds_of_id(
    operation: Mapping[str, Any], operations: Sequence[Mapping[str, Any]], judge: OpenApiJudge
) -> str:
    """Return the fault that a record is named by values which another path of it refuses.

    It is one where no value drawn for either path is valid for both.
    """
    places = _id_schemas(operation, judge)
    for prefix, schema in places.items():
        for other in operations:
            rival = _id_schemas(other, judge).get(prefix) if prefix == _shape(other["path"]) else ""
            if rival and _exclude(schema, rival, judge):
                return f"no id suits both this path and {other['path']}"
    return ""


def _id_schemas(operation: Mapping[str, Any], judge: OpenApiJudge) -> dict[str, str]:
    """Return the schemas of path parameters by the path up to them."""
    declared = {
        plain(name): judge.schema_of(where)[0]
        for (place, name), where in judge.parameters(operation["pointer"]).items()
        if place == "path"
    }
    path = operation["path"]
    found = {
        _shape(path[: one.end()]): declared.get(plain(one[1])) for one in _SEGMENT.finditer(path)
    }
    return {prefix: schema for prefix, schema in found.items() if schema}


def _exclude(one: str, other: str, judge: OpenApiJudge) -> bool:
    drawer = Drawer(judge.schemas)
    try:
        drawn = [drawer.draw(place, salt=salt) for place in (one, other) for salt in range(_DRAWN)]
    except UndrawableError:
        return False
    return not any(suits(value, one, judge) and suits(value, other, judge) for value in drawn)


def suits(value: Any, schema: str, judge: OpenApiJudge) -> bool:
    """Say whether a value is valid and has the format, which JSON Schema does not assert by itself."""
    name = judge.schemas.node(schema).get("format")
    return has_format(value, name) and judge.schemas.is_valid(value, schema, "readOnly")


def _shape(path: str) -> str:
    return _SEGMENT.sub("{}", path)
