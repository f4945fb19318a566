"""Undeclared properties that are called as a field is in Python: ``user`` beside ``user``, in JSON ``User``.

Pydantic counts them among the fields that were set, so that a field would be written that never came.
Its validators only note that there was such a name, which costs nothing where there is no undeclared
property; then what came is gone through once more.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel
from pydantic_core import core_schema as cs
from pydantic_core import from_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


class _Met(threading.local):
    """Whether this thread's validators have met such a name since `tell_apart` was last called."""

    here = False


MET: Final = _Met()


def note_names(fields_schema: Any) -> None:
    """Lets the validator of a class (a ``model-fields`` schema) note undeclared names of its fields."""
    wire = {
        name: field.get("validation_alias", name) for name, field in fields_schema["fields"].items()
    }
    names = frozenset(wire).difference(wire.values())
    if not names:
        return

    def note(name: str) -> str:
        if name in names:
            MET.here = True
        return name

    fields_schema["extras_keys_schema"] = cs.no_info_plain_validator_function(note)


def tell_apart(value: Any, data: Any) -> None:
    """Takes out of ``model_fields_set`` what ``data``, the JSON that ``value`` was read from, does not have."""
    MET.here = False
    waiting = [(value, data)]
    while waiting:
        value, data = waiting.pop()
        if isinstance(value, BaseModel):
            waiting += _tell_fields_apart(value, _held(data) if isinstance(data, str) else data)
        elif isinstance(value, dict) and isinstance(data, dict):
            waiting += ((item, data.get(name)) for name, item in value.items())
        elif isinstance(value, list | tuple) and isinstance(data, list | tuple):
            waiting += zip(value, data, strict=False)


def _tell_fields_apart(model: BaseModel, data: Any) -> Iterator[tuple[Any, Any]]:
    """Yields the values of the model with the JSON of each."""
    if not isinstance(data, dict):
        return
    undeclared = model.model_extra or {}
    for name, field in type(model).model_fields.items():
        wire = wire_name_of(name, field)
        if wire in data:
            yield getattr(model, name), data[wire]
        elif name in undeclared:
            model.model_fields_set.discard(name)
    yield undeclared, data


def _held(text: str) -> Any:
    """Returns what a text that is JSON holds (``contentSchema``)."""
    try:
        return from_json(text)
    except ValueError:
        return None


def wire_name_of(name: str, field: FieldInfo) -> str:
    """Returns the name that a field has in JSON."""
    return field.validation_alias if isinstance(field.validation_alias, str) else name
