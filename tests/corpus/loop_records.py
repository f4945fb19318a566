"""Ids of records that exist, learnt from what the client itself created, read and listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from loop_arguments import plain_name
from openapi_schemas import has_format

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openapi_judge import OpenApiJudge

    Ids = tuple[Any, ...]

_PARAMETER = re.compile(r"\{([^{}]+)\}")
_FORMAT = re.compile(r"(?<=.)[./](json|xml)$")
_MOST = 200  # records kept of one collection
_TELLING = frozenset({"list", "create", "upload", "batch_create"})  # roles of what tells new ids
_TRIED = 10  # records that one operation is called with


class Records:
    """Remembers the records of collections, by path; the names of path parameters do not count."""

    def __init__(self, judge: OpenApiJudge, behaviour: dict[str, Any]) -> None:
        self._judge = judge
        self._named: dict[str, list[Ids]] = {}  # by item path: the values that named a record
        self._found: dict[str, list[tuple[Ids, Any]]] = {}  # by collection path: what it showed
        self._ids: dict[str, tuple[str, str]] = {}  # what names a record: a property, a parameter
        self._linked: dict[str, tuple[str, tuple[str, str]]] = {}
        self._twins: dict[str, list[str]] = {}  # by collection path: others with the same records
        self._embedded: dict[str, str] = {}  # collection path: the property of its parent
        resources = behaviour.get("resources") or {}
        for one in resources.values():
            field, parameter = (
                (one.get("id") or {}).get(key, "") for key in ("field", "parameter")
            )
            self._ids[_shape(one["path"])] = (field, plain_name(parameter))
            if one.get("embedded"):
                self._embedded[_shape(one["path"])] = one["embedded"]
            other = resources.get(one.get("association"))
            if other:
                self._linked[_shape(one["path"])] = (_shape(other["path"]), (field, parameter))
            twins = [
                resources[name]["path"] for name in one.get("twins") or () if name in resources
            ]
            self._twins[_shape(one["path"])] = [_shape(path) for path in twins]
        homes = {one["kept_in"] for one in resources.values() if one.get("kept_in")}
        self._homes = [f"{_shape(resources[name]['path'])}/{{}}" for name in sorted(homes)]
        self._lists: dict[str, str] = {  # by call: the collection, which may be above its path
            call: _shape(resources[role["resource"]]["path"])
            for call, role in (behaviour.get("operations") or {}).items()
            if role["role"] in _TELLING and role.get("resource") in resources
        }

    def learn(
        self,
        operation: Mapping[str, Any],
        arguments: Mapping[str, Any],
        sent: Any,
        body: Any,
        location: str,
    ) -> None:
        """Keep what a successful call tells: the record it named, and those it was given."""
        path = _bare(operation["path"])
        values = _values(path, arguments)
        shape = _shape(path)
        collection = self._lists.get(operation["call"], "")
        if collection.count("{}") == len(values) and collection:
            shape = collection
        if path.rstrip("/").endswith("}"):
            self._named.setdefault(shape, []).insert(0, values)
        known = self._found.setdefault(shape, [])
        told = unquote(location.partition("?")[0].rstrip("/").rpartition("/")[2])
        if told and not path.endswith("}"):  # nothing says more surely what was made
            self._named.setdefault(f"{shape}/{{}}", []).insert(0, (*values, told))
            self._learn_place(location.partition("?")[0].rstrip("/"))
        field, _ = self._ids.get(shape, ("", ""))
        records = [*_records(body, field), *([told] if told else [])]
        records += [sent] if isinstance(sent, dict) else []
        known[:0] = [(values, record) for record in records]
        del known[_MOST:]

    def _learn_place(self, location: str) -> None:
        """Keep the record that a ``Location`` leads to, in whatever collection that is."""
        for shape in self._homes:
            found = re.search(re.escape(shape).replace(r"\{\}", "([^/]+)") + "$", location)
            if found is not None:
                self._named.setdefault(shape, []).insert(0, tuple(map(unquote, found.groups())))

    def forget(self, path: str, arguments: Mapping[str, Any]) -> None:
        """Drop a record that was deleted."""
        values = _values(path, arguments)
        known = self._named.get(_shape(path), [])
        known[:] = [one for one in known if one != values]

    def ids(self, operation: dict[str, Any]) -> list[dict[str, Any]]:
        """Return values of path parameters that may name a record together, the best first."""
        path, pointer = operation["path"], operation["pointer"]
        # Documents spell a parameter otherwise than its place in the path.
        declared = {
            plain_name(name): name
            for place, name in self._judge.parameters(pointer)
            if place == "path"
        }
        names = [declared.get(plain_name(name), name) for name in _PARAMETER.findall(path)]
        found: list[dict[str, Any]] = []
        for values in self._tuples(path):
            known = {name: one for name, one in zip(names, values, strict=False) if one is not None}
            if known and known not in found and self._fit(known, pointer):
                found.append(known)
            if len(found) >= _TRIED:
                break
        return found

    def link(self, path: str, body: Mapping[str, Any]) -> tuple[str, list[Any]]:
        """Return the body's property that names a record of another collection, and ids of that one."""
        other, names = self._linked.get(_shape(path), ("", ("", "")))
        wanted = {plain_name(name) for name in names}
        found = next((name for name in body if plain_name(name) in wanted), "")
        return found, [values[-1] for values in self._of(other)][:_TRIED] if found else []

    def _tuples(self, path: str) -> Iterator[Ids]:
        """Yield the values known for a path, then those of the paths above it."""
        cuts = [match.end() for match in _PARAMETER.finditer(path)]
        for cut in reversed(cuts):
            start = path.rfind("/", 0, cut)
            yield from self._named.get(_shape(path[:cut]), ())
            if path[start:cut].count("{") == 1:
                collection = _shape(path[:start])
                yield from self._of(collection)
                other, _ = self._linked.get(collection, ("", ()))
                rivals = [other, *self._twins.get(collection, ())]
                ids = [values[-1] for one in rivals for values in list(self._of(one))[:2]]
                above = [
                    one
                    for one in ([()] if "{" not in path[:start] else self._tuples(path[:start]))
                    if len(one) == collection.count("{}")
                ]
                nothing = (None,) * collection.count("{}")  # a caller is free to choose them
                yield from ((*one, last) for last in ids for one in (above[:2] or [nothing]))

    def _of(self, collection: str) -> Iterator[Ids]:
        """Yield the values that name the records which a collection showed."""
        known = [*self._found.get(collection, ()), *self._inside(collection)]
        # First what has the parameter itself, then what has an id, then what has a name.
        for values, record in sorted(known, key=lambda one: self._doubt(collection, one[1])):
            for name in self._id_names(collection, record):
                value = record[name] if isinstance(record, dict) else record
                if isinstance(value, str | int) and value != "":
                    yield (*values, value)

    def _doubt(self, collection: str, record: Any) -> int:
        field, parameter = self._ids.get(collection, ("", ""))
        if isinstance(record, dict) and parameter in map(plain_name, record):
            return 0
        return 1 if isinstance(record, dict) and field in record else 2

    def _inside(self, collection: str) -> Iterator[tuple[Ids, Any]]:
        """Yield the records of a collection that lives in the records of its parent."""
        name = self._embedded.get(collection)
        above = collection.rpartition("/")[0].removesuffix("/{}")
        for values, record in self._found.get(above, ()) if name else ():
            for key in self._id_names(above, record)[:1] if _rows(record, name) else ():
                yield from (((*values, record[key]), row) for row in _rows(record, name))
        for values, record in self._found.get(f"{above}/{{}}", ()) if name else ():
            yield from ((values, row) for row in _rows(record, name))

    def _id_names(self, collection: str, record: Any) -> Sequence[str]:
        if not isinstance(record, dict):
            return ("",)
        field, parameter = self._ids.get(collection, ("", ""))
        same = [name for name in record if plain_name(name) == parameter]
        wanted = [*same, field, "id", "uuid", "name", "key", "sid", "slug", "number", "code"]
        return [name for name in dict.fromkeys(wanted) if name in record][:2]

    def _fit(self, known: dict[str, Any], operation: str) -> bool:
        """Say whether all values are valid for the parameters of an operation."""
        for (place, name), parameter in self._judge.parameters(operation).items():
            schema, _ = self._judge.schema_of(parameter)
            if not (place == "path" and name in known and schema):
                continue
            if isinstance(known[name], int) and not self._is_valid(known[name], schema):
                known[name] = str(known[name])
            digits = str(known[name]).isdecimal()
            if digits and not self._is_valid(known[name], schema):
                known[name] = int(known[name])
            if not self._is_valid(known[name], schema):
                return False
        return True

    def _is_valid(self, value: Any, schema: str) -> bool:
        named = self._judge.schemas.node(schema).get("format")
        return self._judge.schemas.is_valid(value, schema, "readOnly") and has_format(value, named)


def _rows(record: Any, name: str | None) -> list[Any]:
    """Return the list that a record has under a name."""
    rows = record.get(name) if isinstance(record, dict) else None
    return rows if isinstance(rows, list) else []


def _records(body: Any, field: str) -> Iterator[Any]:
    """Yield what may be a record: the body, what is in it, and the items of lists in these.

    What stands in a list of an object that has an id in ``field`` itself is part of that record.
    """
    if isinstance(body, list):
        yield from body[:20]
    elif isinstance(body, dict):
        holders = [body, *(value for value in body.values() if isinstance(value, dict))]
        if len(body) == 1 and len(holders) > 1:  # it is nothing but a wrapper
            holders += [value for value in holders[1].values() if isinstance(value, dict)]
        yield from holders
        for holder in holders:
            for value in holder.values() if field not in holder else ():
                if isinstance(value, list):
                    yield from value[:20]
    elif isinstance(body, str | int):
        yield body


def _values(path: str, arguments: Mapping[str, Any]) -> Ids:
    """Return the values of the parameters of a path, however these are spelled."""
    given = {plain_name(name): value for name, value in arguments.items()}
    return tuple(given.get(plain_name(name)) for name in _PARAMETER.findall(path))


def _bare(path: str) -> str:
    """Return a path without query, fragment and the end that names a format: ``/{id}.json``."""
    return _FORMAT.sub("", path.partition("?")[0].partition("#")[0].rstrip("/"))


def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", re.sub("//+", "/", _bare(path)))
