"""Hooks of Schemathesis: cases that mean something else on the wire than in memory are not sent.

A query is text. ``expand[]=false`` is how a list with the text ``"false"`` is sent, so where the schema
takes such a list, no server can tell a boolean from it. And a required part of a multipart body whose
value is an empty list is sent as no part at all, so no server can tell it from one that is missing.
An id that another answer gave is no valid one if the path wants ids of another format.
"""

from __future__ import annotations

import itertools
from typing import Any

import jsonschema_rs
import schemathesis
from schemathesis.core.parameters import ParameterLocation

_MOST_READINGS = 64


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Whether to send a case: whether the wire keeps what makes it valid or invalid."""
    meta = case.meta
    if meta is None:
        return True
    if meta.generation.mode.is_negative:
        return not _reads_as_valid(case)
    return not _lacks_a_part(case) and _has_a_valid_path(case)


def _reads_as_valid(case: Any) -> bool:
    """Whether nothing but the query was made invalid, and as text it could be a valid one."""
    spoiled = {place for place, part in case.meta.components.items() if part.mode.is_negative}
    if spoiled != {ParameterLocation.QUERY}:
        return False
    declared = {item.name: item.definition for item in case.operation.query}
    query = case.query or {}
    missing = any(item.is_required and item.name not in query for item in case.operation.query)
    return not missing and all(
        name in declared and _may_be_valid(value, _schema(case, declared[name]))
        for name, value in query.items()
    )


def _may_be_valid(value: Any, schema: Any) -> bool:
    # Where the schema says nothing of objects, one is sent as the list of its keys.
    several = isinstance(value, (list, dict))
    texts = [_text(item) for item in value] if several else [_text(value)]
    readings: list[Any] = [texts]
    if len(texts) == 1:
        readings += _meanings(texts[0])
    items = itertools.product(*map(_meanings, texts))
    readings += [list(row) for row in itertools.islice(items, _MOST_READINGS)]
    judge = jsonschema_rs.validator_for(schema)
    return any(judge.is_valid(reading) for reading in readings)


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else str(value).lower()


def _meanings(text: str) -> list[Any]:
    """Return what a text can stand for: itself, a number, a boolean."""
    found: list[Any] = [text]
    for kind in (int, float):
        try:
            found.append(kind(text))
        except ValueError:
            continue
    return [*found, text == "true"] if text in ("true", "false") else found


def _schema(case: Any, definition: Any) -> Any:
    schema = definition.get("schema", {})
    components = case.operation.schema.raw_schema.get("components", {})
    return {**schema, "components": components} if isinstance(schema, dict) else schema


def _lacks_a_part(case: Any) -> bool:
    if case.media_type != "multipart/form-data" or not isinstance(case.body, dict):
        return False
    bodies = [body for body in case.operation.body if body.media_type == case.media_type]
    schemas = [_followed(case, body.definition.get("schema")) for body in bodies]
    return any(case.body.get(name) == [] for one in schemas for name in one.get("required", ()))


def _followed(case: Any, schema: Any) -> dict[str, Any]:
    """Return the schema that a reference leads to."""
    while isinstance(schema, dict) and str(schema.get("$ref", "")).startswith("#/"):
        found = case.operation.schema.raw_schema
        for token in schema["$ref"][2:].split("/"):
            found = found[token.replace("~1", "/").replace("~0", "~")]
        schema = found
    return schema if isinstance(schema, dict) else {}


def _has_a_valid_path(case: Any) -> bool:
    """Whether each text in the path has the format that is declared of it."""
    declared = {
        item.name: _schema(case, item.definition) for item in case.operation.path_parameters
    }
    return all(
        jsonschema_rs.validator_for(declared[name], validate_formats=True).is_valid(value)
        for name, value in (case.path_parameters or {}).items()
        if isinstance(value, str) and "format" in declared.get(name, {})
    )
