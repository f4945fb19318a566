"""Values that are listed beside ``type: array``, where documents mean those of the items.

No array could be one of them, so that nothing at all would be valid.
"""

from __future__ import annotations

from typing import Any

_ARRAYS = ("array", ["array"], ["array", "null"])


def with_listed_items(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with such an ``enum`` in its ``items``, and any other as it is.

    Items that list their values themselves, or refer to what they are, keep what they say.
    """
    values, items = schema.get("enum"), schema.get("items")
    if not isinstance(values, list) or not isinstance(items, dict):
        return schema
    if schema.get("type") not in _ARRAYS or any(isinstance(value, list) for value in values):
        return schema
    rest = {key: value for key, value in schema.items() if key != "enum"}
    if "enum" in items or "$ref" in items:
        return rest
    return {**rest, "items": {**items, "enum": values}}
