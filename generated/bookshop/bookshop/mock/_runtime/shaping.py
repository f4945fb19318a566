"""Fits values to schemas: what requests change in records, and what responses tell of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...server._runtime import FileUpload
from .members import merged_values, nested
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

    from ...server._runtime import Document
    from ...server._runtime.validator import Validator
    from .behaviour import Resource
    from .samples import Sampler

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_SIMPLE = frozenset({str, int, float, bool})  # a value of these is set as it is


class Shaper:
    """Fits values to the schemas of a document."""

    def __init__(self, document: Document, sampler: Sampler) -> None:
        self._document = document
        self._sampler = sampler
        self._fields: dict[str, dict[str, str]] = {}
        self._hidden: dict[str, frozenset[str]] = {}
        self._variants: dict[str, list[str]] = {}
        self._discriminators: dict[str, dict[str, Collection[str]]] = {}
        self._settable: dict[str, dict[str, str]] = {}
        self.is_valid: Callable[[Any, str], bool] = sampler.is_valid
        """Whether a schema accepts a value."""
        self._validators: dict[str, Validator] = {}
        self.exact: tuple[Any, str] = (None, "")
        """The last value that a schema was asked about and accepted, and that schema."""
        self._accepted: tuple[dict[str, Any], Validator | None] = ({}, None)  # of a new record
        self._spellings: dict[str, dict[str, str]] = {}

    def fields(self, pointer: str) -> dict[str, str]:
        """Return the properties a schema declares and responses show, with the pointers of theirs."""
        found = self._fields.get(pointer)
        if found is None:
            found = self._fields[pointer] = declared(self._document, pointer)
        return found

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

    def assign_own(self, resource: Resource, data: dict[str, Any], own: Mapping[str, Any]) -> None:
        """Set what a server sets in a record, each value at its place: ``metadata/name``."""
        if resource.is_nested:
            inside = nested(own)
            own = {name: merged_values(data.get(name), item) for name, item in inside.items()}
        self.assign(resource.schema, data, own)

    def change(
        self, data: Mapping[str, Any], values: Mapping[str, Any], pointer: str
    ) -> dict[str, Any]:
        """Return ``data`` with ``values`` merged in (RFC 7396), as far as the schema has a place for them.

        ``null`` becomes null where the schema takes it, else the property goes if it may be absent.
        """
        plainly = self.changed_plainly(data, values, pointer)
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
            fitted, new = self.fit(merged_values(found.get(target), value), place, target)
            if fitted:
                found[target] = new
        if chosen != pointer and not self.is_valid(found, chosen):
            told = self.project(found, chosen, known=fields)
            return told if isinstance(told, dict) else found
        return found

    def changed_plainly(
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
        validator = self._validator(pointer)
        if validator.is_valid(found):
            self._accepted = found.copy(), validator
            return found
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
        base: Any = None,
    ) -> Any:
        """Return a value of a schema that tells what ``record`` holds; the rest is that of ``base``.

        ``known`` are the properties the record could have: those it lacks are left out if they may be.
        Without a ``base``, which has to be valid, the rest is sampled.
        """
        fields = self.fields(pointer)
        if known is not None and self._is_accepted(record, pointer, fields):
            told, _ = self._accepted
            self._accepted = {}, None
            self.exact = told, pointer
            return told
        if fields and known is not None and (fields is known or fields.keys() <= known.keys()):
            told = {name: record[name] for name in fields if name in record}
            is_named = not self._names(pointer) or self._is_named(told, pointer)
            if is_named and self._is_exact(told, pointer):
                return told  # nothing to invent: the usual case of an entity read as it is stored
        if not fields and base is None and self.is_valid(record, pointer):
            return dict(record)
        base = self._sampler.sample(pointer, *key) if base is None else base
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

    def _is_accepted(
        self, record: Mapping[str, Any], pointer: str, fields: Mapping[str, str]
    ) -> bool:
        """Whether a record is still what a schema has just accepted, with nothing that is not declared."""
        data, validator = self._accepted
        if validator is None or validator is not self._validator(pointer):
            return False
        return data == record and data.keys() <= fields.keys() and not self._names(pointer)

    def _is_exact(self, value: Any, pointer: str) -> bool:
        """Whether a schema accepts a value, and each ``oneOf`` by one member only."""
        if not self._validator(pointer).is_valid(value):
            return False
        self.exact = value, pointer
        return True

    def _validator(self, pointer: str) -> Validator:
        found = self._validators.get(pointer)
        if found is None:
            found = self._validators[pointer] = self._document.validator(pointer, "response")
        return found

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
