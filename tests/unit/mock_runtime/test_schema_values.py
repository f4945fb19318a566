"""Values of schemas that come with a request."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from twin.mock._runtime.schema_values import sample_of

TREE = {
    "type": "object",
    "properties": {
        "size": {"$ref": "#/$defs/size"},
        "below": {"type": "array", "items": {"$ref": "#"}, "maxItems": 1},
    },
    "required": ["size"],
    "$defs": {"size": {"type": "integer", "minimum": 3, "maximum": 5}},
}


@pytest.mark.parametrize(
    "schema",
    [
        True,
        TREE,
        {"type": "string", "pattern": "^[a-f]{3}$"},
        {"$id": "https://example.com/x", "enum": ["a", "b"]},
        {"type": "array", "items": {"type": "number", "exclusiveMinimum": 0}, "minItems": 2},
        {"oneOf": [{"type": "integer"}, {"type": "null"}]},
    ],
)
def test_a_value_fits_its_schema(schema: Any) -> None:
    value = sample_of(schema, 1, "key")
    jsonschema_rs.validate(schema, value)
    assert sample_of(schema, 1, "key") == value


@pytest.mark.parametrize(
    "schema", [None, 3, {"properties": 3}, {"allOf": 3}, {"type": "number", "minimum": "a"}]
)
def test_what_is_no_schema_is_refused(schema: Any) -> None:
    with pytest.raises(ValueError, match="no JSON Schema"):
        sample_of(schema, 1)
