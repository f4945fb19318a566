"""What a server sets in a record by itself: parents, times, first state, version and id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .identities import typed_id
from .mail_dates import is_mail_date, mail_date
from .members import member_pointer
from .new_ids import form_of
from .numeric_ids import spelled
from .schemas import merged, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource
    from .samples import Sampler
    from .shaping import Shaper
    from .store import Key

    Form = Callable[[datetime], str | int]
    """How a time is told."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is set in every new record of a resource.

    Args:
        parents: the place of each parent's id in the key of a collection, and the field it goes to with its
            schema.
        times: forms of a time, each with the fields that tell so when the record was made.
        fixed: fields with what is in them at first.
        own_ids: ids beside the one a record is found by, with their schemas: an association has one.
    """

    parents: tuple[tuple[int, str, str], ...]
    times: tuple[tuple[Form, tuple[str, ...]], ...]
    fixed: Mapping[str, Any]
    own_ids: tuple[tuple[str, str], ...]


class ServerFields:
    """Makes the values of the fields that no request sets."""

    def __init__(
        self,
        document: Document,
        behaviour: Behaviour,
        sampler: Sampler,
        shaper: Shaper,
        clock: Callable[[], datetime],
    ) -> None:
        self._document = document
        self._behaviour = behaviour
        self._sampler = sampler
        self._shaper = shaper
        self._clock = clock
        self._plans: dict[str, _Plan] = {}
        self._forms: dict[tuple[str, str], Form] = {}

    def new(
        self, resource: Resource, collection: Key, key: str, number: int, body: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the fields of a new record that a server sets; own ids only where ``body`` has none."""
        plan = self._plans.get(resource.name) or self._plan(resource)
        found: dict[str, Any] = {}
        for at, name, place in plan.parents:
            if at < len(collection):
                found[name] = spelled(self._sampler, collection[at], place)
        if plan.times:
            moment = self._clock()
            for form, names in plan.times:
                told = form(moment)
                for name in names:
                    found[name] = told
        found |= plan.fixed
        for name, place in plan.own_ids:
            if name not in body:
                found[name] = self._own_id(place, collection, number)
        found[resource.id_field] = typed_id(resource, key)
        return found

    def now(self, resource: Resource, name: str, moment: datetime | None = None) -> Any:
        """Return the present time in the form a property has: RFC 3339, or Unix seconds."""
        moment = moment or self._clock()
        return self._form(resource, name, moment)(moment)

    def _plan(self, resource: Resource) -> _Plan:
        fields = self._shaper.fields(resource.schema)
        parents = enumerate(resource.parents, start=1)
        fixed: dict[str, Any] = {resource.status: resource.states[0]} if resource.states else {}
        own_ids: list[tuple[str, str]] = []
        for name, place in fields.items():
            if plain(name) == "id" and name != resource.id_field:
                own_ids.append((name, place))
            elif plain(name) == "currentversion" and self._behaviour.histories(resource):
                fixed[name] = 1
        times: dict[Form, tuple[str, ...]] = {}
        moment = self._clock()
        for name in filter(None, (resource.created_at, resource.updated_at)):
            form = self._form(resource, name, moment)
            times[form] = (*times.get(form, ()), name)
        found = self._plans[resource.name] = _Plan(
            tuple(
                (at, parent.field, member_pointer(self._document, resource.schema, parent.field))
                for at, parent in parents
                if parent.field
            ),
            tuple(times.items()),
            fixed,
            tuple(own_ids),
        )
        return found

    def _form(self, resource: Resource, name: str, moment: datetime) -> Form:
        """Return what tells a time in the form of a property."""
        form = self._forms.get((resource.schema, name))
        if form is None:
            place = member_pointer(self._document, resource.schema, name)
            raw = self._document.schema(place) if place else True
            is_mail = is_mail_date(merged(self._document, raw))
            forms = (mail_date, *_FORMS) if is_mail else _FORMS
            fitting = (one for one in forms if self._shaper.is_valid(one(moment), place))
            form = self._forms[resource.schema, name] = next(fitting, _rfc3339)
        return form

    def _own_id(self, place: str, collection: Key, number: int) -> Any:
        sample = self._sampler.sample(place, *collection, number)
        if not isinstance(sample, str):
            return number
        prefix, mark, _ = sample.rpartition("_")
        chance = self._sampler.chance("own", *collection, number)
        own = (
            f"{prefix}{mark}{chance.getrandbits(48):012x}" if mark else form_of(sample).make(chance)
        )
        return own if self._shaper.is_valid(own, place) else sample


def _rfc3339(moment: datetime) -> str:
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    # The shortest way to write it; it leaves microseconds out only where there are none.
    text = moment.isoformat() if moment.microsecond else moment.isoformat(timespec="microseconds")
    return f"{text[:-6]}Z"  # without +00:00


def _unix(moment: datetime) -> int:
    return int(moment.timestamp())


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


_FORMS = (_rfc3339, _unix, _date)
"""How a property tells a time; the first that its schema accepts."""
