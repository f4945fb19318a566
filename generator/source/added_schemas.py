"""Schemas that the configuration adds to a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..diagnostics import Diagnostics
    from .tree import SpecTree


def add_schemas(
    tree: SpecTree, schemas: Mapping[str, Mapping[str, Any]], diagnostics: Diagnostics
) -> SpecTree:
    """Return the tree with these schemas among its components; one that is there already stays.

    References within a schema, to ``#`` and below it, go on to mean the schema itself.
    """
    if not schemas:
        return tree
    components = tree.root.get("components") or {}
    known = components.get("schemas") or {}
    for name in schemas.keys() & known.keys():
        message = (
            f"the document has a schema {name} of its own, which counts, not the one added to it"
        )
        diagnostics.warn("schema-not-added", f"#/components/schemas/{_escaped(name)}", message)
    added = {
        name: _moved(schema, f"#/components/schemas/{_escaped(name)}")
        for name, schema in schemas.items()
        if name not in known
    }
    root = {**tree.root, "components": {**components, "schemas": {**known, **added}}}
    return replace(tree, root=root, _nodes={}, _positions={})


def _moved(value: Any, base: str) -> Any:
    """Let references to the schema itself begin at its new place."""
    if isinstance(value, dict):
        return {key: _member(key, item, base) for key, item in value.items()}
    return [_moved(item, base) for item in value] if isinstance(value, list) else value


def _member(key: str, value: Any, base: str) -> Any:
    if key == "$ref" and isinstance(value, str) and value.startswith("#"):
        return base + value[1:]
    if key == "mapping" and isinstance(value, dict):  # of a discriminator
        return {name: _member("$ref", target, base) for name, target in value.items()}
    return _moved(value, base)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
