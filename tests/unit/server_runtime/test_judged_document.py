"""What validators hold of a document: all that schemas say, none of its prose, once for both sides."""

from __future__ import annotations

from typing import Any

from twin.server._runtime import Document
from twin.server._runtime.judged import without_annotations

_OPENAPI: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "description": "Long."},
    "paths": {
        "/a": {
            "get": {
                "description": "Long.",
                "responses": {"default": {"content": {"application/json": {"schema": True}}}},
            }
        }
    },
    "components": {
        "examples": {"Large": {"value": "..."}},
        "schemas": {
            "example": {
                "type": "object",
                "description": "Long.",
                "required": ["description", "number"],
                "properties": {
                    "description": {"type": "string", "default": "x"},
                    "number": {"const": {"description": "kept"}},
                    "made": {"type": "string", "readOnly": True},
                },
            },
            "Made": {
                "type": "object",
                "required": ["made"],
                "properties": {"made": {"type": "string", "readOnly": True}},
            },
        },
    },
}


def test_names_that_look_like_annotations_stay() -> None:
    found = without_annotations(_OPENAPI)
    schema = found["components"]["schemas"]["example"]
    assert schema["properties"]["description"] == {"type": "string"}
    assert schema["properties"]["number"] == {"const": {"description": "kept"}}
    assert "default" in found["paths"]["/a"]["get"]["responses"]


def test_prose_and_examples_go() -> None:
    assert "Long." not in repr(without_annotations(_OPENAPI))
    assert "examples" not in without_annotations(_OPENAPI)["components"]


def test_a_format_refuses_nothing_that_is_listed() -> None:
    schema = {"type": "string", "format": "date-time", "enum": ["now"]}
    properties = {"enum": {"type": "string"}, "format": {"type": "string", "format": "date"}}
    document = Document(
        {"components": {"schemas": {"A": schema, "B": {"properties": properties}}}}, {}
    )
    assert document.validator("#/components/schemas/A").is_valid("now")
    assert not document.validator("#/components/schemas/A").is_valid("2024-05-06T07:08:09Z")
    assert not document.validator("#/components/schemas/B").is_valid({"enum": "a", "format": "b"})


def test_both_sides_share_what_is_the_same_for_both() -> None:
    document = Document(_OPENAPI, {"operations": []})
    value = {"description": "x", "number": {"description": "kept"}}
    for view in ("request", "response"):
        assert document.validator("#/components/schemas/example", view).is_valid(value)
    assert len(document._registries) == 1


def test_a_side_that_never_sees_a_property_does_not_need_it() -> None:
    document = Document(_OPENAPI, {"operations": []})
    assert document.validator("#/components/schemas/Made", "request").is_valid({})
    assert not document.validator("#/components/schemas/Made", "response").is_valid({})
