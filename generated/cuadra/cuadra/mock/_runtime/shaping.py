"""Makes records out of requests, and responses out of records."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from zlib import crc32

from ...server._runtime import FileUpload
from .believable import are_people, is_own, person, text_for
from .numeric_ids import spelled
from .schemas import (
    accepts_null,
    declared,
    hidden,
    items_pointer,
    merged,
    plain,
    variants,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from random import Random

    from ...server._runtime import Document
    from ...server._runtime.validator import Validator
    from .behaviour import Resource
    from .samples import Sampler
    from .store import Key

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_SIMPLE = frozenset({str, int, float, bool})  # a value of these is set as it is
_MANY = 256  # different new records of a resource, before they begin to resemble each other
_REMEMBERED = 4096  # beginnings of new records
# Flags of a new record that are on: what it was made for.
_ON = frozenset({"isactive", "isenabled", "isvalid", "isavailable", "isopen", "isvisible"})


class Shaper:
    """Fits values to the schemas of a document."""

    def __init__(self, document: Document, sampler: Sampler) -> None:
        self._document = document
        self._sampler = sampler
        self._fields: dict[str, dict[str, str]] = {}
        self._hidden: dict[str, frozenset[str]] = {}
        self._variants: dict[str, list[str]] = {}
        self._discriminators: dict[str, dict[str, Collection[str]]] = {}
        self._begin: dict[str, list[tuple[str, Any]]] = {}
        self._settable: dict[str, dict[str, str]] = {}
        self.is_valid: Callable[[Any, str], bool] = sampler.is_valid
        """Whether a schema accepts a value."""
        self._validators: dict[str, Validator] = {}
        self.exact: tuple[Any, str] = (None, "")
        """The last value that a schema was asked about and accepted, and that schema."""
        self._starts: dict[tuple[str, str, int], dict[str, Any]] = {}
        self._spellings: dict[str, dict[str, str]] = {}

    def fields(self, pointer: str) -> dict[str, str]:
        """Return the properties a schema declares and responses show, with the pointers of theirs."""
        found = self._fields.get(pointer)
        if found is None:
            found = self._fields[pointer] = declared(self._document, pointer)
        return found

    def new(
        self,
        resource: Resource,
        collection: Key,
        number: int,
        body: Mapping[str, Any],
        own: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Return the data of a new record: what the request gives, defaults, nulls, and samples.

        ``own`` is what the server sets, whatever the request says.
        """
        pointer = resource.schema
        if self._places(pointer):
            pointer = self.variant(pointer, body)
        parents = collection[1:]
        above = crc32("/".join(parents).encode("utf-8", "surrogatepass")) if parents else 0
        place = pointer, collection[0], (above + number) % _MANY
        data = self._starts.get(place) or self._start(resource, place)
        plainly = self._changed_plainly(data, body, resource.schema, own)
        if plainly is not None:
            return plainly
        found = self.change(self._without_maps(data, body, resource.schema), body, resource.schema)
        self.assign(resource.schema, found, own)
        return found

    def _without_maps(
        self, data: Mapping[str, Any], body: Mapping[str, Any], pointer: str
    ) -> Mapping[str, Any]:
        """Return data without the maps that a request gives: what is in a sample of them was never sent."""
        places = self.fields(pointer)
        sent = {name for name, value in body.items() if isinstance(value, dict) and name in places}
        maps = {name for name in sent if name in data and not self.fields(places[name])}
        return {name: value for name, value in data.items() if name not in maps} if maps else data

    def _start(self, resource: Resource, place: tuple[str, str, int]) -> dict[str, Any]:
        """Return what a new record begins as, for all that begin alike: it is not to be changed."""
        sample = self._sampler.sample(*place)
        data = sample if isinstance(sample, dict) else {}
        for name, value in self._beginnings(place[0]):
            known = data.get(name)
            if isinstance(known, int) and (value is not False or known is True):
                data[name] = value
        if resource.deleted_at:
            data.pop(resource.deleted_at, None)
        if len(self._starts) >= _REMEMBERED:
            self._starts.clear()
        self._starts[place] = data
        return data

    def assign(self, pointer: str, data: dict[str, Any], values: Mapping[str, Any]) -> None:
        """Set properties of an object of a schema: all of them, or those that it accepts."""
        if self.is_valid({**data, **values}, pointer):
            data |= values
            return
        fields = self.fields(pointer)
        data |= {
            name: value
            for name, value in values.items()
            if name not in fields or self.is_valid(value, fields[name])
        }

    def _beginnings(self, pointer: str) -> list[tuple[str, Any]]:
        """Return what a new record begins with whatever its sample says: counters at 0, flags off."""
        found = self._begin.get(pointer)
        if found is None:
            found = self._begin[pointer] = []
            for name, place in self.fields(pointer).items():
                word = plain(name)
                if word.endswith("count") and self.is_valid(0, place):
                    found.append((name, 0))
                if word.startswith("is") and word not in _ON and self.is_valid(False, place):
                    found.append((name, False))
        return found

    def change(
        self, data: Mapping[str, Any], values: Mapping[str, Any], pointer: str
    ) -> dict[str, Any]:
        """Return ``data`` with ``values`` merged in (RFC 7396), as far as the schema has a place for them.

        ``null`` becomes null where the schema takes it, else the property goes if it may be absent.
        """
        plainly = self._changed_plainly(data, values, pointer)
        if plainly is not None:
            return plainly
        chosen = self.variant(pointer, values, data)
        fields = self.fields(chosen)
        by_plain = self._by_plain(chosen)
        known = self.fields(pointer)
        found = {n: v for n, v in data.items() if n in fields or n not in known}
        for name, value in values.items():
            if isinstance(value, (FileUpload, bytes)):
                continue
            target = name if name in fields else by_plain.get(plain(name), "")
            if not target:
                if not fields:
                    found[name] = value
                continue
            place = fields[target]
            if value is None and not accepts_null(self._document, place):
                if target not in self._required(chosen):
                    found.pop(target, None)
                continue
            fitted, new = self.fit(_merge(found.get(target), value), place, target)
            if fitted:
                found[target] = new
        if chosen != pointer and not self.is_valid(found, chosen):
            told = self.project(found, chosen, known=fields)
            return told if isinstance(told, dict) else found
        return found

    def _changed_plainly(
        self,
        data: Mapping[str, Any],
        values: Mapping[str, Any],
        pointer: str,
        own: Mapping[str, Any] = _NOTHING,
    ) -> dict[str, Any] | None:
        """Return ``data`` with ``values`` and ``own`` set, where nothing has to be fitted: the usual case."""
        fields = self._settable.get(pointer)
        if fields is None:
            # Where a value is one of several schemas, its properties depend on each other.
            fields = {} if self._places(pointer) else self.fields(pointer)
            self._settable[pointer] = fields
        if not fields:
            return None
        found = dict(data)
        for name, value in values.items():
            if type(value) not in _SIMPLE:
                return None
            target = name if name in fields else self._by_plain(pointer).get(plain(name))
            if target:
                found[target] = value
        found |= own
        return found if self.is_valid(found, pointer) else None

    def _by_plain(self, pointer: str) -> dict[str, str]:
        """Return the names of the properties by what they are without their spelling."""
        found = self._spellings.get(pointer)
        if found is None:
            found = {plain(name): name for name in reversed(self.fields(pointer))}
            self._spellings[pointer] = found
        return found

    def _required(self, pointer: str) -> Collection[str]:
        required = merged(self._document, self._document.schema(pointer)).get("required")
        return required if isinstance(required, list) else ()

    def variant(self, pointer: str, *values: Mapping[str, Any]) -> str:
        """Return the one of several schemas that fits best, by the first of ``values`` that tells them apart."""
        places = self._places(pointer)
        for given in values if places else ():
            scores = [self._likeness(given, place) for place in places]
            best = max(scores, default=0)
            places = [place for place, score in zip(places, scores, strict=True) if score == best]
        return places[0] if places else pointer

    def _places(self, pointer: str) -> list[str]:
        """Return the schemas that a value is one of; none where there is no choice."""
        found = self._variants.get(pointer)
        if found is None:
            found = self._variants[pointer] = variants(self._document, pointer)
        return found

    def _likeness(self, value: Mapping[str, Any], pointer: str) -> int:
        """Count the properties that a schema declares and accepts, less those that it does not."""
        fields = self.fields(pointer)
        return sum(
            1 if self.is_valid(item, fields[name]) else -1
            for name, item in value.items()
            if name in fields and not isinstance(item, (FileUpload, bytes))
        )

    def shown(self, value: Any, pointer: str) -> Any:
        """Return a value without what its schema keeps from responses."""
        if isinstance(value, list):
            place = items_pointer(self._document, pointer)
            return [self.shown(item, place) for item in value] if place else value
        if not isinstance(value, dict):
            return value
        secret = self._hidden.get(pointer)
        if secret is None:
            secret = self._hidden[pointer] = hidden(self._document, pointer)
        fields = self.fields(pointer)
        return {
            name: self.shown(item, fields[name]) if name in fields else item
            for name, item in value.items()
            if name not in secret
        }

    def fit(self, value: Any, pointer: str, *key: object) -> tuple[bool, Any]:
        """Return whether ``value`` could be made valid for a schema, and the valid value."""
        value = self.shown(value, pointer)
        if self.is_valid(value, pointer):
            return True, value
        other = spelled(self._sampler, value, pointer)
        if other is not value:
            return True, other
        if isinstance(value, list):
            place = items_pointer(self._document, pointer)
            rows = [self.fit(item, place, *key, index) for index, item in enumerate(value)]
            fitted = [row for is_fit, row in rows if is_fit]
            return self.is_valid(fitted, pointer), fitted
        if isinstance(value, dict) and self.fields(pointer):
            told = self.project(value, pointer, *key)
            return self.is_valid(told, pointer), told
        return False, value

    def project(
        self,
        record: Mapping[str, Any],
        pointer: str,
        *key: object,
        known: Mapping[str, Any] | None = None,
    ) -> Any:
        """Return a value of a schema that tells what ``record`` holds; the rest is sampled.

        ``known`` are the properties the record could have: those it lacks are left out if they may be.
        """
        fields = self.fields(pointer)
        if known is not None and (fields is known or fields.keys() <= known.keys()):
            told = {name: record[name] for name in fields if name in record}
            is_named = not self._names(pointer) or self._is_named(told, pointer)
            if is_named and self._is_exact(told, pointer):
                return told  # nothing to invent: the usual case of an entity read as it is stored
        if not fields and self.is_valid(record, pointer):
            return dict(record)
        base = self._sampler.sample(pointer, *key)
        if not isinstance(base, dict):
            return base
        by_plain = {plain(name): name for name in reversed(list(record))}
        found = dict(base)
        taken: set[str] = set()
        for name, place in fields.items():
            source = name if name in record else by_plain.get(plain(name), "")
            if source:
                fitted, value = self.fit(record[source], place, *key, name)
                if fitted:
                    found[name] = value
                    taken.add(name)
            elif known is not None and name in known:
                found.pop(name, None)
        if not self._is_named(found, pointer):
            found |= {name: value for name, value in base.items() if name in self._names(pointer)}
        if not self.is_valid(found, pointer):
            return self._repaired(found, base, pointer, taken)
        if self._is_exact(found, pointer):
            return found
        # What the record holds fits several members of a oneOf: one of them is told, without the rest.
        for place in variants(self._document, pointer):
            told = self.project(record, place, *key, known=known)
            if self._is_exact(told, pointer):
                return told
        return base if self._is_exact(base, pointer) else found

    def _names(self, pointer: str) -> dict[str, Collection[str]]:
        """Return the values that a schema's discriminator maps, by its property."""
        found = self._discriminators.get(pointer)
        if found is None:
            schema = merged(self._document, self._document.schema(pointer))
            given = schema.get("discriminator")
            given = given if isinstance(given, dict) else {}
            name, mapping = given.get("propertyName"), given.get("mapping")
            found = {name: mapping} if isinstance(name, str) and mapping else {}
            self._discriminators[pointer] = found
        return found

    def _is_named(self, value: Mapping[str, Any], pointer: str) -> bool:
        """Whether the discriminator of a schema names one of its members."""
        names = self._names(pointer)
        return not names or all(value.get(name) in known for name, known in names.items())

    def _is_exact(self, value: Any, pointer: str) -> bool:
        """Whether a schema accepts a value, and each ``oneOf`` by one member only."""
        validator = self._validators.get(pointer)
        if validator is None:
            validator = self._validators[pointer] = self._document.validator(pointer, "response")
        if not validator.is_valid(value):
            return False
        self.exact = value, pointer
        return True

    def _repaired(
        self, found: dict[str, Any], base: dict[str, Any], pointer: str, told: set[str]
    ) -> Any:
        """Give back sampled values where the record's do not fit together."""
        for name in base:
            if name not in found:
                found[name] = base[name]
        if self.is_valid(found, pointer):
            return found
        for violation in self._document.validator(pointer, "response").violations(found):
            name = str(violation.loc[0]) if violation.loc else ""
            if name in told and name in base:
                found[name] = base[name]
            elif name not in base:
                found.pop(name, None)
        return found if self.is_valid(found, pointer) else base

    def varied(self, resource: Resource, data: Mapping[str, Any], random: Random) -> dict[str, Any]:
        """Return data in which texts are another's: names, titles, addresses."""
        someone = person(random) if are_people(resource.name, data) else {}
        found = dict(data)
        for name, place in self.fields(resource.schema).items():
            word = plain(name)
            schema = merged(self._document, self._document.schema(place))
            is_fixed = any(key in schema for key in ("enum", "const", "pattern"))
            if not isinstance(data.get(name), str) or is_fixed or not is_own(word):
                continue
            text = someone.get(word) or text_for(word, random)
            if self.is_valid(text, place):
                found[name] = text
        return found


def _merge(old: Any, new: Any) -> Any:
    """Merge a patch into a value (RFC 7396, section 2)."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    found = dict(old)
    for name, value in new.items():
        if value is None:
            found.pop(name, None)
        else:
            found[name] = _merge(found.get(name), value)
    return found
