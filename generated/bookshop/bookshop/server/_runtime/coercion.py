"""Text to JSON values by schema: what a query, header or form field says, in the schema's types."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .document import views
from .json_text import parse_json
from .listed_items import with_listed_items

if TYPE_CHECKING:
    from .document import Document

ALL_TYPES = frozenset({"string", "integer", "number", "boolean", "null", "array", "object"})
_SCALARS = frozenset({"string", "integer", "number", "boolean"})
_NARROWING = frozenset({"enum", "const", "pattern", "format", "minLength", "maxLength"})
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,400})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,400})(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
# What clients make of a boolean in a query: `str(True)` in Python, numbers in C and Go.
_SPELLED = {"True": True, "False": False, "1": True, "0": False}


class Coercion:
    """How texts become values of one schema. Built lazily, so recursive schemas are ordinary."""

    def __init__(self, document: Document, schema: Any) -> None:
        self._document = document
        self._schema = schema

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types the schema may accept."""
        return json_types(self._document, self._schema)

    @property
    def takes_scalars(self) -> bool:
        """Whether the schema accepts texts, numbers or booleans, beside lists and objects."""
        return not self.types.isdisjoint(_SCALARS)

    @cached_property
    def shape(self) -> str:
        """``array``, ``object`` or ``scalar``: what a serialized value has to be read as."""
        for wanted in ("array", "object"):
            if wanted in self.types and self.types != ALL_TYPES:
                return wanted
        return "scalar"

    @cached_property
    def is_binary(self) -> bool:
        """Whether the schema means raw bytes (``format: binary`` or ``contentMediaType``)."""
        return any(
            view.get("format") == "binary"
            or ("contentMediaType" in view and "contentEncoding" not in view)
            for view in views(self._document, self._schema)
        )

    @cached_property
    def properties(self) -> dict[str, Coercion]:
        """The declared properties of an object."""
        found: dict[str, Coercion] = {}
        for view in views(self._document, self._schema):
            declared = view.get("properties")
            if isinstance(declared, dict):
                for name, schema in declared.items():
                    found.setdefault(name, Coercion(self._document, schema))
        return found

    @cached_property
    def others(self) -> Coercion:
        """The undeclared properties of an object."""
        return Coercion(self._document, self._first("additionalProperties"))

    @cached_property
    def takes_others(self) -> bool:
        """Whether undeclared properties are expected, as in a map."""
        return not self.properties or isinstance(self._first("additionalProperties"), dict)

    @cached_property
    def items(self) -> Coercion:
        """The items of an array."""
        return Coercion(self._document, self._first("items"))

    @cached_property
    def nests(self) -> bool:
        """Whether arrays or objects stand in it."""
        inner = [self.items] if self.shape == "array" else [*self.properties.values(), self.others]
        return self.shape != "scalar" and any(one.shape != "scalar" for one in inner)

    @cached_property
    def prefix(self) -> tuple[Coercion, ...]:
        """The first items of an array that have schemas of their own."""
        declared = self._first("prefixItems")
        schemas = declared if isinstance(declared, list) else ()
        return tuple(Coercion(self._document, schema) for schema in schemas)

    @cached_property
    def is_closed_text(self) -> bool:
        """Whether only some texts can be meant: an enumeration, or no text at all."""
        if "string" not in self.types:
            return True
        return any("enum" in view for view in views(self._document, self._schema))

    @cached_property
    def is_narrow(self) -> bool:
        """Whether it refuses some texts."""
        if "string" not in self.types:
            return True
        return any(not _NARROWING.isdisjoint(view) for view in views(self._document, self._schema))

    @cached_property
    def required(self) -> frozenset[str]:
        """The properties that must be there."""
        declared = (view.get("required") for view in views(self._document, self._schema))
        return frozenset(
            name for names in declared if isinstance(names, list) for name in map(str, names)
        )

    def property(self, name: str) -> Coercion:
        """Return the coercion of one property."""
        return self.properties.get(name) or self.others

    def scalar(self, text: str) -> Any:
        """Return ``text`` as the schema's type, or as it is where it does not look like one."""
        types = self.types
        if types == ALL_TYPES:
            return text
        if "boolean" in types and (known := self._boolean(text)) is not None:
            return known
        if "integer" in types and _INTEGER.fullmatch(text) and text != "-0":
            return int(text)
        if "number" in types and _NUMBER.fullmatch(text) and self._is_number(text):
            return int(text) if _INTEGER.fullmatch(text) else float(text)
        if "null" in types and "string" not in types and text in {"", "null"}:
            return None
        if "string" not in types and text[:1] in {"{", "["}:
            return json_or_text(text)  # no style says how objects stand inside arrays
        return text

    def _boolean(self, text: str) -> bool | None:
        """Return what a text says; the spellings of other languages only where no text or number can be meant."""
        if text in {"true", "false"}:
            return text == "true"
        return _SPELLED.get(text) if self.types <= {"boolean", "null"} else None

    def apply(self, value: Any) -> Any:
        """Return a structure of texts with every text coerced."""
        if isinstance(value, list):
            return [self.items.apply(item) for item in value]
        if isinstance(value, dict):
            return {name: self.property(name).apply(item) for name, item in value.items()}
        if isinstance(value, str):
            return self.scalar(value)
        return value

    def _is_number(self, text: str) -> bool:
        """A text stays one where both are allowed and the number would be spelled otherwise."""
        return "string" not in self.types or str(float(text)) == text or text.lstrip("-").isdigit()

    def _first(self, keyword: str) -> Any:
        for view in views(self._document, self._schema):
            if keyword in view:
                return view[keyword]
        return True


def json_or_text(text: str) -> Any:
    """Return the value of a JSON text, and any other text as it is."""
    try:
        return parse_json(text)
    except ValueError:
        return text


def json_types(document: Document, schema: Any, depth: int = 0) -> frozenset[str]:
    """Return the JSON types a schema may accept; all where it does not say."""
    if schema is False:
        return frozenset()
    if not isinstance(schema, dict) or depth > 12:
        return ALL_TYPES
    types = _own_types(schema)
    if isinstance(schema.get("$ref"), str):
        types &= json_types(document, document.schema(schema["$ref"]), depth + 1)
    for member in schema.get("allOf") or ():
        types &= json_types(document, member, depth + 1)
    for keyword in ("oneOf", "anyOf"):
        members = schema.get(keyword)
        if isinstance(members, list) and members:
            types &= frozenset[str]().union(*(json_types(document, m, depth + 1) for m in members))
    return types


def _own_types(schema: dict[str, Any]) -> frozenset[str]:
    declared = schema.get("type")
    if isinstance(declared, str):
        types = frozenset({declared})
    elif isinstance(declared, list) and declared:
        types = frozenset(declared)
    elif "properties" in schema:
        types = frozenset({"object"})
    elif "items" in schema or "prefixItems" in schema:
        types = frozenset({"array"})
    else:
        types = ALL_TYPES
    if "number" in types:
        types |= {"integer"}
    listed = with_listed_items(schema).get("enum")
    values = [schema["const"]] if "const" in schema else listed
    if isinstance(values, list) and values:
        types &= frozenset().union(*(_type_of(value) for value in values))
    return types


def _type_of(value: Any) -> frozenset[str]:
    match value:
        case None:
            return frozenset({"null"})
        case bool():
            return frozenset({"boolean"})
        case int():
            return frozenset({"integer", "number"})
        case float():
            return frozenset({"number"})
        case str():
            return frozenset({"string"})
        case list():
            return frozenset({"array"})
        case _:
            return frozenset({"object"})
