"""Schemas to Python types: which definitions become classes, aliases, or stay where they are used.

A definition with properties is a class. Any other one that the author named, that is long, or that
refers to itself is an alias; the rest is written in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ...analyze.envelopes import envelopes
from ...analyze.merge import merge_schemas, resolve
from ...analyze.polymorphism import any_of_family, families
from ...analyze.usage import operations_of, schemas_of
from ...frozen import dataclass
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
    SchemaId,
    SchemaRef,
    StringSchema,
    TupleSchema,
    UnionSchema,
)
from ...ir.visit import children, references
from .constants import constant, enumeration
from .tags import tags_of, with_tags_declared
from .types import (
    ANY,
    BOOL,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    NONE,
    STR,
    DictOf,
    Generated,
    JsonTextOf,
    ListOf,
    LiteralOf,
    Symbol,
    TupleOf,
    UnionOf,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from ...ir.schemas import Property, Schema, SchemaDefinition
    from .types import PyType

_LARGEST_INLINE_ENUM = 6
_LONGEST_INLINE_ENUM = 70  # characters
_LARGEST_INLINE = 24  # types in one annotation

_STRING_FORMATS: dict[str, PyType] = {"date-time": DATETIME, "date": DATE}


@dataclass(frozen=True, slots=True)
class TypedProperty:
    """A property of a class with its type, ``None`` included only where the document allows null."""

    property: Property
    type: PyType


class Lowering:
    """The Python types of one API, made on demand and kept.

    ``schemas`` are the definitions without intersections (see :mod:`generator.analyze.merge`).
    ``cores`` leads from a named definition that is some inner one or null to the inner one, which then
    has the name; ``wrapped`` leads back.
    """

    def __init__(self, api: Api, diagnostics: Diagnostics) -> None:
        self.api = api
        self.diagnostics = diagnostics
        merged = with_tags_declared(merge_schemas(api.schemas, diagnostics))
        self._families = families(merged, api.schemas)
        self.schemas: Mapping[SchemaId, SchemaDefinition] = {**merged, **self._families}
        self.cores = _find_cores(self.schemas)
        self.wrapped = {core: outer for outer, core in self.cores.items()}
        self._aliases = self._find_aliases()
        self._inlined: dict[SchemaId, PyType] = {}
        self._generated: dict[SchemaId, Generated] = {}
        self._fields: dict[SchemaId, tuple[TypedProperty, ...]] = {}
        self._targets: dict[SchemaId, tuple[SchemaId, ...]] = {}
        self._tags = tags_of(self.schemas)
        self._envelopes = frozenset(
            key
            for operation in operations_of(api)
            for response in operation.responses
            for media in response.content
            for key in envelopes(media, self.schemas)
        )
        self._reachable: tuple[SchemaId, ...] | None = None

    # What schemas are

    def resolve(self, schema: Schema) -> Schema:
        """Follow references, and merge ``allOf``: the schema that is really meant."""
        found = resolve(self.schemas, schema)
        return AnySchema() if isinstance(found, IntersectionSchema) else found

    def is_class(self, key: SchemaId) -> bool:
        """Whether the definition becomes a class."""
        definition = self.schemas.get(key)
        return definition is not None and _has_properties(definition.schema)

    def is_alias(self, key: SchemaId) -> bool:
        """Whether the definition becomes a named alias of another type."""
        return key in self._aliases

    def is_family(self, key: SchemaId) -> bool:
        """Whether the alias is the union of an object and those that extend it."""
        return key in self._families

    def is_named(self, key: SchemaId) -> bool:
        """Whether the author gave the definition its name."""
        return key in self.wrapped or self.schemas[key].hint.provenance == "named"

    # Types

    def type_of(self, schema: Schema) -> PyType:
        """Return the Python type of ``schema``."""
        match schema:
            case SchemaRef(id=key):
                return self._referred(key)
            case StringSchema(format=name):
                return _STRING_FORMATS.get(name, STR)
            case ArraySchema(items=items):
                return ListOf(self.type_of(items))
            case UnionSchema():
                return self._union(schema)
            case EnumSchema(values=values):
                return enumeration(values)
            case ObjectSchema():
                return self._map(schema)
            case ConstSchema(value=value):
                return constant(value)
            case TupleSchema():
                return self._tuple(schema)
            case IntegerSchema():
                return INT
            case NumberSchema():
                return FLOAT
            case BooleanSchema():
                return BOOL
            case NullSchema():
                return NONE
            case AnySchema() | NeverSchema() | IntersectionSchema():
                return ANY
            case _:
                assert_never(schema)

    def alias_type(self, key: SchemaId) -> PyType:
        """Return what the alias ``key`` stands for."""
        schema = self.schemas[key].schema
        if key in self._families and isinstance(schema, UnionSchema):
            return union(*(Generated(member) for member in references(schema)))
        return self.type_of(schema)

    def fields(self, key: SchemaId) -> tuple[TypedProperty, ...]:
        """Return the properties of a class with their types, in document order."""
        found = self._fields.get(key)
        if found is None:
            schema = self.schemas[key].schema
            assert isinstance(schema, ObjectSchema)  # noqa: S101 -- told by is_class
            tags = self._tags.get(key)
            if tags or key in self._envelopes:
                kinds = [self._field_type(item, tags or {}, key) for item in schema.properties]
            else:
                kinds = [self.type_of(item.schema) for item in schema.properties]
            found = self._fields[key] = tuple(map(TypedProperty, schema.properties, kinds))
        return found

    def extras(self, key: SchemaId) -> PyType | None:
        """Return the type of the properties that a class does not declare, if the document gives one."""
        schema = self.schemas[key].schema
        if not isinstance(schema, ObjectSchema) or not schema.explicit_additional:
            return None
        by_pattern = (self.type_of(value) for _, value in schema.pattern_properties)
        kind = union(self.type_of(schema.additional), *by_pattern)
        return None if kind == ANY else kind

    def _field_type(
        self, item: Property, tags: Mapping[str, tuple[str, ...]], key: SchemaId
    ) -> PyType:
        """Type a property; one that tells the variants of a union apart by the values that mean this one.

        The data of an event is what the text holds.
        """
        declared = self.type_of(item.schema)
        if item.name == "data" and key in self._envelopes:
            found = self.resolve(item.schema)
            if isinstance(found, StringSchema) and found.content_schema is not None:
                return JsonTextOf(self.type_of(found.content_schema))
        values = tags.get(item.name)
        if values is None:
            return declared
        inner = self._unaliased(declared)
        if isinstance(inner, LiteralOf):
            kept = tuple(value for value in values if value in inner.values)
            return LiteralOf(kept or inner.values)
        return LiteralOf(values) if inner == STR else declared

    def _unaliased(self, kind: PyType) -> PyType:
        while isinstance(kind, Generated) and self.is_alias(kind.id):
            kind = self.alias_type(kind.id)
        return kind

    def _referred(self, key: SchemaId) -> PyType:
        known = self._generated.get(key) or self._inlined.get(key)
        if known is not None:
            return known
        if (family := any_of_family(key)) in self._families:
            result = self._generated[key] = Generated(family)
            return result
        definition = self.schemas.get(key)
        if definition is None:
            return ANY
        if _has_properties(definition.schema) or key in self._aliases:
            result = self._generated[key] = Generated(key)
            return result
        inlined = self._inlined[key] = self.type_of(definition.schema)
        return inlined

    def _union(self, schema: UnionSchema) -> PyType:
        variants = [item for item in schema.variants if not isinstance(item, NeverSchema)]
        return union(*map(self.type_of, variants)) if variants else ANY

    def _map(self, schema: ObjectSchema) -> PyType:
        """Type an object without a class of its own: a mapping from names to values."""
        values = [self.type_of(value) for _, value in schema.pattern_properties]
        if values and not schema.explicit_additional:
            kind = union(*values)
            patterns = dict.fromkeys(pattern for pattern, _ in schema.pattern_properties)
            return DictOf(kind) if kind == ANY else DictOf(kind, tuple(patterns))
        if not isinstance(schema.additional, NeverSchema):
            values.append(self.type_of(schema.additional))
        return DictOf(union(*values) if values else ANY)

    def _tuple(self, schema: TupleSchema) -> PyType:
        items = tuple(map(self.type_of, schema.prefix))
        if is_exact(schema):
            return TupleOf(items)
        closed = isinstance(schema.rest, NeverSchema)
        rest = () if closed else (self.type_of(schema.rest),)
        return ListOf(union(*items, *rest))

    # Reach

    def reachable(self) -> tuple[SchemaId, ...]:
        """Return what becomes a class or alias: all named definitions and what operations lead to."""
        if self._reachable is None:
            self._reachable = self._reach()
        return self._reachable

    def targets(self, key: SchemaId) -> tuple[SchemaId, ...]:
        """Return the classes and aliases that the class or alias ``key`` names, each once, in order."""
        found = self._targets.get(key)
        if found is None:
            if self.is_class(key):
                kinds = [field.type for field in self.fields(key) if type(field.type) is not Symbol]
                if extras := self.extras(key):
                    kinds.append(extras)
            else:
                kinds = [self.alias_type(key)]
            ids = (target for kind in kinds for target in generated_in(kind))
            found = self._targets[key] = tuple(dict.fromkeys(ids))
        return found

    def _reach(self) -> tuple[SchemaId, ...]:
        found: dict[SchemaId, None] = {}
        waiting: list[SchemaId] = []
        for schema in schemas_of(self.api):
            waiting.extend(generated_in(self.type_of(schema)))
        waiting.extend(
            key
            for key in self.schemas
            if self.is_named(key) and (self.is_class(key) or self.is_alias(key))
        )
        while waiting:
            key = waiting.pop()
            if key not in found:
                found[key] = None
                waiting.extend(self.targets(key))
        return tuple(key for key in self.schemas if key in found)

    def _find_aliases(self) -> frozenset[SchemaId]:
        """Find the definitions without properties that get a name."""
        aliases: set[SchemaId] = set(self._families)
        sizes: dict[SchemaId, int] = {}
        for key, definition in self.schemas.items():
            schema = definition.schema
            if _has_properties(schema) or isinstance(schema, NullSchema) or key in self.cores:
                continue
            if self.is_named(key) or _is_long_enum(schema):
                aliases.add(key)
        for key, definition in self.schemas.items():
            if isinstance(definition.schema, EnumSchema) or key in aliases or key in sizes:
                continue  # an enumeration refers to nothing
            if not _has_properties(definition.schema):
                self._measure(key, aliases, sizes)
        return frozenset(aliases)

    def _measure(self, root: SchemaId, aliases: set[SchemaId], sizes: dict[SchemaId, int]) -> None:
        """Find circles and long types among definitions that are written in place."""
        stack = [(root, False)]
        path: set[SchemaId] = set()
        while stack:
            key, done = stack.pop()
            schema = self.schemas[key].schema
            inner = [
                target
                for target in references(schema)
                if target in self.schemas
                and target not in aliases
                and not _has_properties(self.schemas[target].schema)
            ]
            if done:
                path.discard(key)
                size = 1 + len(children(schema)) + sum(sizes.get(target, 1) for target in inner)
                if size > _LARGEST_INLINE:
                    aliases.add(key)
                sizes[key] = 1 if key in aliases else size
            elif key not in sizes and key not in path:
                path.add(key)
                stack.append((key, True))
                for target in reversed(inner):
                    if target in path:
                        aliases.add(target)
                    elif target not in sizes:
                        stack.append((target, False))


def generated_in(kind: PyType) -> list[SchemaId]:
    """Return the classes and aliases that a type names, in order."""
    if isinstance(kind, Generated):
        return [kind.id]
    found: list[SchemaId] = []
    stack: list[PyType] = [kind]
    while stack:
        current = stack.pop()
        match current:
            case Generated(id=key):
                found.append(key)
            case ListOf(item=inner) | DictOf(value=inner) | JsonTextOf(content=inner):
                stack.append(inner)
            case TupleOf(items=members) | UnionOf(members=members):
                stack.extend(reversed(members))
            case _:
                pass
    return found


def _find_cores(schemas: Mapping[SchemaId, SchemaDefinition]) -> dict[SchemaId, SchemaId]:
    """Find the named definitions that only add ``null`` to an object or enum described in place."""
    cores: dict[SchemaId, SchemaId] = {}
    for key, definition in schemas.items():
        schema = definition.schema
        if definition.hint.provenance == "named" and isinstance(schema, UnionSchema):
            inner = [item for item in schema.variants if not isinstance(item, NullSchema)]
            if len(inner) == 1 and isinstance(core := inner[0], SchemaRef) and core.id in schemas:
                found = schemas[core.id]
                if found.owner == key and isinstance(found.schema, ObjectSchema | EnumSchema):
                    cores[key] = core.id
    return cores


def is_exact(schema: TupleSchema) -> bool:
    """Whether there are as many items as schemas for the first ones: no fewer and no more."""
    count = len(schema.prefix)
    closed = isinstance(schema.rest, NeverSchema)
    least, most = schema.constraints.min_items, schema.constraints.max_items
    return least == count and (closed or most == count)


def _has_properties(schema: Schema) -> bool:
    return isinstance(schema, ObjectSchema) and bool(schema.properties)


def _is_long_enum(schema: Schema) -> bool:
    return isinstance(schema, EnumSchema) and (
        len(schema.values) > _LARGEST_INLINE_ENUM
        or sum(len(str(value)) + 4 for value in schema.values) > _LONGEST_INLINE_ENUM
    )
