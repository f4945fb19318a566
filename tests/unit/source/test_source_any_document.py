"""Whatever stands wherever in a document: nothing raises, and every reference that is left is good."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import DiagnosticError, Diagnostics
from generator.source import Document, bundle_text, resolve, validate
from generator.source.scan import find_sites

A = {"$ref": "#/components/schemas/A"}
OLD_A = {"$ref": "#/definitions/A"}
NEW = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "post": {
                "requestBody": {
                    "content": {"a/b": {"schema": A, "encoding": {"x": {"headers": {}}}}}
                },
                "responses": {"200": {"$ref": "#/components/responses/R"}},
                "callbacks": {"c": {"{$url}": {"get": {"responses": {}}}}},
            },
        }
    },
    "components": {
        "schemas": {
            "A": {
                "properties": {"b": A, "c": {"nullable": True, "allOf": [A]}, "d": {"example": 1}}
            },
            "B": {"oneOf": [A], "discriminator": {"propertyName": "k", "mapping": {"a": "A"}}},
            "C": {"$ref": "#/components/schemas/A/properties/c/allOf/0"},
        },
        "parameters": {
            "P": {"name": "id", "in": "path", "required": True, "schema": {"minimum": 1}}
        },
        "responses": {"R": {"description": "", "headers": {"h": {"schema": A}}}},
    },
}
OLD = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "host": "h",
    "schemes": ["http"],
    "consumes": ["a/b"],
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/parameters/B"}],
            "post": {
                "produces": ["a/b"],
                "parameters": [
                    {"name": "f", "in": "formData", "type": "array", "items": {"type": "string"}},
                    {"$ref": "#/parameters/Q"},
                ],
                "responses": {
                    "200": {"$ref": "#/responses/R"},
                    "default": {"description": "", "schema": OLD_A, "examples": {"a/b": 1}},
                },
            },
        }
    },
    "definitions": {
        "A": {"discriminator": "k", "properties": {"b": {"x-nullable": True, "allOf": [OLD_A]}}}
    },
    "parameters": {
        "B": {"name": "b", "in": "body", "schema": OLD_A},
        "Q": {"name": "q", "in": "query", "type": "array", "items": {"type": "string"}},
    },
    "responses": {"R": {"description": "", "headers": {"h": {"type": "string"}}}},
    "securityDefinitions": {"o": {"type": "oauth2", "flow": "implicit", "scopes": {"a": "b"}}},
}
REFERENCES = st.sampled_from(
    [
        "",
        "#",
        "#/",
        "#/paths",
        "#/info/title",
        "#x",
        "A",
        "none.yaml",
        "http://[",
        "\x00",
        "#/parameters/B",
        "#/components/schemas/A",
        "#/definitions/A",
        "#/components/responses/R",
        "%",
        "urn:x",
        "//h/a",
    ]
)
VALUES = st.one_of(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    st.builds(dict),
    st.builds(list),
    st.builds(lambda reference: {"$ref": reference}, REFERENCES),
    st.builds(lambda reference: [{"$ref": reference}, reference], REFERENCES),
    st.builds(lambda reference: {"$id": reference, "$dynamicRef": reference}, REFERENCES),
    st.just({"$ref": 1}) | st.just({"$recursiveRef": {}}) | st.just({"": True}),
    st.builds(
        lambda reference: {"discriminator": {"mapping": {"a": reference, "b": 1}}}, REFERENCES
    ),
)
KEYS = st.sampled_from(
    ["$ref", "$id", "$anchor", "nullable", "example", "type", "enum", "in", "items", "x-a"]
)


def places(node: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) below a node."""
    found: list[tuple[Any, Any]] = []
    stack = [node]
    while stack:
        node = stack.pop()
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            found.append((node, key))
            if isinstance(value, dict | list):
                stack.append(value)
    return found


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data(), st.sampled_from([NEW, OLD]), st.integers(1, 4))
def test_any_document(data: st.DataObject, model: dict[str, Any], changes: int) -> None:
    document = copy.deepcopy(model)
    for _ in range(changes):
        found = places(document)
        if not found:
            return
        container, key = data.draw(st.sampled_from(range(len(found))).map(found.__getitem__))
        if isinstance(container, dict) and data.draw(st.booleans()):
            key = data.draw(KEYS)
        container[key] = copy.deepcopy(data.draw(VALUES))
    text = json.dumps(document)
    diagnostics = Diagnostics()
    source = Document("a.json", document, text.encode(), "json", "")
    try:
        tree = resolve(source, diagnostics)
        validate(source, tree, diagnostics, thorough=False)
    except DiagnosticError:
        return
    assert json.dumps(document) == text, "the input was changed"
    for site in find_sites(tree.root, "openapi"):
        if "$ref" in site.node:
            tree.follow(site.node["$ref"])
    for found_diagnostic in diagnostics.located(tree.locate):
        assert found_diagnostic.location is not None
    json.loads(bundle_text(tree))
