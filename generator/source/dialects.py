"""Schemas whose own meta-schema leaves out a vocabulary (JSON Schema 2020-12 core, section 8.1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from . import pointers
from .grammar import FIELDS, MAPS
from .scan import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Mapping

_VOCABULARY: Final = "https://json-schema.org/draft/2020-12/vocab/"
# JSON Schema 2020-12 validation, section 6; core, sections 10 and 11. Without the rest nothing is refused.
_KEYWORDS: Final[dict[str, frozenset[str]]] = {
    "applicator": frozenset(
        (
            *("prefixItems", "items", "contains", "additionalProperties", "properties"),
            *("patternProperties", "dependentSchemas", "propertyNames", "if", "then", "else"),
            *("allOf", "anyOf", "oneOf", "not"),
        )
    ),
    "unevaluated": frozenset(("unevaluatedItems", "unevaluatedProperties")),
    "validation": frozenset(
        (
            *("type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum"),
            *("exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems"),
            *("uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties"),
            *("required", "dependentRequired"),
        )
    ),
}


def unknown_keywords(meta_schema: Any) -> frozenset[str]:
    """Return the keywords that mean nothing in schemas of a meta-schema."""
    vocabularies = meta_schema.get("$vocabulary") if isinstance(meta_schema, dict) else None
    if not isinstance(vocabularies, dict):
        return frozenset()
    left_out = (
        words for name, words in _KEYWORDS.items() if _VOCABULARY + name not in vocabularies
    )
    return frozenset().union(*left_out)


def without_keywords(
    root: dict[str, Any], places: Mapping[tuple[str | int, ...], frozenset[str]]
) -> dict[str, Any]:
    """Return ``root`` without the keywords that mean nothing in the schemas at ``places``."""
    edits = {
        keys: Edit(replace=(_reduced(_follow(root, keys), words),))
        for keys, words in places.items()
    }
    reduced: dict[str, Any] = apply_edits(root, edits)
    return reduced


def _follow(root: Any, keys: tuple[str | int, ...]) -> Any:
    return pointers.follow(root, tuple(map(str, keys)))


def _reduced(schema: Any, words: frozenset[str], kind: str = "schema") -> Any:
    if isinstance(schema, list):
        return [_reduced(one, words, kind) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if kind in MAPS:
        return {name: _reduced(one, words, MAPS[kind]) for name, one in schema.items()}
    fields = FIELDS[kind]
    return {
        word: _reduced(value, words, fields[word]) if word in fields else value
        for word, value in schema.items()
        if word not in words
    }
