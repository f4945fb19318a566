"""Values of schemas that come with a request, not with the document."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from ...server._runtime import Document
from .samples import Sampler

_PLACE = "#/components/schemas/Wanted"


def sample_of(schema: Any, seed: int, *key: object) -> Any:
    """Return a value of a JSON Schema; the best that could be made, if none is valid.

    References inside it are those of a schema that stands alone: ``#`` is its root.

    Raises:
        ValueError: if it is no JSON Schema (2020-12).
    """
    try:
        jsonschema_rs.Draft202012Validator(schema)
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        raise ValueError(f"no JSON Schema: {error}") from error
    openapi = {"openapi": "3.1.0", "components": {"schemas": {"Wanted": _moved(schema)}}}
    document = Document(openapi, {"operations": []})
    return Sampler(document, seed).sample(_PLACE, *key)


def _moved(node: Any) -> Any:
    """Return a schema whose references fit the place that it has in a document."""
    if isinstance(node, list):
        return [_moved(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _moved(value) for key, value in node.items() if key not in ("$id", "$schema")}
    reference = found.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        found["$ref"] = f"{_PLACE}{reference[1:]}"
    return found
