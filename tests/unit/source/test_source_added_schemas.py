"""Schemas that the configuration adds to a document."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Diagnostics
from generator.source import SpecTree, add_schemas

ADDED = {
    "oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#"}, {"$ref": "other.json"}],
    "discriminator": {"propertyName": "kind", "mapping": {"a": "#/$defs/A"}},
    "$defs": {"A": {"properties": {"mapping": {"type": "string"}}}},
}


def _tree(**members: Any) -> SpecTree:
    return SpecTree({"openapi": "3.1.1", **members}, "3.1.1", "0" * 64, {})


def test_references_go_on_to_mean_the_schema_itself() -> None:
    tree, found = _tree(), Diagnostics()
    added = add_schemas(tree, {"a/b": ADDED}, found).follow("#/components/schemas/a~1b")
    here = "#/components/schemas/a~1b"
    assert [one["$ref"] for one in added["oneOf"]] == [f"{here}/$defs/A", here, "other.json"]
    assert added["discriminator"]["mapping"] == {"a": f"{here}/$defs/A"}
    assert added["$defs"] == ADDED["$defs"]
    assert "components" not in tree.root
    assert not list(found)


def test_a_schema_of_the_document_counts() -> None:
    found = Diagnostics()
    tree = _tree(components={"schemas": {"A": {"type": "string"}}})
    assert add_schemas(tree, {"A": ADDED}, found).root == tree.root
    assert [one.code for one in found] == ["schema-not-added"]
    assert add_schemas(tree, {}, found) is tree
