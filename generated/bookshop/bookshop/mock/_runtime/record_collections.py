"""The records of each resource: found, listed, made, changed and removed, under their parents."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zlib import crc32

from ...server._runtime import HTTPError
from .identities import typed_id
from .replacing import cleared
from .schemas import plain, property_pointer
from .store import Record
from .transitions import Transitions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource
    from .identities import Identities
    from .samples import Sampler
    from .shaping import Shaper
    from .store import Key, Store
    from .transitions import Reached

_SEEDED = 3  # sample records of a list that nothing creates


class Collections:
    """All records of the mock, by the rules that ``behaviour.json`` states."""

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        store: Store,
        sampler: Sampler,
        shaper: Shaper,
        identities: Identities,
        clock: Callable[[], datetime],
    ) -> None:
        self._document = document
        self._behaviour = behaviour
        self._store = store
        self._sampler = sampler
        self._shaper = shaper
        self._clock = clock
        self.transitions = Transitions(clock)
        self._identities = identities
        self._forms: dict[tuple[str, str], Callable[[datetime], Any]] = {}
        self._counting: dict[str, dict[str, str]] = {}

    def place(self, resource: Resource, path: Sequence[str]) -> Key:
        """Return the collection that the values of a path lead to; every stored parent has to exist.

        Raises:
            HTTPError: 404 for a parent that does not.
        """
        ids: list[str] = []
        for parent, value in zip(resource.parents, path, strict=False):
            holder = self._behaviour.resources.get(parent.resource)
            if holder is not None:
                self.find(holder, (holder.name, *ids), value)
            ids.append(value)
        return (resource.name, *ids)

    def find(self, resource: Resource, collection: Key, key: str) -> Record:
        """Return a record.

        Raises:
            HTTPError: 404 if there is none or it was deleted.
        """
        found = self._store.get(collection, key)
        if found is None:
            self._seed(resource, collection)
            found = self._store.get(collection, key) or self._of_twins(resource, collection, key)
        if found is None and resource.origin == "open":
            found = self._materialize(resource, collection, key)
        if found is None or found.deleted:
            raise HTTPError(404, detail=f"There is no {_noun(resource)} {key!r}.", code="not_found")
        return found

    def rows(self, resource: Resource, collection: Key) -> list[tuple[str, Record]]:
        """Return the records of a collection, oldest first."""
        self._seed(resource, collection, ("seeded", "open"))
        found = self._store.items(collection)
        for key, record in found if resource.states else ():
            if self._reach(
                resource, record, self.transitions.by_now(resource, (*collection, key), record)
            ):
                self._store.put(collection, key, record)
        return found

    def stock(self, resource: Resource, collection: Key, wanted: Mapping[str, Any]) -> None:
        """Add a sample record with the values that a caller has to ask for, where they are possible."""
        fields = self._shaper.fields(resource.schema)
        if wanted.keys() <= fields.keys() and all(
            self._shaper.is_valid(value, fields[name]) for name, value in wanted.items()
        ):
            self._add_sample(resource, collection, wanted, varied=True)

    def add(
        self, resource: Resource, collection: Key, body: Mapping[str, Any], *, strict: bool
    ) -> tuple[str, Record]:
        """Make a record of a request.

        Args:
            strict: whether an id that is taken is a conflict; else the record is replaced.

        Raises:
            HTTPError: 404 if it links to a record that is not there, 409 if it is there already.
        """
        key = self._given_id(resource, body)
        if key:
            self._check_link(resource, key)
            number = self._store.next_number(collection)
        else:
            key, number = self._identities.new(resource, collection)
        taken = self._store.get(collection, key)
        if taken is not None and not taken.deleted and strict:
            raise HTTPError(
                409, detail=f"{_noun(resource)} {key!r} exists already.", code="conflict"
            )
        data = self._shaper.new(resource, collection, number, body)
        self._set(resource, data, self._server_fields(resource, collection, key, number, body))
        self._identities.name_rows(resource, collection, key, data, body)
        if taken is not None and taken.deleted:
            self._store.forget(collection, key)
        record = Record(data)
        self._store.put(collection, key, record)
        self._add_history(resource, collection, key, record)
        return key, record

    def change(
        self, resource: Resource, collection: Key, key: str, body: Mapping[str, Any]
    ) -> Record:
        """Merge a request into a record and move its time of change."""
        record = self.find(resource, collection, key)
        return self._revise(resource, collection, key, record, record.data, body)

    def replace(
        self, resource: Resource, collection: Key, key: str, body: Mapping[str, Any], schema: str
    ) -> Record:
        """Put a request in the place of a record (RFC 9110, section 9.3.4); what servers set stays.

        Args:
            schema: describes the body: its properties that were not sent are cleared.
        """
        record = self.find(resource, collection, key)
        own = {resource.id_field, resource.created_at, resource.updated_at, resource.deleted_at}
        own |= {resource.status if resource.states else ""}
        own |= {parent.field for parent in resource.parents}
        start = cleared(self._document, self._shaper, resource, record.data, body, schema, own)
        return self._revise(resource, collection, key, record, start, body)

    def _revise(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        record: Record,
        start: Mapping[str, Any],
        body: Mapping[str, Any],
    ) -> Record:
        """Merge a request into ``start``, and make that the data of a record."""
        before = record.data
        record.data = self._shaper.change(start, _without(body, resource.id_field), resource.schema)
        self._identities.name_rows(resource, collection, key, record.data, {**before, **body})
        self._touch(resource, record)
        self._store.put(collection, key, record)
        if before != record.data:
            self._add_history(resource, collection, key, record, before)
        return record

    def remove(self, resource: Resource, collection: Key, key: str, *, guarded: bool) -> None:
        """Delete a record; it stays in the store, out of sight.

        Args:
            guarded: whether a record that others refer to is kept (409).
        """
        record = self.find(resource, collection, key)
        if guarded:
            self._refuse_if_used(resource, key)
        record.deleted = True
        if resource.deleted_at:
            self._set(
                resource,
                record.data,
                {resource.deleted_at: self.now(resource, resource.deleted_at)},
            )
        self._store.put(collection, key, record)

    def advance(self, resource: Resource, collection: Key, key: str, record: Record) -> None:
        """Count a read of a record that has a life cycle; its status may move on with it."""
        if not resource.states:
            return  # nothing depends on it, and what only reads has nothing to write
        record.reads += 1
        self._reach(
            resource, record, self.transitions.after_read(resource, (*collection, key), record)
        )
        self._store.put(collection, key, record)

    def _reach(self, resource: Resource, record: Record, reached: Reached | None) -> bool:
        """Put a record into a state it has come to; say whether it has come to one."""
        if reached is None:
            return False
        self._set(resource, record.data, {resource.status: reached.state})
        name = resource.updated_at
        if name:
            self._set(resource, record.data, {name: self.now(resource, name, reached.moment)})
        return True

    def now(self, resource: Resource, name: str, moment: datetime | None = None) -> Any:
        """Return the present time in the form a property has: RFC 3339, or Unix seconds."""
        moment = moment or self._clock()
        if moment.tzinfo is not UTC:
            moment = moment.astimezone(UTC)
        form = self._forms.get((resource.schema, name))
        if form is None:
            place = property_pointer(self._document, resource.schema, name)
            fitting = (one for one in _FORMS if self._shaper.is_valid(one(moment), place))
            form = self._forms[resource.schema, name] = next(fitting, _rfc3339)
        return form(moment)

    def _set(self, resource: Resource, data: dict[str, Any], values: Mapping[str, Any]) -> None:
        if self._shaper.is_valid({**data, **values}, resource.schema):
            data |= values
            return
        fields = self._shaper.fields(resource.schema)
        data |= {
            name: value
            for name, value in values.items()
            if name not in fields or self._shaper.is_valid(value, fields[name])
        }

    def _touch(self, resource: Resource, record: Record) -> None:
        name = resource.updated_at
        if name:
            self._set(resource, record.data, {name: self.now(resource, name)})

    def _server_fields(
        self, resource: Resource, collection: Key, key: str, number: int, body: Mapping[str, Any]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for parent, value in zip(resource.parents, collection[1:], strict=False):
            if parent.field:
                found[parent.field] = value
        moment = self._clock()
        for name in (resource.created_at, resource.updated_at):
            if name:
                found[name] = self.now(resource, name, moment)
        if resource.states:
            found[resource.status] = resource.states[0]
        for name, place in self._numbered(resource).items():
            if not place:
                found[name] = 1
            elif name not in body:
                found[name] = self._own_id(resource, place, collection, number)
        found[resource.id_field] = typed_id(resource, key)
        return found

    def _numbered(self, resource: Resource) -> dict[str, str]:
        """Return the fields that count: ids beside the one a record is found by, with their schemas; versions.

        An association has such an id.
        """
        found = self._counting.get(resource.name)
        if found is None:
            found = self._counting[resource.name] = {}
            for name, place in self._shaper.fields(resource.schema).items():
                if plain(name) == "id" and name != resource.id_field:
                    found[name] = place
                elif plain(name) == "currentversion" and self._histories(resource):
                    found[name] = ""
        return found

    def _own_id(self, resource: Resource, place: str, collection: Key, number: int) -> Any:
        sample = self._sampler.sample(place, *collection, number)
        if not isinstance(sample, str):
            return number
        prefix, mark, _ = sample.rpartition("_")
        chance = self._sampler.chance("own", *collection, number)
        return f"{prefix}{mark}{chance.getrandbits(48):012x}" if mark else sample

    def _given_id(self, resource: Resource, body: Mapping[str, Any]) -> str:
        """Return the id that the request itself gives, as for a link or a natural key."""
        by_plain = {plain(name): value for name, value in body.items()}
        wanted = [plain(resource.id_field)]
        if resource.association:
            wanted.append(plain(resource.id_parameter))
        for name in wanted:
            value = by_plain.get(name)
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                return str(value)
        return ""

    def _check_link(self, resource: Resource, key: str) -> None:
        linked = self._behaviour.resources.get(resource.association)
        if linked is not None:
            self.find(linked, (linked.name,), key)

    def _refuse_if_used(self, resource: Resource, key: str) -> None:
        for name, field in resource.referrers:
            for collection in self._store.collections(name):
                for _, record in self._store.items(collection):
                    if str(record.data.get(field)) == key and self._is_reachable(name, collection):
                        detail = f"{_noun(resource)} {key!r} is in use by {name}."
                        raise HTTPError(409, detail=detail, code="conflict")

    def _is_reachable(self, name: str, collection: Key) -> bool:
        """Whether all parents of a collection are still there."""
        parents = self._behaviour.resources[name].parents
        for index, parent in enumerate(parents):
            if parent.resource:
                above = (parent.resource, *collection[1 : index + 1])
                found = self._store.get(above, collection[index + 1])
                if found is not None and found.deleted:
                    return False
        return True

    def _materialize(self, resource: Resource, collection: Key, key: str) -> Record:
        number = int(key) if key.isdigit() else 1
        data = self._shaper.new(resource, collection, crc32(key.encode("utf-8", "replace")), {})
        self._set(resource, data, self._server_fields(resource, collection, key, number, {}))
        self._identities.name_rows(resource, collection, key, data, {})
        record = Record(data)
        self._store.put(collection, key, record)
        self._add_history(resource, collection, key, record)
        return record

    def _seed(
        self, resource: Resource, collection: Key, origins: Sequence[str] = ("seeded",)
    ) -> None:
        """Fill a list that nothing creates; so it is not empty for ever."""
        if resource.origin not in origins or self._store.is_known(collection):
            return
        for index in range(_SEEDED):
            # The first one is as the document shows it.
            self._add_sample(resource, collection, {}, varied=index > 0)

    def _add_sample(
        self, resource: Resource, collection: Key, given: Mapping[str, Any], *, varied: bool
    ) -> None:
        key, number = self._identities.new(resource, collection)
        sample = self._sampler.sample(resource.schema, *collection, number, rich=True)
        data = dict(sample) if isinstance(sample, dict) else {}
        if varied:
            random = self._sampler.random("own", *collection, number)
            data = self._shaper.varied(resource, data, random)
        self._set(resource, data, given)
        self._set(resource, data, self._server_fields(resource, collection, key, number, {}))
        self._identities.name_rows(resource, collection, key, data, {})
        record = Record(data)
        self._store.put(collection, key, record)
        self._add_history(resource, collection, key, record)

    def _of_twins(self, resource: Resource, collection: Key, key: str) -> Record | None:
        """Look among other lists of the same entity, such as a catalog beside one's own records."""
        for name in resource.twins:
            twin = self._behaviour.resources[name]
            if len(twin.parents) == len(collection) - 1:
                place = (name, *collection[1:])
                self._seed(twin, place)
                found = self._store.get(place, key)
                if found is not None and not found.deleted:
                    return found
        return None

    def _histories(self, resource: Resource) -> list[Resource]:
        return [item for item in self._behaviour.children(resource) if item.origin == "history"]

    def _add_history(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        record: Record,
        before: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep a version of a record when something changed that its versions hold."""
        for history in self._histories(resource):
            shared = self._shaper.fields(history.schema).keys() & record.data.keys()
            shared -= {
                resource.id_field,
                history.id_field,
                resource.created_at,
                resource.updated_at,
            }
            changed = {
                name for name in shared if before and before.get(name) != record.data.get(name)
            }
            if before is not None and not changed:
                continue
            place = (history.name, *collection[1:], key)
            version, _ = self.add(
                history, place, {name: record.data[name] for name in shared}, strict=False
            )
            current = [name for name in record.data if plain(name) in ("currentversion", "version")]
            for name in current:
                self._set(
                    resource, record.data, {name: int(version) if version.isdigit() else version}
                )


def _rfc3339(moment: datetime) -> str:
    return f"{moment.isoformat(timespec='microseconds').removesuffix('+00:00')}Z"


def _unix(moment: datetime) -> int:
    return int(moment.timestamp())


def _date(moment: datetime) -> str:
    return moment.date().isoformat()


_FORMS = (_rfc3339, _unix, _date)
"""How a property tells a time; the first that its schema accepts."""


def _noun(resource: Resource) -> str:
    return resource.name.rsplit(".", 1)[-1].replace("-", " ").removesuffix("s")


def _without(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != name}
