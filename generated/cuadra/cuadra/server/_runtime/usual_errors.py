"""The body that most operations of a document declare for errors: where one declares none, it has the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .operations import is_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from .document import Document


def usual_error(document: Document) -> str:
    """Return the schema of the error body that more than half of those operations share which declare any.

    Returns:
        A pointer; empty where there is no such schema.
    """
    counted: Counter[str] = Counter()
    declaring = 0
    for operation in document.operations["operations"]:
        found = {_name(document, place) for place in _error_schemas(operation)}
        declaring += bool(found)
        counted.update(found)
    for name, count in counted.most_common(1):
        return name if 2 * count > declaring else ""
    return ""


def _error_schemas(operation: Mapping[str, Any]) -> Iterator[str]:
    for status, response in operation["responses"].items():
        if status[:1] in "45" or status == "default":
            for media, item in (response.get("content") or {}).items():
                if item.get("schema") and is_json(media):
                    yield item["schema"]


def _name(document: Document, place: str) -> str:
    """Return the pointer of the component that a schema is nothing but a reference to, else its own."""
    schema = document.schema(place)
    reference = schema.get("$ref") if isinstance(schema, dict) and len(schema) == 1 else None
    return reference if isinstance(reference, str) else place
