"""Ids of records that exist, learnt from what the client itself created and listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_judge import OpenApiJudge


class Records:
    """Remembers the records of collections, by the path of the collection."""

    def __init__(self, judge: OpenApiJudge, behaviour: dict[str, Any]) -> None:
        self._judge = judge
        self._found: dict[str, list[tuple[dict[str, Any], Any]]] = {}
        resources = behaviour.get("resources") or {}
        self._ids = {
            one["path"]: (one.get("id") or {}).get("field", "") for one in resources.values()
        }

    def learn(self, path: str, arguments: dict[str, Any], body: Any) -> None:
        """Keep the records of a response body of an operation on ``path``."""
        known = self._found.setdefault(path, [])
        if len(known) < 200:
            known.extend((arguments, record) for record in _records(body))

    def ids(self, operation: dict[str, Any]) -> dict[str, Any]:
        """Return values of path parameters that together name a record, as far as one is known."""
        path, pointer = operation["path"], operation["pointer"]
        for found in reversed(list(re.finditer(r"/\{([^{}]+)\}", path))):
            collection, name = path[: found.start()], found[1]
            for arguments, record in self._found.get(collection, ()):
                known = {**arguments, name: self._id(collection, name, record)}
                if known[name] is not None and self._fit(known, pointer):
                    return known
        return {}

    def _id(self, collection: str, name: str, record: Any) -> Any:
        if not isinstance(record, dict):
            return record if isinstance(record, str | int) else None
        by_plain = {_plain(key): key for key in record}
        stem = re.sub(r"(id|key|name|slug|number|code|uuid)$", "", _plain(name))
        tail = _plain(name).removeprefix(stem)
        wanted = [self._ids.get(collection, ""), name, by_plain.get(_plain(name), "")]
        wanted += [by_plain.get(tail, ""), "id", "uuid", "name", "key", "sid", "slug", "number"]
        values = (record[key] for key in wanted if key and key in record)
        return next((one for one in values if isinstance(one, str | int) and one != ""), None)

    def _fit(self, known: dict[str, Any], operation: str) -> bool:
        """Say whether all values are valid for the parameters of an operation."""
        for (place, name), parameter in self._judge.parameters(operation).items():
            schema, _ = self._judge.schema_of(parameter)
            if not (place == "path" and name in known and schema):
                continue
            if not self._judge.schemas.is_valid(known[name], schema, "readOnly"):
                return False
            if not _has_format(known[name], self._judge.schemas.node(schema).get("format")):
                return False
        return True


def _has_format(value: Any, name: Any) -> bool:
    """Say whether a value has a format, which JSON Schema does not assert by itself."""
    if not isinstance(name, str):
        return True
    return jsonschema_rs.is_valid({"format": name}, value, validate_formats=True)


def _records(body: Any) -> Iterator[Any]:
    if isinstance(body, list):
        yield from body[:20]
    elif isinstance(body, dict):
        for value in body.values():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                yield from value[:20]
        yield body
        yield from (value for value in body.values() if isinstance(value, dict))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
