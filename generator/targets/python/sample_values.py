"""Believable JSON values of schemas, for examples: the document's own where they fit, else made up."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, assert_never

from ...ir.schemas import (
    AnySchema,
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    IntersectionSchema,
    NeverSchema,
    NullSchema,
    NumberSchema,
    ObjectSchema,
    SchemaRef,
    StringSchema,
    TupleSchema,
    UnionSchema,
)
from ...ir.values import ABSENT
from .believable import text_for
from .example_fitness import fits
from .types import LiteralOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ir.schemas import NumericConstraints, Property, Schema, SchemaId
    from ...ir.values import Absent, JsonValue
    from .lowering import Lowering

_DEEPEST = 6
_MOST_ITEMS = 8
_MOST_TURNS = 3  # ways to choose otherwise inside a value that several variants take
_LONGEST = 240  # characters of an example
_TELLING = ("content", "text", "message", "name", "title", "id", "value", "description", "url")
_NUMBERS = {"limit": 20, "size": 20, "per_page": 20, "year": 2025, "port": 8080, "temperature": 0.7}


class Sampler:
    """Makes values of the schemas of one API; the same schema and name give the same value.

    They are what requests hold, or ``responses``, which have other properties. ``pairs``: lists have
    two items where they may, which tells more than one. ``turn``: unions are taken as they come,
    beginning with their variant of that number.
    """

    def __init__(
        self,
        lowering: Lowering,
        *,
        responses: bool = False,
        pairs: bool = False,
        turn: int | None = None,
    ) -> None:
        self._lowering = lowering
        self._responses = responses
        self._pairs = pairs
        self._turn = turn

    def value(
        self, schema: Schema, name: str = "", *, stem: str = "", depth: int = _DEEPEST
    ) -> JsonValue | Absent:
        """Return a value, ``ABSENT`` where none could be made (a schema without end, or without values).

        ``name`` is what the value is called on the wire; ``stem`` what a mere ``id`` identifies.
        """
        key = schema.id if isinstance(schema, SchemaRef) else None
        found = self._lowering.resolve(schema)
        for one in (schema.annotations, found.annotations):
            for example in one.examples[:2]:
                if self.takes(example, found):
                    return example
        return self._made(found, key, name, stem, depth)

    def takes(self, example: JsonValue, schema: Schema) -> bool:
        """Whether an example is a value of the schema, and short enough to be shown."""
        is_short = len(str(example)) <= (_LONGEST * 4 if self._responses else _LONGEST)
        return is_short and fits(example, schema, self._lowering, responses=self._responses)

    def _made(
        self, schema: Schema, key: SchemaId | None, name: str, stem: str, depth: int
    ) -> JsonValue | Absent:
        match schema:
            case ConstSchema(value=value):
                return value
            case EnumSchema(values=values):
                return values[0] if values else ABSENT
            case StringSchema(format=kind, constraints=limits):
                return text_for(name, kind, limits, stem=stem)
            case IntegerSchema(constraints=bounds):
                return int(_number(name, bounds))
            case NumberSchema(constraints=bounds):
                return _number(name, bounds)
            case BooleanSchema():
                return True
            case NullSchema():
                return None
            case ArraySchema() | TupleSchema():
                return self._array(schema, name, stem, depth)
            case UnionSchema():
                return self._variant(schema, name, stem, depth)
            case ObjectSchema():
                return self._object(schema, key, depth) if depth else ABSENT
            case AnySchema():
                return text_for(name, "", StringSchema().constraints, stem=stem)
            case NeverSchema() | IntersectionSchema() | SchemaRef():
                return ABSENT
            case _:
                assert_never(schema)

    def _array(
        self, schema: ArraySchema | TupleSchema, name: str, stem: str, depth: int
    ) -> JsonValue | Absent:
        limits = schema.constraints
        if (limits.min_items or 0) > _MOST_ITEMS or not depth:
            return ABSENT
        if isinstance(schema, TupleSchema):
            kinds: list[Schema] = list(schema.prefix)
        else:
            # Two equal items are refused where they must differ, and one is enough anywhere else.
            kinds = [schema.items] * max(limits.min_items or 0, 0 if limits.max_items == 0 else 1)
        items: list[JsonValue] = []
        for kind in kinds:
            item = self.value(kind, name, stem=stem, depth=depth - 1)
            if item is ABSENT:
                return [] if not limits.min_items else ABSENT
            items.append(_another(item, items) if limits.unique_items else item)
        if self._pairs and isinstance(schema, ArraySchema) and len(items) == 1:
            more = self._second(schema.items, items[0])
            items += [more] if more is not ABSENT and limits.max_items != 1 else []
        return items

    def _second(self, schema: Schema, first: JsonValue) -> JsonValue | Absent:
        """Return another value of a scalar schema, where that is easily made."""
        match self._lowering.resolve(schema):
            case EnumSchema(values=values):
                return next((value for value in values if value != first), ABSENT)
            case IntegerSchema() | NumberSchema():
                return _another(first, [first])
            case StringSchema(format="", constraints=limits) if limits.pattern is None:
                return _another(first, [first])
            case _:
                return ABSENT

    def _variant(self, union: UnionSchema, name: str, stem: str, depth: int) -> JsonValue | Absent:
        """Return a value of one variant; of a ``oneOf``, one that is of no other if that is easily made."""
        kinds = [one for one in union.variants if not self._is_null(one)]
        kinds.sort(key=self._is_open)  # of a text and the values that are known, the latter
        turn = (self._turn or 0) % max(len(kinds), 1)
        kinds = kinds[turn:] + kinds[:turn]
        values = (self.value(kind, name, stem=stem, depth=depth) for kind in kinds)
        value = next((one for one in values if one is not ABSENT), ABSENT)
        if value is ABSENT:
            return None if len(kinds) < len(union.variants) else ABSENT
        if union.kind != "oneOf" or union.discriminator is not None or self._turn is not None:
            return value
        if not self._fits_one(value, kinds):
            for sampler, kind in product(self._others(), kinds):
                other = sampler.value(kind, name, stem=stem, depth=depth)
                if other is not ABSENT and self._fits_one(other, kinds):
                    return other
        return value

    def _others(self) -> Iterator[Sampler]:
        """Yield samplers that choose otherwise further inside, where their values may be of several variants."""
        for turn in range(_MOST_TURNS):
            yield Sampler(self._lowering, responses=self._responses, pairs=self._pairs, turn=turn)

    def _fits_one(self, value: JsonValue, kinds: list[Schema]) -> bool:
        lowering, responses = self._lowering, self._responses
        return sum(fits(value, kind, lowering, responses=responses) for kind in kinds) <= 1

    def _is_null(self, schema: Schema) -> bool:
        return isinstance(self._lowering.resolve(schema), NullSchema)

    def _is_open(self, schema: Schema) -> bool:
        return not isinstance(self._lowering.resolve(schema), EnumSchema | ConstSchema)

    def _object(self, schema: ObjectSchema, key: SchemaId | None, depth: int) -> JsonValue | Absent:
        """Return an object with what the schema requires."""
        tags = self._tags(key)  # also what is no tag but has few values
        found: dict[str, JsonValue] = {}
        for item in schema.properties:
            required = item.required or item.name in schema.required_only
            if not required or self._is_hidden(item):
                continue
            value = tags.get(item.name, ABSENT)
            if value is ABSENT:
                value = self.value(item.schema, item.name, depth=depth - 1)
            if value is ABSENT:
                return ABSENT
            found[item.name] = value
        for name in schema.required_only:
            value = self.value(schema.additional, name, depth=depth - 1)
            if value is not ABSENT:
                found.setdefault(name, value)
        self._choose(schema, found, depth)
        if len(found) < (schema.min_properties or 0):
            self._fill(schema, found, depth)
        if len(found) - len(tags) < 1 and schema.min_properties is None:
            self._add_telling(schema, found, depth)
        return found

    def _choose(self, schema: ObjectSchema, found: dict[str, JsonValue], depth: int) -> None:
        """Add the properties of the first choice that a value could be made for, if one is needed."""
        if any(found.keys() >= set(choice) for choice in schema.required_any):
            return
        schemas = {item.name: item.schema for item in schema.properties}
        for choice in schema.required_any:
            more = {
                name: self.value(schemas.get(name, schema.additional), name, depth=depth - 1)
                for name in choice
                if name not in found
            }
            if ABSENT not in more.values():
                found.update((name, value) for name, value in more.items() if value is not ABSENT)
                return

    def _add_telling(self, schema: ObjectSchema, found: dict[str, JsonValue], depth: int) -> None:
        """Add an optional property that says something, to an object that would say nothing."""
        names = {item.name: item for item in schema.properties if not self._is_hidden(item)}
        item = next((names[name] for name in _TELLING if name in names), None)
        if item is not None and item.name not in found and schema.max_properties is None:
            value = self.value(item.schema, item.name, depth=depth - 1)
            if value is not ABSENT:
                found[item.name] = value

    def _is_hidden(self, item: Property) -> bool:
        annotations = item.annotations
        return annotations.write_only if self._responses else annotations.read_only

    def _fill(self, schema: ObjectSchema, found: dict[str, JsonValue], depth: int) -> None:
        """Add optional properties until there are as many as there must be."""
        for item in schema.properties:
            if len(found) >= (schema.min_properties or 0):
                return
            if item.name not in found and not self._is_hidden(item):
                value = self.value(item.schema, item.name, depth=depth - 1)
                if value is not ABSENT:
                    found[item.name] = value
        if not isinstance(schema.additional, NeverSchema):
            value = self.value(schema.additional, "value", depth=depth - 1)
            if value is not ABSENT:
                found.setdefault("key", value)

    def _tags(self, key: SchemaId | None) -> dict[str, JsonValue]:
        """Return the values that tell this variant of a union from the others."""
        if key is None or not self._lowering.is_class(key):
            return {}
        return {
            field.property.name: field.type.values[0]
            for field in self._lowering.fields(key)
            if isinstance(field.type, LiteralOf) and field.type.values
        }


def _another(item: JsonValue, items: list[JsonValue]) -> JsonValue:
    """Return ``item``, changed a little where it is there already."""
    if item not in items:
        return item
    if isinstance(item, str) and item.isdecimal():  # "02" may not be a number
        return str(int(item) + len(items)).zfill(len(item))
    if isinstance(item, str):
        return f"{item}{len(items) + 1}"
    if isinstance(item, int | float) and not isinstance(item, bool):
        return item + len(items)
    return item


def _number(name: str, bounds: NumericConstraints) -> int | float:
    value: int | float = _NUMBERS.get(name.lower(), 1)
    least = bounds.minimum
    if bounds.exclusive_minimum is not None:
        least = max(bounds.exclusive_minimum + 1, least or bounds.exclusive_minimum + 1)
    if least is not None and value < least:
        value = least
    most = bounds.maximum
    if most is None and bounds.exclusive_maximum is not None:
        most = bounds.exclusive_maximum - 1
    if most is not None and value > most:
        value = most
    step = bounds.multiple_of
    if step and value % step:
        value = (value // step + 1) * step
    return value
