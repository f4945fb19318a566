"""What of a document its validators need: they hold a copy of it, which is small without its prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .listed_items import with_listed_items

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROSE = frozenset(("description", "operationId", "summary", "title"))
_EXAMPLES = frozenset(("default", "example", "examples"))
_PAYLOAD = frozenset(("const", "enum"))
# What has names of the API's own, or of other parts of a document, as keys.
_MAPS = frozenset(
    (
        "$defs",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "headers",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "webhooks",
    )
)


def without_annotations(openapi: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a document without texts and examples: no schema refers to them, and they may be large."""
    components = openapi.get("components")
    if isinstance(components, dict) and "examples" in components:
        kept = {name: part for name, part in components.items() if name != "examples"}
        openapi = {**openapi, "components": kept}
    judged: dict[str, Any] = _judged(dict(openapi))
    return judged


def _judged(node: Any) -> Any:
    """Return what stands in a document, without annotations; values that are compared stay as they are."""
    if isinstance(node, list):
        return [_judged(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {
        key: _named(value) if key in _MAPS else value if key in _PAYLOAD else _judged(value)
        for key, value in node.items()
        if not ((key in _PROSE and isinstance(value, str)) or key in _EXAMPLES)
    }
    if "enum" in found:
        found.pop("format", None)  # what is listed is meant: "now" beside times, for instance
    return with_listed_items(found)


def _named(schemas: Any) -> Any:
    """Return schemas by names of the API's own, which mean nothing here."""
    if not isinstance(schemas, dict):
        return _judged(schemas)
    return {name: _judged(schema) for name, schema in schemas.items()}
