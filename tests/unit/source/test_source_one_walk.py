"""Documents of 3.0 are upgraded in the walk that finds their references."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.source import load
from generator.source.scan import find_sites
from generator.source.upgrade_3_0 import upgrade_3_0, upgrade_and_find_sites

GOLDEN = Path(__file__).parents[2] / "golden"
PATHS = sorted(GOLDEN.glob("*/openapi.yaml"))
SCHEMA = {"type": "string"}
STRANGE: dict[str, Any] = {
    "openapi": "3.0.0",
    "paths": {
        "x-not": {"$ref": "#/data"},
        "/a": {
            "$ref": "#/paths/~1b",
            "get": {
                "parameters": [{"$ref": "#/p"}, 5, {"name": "a", "schema": {"$ref": "#/s"}}],
                "responses": {
                    "200": {"content": {"a/b": {"examples": {"x": {"$ref": "#/e"}, "y": 1}}}},
                    "x-none": {"content": {"a/b": {"schema": {"$ref": "#/data"}}}},
                },
            },
        },
    },
    "components": {
        "links": {"l": {"operationRef": "#/paths/~1a/get"}},
        "schemas": {
            "$ref": "#/everything",
            "True": True,
            "Leaf": SCHEMA,
            "Siblings": {"$ref": "#/x", "properties": {"a": {"$ref": "#/y"}, "b": SCHEMA}},
            "Listed": {"items": [{"$ref": "#/z"}, SCHEMA], "not": {"$id": "n"}},
            "Named": {"discriminator": {"propertyName": "k"}, "$anchor": "n"},
        },
    },
}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.parent.name)
def test_it_finds_the_same_as_the_walk_that_changes_nothing(path: Path) -> None:
    data = load(path, Diagnostics()).data
    assert _told(upgrade_and_find_sites(data)[1]) == _told(find_sites(data, "openapi"))


def test_it_finds_the_same_in_strange_places() -> None:
    upgraded, sites = upgrade_and_find_sites(STRANGE)
    assert _told(sites) == _told(find_sites(STRANGE, "openapi"))
    assert upgraded == upgrade_3_0(STRANGE)


def test_sites_are_those_of_the_document_as_it_was() -> None:
    reference = {"$ref": "#/components/schemas/B"}
    schema = {"nullable": True, "allOf": [reference], "example": 1}
    document = {"openapi": "3.0.0", "components": {"schemas": {"A": schema, "B": SCHEMA}}}
    upgraded, (site,) = upgrade_and_find_sites(document)
    assert site.keys == ("components", "schemas", "A", "allOf", 0)
    assert site.node is reference
    assert "anyOf" in upgraded["components"]["schemas"]["A"]
    assert upgraded["components"]["schemas"]["B"] is SCHEMA


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"type": "a", "example": 1}, {"type": "a", "examples": [1]}),
        ({"example": 1, "type": "a"}, {"examples": [1], "type": "a"}),
        ({"examples": 2, "example": 1}, {"examples": [1]}),
        ({"nullable": True, "type": "a"}, {"type": ["a", "null"]}),
        ({"nullable": False, "type": "a"}, {"type": "a"}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        (
            {"type": "string", "format": "byte"},
            {"type": "string", "format": "byte", "contentEncoding": "base64"},
        ),
    ],
)
def test_small_schemas_keep_the_order_of_their_words(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    document = {"openapi": "3.0.0", "components": {"schemas": {"A": before}}}
    found = upgrade_3_0(document)["components"]["schemas"]["A"]
    assert list(found.items()) == list(after.items())


def _told(sites: list[Any]) -> list[tuple[str, tuple[str | int, ...], int]]:
    return [(site.kind, site.keys, id(site.node)) for site in sites]
