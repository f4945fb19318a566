"""How records are told: the declared response, a record in its form, what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...server._runtime.responses import quality
from .identities import typed_id
from .members import member_pointer, set_path
from .schemas import items_pointer, plain, property_pointer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Call, Document
    from ...server._runtime.operations import ResponseSpec
    from .behaviour import Behaviour, Resource, Role
    from .record_collections import Collections
    from .samples import Sampler
    from .shaping import Shaper
    from .store import Record, Store

_MAKING = frozenset({"create", "upload", "copy"})
_EXPANDS = frozenset({"expand", "include", "embed"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The declared success that an operation gives.

    Args:
        schema: describes the JSON body, if there is one.
        place: describes the entity in it, inside its wrapper if it has one.
        rows: describes the items of the list in it, if it has one.
    """

    status: int
    schema: str
    place: str = ""
    rows: str = ""


class Answers:
    """Puts records into the responses of the document."""

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        store: Store,
        collections: Collections,
        sampler: Sampler,
        shaper: Shaper,
    ) -> None:
        self._document = document
        self._behaviour = behaviour
        self._store = store
        self._collections = collections
        self._sampler = sampler
        self._shaper = shaper
        self._successes: dict[str, Answer] = {}
        self._limits: dict[str, dict[str, Any]] = {}

    def item_place(self, pointer: str, items: str) -> str:
        """Return the schema of the items of a list that stands at the path ``items`` of a body."""
        place = member_pointer(self._document, pointer, items) if items else pointer
        return items_pointer(self._document, place)

    def success(self, call: Call) -> Answer:
        """Return the declared success with a JSON body, the first one, or else the first of all.

        Of several JSON bodies it is the one that the request wants most.
        """
        name = call.operation.call
        answer = self._successes.get(name)
        if answer is None:
            status, forms = self._success(call)
            wanted = _most_wanted(call, forms)
            key = name if len(forms) < 2 else f"{name} {wanted}"
            answer = self._successes.get(key)
            if answer is None:
                role = self._behaviour.role(name)
                place = self._entity_place(wanted, role) if wanted else ""
                rows = self.item_place(wanted, role.items) if wanted else ""
                answer = self._successes[key] = Answer(status, wanted, place, rows)
        return answer

    def _success(self, call: Call) -> tuple[int, dict[str, str]]:
        """Return the status, and for each schema of a JSON body the first media type it describes."""
        successes = call.operation.successes()
        # A part of something answers a request for one, unless nothing else is declared.
        found = [item for item in successes if item.status != "206"] or list(successes)
        others = [item for item in call.operation.responses if item.status[:1] == "3"]
        found = found or sorted(others, key=lambda item: item.status == "304")
        for response in found:
            forms: dict[str, str] = {}
            for media in response.content:
                if media.is_json and media.schema and not media.is_stream:
                    forms.setdefault(media.schema, media.name)
            if forms:
                return status_of(response), forms
        if self._behaviour.role(call.operation.call).role in _MAKING:
            found.sort(key=lambda item: item.status != "201")  # it says where the record is
        return status_of(found[0]) if found else 204, {}

    def told(
        self,
        call: Call,
        resource: Resource,
        record: Record,
        place: str,
        key: str,
        collection: tuple[str, ...],
        said: Mapping[str, Any] | None = None,
    ) -> Any:
        """Return a record in the form of one response, with what the request wants expanded."""
        data = {**record.data, **said} if said else record.data
        if len(call.arguments) > len(call.placeholders):
            data = {**data, **self._expanded(call, resource, record, place, key, collection)}
        if resource.id_field not in data and resource.id_field in self._shaper.fields(place):
            data = {**data, resource.id_field: typed_id(resource, key)}  # only lists tell it
        known = self._shaper.fields(resource.schema)
        told = self._shaper.project(data, place, *collection, key, known=known)
        if isinstance(told, str) and self._shaper.is_valid(key, place):
            return key  # a list of ids
        return told

    def _expanded(
        self,
        call: Call,
        resource: Resource,
        record: Record,
        place: str,
        key: str,
        collection: tuple[str, ...],
    ) -> dict[str, Any]:
        """Return what ``?expand=name`` asks for: the child records of that name, or a linked record."""
        found: dict[str, Any] = {}
        for name in _wanted(call):
            target = property_pointer(self._document, place, name)
            child = self._behaviour.resources.get(f"{resource.name}.{name}")
            if target and child is not None:
                inner = (child.name, *collection[1:], key)
                rows = self._collections.rows(child, inner)
                found[name] = [dict(row.data) for _, row in rows]
            elif target:
                linked = self._linked(record, plain(name))
                if linked is not None:
                    found[name] = dict(linked.data)
        return found

    def _linked(self, record: Record, name: str) -> Record | None:
        """Return the record that ``<name>Id`` of another one refers to."""
        wanted = f"{name}id"
        other = next((value for key, value in record.data.items() if plain(key) == wanted), None)
        for item in self._behaviour.resources.values():
            if not item.parents and plain(item.id_parameter) == wanted:
                linked = self._store.get((item.name,), str(other))
                if linked is not None and not linked.deleted:
                    return linked
        return None

    def _entity_place(self, schema: str, role: Role) -> str:
        """Return the schema of the entity in an answer, inside its wrapper if it has one."""
        if not role.wrapper:
            return schema
        return member_pointer(self._document, schema, role.wrapper) or schema

    def wrapped(self, call: Call, answer: Answer, role: Role, told: Any) -> Any:
        """Return an entity in the wrapper that the answer has around it, if any."""
        if not role.wrapper or not answer.schema:
            return told
        body = self._sampler.sample(answer.schema, call.operation.call)
        around = dict(body) if isinstance(body, dict) else {}
        set_path(around, role.wrapper, told)
        return around

    def limits(self, call: Call, role: Role) -> dict[str, Any]:
        """Return the ``default`` size of a page and the number of the ``first``, where they are said."""
        name = call.operation.call
        if name not in self._limits:
            self._limits[name] = self._find_limits(call, role)
        return self._limits[name]

    def _find_limits(self, call: Call, role: Role) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for meaning, key in (("limit", "default"), ("page", "first")):
            schema = self._parameter(call, role.parameters.get(meaning, ""))
            if isinstance(schema, dict) and isinstance(schema.get("default"), int):
                found[key] = schema["default"]
            elif key == "first" and isinstance(schema, dict) and schema.get("minimum") == 0:
                found[key] = 0
        return found

    def default(self, call: Call, name: str) -> Any:
        """Return what a parameter of the query is when it is not sent; ``None`` where nothing says so."""
        schema = self._parameter(call, name)
        return schema.get("default") if isinstance(schema, dict) else None

    def defaults(self, call: Call) -> dict[str, Any]:
        """Return the parameters of the query that have a default, by wire name."""
        names = [one.name for one in call.operation.located.get("query", ())]
        found = {name: self.default(call, name) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    def _parameter(self, call: Call, name: str) -> Any:
        spec = next((item for item in call.operation.parameters if item.name == name), None)
        return self._document.resolve(self._document.schema(spec.schema)) if spec else None


def values(call: Call, location: str) -> dict[str, Any]:
    """Return the parameters of one place by wire name; those of the path as text."""
    found: dict[str, Any] = {}
    for item in call.operation.located.get(location, ()):
        if item.argument in call.arguments:
            value = call.arguments[item.argument]
            found[item.name] = str(value) if location == "path" else value
    return found


def _wanted(call: Call) -> list[str]:
    """Return the names that the query asks to expand."""
    return [
        str(name)
        for item in call.operation.located.get("query", ())
        if item.argument in call.arguments and plain(item.name) in _EXPANDS
        for name in _listed(call.arguments[item.argument])
    ]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def path_values(call: Call) -> list[str]:
    """Return the path parameters as text in their order: names differ between siblings, places do not.

    One that stands in the path twice counts twice, as its place in the records of a mock does.
    """
    arguments = call.arguments
    return [str(arguments[name]) for name in call.operation.path_arguments if name in arguments]


def matches(value: Any, wanted: Any) -> bool:
    """Whether a property passes a filter: it is the value, or one of several."""
    if isinstance(wanted, list):
        return not wanted or value in wanted or str(value) in map(str, wanted)
    return value == wanted or (isinstance(value, str) and value == str(wanted))


def _most_wanted(call: Call, forms: Mapping[str, str]) -> str:
    """Return one of several schemas of a body, by the media types they describe; empty where none is."""
    accept = call.request.headers.get("accept") if len(forms) > 1 else ""
    if not accept:
        return next(iter(forms), "")
    return max(forms, key=lambda schema: quality(accept, forms[schema]))


def status_of(response: ResponseSpec) -> int:
    """Return the status to answer with; for a class of them the usual one."""
    if response.status.isdigit():
        return int(response.status)
    return 302 if response.status[:1] == "3" else 200
