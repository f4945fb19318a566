"""Hooks of Schemathesis: cases that mean something else on the wire than in memory are not sent.

- A query is text, and so is a form. ``expand[]=false`` is how a list with the text ``"false"`` is sent, so where
  the schema takes such a list, no server can tell a boolean from it; and ``0`` is how C and Go send a boolean.
- A required part of a multipart body whose value is an empty list is sent as no part at all, so no server can
  tell it from one that is missing.
- What is not declared in a query or a header is ignored (of fields: RFC 9110, section 5.1), and a header parameter
  with a name of HTTP's own, such as ``Accept``, is none (OpenAPI, Parameter Object).
- An id that another answer gave is no valid one where ids of another format or pattern are asked for.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import schemathesis
from schemathesis.core.parameters import ParameterLocation

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_READINGS = 64
_INLINE = (
    "type",
    "format",
    "items",
    "enum",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
)
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_NO_PARAMETERS = ("accept", "content-type", "authorization")
_JUDGES: dict[int, tuple[Any, Callable[[Any], bool]]] = {}
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@schemathesis.hook
def filter_case(context: Any, case: Any) -> bool:
    """Whether to send a case: whether the wire keeps what makes it valid or invalid."""
    meta = case.meta
    if meta is None:
        return True
    if meta.generation.mode.is_negative:
        return not _reads_as_valid(case)
    return not _lacks_a_part(case) and _has_valid_ids(case)


def _reads_as_valid(case: Any) -> bool:
    """Whether all that was made invalid is sent as text that could be valid, or ignored."""
    spoiled = {place for place, part in case.meta.components.items() if part.mode.is_negative}
    return bool(spoiled) and all(_part_reads_as_valid(case, place) for place in spoiled)


def _part_reads_as_valid(case: Any, place: Any) -> bool:
    if place == ParameterLocation.QUERY:
        return _all_read_as_valid(case, case.operation.query, case.query or {})
    if place == ParameterLocation.HEADER:
        asked = [item for item in case.operation.headers if item.name.lower() not in _NO_PARAMETERS]
        return _all_read_as_valid(case, asked, case.headers or {})
    return place == ParameterLocation.BODY and _form_reads_as_valid(case)


def _all_read_as_valid(case: Any, parameters: Any, given: Any) -> bool:
    """Whether all parameters that must be there are, and each that is there could be valid."""
    missing = any(item.is_required and item.name not in given for item in parameters)
    return not missing and all(
        _reading(case, given[item.name], _schema(item.definition)) is not None
        for item in parameters
        if item.name in given
    )


def _form_reads_as_valid(case: Any) -> bool:
    if case.media_type not in _FORMS or not isinstance(case.body, dict):
        return False
    bodies = [body for body in case.operation.body if body.media_type == case.media_type]
    for whole in (_followed(case, body.definition.get("schema")) for body in bodies):
        declared = whole.get("properties", {})
        read = {
            name: _reading(case, value, declared.get(name, True))
            for name, value in case.body.items()
        }
        if None not in read.values() and _judge(case, whole)(read):
            return True
    return False


def _reading(case: Any, value: Any, schema: Any) -> Any:
    """Return the first meaning of what is sent that the schema takes, None if there is none."""
    # Where the schema says nothing of objects, one is sent as the list of its keys.
    several = isinstance(value, (list, dict))
    texts = [_text(item) for item in value] if several else [_text(value)]
    readings: list[Any] = [texts]
    if len(texts) == 1:
        readings += _meanings(texts[0])
    items = itertools.product(*map(_meanings, texts))
    readings += [list(row) for row in itertools.islice(items, _MOST_READINGS)]
    return next(filter(_judge(case, schema), readings), None)


def _judge(case: Any, schema: Any) -> Callable[[Any], bool]:
    """Return what tells whether a schema of the document takes a value, made once."""
    known = _JUDGES.get(id(schema))
    if known is None:
        # With the schema itself, so that its id stays its own.
        known = _JUDGES[id(schema)] = (schema, _new_judge(case.operation.schema.raw_schema, schema))
    return known[1]


def _new_judge(raw: Any, schema: Any) -> Callable[[Any], bool]:
    if isinstance(schema, dict):
        shared = ("components", "definitions")
        schema = {**schema, **{name: raw[name] for name in shared if name in raw}}
    is_new = str(raw.get("openapi", "")).startswith(("3.1", "3.2"))
    # Before OpenAPI 3.1 the dialect of schemas is nearest to draft 4.
    kind = jsonschema_rs.Draft202012Validator if is_new else jsonschema_rs.Draft4Validator
    try:
        judge: Callable[[Any], bool] = kind(schema, validate_formats=True).is_valid
    except ValueError:
        return lambda _: True  # nobody can read it, so nothing is invalid
    return judge


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
    return [*found, _BOOLEANS[text]] if text in _BOOLEANS else found


def _schema(definition: Any) -> Any:
    """Return the schema of a parameter; in Swagger 2.0 it is the parameter itself."""
    if "schema" in definition:
        return definition["schema"]
    return {name: definition[name] for name in _INLINE if name in definition}


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


def _has_valid_ids(case: Any) -> bool:
    """Whether each text in the path and the query has the format and pattern that are declared of it."""
    places = (
        (case.operation.path_parameters, case.path_parameters),
        (case.operation.query, case.query),
    )
    return all(
        _is_spelled_right(case, given[item.name], _schema(item.definition))
        for parameters, given in places
        for item in parameters
        if given and isinstance(given.get(item.name), str)
    )


def _is_spelled_right(case: Any, text: str, schema: Any) -> bool:
    is_open = not isinstance(schema, dict) or schema.keys().isdisjoint(("format", "pattern"))
    return is_open or _judge(case, schema)(text)
