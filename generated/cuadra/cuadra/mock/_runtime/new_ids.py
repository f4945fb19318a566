"""Makes ids in the shape that a document gives them."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from random import Random
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import TYPE_CHECKING, Any

from .believable import natural_key
from .identities import typed_id
from .members import member_pointer
from .numeric_ids import numbers, spells_number, takes_each_number, takes_numbers_only
from .schemas import merged, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ...server._runtime import Document
    from .behaviour import Resource
    from .chance import Chance
    from .samples import Sampler

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_PREFIXED = re.compile(r"([A-Za-z]+[_-])[A-Za-z0-9]+\.*")
_NATURAL = ("name", "slug", "login", "key", "code")
_ALPHABETS = (
    digits,
    f"{digits}abcdef",
    f"{digits}ABCDEF",
    digits + ascii_lowercase,
    digits + ascii_uppercase,
    digits + ascii_letters,
)
# What a schema may say without refusing a text of the right length.
_HARMLESS = frozenset(
    {
        "type",
        "minLength",
        "maxLength",
        "title",
        "description",
        "default",
        "deprecated",
        "example",
        "examples",
        "readOnly",
    }
)


@dataclass(frozen=True, slots=True)
class Form:
    """How ids in the shape of a sample are made, and how long each of them is; 0 where that differs."""

    make: Callable[[Chance], str]
    length: int


class NewIds:
    """Makes ids, which are not yet known to be of no other record."""

    def __init__(self, document: Document, sampler: Sampler) -> None:
        self._document = document
        self._sampler = sampler
        self._examples: dict[tuple[str, ...], list[str]] = {}
        self._listed: dict[str, list[Any]] = {}
        self._sure: dict[str, Form | None] = {}
        self._counted: dict[str, bool] = {}

    def make(
        self,
        resource: Resource,
        places: tuple[str, ...],
        words: Collection[str],
        chance: Chance,
        number: int,
    ) -> Any:
        """Return an id in the shape of the document's: integer, UUID, prefixed, or by its pattern.

        ``places`` are the schemas of the path parameters, which it has to satisfy beside the
        property's own. Where none satisfies all, the property counts first, then the shortest path:
        a record must be found by the id that it shows. It is none of ``words``.

        One id may be a number in one place and a text in another: then it is one that both can spell.
        """
        name = resource.name
        if resource.id_kind == "integer" and self._is_counted(resource, places):
            return number
        form = self._sure[name] if name in self._sure else self._sure_form(resource, places)
        if form is not None and (found := form.make(chance)) not in words:
            return found
        return self._tried(resource, places, words, chance, number)

    def _sure_form(self, resource: Resource, places: tuple[str, ...]) -> Form | None:
        """Return the form that comes first, if no schema can refuse an id of it; it is remembered."""
        wanted = self._wanted(resource, places)
        samples = self._samples(wanted)
        form = form_of(samples[0]) if samples and not self._is_natural(resource) else None
        if form is not None and not all(self._takes_all(place, form) for place in wanted):
            form = None
        self._sure[resource.name] = form
        return form

    def _is_counted(self, resource: Resource, places: tuple[str, ...]) -> bool:
        """Whether no schema can refuse any of 1, 2, 3 ...; it is remembered."""
        found = self._counted.get(resource.name)
        if found is None:
            wanted = self._wanted(resource, places)
            found = all(takes_each_number(self._document, place) for place in wanted)
            self._counted[resource.name] = found
        return found

    def _own(self, resource: Resource) -> str:
        return member_pointer(self._document, resource.schema, resource.id_field)

    def _wanted(self, resource: Resource, places: tuple[str, ...]) -> tuple[str, ...]:
        """Return the schemas that an id has to satisfy, those of the answers that show it first."""
        own, field = self._own(resource), resource.id_field
        shown = (member_pointer(self._document, one, field) or one for one in resource.id_shown_in)
        return (*filter(None, (own, *shown)), *places)  # what has no such member is an id itself

    def _takes_all(self, place: str, form: Form) -> bool:
        """Whether a schema asks for nothing but a text as long as all ids of a form are."""
        raw = self._document.schema(place)
        schema = merged(self._document, raw) if isinstance(raw, dict) else {"type": "null"}
        types = schema.get("type", "string")
        is_text = "string" in (types if isinstance(types, list) else [types])
        if not (form.length and is_text and schema.keys() <= _HARMLESS):
            return False
        shortest, longest = schema.get("minLength", 0), schema.get("maxLength", form.length)
        if not (isinstance(shortest, int) and isinstance(longest, int)):
            return False
        return shortest <= form.length <= longest

    def _tried(
        self,
        resource: Resource,
        places: tuple[str, ...],
        words: Collection[str],
        chance: Chance,
        number: int,
    ) -> Any:
        """Return the first of several ids that all schemas accept, or else the one that fits best."""
        own, wanted = self._own(resource), self._wanted(resource, places)
        best: tuple[list[bool], Any] = ([], number)
        tries: list[Iterable[Any]] = []
        is_number = resource.id_kind == "integer"
        if is_number or any(takes_numbers_only(self._document, place) for place in wanted):
            tries.append(numbers(self._document, self._sampler, wanted, chance, number))
        if self._is_natural(resource):
            random = Random(chance.getrandbits(64))  # noqa: S311 - no secret
            tries.append(natural_key(random, number))
        for candidate in chain(*tries, self._candidates(wanted, chance, number)):
            if str(candidate) in words:
                continue
            shown = typed_id(resource, str(candidate))
            fits = [not own or self._sampler.is_valid(shown, own)]
            fits += [self._is_sendable(candidate, place) for place in wanted if place != own]
            if all(fits):
                return candidate
            best = max(best, (fits, candidate), key=lambda one: one[0])
        return best[1]

    def like(self, place: str, chance: Chance) -> str | None:
        """Return a new id in the shape of the example that a schema gives, if it gives one."""
        samples = self._samples((place,))
        return form_of(samples[0]).make(chance) if samples else None

    def _is_sendable(self, key: Any, place: str) -> bool:
        """Whether an id is a value of a path parameter; digits are a number there as well."""
        text = str(key)
        if self._sampler.is_valid(text, place):
            return True
        return spells_number(text) and self._sampler.is_valid(int(text), place)

    def _candidates(self, places: tuple[str, ...], chance: Chance, number: int) -> Iterator[Any]:
        for place in places:
            listed = self._enumerated(place)
            if listed:
                start = number % len(listed)
                yield from (*listed[start:], *listed[:start])
        for sample in self._samples(places):
            yield form_of(sample).make(chance)
            yield _alike(sample, chance)
        yield f"{chance.getrandbits(64):016x}"
        yield _uuid(chance)
        for place in places:
            yield self._sampler.sample(place, "id", chance.getrandbits(64))
        yield str(number)

    def _is_natural(self, resource: Resource) -> bool:
        """Whether people choose the ids of a resource: they are names."""
        return plain(resource.id_field).endswith(_NATURAL)

    def _enumerated(self, place: str) -> list[Any]:
        """Return the values that a schema lists."""
        found = self._listed.get(place)
        if found is None:
            values = merged(self._document, self._document.schema(place)).get("enum")
            found = self._listed[place] = values if isinstance(values, list) else []
        return found

    def _samples(self, places: tuple[str, ...]) -> list[str]:
        found = self._examples.get(places)
        if found is not None:
            return found
        found = self._examples[places] = []
        for place in places:
            schema = self._document.schema(place) if place else None
            if isinstance(schema, dict):
                examples = schema.get("examples")
                given: list[Any] = [schema.get("example")]
                given += examples if isinstance(examples, list) else []
                if schema.get("format") == "uuid":
                    given.insert(0, str(uuid.UUID(int=0, version=4)))
                found.extend(item for item in given if isinstance(item, str))
        return found


@lru_cache(1024)
def form_of(sample: str) -> Form:
    """Return the form of ids such as ``sample``: a prefix (``ds_1a2b``), a UUID, digits, or any other."""
    if _UUID.fullmatch(sample):
        return Form(_uuid, 36)
    prefixed = _PREFIXED.fullmatch(sample)
    if prefixed:
        return Form(partial(_prefixed, prefixed[1]), len(prefixed[1]) + 12)
    if sample.isdigit():
        return Form(partial(_digits, len(sample)), len(sample))
    return Form(partial(_hexadecimal, max(4 * min(len(sample), 24), 32)), 0)


def _prefixed(prefix: str, chance: Chance) -> str:
    return f"{prefix}{chance.getrandbits(48):012x}"


def _uuid(chance: Chance) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _digits(count: int, chance: Chance) -> str:
    return str(chance.randint(10 ** (count - 1), 10**count - 1))


def _hexadecimal(bits: int, chance: Chance) -> str:
    return f"{chance.getrandbits(bits):x}"


def _alike(sample: str, chance: Chance) -> str:
    """Return a text of the same length and alphabet behind the same prefix: for strict patterns."""
    prefixed = _PREFIXED.fullmatch(sample)
    begin = len(prefixed[1]) if prefixed else 0
    used = {one for one in sample[begin:] if one.isalnum()}
    letters = next((one for one in _ALPHABETS if used.issubset(one)), "")
    if not letters:
        return sample
    drawn = (letters[chance.randint(0, len(letters) - 1)] for _ in sample[begin:])
    pairs = zip(sample[begin:], drawn, strict=True)
    return sample[:begin] + "".join(new if old in letters else old for old, new in pairs)
