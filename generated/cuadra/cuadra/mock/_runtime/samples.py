"""Values made of schemas: valid, believable, and the same for the same seed and key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

from ...server._runtime.coercion import ALL_TYPES, json_types
from ...server._runtime.listed_items import with_listed_items
from .believable import agree
from .chance import Chance
from .scalars import anything, number_within, text_within
from .schemas import is_null, is_write_only, merged, plain

if TYPE_CHECKING:
    import jsonschema_rs

    from ...server._runtime import Document
    from ...server._runtime.validator import Validator

_DEEPEST = 12
_REMEMBERED = 4096  # samples kept, so that reading a record again costs nothing
_TRUE = frozenset({"ok", "success", "succeeded", "successful", "issuccess", "issuccessful"})


class UnsatisfiableError(Exception):
    """No value can be made of a schema: it refuses everything, or contains itself without end."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How to make a value: what is tried first, and what when that turned out invalid."""

    examples: bool = True
    optional: bool = True
    nulls: bool = True
    variant: int = 0
    reach: int = 2  # nested objects below this hold what is required only
    exclusive: bool = True  # a value of a oneOf has to fit one member only
    forced: bool = False  # what refuses everything gets a value all the same


_WAYS = (
    _Way(),
    _Way(examples=False),
    _Way(examples=False, nulls=False),
    _Way(optional=False),
    _Way(variant=1),
    _Way(examples=False, variant=2, nulls=False),
    _Way(examples=False, optional=False, variant=1),
    _Way(examples=False, optional=False, nulls=False, variant=2),
    _Way(nulls=False, reach=4),
    _Way(nulls=False, reach=4, variant=1),
)
_AMBIGUOUS_WAYS = tuple(replace(way, exclusive=False) for way in _WAYS)
_LAST_WAYS = (
    _Way(exclusive=False, forced=True),
    _Way(optional=False, exclusive=False, forced=True),
)


class Sampler:
    """Makes values of the schemas of a document."""

    def __init__(self, document: Document, seed: int = 0) -> None:
        self._document = document
        self.seed = seed
        self._made: dict[tuple[object, ...], Any] = {}
        self._validators: dict[str, Validator] = {}
        self._wholes: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
        self._types: dict[int, frozenset[str]] = {}
        # By the identity of the list of members, which is kept so that it stays the only one.
        self._judges: dict[int, tuple[list[Any], jsonschema_rs.Validator | None]] = {}
        self._mixed: dict[int, list[Any]] = {}  # no value was found that fits one member only
        self._ambiguous: set[str] = set()  # the same, of whole schemas by their pointers

    def random(self, *key: object) -> Random:
        """Return the source of chance of one key: the same key gives the same values."""
        name = ":".join(map(str, (self.seed, *key)))
        return Random(name)  # noqa: S311 - sample data, no secret

    def chance(self, *key: object) -> Chance:
        """Return the source of a few bits of one key, as for an id."""
        return Chance(f"{self.seed}:{':'.join(map(str, key))}")

    def sample(self, pointer: str, *key: object, rich: bool = False) -> Any:
        """Return a value of the schema at ``pointer``; the best that could be made, if none is valid.

        ``rich`` fills nullable fields too. The same arguments give the same value; what is nested in it
        is shared between the callers and must not be changed.
        """
        place = (pointer, rich, *key)
        try:
            value = self._made[place]
        except KeyError:
            if len(self._made) > _REMEMBERED:
                self._made.clear()
            value = self._made[place] = self._sample(pointer, key, rich)
        return dict(value) if isinstance(value, dict) else value

    def schema(self, pointer: str) -> dict[str, Any]:
        """Return the schema at ``pointer``, with what it refers to merged in."""
        return merged(self._document, self._document.schema(pointer)) if pointer else {}

    def is_valid(self, value: Any, pointer: str) -> bool:
        """Whether the schema at ``pointer`` has nothing against a value in a response."""
        validator = self._validators.get(pointer)
        if validator is None:
            validator = self._document.validator(pointer, "response")
            self._validators[pointer] = validator
        return validator.is_valid(value) or not validator.violations(value)

    def _sample(self, pointer: str, key: tuple[object, ...], rich: bool) -> Any:
        schema = self._document.schema(pointer)
        validator = self._document.validator(pointer, "response")
        found: Any = None
        fitness = 0  # of what was found: it breaks no rule, or at least it could be made
        # Where members of a required oneOf take the same values, nothing else is possible.
        ways = _AMBIGUOUS_WAYS if pointer in self._ambiguous else (*_WAYS, *_AMBIGUOUS_WAYS)
        ways = (replace(ways[0], nulls=False), *ways) if rich else ways
        for attempt, way in enumerate(ways):
            for retry in range(2):
                random = (
                    self.random(*key) if attempt + retry == 0 else self.random(*key, attempt, retry)
                )
                try:
                    value = self._value(schema, random, "", 0, way)
                except UnsatisfiableError:
                    continue
                if validator.is_valid(value):
                    return value
                if fitness < 2 and not validator.violations(value):
                    found, fitness = value, 2
                    if not way.exclusive:
                        self._ambiguous.add(pointer)
                        return found
                elif fitness < 1:
                    found, fitness = value, 1
        return self._forced(schema, key) if fitness == 0 else found

    def _forced(self, schema: Any, key: tuple[object, ...]) -> Any:
        """Return something where nothing is valid, so that there is an answer to send."""
        for way in _LAST_WAYS:
            try:
                return self._value(schema, self.random(*key), "", 0, way)
            except UnsatisfiableError:
                continue
        return None

    def _value(self, raw: Any, random: Random, name: str, depth: int, way: _Way) -> Any:
        if depth > _DEEPEST or (raw is False and not way.forced):
            raise UnsatisfiableError(name)
        if not isinstance(raw, dict):
            return anything(name, random)
        schema = self._whole(raw)
        if way.nulls and depth and self._takes_null(schema):
            return None
        listed = with_listed_items(schema)
        if listed is not schema:
            # To the letter there is no such array: better none, where there may be none.
            if depth and not way.forced:
                raise UnsatisfiableError(name)
            return self._of_type(listed, random, name, depth, way)
        given, value = self._given(schema, random, way)
        if given:
            return value
        for keyword in ("oneOf", "anyOf"):
            if isinstance(schema.get(keyword), list) and schema[keyword]:
                return self._variant(schema, keyword, random, name, depth, way)
        return self._of_type(schema, random, name, depth, way)

    def _takes_null(self, schema: dict[str, Any]) -> bool:
        """Whether a schema says that null is possible, not only lets it pass."""
        types = self._json_types(schema)
        return "null" in types and types != ALL_TYPES

    def _whole(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Return a schema with what it refers to merged in; remembered for those of the document."""
        known = self._wholes.get(id(raw))
        if known is not None:
            return known[1]
        schema = merged(self._document, raw)
        is_passing = raw.keys() == {"allOf"}  # most likely one that was put together here
        if not is_passing and len(self._wholes) < _REMEMBERED:
            self._wholes[id(raw)] = (
                raw,
                schema,
            )  # with the schema itself, so that its id stays its own
            self._types[id(schema)] = json_types(self._document, schema)
        return schema

    def _json_types(self, schema: dict[str, Any]) -> frozenset[str]:
        """Return the JSON types that a schema accepts, with what it refers to merged in."""
        found = self._types.get(id(schema))
        return json_types(self._document, schema) if found is None else found

    def _given(self, schema: dict[str, Any], random: Random, way: _Way) -> tuple[bool, Any]:
        """Return what the schema itself gives: constant, example, default, enumeration."""
        if "const" in schema:
            return True, schema["const"]
        if way.examples:
            if "example" in schema:
                return True, schema["example"]
            examples = schema.get("examples")
            if isinstance(examples, list) and examples:
                return True, examples[0]
            if "default" in schema:
                return True, schema["default"]
        values = schema.get("enum")
        if isinstance(values, list) and values:
            solid = [value for value in values if value is not None] or values
            return True, solid[0] if way.examples else random.choice(solid)
        return False, None

    def _variant(
        self, schema: dict[str, Any], keyword: str, random: Random, name: str, depth: int, way: _Way
    ) -> Any:
        """Return a value of one member; of a ``oneOf``, one that fits no other if ``way`` wants that."""
        members = schema[keyword]
        solid = [item for item in members if not is_null(item)] or members
        rest = {key: item for key, item in schema.items() if key not in (keyword, "discriminator")}
        is_exclusive = way.exclusive and keyword == "oneOf" and len(members) > 1
        if is_exclusive and id(members) in self._mixed:
            raise UnsatisfiableError(name)
        failed: UnsatisfiableError | None = None
        is_mixed = False
        for manner in _manners(way, depth) if is_exclusive else (way,):
            for offset in range(len(solid)):
                member = solid[(way.variant + offset) % len(solid)]
                both = {"allOf": [member, rest]} if rest else member
                try:
                    value = self._value(both, random, name, depth + 1, manner)
                except UnsatisfiableError as error:
                    failed = error
                    continue
                if isinstance(schema.get("discriminator"), dict):
                    value = self._discriminated(schema["discriminator"], member, value)
                if not is_exclusive or self._fits_one(members, value):
                    return value
                is_mixed = True
        if is_mixed:
            self._mixed[id(members)] = members
        raise failed or UnsatisfiableError(name)

    def _discriminated(self, discriminator: dict[str, Any], member: Any, value: Any) -> Any:
        """Set the discriminating property to the name of the chosen schema, unless another is fixed."""
        name = discriminator.get("propertyName")
        reference = member.get("$ref") if isinstance(member, dict) else None
        if not (isinstance(name, str) and isinstance(reference, str) and isinstance(value, dict)):
            return value
        mapping = discriminator.get("mapping") or {}
        keys = [key for key, target in mapping.items() if target == reference]
        keys = keys if mapping else [reference.rsplit("/", 1)[-1]]
        if value.get(name) in keys:
            return value
        properties = merged(self._document, member).get("properties") or {}
        known = merged(self._document, properties.get(name))
        allowed = [known["const"]] if "const" in known else known.get("enum", keys)
        return next(({**value, name: key} for key in keys if key in allowed), value)

    def _fits_one(self, members: list[Any], value: Any) -> bool:
        """Whether just one member of a ``oneOf`` accepts a value."""
        if id(members) not in self._judges:
            judge = self._document.validator_of({"oneOf": members}, "response")
            self._judges[id(members)] = (members, judge)
        judge = self._judges[id(members)][1]
        try:
            return judge is None or judge.is_valid(value)
        except (ValueError, TypeError, RecursionError):
            return False  # no JSON

    def _of_type(
        self, schema: dict[str, Any], random: Random, name: str, depth: int, way: _Way
    ) -> Any:
        types = self._json_types(schema)
        if types == ALL_TYPES:
            return anything(name, random)
        if "object" in types:
            return self._object(schema, random, depth, way)
        if "array" in types:
            return self._array(schema, random, name, depth, way)
        if "string" in types:
            return text_within(schema, random, name)
        if "integer" in types or "number" in types:
            return number_within(schema, random, name, whole="number" not in types)
        if "boolean" in types:
            return plain(name) in _TRUE
        if "null" in types:
            return None
        raise UnsatisfiableError(name)

    def _object(
        self, schema: dict[str, Any], random: Random, depth: int, way: _Way
    ) -> dict[str, Any]:
        required = set(schema.get("required") or ())
        properties: dict[str, Any] = schema.get("properties") or {}
        found: dict[str, Any] = {}
        # An object deep inside has what is required only, but says something of itself.
        is_bare = way.optional and depth > way.reach and required.isdisjoint(properties)
        takes_optional = way.optional and (depth <= way.reach or is_bare)
        for name, inner in properties.items():
            if is_write_only(self._document, inner):
                required.discard(name)
                continue
            if name not in required and not (takes_optional and inner is not False):
                continue
            if is_bare and not self._is_simple(inner):
                continue
            try:
                found[name] = self._value(inner, random, name, depth + 1, way)
            except UnsatisfiableError:
                if name in required:
                    raise
        additional = schema.get("additionalProperties", True)
        for name in sorted(required - found.keys()):
            found[name] = self._value(additional, random, name, depth + 1, way)
        number = 1
        while len(found) < schema.get("minProperties", 0) and additional is not False:
            found.setdefault(f"key{number}", self._value(additional, random, "key", depth + 1, way))
            number += 1
        agree(found, lambda name: _is_free(merged(self._document, properties.get(name))))
        return found

    def _is_simple(self, raw: Any) -> bool:
        """Whether a schema is that of a text, a number or a boolean."""
        types = self._json_types(self._whole(raw)) if isinstance(raw, dict) else ALL_TYPES
        return types.isdisjoint({"object", "array"})

    def _array(
        self, schema: dict[str, Any], random: Random, name: str, depth: int, way: _Way
    ) -> list[Any]:
        prefix = schema.get("prefixItems") or []
        found = [self._value(item, random, name, depth + 1, way) for item in prefix]
        items = schema.get("items", True)
        fewest = schema.get("minItems", 0)
        wanted = max(fewest, 1 if way.optional and depth <= way.reach else 0)
        wanted = min(wanted, schema.get("maxItems", wanted))
        tries = 0
        while len(found) < wanted and tries < wanted * 4 + 4:
            tries += 1
            # Examples are few: another item of a set has to be made.
            each = replace(way, examples=way.examples and tries == 1)
            try:
                item = self._value(items, random, name.removesuffix("s"), depth + 1, each)
            except UnsatisfiableError:
                if len(found) >= fewest:
                    break
                raise
            if not (schema.get("uniqueItems") and item in found):
                found.append(self._numbered(item, items, len(found)))
        return found

    def _numbered(self, item: Any, schema: Any, index: int) -> Any:
        """Return an item that tells its place in the list, if it has a property for that and nothing fixes it."""
        if not (isinstance(item, dict) and type(item.get("index")) is int):
            return item
        declared = merged(self._document, schema).get("properties") or {}
        raw = merged(self._document, declared.get("index", {}))
        is_fixed = raw.keys() & {"const", "enum"} or raw.get("minimum", 0) > index
        return item if is_fixed else {**item, "index": index}


def _manners(way: _Way, depth: int) -> tuple[_Way, ...]:
    """Return ways to make members that can be told apart: with more in them, then with less."""
    full = replace(way, optional=True, nulls=False, reach=max(way.reach, depth + 2))
    made = replace(full, examples=False)
    return (way, full, made, replace(way, optional=False, examples=False))


def _is_free(schema: dict[str, Any]) -> bool:
    """Whether a number may be as large as it happens to be."""
    return schema.keys().isdisjoint(  # where it may not be, an invented sum could be refused
        ("const", "enum", "maximum", "exclusiveMaximum", "multipleOf", "oneOf", "anyOf")
    )
