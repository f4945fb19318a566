"""Answers in the form that a request wants: ``{"type": "json_schema", "schema": {...}}`` somewhere in its body.

That is how APIs of language models are asked for JSON: under ``response_format``, ``text.format``,
``output_format``, with the schema beside the type or one level down.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .schema_values import sample_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST = 4  # objects around the form
_SCHEMA = "json_schema"


def wanted_text(body: Any, seed: int) -> str | None:
    """Return the JSON text that a request wants as its answer; ``None`` where it wants no JSON.

    What is no JSON Schema is as if it were not there: the document decides whether it may be sent.
    """
    form = _form(body, 0) if isinstance(body, dict) else None
    if form is None:
        return None
    schema = _schema(form)
    try:
        value = sample_of(schema, seed, json.dumps(schema, sort_keys=True))
    except (ValueError, RecursionError):
        return None
    return json.dumps(value, ensure_ascii=False)


def _form(value: Mapping[str, Any], depth: int) -> Mapping[str, Any] | None:
    """Return the object that says the form, the outermost first."""
    if value.get("type") == _SCHEMA and isinstance(_schema(value), dict):
        return value
    inner = (one for one in value.values() if isinstance(one, dict) and depth < _DEEPEST)
    found = (_form(one, depth + 1) for one in inner)
    return next((one for one in found if one is not None), None)


def _schema(form: Mapping[str, Any]) -> Any:
    named = form.get(_SCHEMA)
    return named.get("schema") if isinstance(named, dict) else form.get("schema")
