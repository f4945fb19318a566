"""Judges JSON by JSON Schema (draft 2020-12), for clients that are strict.

Formats, contents and defaults are annotations and judge nothing, as the specification has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, TypeAlias

from .schema_keywords import CHECKS, has_type, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Path: TypeAlias = tuple[int | str, ...]

# These speak of what no other keyword has spoken of.
_LAST: Final = ("unevaluatedProperties", "unevaluatedItems")


class Mismatch(NamedTuple):
    """Where a value breaks its schema, by which keyword, and how."""

    path: Path
    keyword: str
    message: str


class _Visit:
    """One value under one schema: what was found wrong, and which members schemas have spoken of."""

    __slots__ = ("items", "names", "path", "value", "wrong")

    def __init__(self, value: Any, path: Path) -> None:
        self.value = value
        self.path = path
        self.wrong: list[Mismatch] = []
        self.names: set[str] = set()
        self.items: set[int] = set()

    def refuse(self, keyword: str, message: str) -> None:
        self.wrong.append(Mismatch(self.path, keyword, message))

    def adopt(self, other: _Visit) -> None:
        """Takes over what a schema that holds for the same value has spoken of."""
        self.names |= other.names
        self.items |= other.items


class JsonSchemas:
    """Schemas by their pointers; a pointer may lead on into one of them."""

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas
        self._found: dict[str, Any] = {}
        self._open: set[tuple[str, int]] = set()

    def mismatches(self, pointer: str, value: Any) -> list[Mismatch]:
        """Returns everything the schema at ``pointer`` has against ``value``."""
        try:
            return self._visit(self.at(pointer), value, ()).wrong
        except RecursionError:
            return [Mismatch((), "depth", "is nested too deep to be judged")]

    def at(self, pointer: str) -> Any:
        """Returns the schema at ``pointer``; one that is not there accepts everything."""
        if pointer not in self._found:
            self._found[pointer] = self._walk(pointer)
        return self._found[pointer]

    def _walk(self, pointer: str) -> Any:
        root, tokens = pointer, list[str]()
        while root not in self._schemas:
            root, slash, token = root.rpartition("/")
            if not slash:
                return True
            tokens.append(token.replace("~1", "/").replace("~0", "~"))
        schema = self._schemas[root]
        for token in reversed(tokens):
            if isinstance(schema, list):
                schema = (
                    schema[int(token)] if token.isdigit() and int(token) < len(schema) else True
                )
            else:
                schema = schema.get(token, True) if isinstance(schema, dict) else True
        return schema

    def _visit(self, schema: Any, value: Any, path: Path) -> _Visit:
        visit = _Visit(value, path)
        if schema is False:
            visit.refuse("false", "should not be there")
        if not isinstance(schema, dict):
            return visit
        for keyword in schema:
            if keyword not in _LAST:
                self._judge(keyword, schema, visit)
        for keyword in _LAST:
            if keyword in schema:
                self._judge(keyword, schema, visit)
        return visit

    def _judge(self, keyword: str, schema: dict[str, Any], visit: _Visit) -> None:
        try:
            if applicator := self._applicators.get(keyword):
                applicator(self, schema, visit)
            elif check := CHECKS.get(keyword):
                kind, judge = check
                applies = not kind or has_type(visit.value, kind)
                if applies and (message := judge(schema[keyword], visit.value)):
                    visit.refuse(keyword, message)
        except (ArithmeticError, AttributeError, TypeError, ValueError):
            return  # the document gives the keyword a value that means nothing

    def _apply(self, schema: Any, visit: _Visit) -> None:
        """Makes another schema hold for the same value."""
        found = self._visit(schema, visit.value, visit.path)
        visit.wrong += found.wrong
        visit.adopt(found)

    def _member(self, schema: Any, visit: _Visit, name: str) -> None:
        visit.names.add(name)
        visit.wrong += self._visit(schema, visit.value[name], (*visit.path, name)).wrong

    def _item(self, schema: Any, visit: _Visit, index: int) -> None:
        visit.items.add(index)
        visit.wrong += self._visit(schema, visit.value[index], (*visit.path, index)).wrong

    # Schemas for the same value (core, sections 8.2.3 and 10.2)

    def _ref(self, schema: dict[str, Any], visit: _Visit) -> None:
        key = (schema["$ref"], id(visit.value))
        if key in self._open:  # a schema that consists of itself says nothing more
            return
        self._open.add(key)
        try:
            self._apply(self.at(schema["$ref"]), visit)
        finally:
            self._open.discard(key)

    def _all_of(self, schema: dict[str, Any], visit: _Visit) -> None:
        for member in schema["allOf"]:
            self._apply(member, visit)

    def _any_of(self, schema: dict[str, Any], visit: _Visit) -> None:
        if not self._discriminates(schema, visit):
            self._adopt_fitting(schema["anyOf"], visit, "anyOf")

    def _one_of(self, schema: dict[str, Any], visit: _Visit) -> None:
        if self._discriminates(schema, visit):
            return
        fitting = self._adopt_fitting(schema["oneOf"], visit, "oneOf")
        # What is an e-mail address or empty text fits one of these; formats are not judged here.
        if fitting > 1 and not schema.get("toldApartByFormat"):
            visit.refuse("oneOf", "fits more than one of the alternatives")

    def _discriminates(self, schema: dict[str, Any], visit: _Visit) -> bool:
        """Judges by the variants that the value names, if it names any (OpenAPI 3.1, section 4.8.25)."""
        discriminator = schema.get("discriminator")
        if not discriminator or not isinstance(visit.value, dict):
            return False
        name = discriminator["propertyName"]
        tag = visit.value.get(name)
        meant = discriminator["mapping"].get(tag) if isinstance(tag, str) else None
        if isinstance(meant, list):
            self._adopt_fitting([self.at(one) for one in meant], visit, "discriminator")
        elif meant is not None:
            self._apply(self.at(meant), visit)
        elif isinstance(tag, str) and self._names_all(schema, discriminator["mapping"]):
            visit.refuse(
                "discriminator", f"{name} is {tag!r}, which names none of the alternatives"
            )
        else:
            return False
        return True

    def _names_all(self, schema: dict[str, Any], mapping: Mapping[str, str | list[str]]) -> bool:
        """Whether every variant of a union has a value that means it."""
        variants = schema.get("oneOf") or schema["anyOf"]
        meant = (one if isinstance(one, list) else [one] for one in mapping.values())
        named = {id(self.at(pointer)) for pointers in meant for pointer in pointers}
        return all(
            "$ref" in variant and id(self.at(variant["$ref"])) in named for variant in variants
        )

    def _adopt_fitting(self, members: list[Any], visit: _Visit, keyword: str) -> int:
        """Returns how many of the members hold, having taken over what those spoke of."""
        visits = [self._visit(member, visit.value, visit.path) for member in members]
        fitting = [one for one in visits if not one.wrong]
        for one in fitting:
            visit.adopt(one)
        if not fitting:
            nearest = max(visits, key=_depth, default=None)
            deep = nearest is not None and _depth(nearest) > len(visit.path)
            if deep and nearest is not None and len(nearest.wrong) == 1:
                visit.wrong += nearest.wrong
            else:
                visit.refuse(keyword, "fits none of the alternatives")
        return len(fitting)

    def _not(self, schema: dict[str, Any], visit: _Visit) -> None:
        if not self._visit(schema["not"], visit.value, visit.path).wrong:
            visit.refuse("not", "is what it should not be")

    def _if(self, schema: dict[str, Any], visit: _Visit) -> None:
        condition = self._visit(schema["if"], visit.value, visit.path)
        if condition.wrong:
            self._apply(schema.get("else", True), visit)
        else:
            visit.adopt(condition)
            self._apply(schema.get("then", True), visit)

    def _dependent_schemas(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            for name, needed in schema["dependentSchemas"].items():
                if name in visit.value:
                    self._apply(needed, visit)

    # Schemas for members (core, section 10.3)

    def _properties(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            for name, member in schema["properties"].items():
                if name in visit.value:
                    self._member(member, visit, name)

    def _pattern_properties(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            for pattern, member in schema["patternProperties"].items():
                for name in visit.value:
                    if matches(pattern, name):
                        self._member(member, visit, name)

    def _additional_properties(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            declared = schema.get("properties", {})
            patterns = schema.get("patternProperties", {})
            for name in visit.value:
                if name not in declared and not any(matches(one, name) for one in patterns):
                    self._member(schema["additionalProperties"], visit, name)

    def _property_names(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            for name in visit.value:
                visit.wrong += self._visit(schema["propertyNames"], name, visit.path).wrong

    def _prefix_items(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, list):
            for index, member in enumerate(schema["prefixItems"][: len(visit.value)]):
                self._item(member, visit, index)

    def _items(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, list):
            for index in range(len(schema.get("prefixItems", ())), len(visit.value)):
                self._item(schema["items"], visit, index)

    def _contains(self, schema: dict[str, Any], visit: _Visit) -> None:
        if not isinstance(visit.value, list):
            return
        found = [
            index
            for index, item in enumerate(visit.value)
            if not self._visit(schema["contains"], item, ()).wrong
        ]
        visit.items.update(found)
        least, most = schema.get("minContains", 1), schema.get("maxContains")
        if len(found) < least or (most is not None and len(found) > most):
            visit.refuse("contains", f"has {len(found)} of the items that it should contain")

    def _unevaluated_properties(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, dict):
            for name in visit.value:
                if name not in visit.names:
                    self._member(schema["unevaluatedProperties"], visit, name)

    def _unevaluated_items(self, schema: dict[str, Any], visit: _Visit) -> None:
        if isinstance(visit.value, list):
            for index in range(len(visit.value)):
                if index not in visit.items:
                    self._item(schema["unevaluatedItems"], visit, index)

    _applicators: ClassVar[Mapping[str, Callable[[Any, dict[str, Any], _Visit], None]]] = {
        "$ref": _ref,
        "allOf": _all_of,
        "anyOf": _any_of,
        "oneOf": _one_of,
        "not": _not,
        "if": _if,
        "dependentSchemas": _dependent_schemas,
        "properties": _properties,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
        "propertyNames": _property_names,
        "prefixItems": _prefix_items,
        "items": _items,
        "contains": _contains,
        "unevaluatedProperties": _unevaluated_properties,
        "unevaluatedItems": _unevaluated_items,
    }


def _depth(visit: _Visit) -> int:
    return max((len(one.path) for one in visit.wrong), default=0)
