"""The records of each resource: found, listed, made, changed and removed, under their parents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

from ...server._runtime import HTTPError
from .composed import Composed
from .identities import number_of
from .members import value_at, with_members, without
from .new_records import NewRecords
from .nouns import noun_of
from .references import refuse_if_used
from .replacing import cleared
from .schemas import plain
from .seeding import Seeds
from .self_links import SelfLinks
from .store import Record
from .transitions import Transitions
from .views import home_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource
    from .examples import Examples
    from .identities import Identities
    from .samples import Sampler
    from .server_fields import ServerFields
    from .shaping import Shaper
    from .store import Key, Store
    from .transitions import Reached

_REMEMBERED = 4096  # sets of properties that bodies have
_SELF = frozenset({"me", "self", "@me"})  # ids that mean the caller


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
        server_fields: ServerFields,
        examples: Examples,
        clock: Callable[[], datetime],
    ) -> None:
        self._document = document
        self._behaviour = behaviour
        self._store = store
        self._shaper = shaper
        self._server_fields = server_fields
        self.transitions = Transitions(clock, store)
        self._identities = identities
        self._new_records = NewRecords(sampler, shaper, examples)
        self._seeds = Seeds(sampler, shaper, identities, server_fields, examples)
        self._links = SelfLinks(document)
        self._composed = Composed(sampler)
        self._id_names: dict[tuple[str, ...], list[str]] = {}

    def place(self, resource: Resource, path: Sequence[str]) -> Key:
        """Return the collection that the values of a path lead to; every stored parent has to exist.

        Raises:
            HTTPError: 404 for a parent that does not.
        """
        if not resource.parents:
            return (resource.name,)
        ids: list[str] = []
        for parent, value in zip(resource.parents, path, strict=False):
            holder = self._behaviour.resources.get(parent.resource)
            own = value
            if holder is not None:
                own = self.key(holder, (holder.name, *ids), value)
                self.find(holder, (holder.name, *ids), own)
            ids.append(own)
        return (resource.name, *ids)

    def home(
        self, resource: Resource, collection: Key, data: Mapping[str, Any]
    ) -> tuple[Resource, Key]:
        """Return where a record is kept that was found in a collection: for a view, elsewhere."""
        if not resource.kept_in:
            return resource, collection
        home = self._behaviour.home(resource)
        return home, home_of(resource, home, collection, data)

    def key(self, resource: Resource, collection: Key, named: str) -> str:
        """Return the id of the record that a path names by its id, or by another field that may stand for it."""
        if named in _SELF and resource.origin != "open" and not self._store.get(collection, named):
            rows = self.rows(resource, collection)
            return rows[0][0] if rows else named
        if not resource.other_names or self._store.get(collection, named) is not None:
            return named
        for key, record in self._store.items(collection):
            if any(record.data.get(name) == named for name in resource.other_names):
                return key
        return named

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
            raise HTTPError(
                404, detail=f"There is no {noun_of(resource.name)} {key!r}.", code="not_found"
            )
        return found

    def admit(self, resource: Resource, path: Sequence[str], identity: str) -> bool:
        """Make the record that a caller's credential stands for, if the path begins with its id.

        Nothing else could make it: who has a credential has an account. Says whether it was made.
        """
        if not path or path[0] != identity:
            return False
        above = resource.parents[0].resource if resource.parents else resource.name
        holder = self._behaviour.resources.get(above)
        if holder is None or holder.parents or self._store.get((holder.name,), identity):
            return False
        self._seed(holder, (holder.name,))
        self._materialize(holder, (holder.name,), identity)
        return True

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
            key, data = self._seeds.sample(resource, collection, wanted)
            self._keep(resource, collection, key, data, {})

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
            taken = self._store.get(collection, key)
        else:
            key, number, taken = self._identities.new(resource, collection)
        if taken is not None and not taken.deleted and strict:
            raise HTTPError(
                409, detail=f"{noun_of(resource.name)} {key!r} exists already.", code="conflict"
            )
        own = self._server_fields.new(resource, collection, key, number, body)
        data = self._new_records.make(resource, collection, number, body, own)
        if taken is not None and taken.deleted:
            self._store.forget(collection, key)
        return key, self._keep(resource, collection, key, data, body)

    def _keep(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        data: dict[str, Any],
        sent: Mapping[str, Any],
    ) -> Record:
        """Put a new record into the store; those inside it get ids, where none were ``sent``."""
        view, shown = resource, collection
        resource, collection = self.home(resource, collection, data)
        if self._behaviour.embedded(resource):
            self._identities.name_rows(resource, collection, key, data, sent)
        self._links.lead(resource, collection, key, data, sent)
        self._composed.compose(resource, data, sent)
        record = Record(data)
        self._store.put(collection, key, record)
        if view.members:
            self._store.put(shown, key, record)
        if self._behaviour.histories(resource):
            self._add_history(resource, collection, key, record)
        return record

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
        start = with_members(start, record.data, own)
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
        record.data = self._shaper.change(start, without(body, resource.id_field), resource.schema)
        self._identities.name_rows(resource, collection, key, record.data, {**before, **body})
        self._set_time(resource, record, resource.updated_at)
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
            refuse_if_used(self._behaviour, self._store, resource, key)
        record.deleted = True
        if resource.deleted_at:
            self._set_time(resource, record, resource.deleted_at)
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
        self._shaper.assign(resource.schema, record.data, {resource.status: reached.state})
        self._set_time(resource, record, resource.updated_at, reached.moment)
        return True

    def _set_time(
        self, resource: Resource, record: Record, name: str, moment: datetime | None = None
    ) -> None:
        """Have a field tell a moment, by default the present one; without a ``name`` there is none."""
        if name:
            told = self._server_fields.now(resource, name, moment)
            self._shaper.assign_own(resource, record.data, {name: told})

    def _given_id(self, resource: Resource, body: Mapping[str, Any]) -> str:
        """Return the id that the request itself gives, as for a link or a natural key."""
        place = (resource.name, *body)
        names = self._id_names.get(place)
        if names is None:
            names = self._find_id_names(resource, place)
        for name in names:
            value = body[name]
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                return str(value)
        if not resource.is_nested:
            return ""
        value = value_at(body, resource.id_field)
        return value if isinstance(value, str) else ""

    def _find_id_names(self, resource: Resource, place: tuple[str, ...]) -> list[str]:
        """Return the properties of a body that may give the id, for all bodies of the same ones."""
        found: list[str] = []
        for wanted in (resource.id_field, resource.id_parameter if resource.association else ""):
            word = plain(wanted)
            found += [name for name in place[1:] if word and plain(name) == word][-1:]
        if len(self._id_names) >= _REMEMBERED:
            self._id_names.clear()
        self._id_names[place] = found
        return found

    def _check_link(self, resource: Resource, key: str) -> None:
        linked = self._behaviour.resources.get(resource.association)
        if linked is not None:
            self.find(linked, (linked.name,), key)

    def _materialize(self, resource: Resource, collection: Key, key: str) -> Record:
        number = number_of(key) or 1
        own = self._server_fields.new(resource, collection, key, number, {})
        like = crc32(key.encode("utf-8", "replace"))
        data = self._new_records.make(resource, collection, like, {}, own)
        return self._keep(resource, collection, key, data, {})

    def _seed(
        self, resource: Resource, collection: Key, origins: Sequence[str] = ("seeded",)
    ) -> None:
        """Fill a list that nothing creates; so it is not empty for ever."""
        if resource.origin not in origins or self._store.is_known(collection):
            return
        for key, data in self._seeds.all(resource, collection):
            self._keep(resource, collection, key, data, {})

    def _of_twins(self, resource: Resource, collection: Key, key: str) -> Record | None:
        """Look among other lists of the same entity, such as a catalog beside one's own records."""
        for name in resource.twins:
            twin = self._behaviour.resources[name]
            if len(twin.parents) == len(collection) - 1:
                place = (name, *collection[1:])
                self._seed(twin, place)
                found = self._store.get(place, key)
                if found is not None and not found.deleted:
                    return Record(
                        dict(found.data), found.reads
                    )  # what changes it leaves the twin's
        return None

    def _add_history(
        self,
        resource: Resource,
        collection: Key,
        key: str,
        record: Record,
        before: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep a version of a record when something changed that its versions hold."""
        for history in self._behaviour.histories(resource):
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
                number = number_of(version)
                told = version if number is None else number
                self._shaper.assign(resource.schema, record.data, {name: told})
            self._store.put(collection, key, record)
