"""``allOf`` to one schema: after this no definition is an intersection any more.

Members are met pairwise: objects pool their properties, enums keep the common values, unions are
met variant by variant. Where that would need a new definition (a property that two members declare as
different objects), one is added, once for each pair, and met in its turn; so recursion ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..ir.overlay import overlay
from ..ir.schemas import (
    BASE,
    VARIANT,
    AnySchema,
    ArraySchema,
    IntersectionSchema,
    NameHint,
    NeverSchema,
    NullSchema,
    ObjectSchema,
    SchemaDefinition,
    SchemaId,
    SchemaRef,
    TupleSchema,
    UnionSchema,
)
from .meet import (
    either_property,
    is_bare_object,
    is_compound,
    largest,
    meet_scalars,
    never_meet,
    renamed_mapping,
    smallest,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..diagnostics import Diagnostics
    from ..ir.schemas import Annotations, Property, Schema

_ANY = AnySchema()
_NEVER = NeverSchema()
_MOST_VARIANTS = 40  # of a union that is multiplied out


def merge_schemas(
    schemas: Mapping[SchemaId, SchemaDefinition], diagnostics: Diagnostics
) -> Mapping[SchemaId, SchemaDefinition]:
    """Return the definitions with every intersection replaced by the one schema it amounts to.

    Definitions that merging needs are added at the end; those of merged members stay, whether or not
    anything refers to them still. Contradictions are reported; the later member then wins.
    """
    return _Merger(schemas, diagnostics).run()


def resolve(schemas: Mapping[SchemaId, SchemaDefinition], schema: Schema) -> Schema:
    """Follow references to what they mean; a circle or a missing definition accepts everything."""
    steps = 0
    while isinstance(schema, SchemaRef):
        definition = schemas.get(schema.id)
        steps += 1
        if definition is None or steps > len(schemas):
            return _ANY
        schema = definition.schema
    return schema


class _Merger:
    def __init__(
        self, schemas: Mapping[SchemaId, SchemaDefinition], diagnostics: Diagnostics
    ) -> None:
        self.schemas = dict(schemas)
        self.diagnostics = diagnostics
        self.waiting = [
            key for key, found in schemas.items() if isinstance(found.schema, IntersectionSchema)
        ]
        self.busy: set[SchemaId] = set()
        self.pairs: dict[tuple[SchemaId, SchemaId], SchemaRef] = {}
        self.written: dict[SchemaId, str] = {}  # by definition made here: the `allOf` it comes from

    def run(self) -> Mapping[SchemaId, SchemaDefinition]:
        while self.waiting:  # grows while pairs are met
            waiting, self.waiting = self.waiting, []
            for key in waiting:
                for inner in self._in_order(key):
                    self._merge(inner)
        return self.schemas

    def _in_order(self, root: SchemaId) -> Iterator[SchemaId]:
        """Yield the intersections that ``root`` is made of, innermost first, without recursion."""
        stack = [(root, False)]
        seen: set[SchemaId] = set()
        while stack:
            key, ready = stack.pop()
            definition = self.schemas.get(key)
            if definition is None:
                continue
            if ready:
                yield key
                continue
            if key in seen:
                continue
            seen.add(key)
            schema = definition.schema
            if isinstance(schema, IntersectionSchema):
                stack.append((key, True))
                targets = [part.id for part in schema.members if isinstance(part, SchemaRef)]
                stack.extend((target, False) for target in reversed(targets))
            elif isinstance(schema, SchemaRef):
                stack.append((schema.id, False))

    def _merge(self, key: SchemaId) -> None:
        definition = self.schemas[key]
        if isinstance(definition.schema, IntersectionSchema) and key not in self.busy:
            self.busy.add(key)
            merged = self._fold(definition, definition.schema)
            self.busy.discard(key)
            self.schemas[key] = replace(definition, schema=merged)

    def _resolve(self, schema: Schema) -> Schema:
        """Follow references; an intersection on the way is merged first (a circular one says nothing)."""
        steps = 0
        while isinstance(schema, SchemaRef):
            definition = self.schemas.get(schema.id)
            steps += 1
            if definition is None or steps > len(self.schemas):
                return _ANY
            self._merge(definition.id)
            schema = self.schemas[definition.id].schema
        return _ANY if isinstance(schema, IntersectionSchema) else schema

    # Members of one intersection

    def _fold(self, definition: SchemaDefinition, intersection: IntersectionSchema) -> Schema:
        place = definition.id
        members = [part for part in intersection.members if not self._says_nothing(part)]
        annotations = self._annotations(intersection)
        if not members:
            resolved = map(self._resolve, intersection.members)
            found = next((part for part in resolved if not isinstance(part, AnySchema)), _ANY)
            return replace(found, annotations=annotations)
        if len(members) == 1 and isinstance(members[0], SchemaRef):
            only = members[0].id
            if not only.startswith(f"{place}/"):
                return SchemaRef(only, annotations)
            # Described in place: it is this very schema and has its name.
            return replace(self._resolve(members[0]), annotations=annotations)
        result = self._without_discriminator(members[0])
        for member in members[1:]:
            met = self._meet(result, self._without_discriminator(member), definition)
            if isinstance(met, NeverSchema):
                self._contradiction(place)
                met = self._resolve(member)
            result = met
        return replace(result, annotations=annotations)

    def _says_nothing(self, schema: Schema) -> bool:
        found = self._resolve(schema)
        if isinstance(found, AnySchema):
            return True
        return (
            isinstance(schema, ObjectSchema | SchemaRef)
            and is_bare_object(found)
            and (
                not isinstance(schema, SchemaRef)
                or self.schemas[schema.id].hint.provenance != "named"
            )
        )

    def _annotations(self, intersection: IntersectionSchema) -> Annotations:
        """Return what stands beside ``allOf``, completed from its inline members."""
        result = intersection.annotations
        for member in reversed(intersection.members):
            if not isinstance(member, SchemaRef):
                result = overlay(result, member.annotations)
            elif self.schemas.get(member.id, _NO_DEFINITION).hint.provenance == "derived":
                result = overlay(result, self._resolve(member).annotations)
        return result

    def _without_discriminator(self, member: Schema) -> Schema:
        """Resolve a member; the discriminator of a base class is not that of the child."""
        found = self._resolve(member)
        if (
            isinstance(found, ObjectSchema)
            and found.discriminator
            and isinstance(member, SchemaRef)
            and self.schemas[member.id].hint.provenance == "named"
        ):
            return replace(found, discriminator=None)
        return found

    # Two schemas

    def _meet(self, left: Schema, right: Schema, at: SchemaDefinition) -> Schema:
        """Meet two resolved schemas where a definition may hold any result."""
        if isinstance(left, AnySchema):
            return right
        if isinstance(right, AnySchema):
            return left
        if isinstance(left, ObjectSchema) and isinstance(right, ObjectSchema):
            return self._meet_objects(left, right, at)
        if isinstance(left, UnionSchema):
            return self._distribute(left, right, at)
        if isinstance(right, UnionSchema):
            return self._distribute(right, left, at)
        return self._meet_flat(left, right, at)

    def _meet_flat(self, left: Schema, right: Schema, at: SchemaDefinition) -> Schema:
        if isinstance(left, ArraySchema) and isinstance(right, ArraySchema):
            items = self._join(left.items, right.items, at, "items")
            return replace(right, items=items)
        if isinstance(left, TupleSchema) and isinstance(right, ArraySchema | TupleSchema):
            return left
        if isinstance(left, ArraySchema) and isinstance(right, TupleSchema):
            return right
        return meet_scalars(left, right)

    def _meet_objects(
        self, left: ObjectSchema, right: ObjectSchema, at: SchemaDefinition
    ) -> ObjectSchema:
        pooled = {item.name: item for item in left.properties}
        for item in right.properties:
            known = pooled.get(item.name)
            pooled[item.name] = item if known is None else self._join_properties(known, item, at)
        loose = dict.fromkeys((*left.required_only, *right.required_only))
        for name in loose:
            if name in pooled and not pooled[name].required:
                pooled[name] = replace(pooled[name], required=True)
        additional = right if right.explicit_additional or not left.explicit_additional else left
        return ObjectSchema(
            properties=tuple(pooled.values()),
            additional=additional.additional,
            explicit_additional=additional.explicit_additional,
            pattern_properties=(*left.pattern_properties, *right.pattern_properties),
            property_names=right.property_names or left.property_names,
            required_only=tuple(name for name in loose if name not in pooled),
            min_properties=largest(left.min_properties, right.min_properties),
            max_properties=smallest(left.max_properties, right.max_properties),
            discriminator=right.discriminator or left.discriminator,
            any_type=left.any_type and right.any_type,
            required_any=right.required_any or left.required_any,
        )

    def _join_properties(self, left: Property, right: Property, at: SchemaDefinition) -> Property:
        if left.conditional or right.conditional:
            return either_property(left, right)
        schema = self._join(left.schema, right.schema, at, right.name)
        if isinstance(schema, NeverSchema) and not isinstance(right.schema, NeverSchema):
            self._contradiction(self._written(at), right.name)
            schema = right.schema
        return replace(
            right,
            schema=schema,
            required=left.required or right.required,
            annotations=overlay(right.annotations, left.annotations),
        )

    def _distribute(self, union: UnionSchema, other: Schema, at: SchemaDefinition) -> Schema:
        """Meet each variant of a union with the other schema."""
        variants = union.variants
        if isinstance(other, ObjectSchema) and all(map(self._only_requires, variants)):
            return other
        size = len(variants) * (len(other.variants) if isinstance(other, UnionSchema) else 1)
        if size > _MOST_VARIANTS:
            self.diagnostics.note(
                "union-not-merged",
                at.id,
                f"`allOf` with a union of {len(variants)} members; the union is not multiplied out,"
                " its properties are accepted without a type.",
            )
            return other
        base = self._as_reference(other, at)
        met: list[Schema] = []
        renamed: dict[SchemaId, SchemaId] = {}
        for variant in variants:
            joined = self._join(variant, base, at, self._variant_word(variant))
            if not isinstance(joined, NeverSchema) and joined not in met:
                met.append(joined)
            if isinstance(variant, SchemaRef) and isinstance(joined, SchemaRef):
                renamed[variant.id] = joined.id
        if not met:
            return _NEVER
        if len(met) == 1:
            return met[0] if not isinstance(met[0], SchemaRef) else self._resolve(met[0])
        return replace(
            union,
            variants=tuple(met),
            discriminator=renamed_mapping(union.discriminator, renamed),
        )

    def _only_requires(self, schema: Schema) -> bool:
        found = self._resolve(schema)
        return isinstance(found, AnySchema) or (
            isinstance(found, ObjectSchema)
            and not found.properties
            and not found.pattern_properties
            and isinstance(found.additional, AnySchema | NeverSchema)
        )

    def _as_reference(self, schema: Schema, at: SchemaDefinition) -> Schema:
        """Define an object or union so that several intersections can refer to it."""
        if isinstance(schema, ObjectSchema | UnionSchema):
            return self._define(schema, at, BASE)
        return schema

    def _variant_word(self, variant: Schema) -> str:
        definition = self.schemas.get(variant.id) if isinstance(variant, SchemaRef) else None
        return definition.hint.words[-1] if definition and definition.hint.words else VARIANT

    def _join(self, left: Schema, right: Schema, at: SchemaDefinition, word: str) -> Schema:
        """Meet two schemas where only a reference or a plain schema may stand."""
        if isinstance(left, SchemaRef) and isinstance(right, SchemaRef) and left.id == right.id:
            return right
        one, other = self._peek(left), self._peek(right)
        if isinstance(one, AnySchema) or (is_bare_object(one) and isinstance(other, ObjectSchema)):
            return right
        if isinstance(other, AnySchema) or (
            is_bare_object(other) and isinstance(one, ObjectSchema)
        ):
            return left
        if one == other:
            return left if isinstance(left, SchemaRef) else right
        if is_compound(one) or is_compound(other):
            if isinstance(one, NullSchema) or isinstance(other, NullSchema):
                union = one if isinstance(one, UnionSchema) else other
                return self._null_of(union)
            return self._join_later(left, right, at, word)
        if isinstance(one, ArraySchema | TupleSchema) and isinstance(
            other, ArraySchema | TupleSchema
        ):
            if isinstance(left, SchemaRef) or isinstance(right, SchemaRef):
                return self._join_later(left, right, at, word)
            return self._meet_flat(one, other, at)
        met = meet_scalars(one, other)
        if met is one:
            return left
        if met is other:
            return right
        return met

    def _peek(self, schema: Schema) -> Schema:
        """Follow references, leaving an intersection that is not merged yet as it is."""
        return resolve(self.schemas, schema)

    def _null_of(self, schema: Schema) -> Schema:
        if isinstance(schema, UnionSchema):
            for variant in schema.variants:
                if isinstance(self._peek(variant), NullSchema):
                    return variant
        return _NEVER

    def _join_later(self, left: Schema, right: Schema, at: SchemaDefinition, word: str) -> Schema:
        """Define the intersection of two schemas, to be merged in its turn."""
        key = None
        if isinstance(left, SchemaRef) and isinstance(right, SchemaRef):
            key = (left.id, right.id)
            if found := self.pairs.get(key):
                return found
        one, other = self._peek(left), self._peek(right)
        if never_meet(one, other):
            return _NEVER
        reference = self._define(IntersectionSchema((left, right)), at, word)
        self.waiting.append(reference.id)
        if key:
            self.pairs[key] = reference
        return reference

    def _define(self, schema: Schema, at: SchemaDefinition, word: str) -> SchemaRef:
        place = f"{at.id}/allOf/{word.strip('<>').replace('~', '~0').replace('/', '~1')}"
        while place in self.schemas:
            place += "~"
        key = SchemaId(place)
        owner = at.id if at.hint.provenance == "named" else at.owner
        hint = NameHint((*at.hint.words, word), "derived")
        self.schemas[key] = SchemaDefinition(key, schema, hint, owner)
        self.written[key] = self._written(at)
        return SchemaRef(key)

    def _written(self, at: SchemaDefinition) -> str:
        return self.written.get(at.id) or f"{at.id}/allOf"

    def _contradiction(self, pointer: str, name: str = "") -> None:
        subject = f"for the property {name!r} " if name else ""
        self.diagnostics.warn(
            "contradictory-all-of",
            pointer,
            f"The members of `allOf` contradict each other {subject}so that no value fits both;"
            " the later one is taken.",
            "Make the members agree, or use `oneOf`.",
        )


_NO_DEFINITION = SchemaDefinition(SchemaId(""), _ANY, NameHint((), "named"))
