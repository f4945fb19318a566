"""What paths of one collection say of its ids: values that all take, and lists that tell none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drawing import Drawer, UndrawableError
from impossible import is_impossible
from loop_causes import successes
from openapi_schemas import has_format
from openapi_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_judge import OpenApiJudge

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_DRAWN = 3


class PathValues:
    """Values of path parameters that every operation of the path takes, where their schemas differ.

    Who puts something somewhere wants to get it from there.
    """

    def __init__(self, judge: OpenApiJudge, operations: Sequence[Mapping[str, Any]]) -> None:
        self._judge = judge
        self._drawer = Drawer(judge.schemas)
        self._schemas: dict[str, list[str]] = {}
        for operation in operations:
            for prefix, _, schema in id_schemas(operation, judge):
                known = self._schemas.setdefault(prefix, [])
                nodes = [judge.schemas.node(one) for one in known]
                if judge.schemas.node(schema) not in nodes:
                    known.append(schema)

    def of(self, operation: Mapping[str, Any], salt: int) -> dict[str, Any]:
        """Return values by the names of parameters; none for those that no value suits."""
        found: dict[str, Any] = {}
        for prefix, name, _ in id_schemas(operation, self._judge):
            schemas = self._schemas.get(prefix, ())
            if len(schemas) > 1:
                values = (value for one in schemas for value in self._drawn(one, salt))
                fitting = [one for one in values if self._suit_all(one, schemas)]
                found |= {name: fitting[0]} if fitting else {}
        return found

    def _drawn(self, schema: str, salt: int) -> list[Any]:
        try:
            return [self._drawer.draw(schema, salt=salt)]
        except UndrawableError:
            return []

    def _suit_all(self, value: Any, schemas: Sequence[str]) -> bool:
        return value != "" and all(_suits(value, one, self._judge) for one in schemas)


def two_kinds_of_id(
    operation: Mapping[str, Any], operations: Sequence[Mapping[str, Any]], judge: OpenApiJudge
) -> str:
    """Return the fault that a record is named by values which another path of it refuses.

    It is one where no value drawn for either path is valid for both.
    """
    for prefix, _, schema in id_schemas(operation, judge):
        for other in operations:
            rivals = id_schemas(other, judge) if prefix == _shape(other["path"]) else ()
            for place, _, rival in rivals:
                if place == prefix and _exclude(schema, rival, judge):
                    return f"no id suits both this path and {other['path']}"
    return ""


def no_id_told(
    operation: Mapping[str, Any], operations: Sequence[Mapping[str, Any]], judge: OpenApiJudge
) -> str:
    """Return the fault that the list of a collection can tell no id that a path of it takes.

    That is so where no item of the list can be valid, or where what names an item has another form.
    """
    for prefix, name, schema in reversed(list(id_schemas(operation, judge))):
        collection = prefix.rpartition("/")[0]
        here = [one for one in operations if _shape(one["path"]) == collection]
        if not here or any(one["method"] != "GET" for one in here):
            continue  # what is made there is told, too
        rows = [row for one in here for row in _rows(one, judge)]
        own = set(map(judge.schemas.resolve, _rows(operation, judge)))
        if operation["method"] == "GET" and not own.isdisjoint(map(judge.schemas.resolve, rows)):
            continue  # it reads a part of the list, and no record of it
        if rows and all(is_impossible(judge.schemas, row, "writeOnly") for row in rows):
            return f"no item that {here[0]['path']} lists can be valid"
        told = [place for row in rows for place in _named(row, name, judge)]
        if told and all(_exclude(schema, one, judge) for one in told):
            return f"no id suits both this path and what {here[0]['path']} lists"
    return ""


def id_schemas(operation: Mapping[str, Any], judge: OpenApiJudge) -> Iterator[tuple[str, str, str]]:
    """Yield for each path parameter the path up to it, its name as declared, and its schema."""
    declared = {
        plain(name): (name, schema)
        for (place, name), where in judge.parameters(operation["pointer"]).items()
        if place == "path" and (schema := judge.schema_of(where)[0])
    }
    for found in _PLACEHOLDER.finditer(operation["path"]):
        if plain(found[1]) in declared:
            yield (_shape(operation["path"][: found.end()]), *declared[plain(found[1])])


def _rows(operation: Mapping[str, Any], judge: OpenApiJudge) -> Iterator[str]:
    """Yield the schemas of the items of lists that an operation answers."""
    for body in successes(operation["pointer"], judge.schemas):
        lists = [body] + [
            place
            for name in judge.schemas.names(body)
            if (place := judge.schemas.child(body, f"properties/{name}"))
        ]
        yield from (row for one in lists if (row := judge.schemas.child(one, "items")))


def _named(row: str, name: str, judge: OpenApiJudge) -> Iterator[str]:
    """Yield the schema of the property of an item that has the name of a parameter."""
    for one in judge.schemas.names(row):
        if plain(one) == plain(name) and (place := judge.schemas.child(row, f"properties/{one}")):
            yield place


def _exclude(one: str, other: str, judge: OpenApiJudge) -> bool:
    drawer = Drawer(judge.schemas)
    try:
        drawn = [drawer.draw(place, salt=salt) for place in (one, other) for salt in range(_DRAWN)]
    except UndrawableError:
        return False
    return not any(_suits(value, one, judge) and _suits(value, other, judge) for value in drawn)


def _suits(value: Any, schema: str, judge: OpenApiJudge) -> bool:
    """Say whether a value is valid and has the format, which JSON Schema does not assert by itself."""
    name = judge.schemas.node(schema).get("format")
    return has_format(value, name) and judge.schemas.is_valid(value, schema, "readOnly")


def _shape(path: str) -> str:
    return _PLACEHOLDER.sub("{}", path.rstrip("/"))
