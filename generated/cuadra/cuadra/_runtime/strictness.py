"""What ``strict`` means: a value is held against the document's own schema of its model.

The schemas are data beside the models, read at first use; a client that is not strict never does.
"""

from __future__ import annotations

import json
import sys
import types
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .json_schema import JsonSchemas, Mismatch
from .type_forms import LISTS, MAPPINGS, adapter_of, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_MODELS: Final = Path(__file__).parent.parent / "models"


class _Table(NamedTuple):
    """The schemas of one package and which of them is whose: of which model, of which response."""

    pointers: Mapping[str, str]
    bodies: Mapping[str, str]
    schemas: JsonSchemas


def schema_mismatches(model: type[BaseModel], value: Any) -> list[Mismatch] | None:
    """Returns what the document has against JSON meant for ``model``; ``None`` if it does not say."""
    table = _table_of(model)
    pointer = table.pointers.get(model.__name__) if table else None
    return table.schemas.mismatches(pointer, value) if table and pointer is not None else None


def body_mismatches(body: str, tp: Any, value: Any) -> list[Mismatch]:
    """Returns what is wrong with JSON that is the response ``body`` of the document, if it is any.

    What is an object of a class is judged like every other value of the type ``tp``.
    """
    table = _table(_MODELS) if body else None
    pointer = table.bodies.get(body) if table else None
    if table and pointer is not None:
        return table.schemas.mismatches(pointer, value)
    return type_mismatches(tp, value)


def type_mismatches(tp: Any, value: Any) -> list[Mismatch]:
    """Returns what is wrong with JSON meant for ``tp``: by the schemas of the models it is made of.

    Where the document does not say (types without models, models without a schema) pydantic judges.
    """
    tp = bare(tp)
    if not _holds_schema(tp):
        return _pydantic_mismatches(tp, value)
    if isinstance(tp, type):
        return schema_mismatches(tp, value) or []
    origin = get_origin(tp)
    if origin in LISTS and isinstance(value, list):
        return _of_members(get_args(tp)[0], enumerate(value))
    if origin in MAPPINGS and isinstance(value, dict):
        return _of_members(get_args(tp)[1], value.items())
    if origin in (Union, types.UnionType):
        judged = (type_mismatches(member, value) for member in get_args(tp))
        return min(judged, key=lambda wrong: (bool(wrong), -len(wrong[0].path) if wrong else 0))
    return _pydantic_mismatches(tp, value)


def _holds_schema(tp: Any) -> bool:
    """Whether a model with a schema of the document is part of a type."""
    tp = bare(tp)
    if isinstance(tp, type) and issubclass(tp, BaseModel):
        table = _table_of(tp)
        return table is not None and tp.__name__ in table.pointers
    return any(map(_holds_schema, get_args(tp)))


def _of_members(tp: Any, members: Iterable[tuple[int | str, Any]]) -> list[Mismatch]:
    return [
        Mismatch((key, *wrong.path), wrong.keyword, wrong.message)
        for key, member in members
        for wrong in type_mismatches(tp, member)
    ]


def _pydantic_mismatches(tp: Any, value: Any) -> list[Mismatch]:
    try:
        adapter_of(tp).validate_json(json.dumps(value), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        # Members of a union that the data is not meant for complain about their constants.
        other = [one["loc"][:-1] for one in errors if one["type"] == "literal_error"]
        meant = [one for one in errors if not any(one["loc"][: len(at)] == at for at in other)]
        return [
            Mismatch(json_path(one["loc"], value), one["type"], one["msg"])
            for one in meant or errors
        ]
    return []


def json_path(loc: tuple[int | str, ...], value: Any) -> tuple[int | str, ...]:
    """Returns the steps of a pydantic location that lead through the JSON, without names of types."""
    path: list[int | str] = []
    for position, step in enumerate(loc):
        if isinstance(value, dict) and (step in value or position == len(loc) - 1):
            path.append(step)
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path.append(step)
            value = value[step]
    return tuple(path)


def _table_of(model: type[BaseModel]) -> _Table | None:
    """Returns the schemas of the package that a model is of."""
    file = getattr(sys.modules.get(model.__module__), "__file__", None)
    return _table(Path(file).parent) if file else None


@cache
def _table(models: Path) -> _Table | None:
    """Reads the schemas beside the models of a package, if there are any."""
    path = models / "_schemas.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_bytes())
    return _Table(data["models"], data["bodies"], JsonSchemas(data["schemas"]))
