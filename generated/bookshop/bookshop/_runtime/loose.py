"""Builds a typed value from data that does not validate, keeping all of the data.

The rules: unions take the member that validates, else the object whose constants and properties fit
best; objects fill known fields one by one and keep the rest; everything else stays as it came.
"""

from __future__ import annotations

import types
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ValidationError

from .models import Open, Unknown
from .type_forms import LISTS, MAPPINGS, adapter_of, bare
from .undeclared import MET, tell_apart, wire_name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


def construct(tp: Any, value: Any) -> Any:
    """Returns ``value`` with as much of the type as it has; never raises for odd data.

    What nests too deep for Python to follow stays as it came.
    """
    try:
        return _constructed(tp, value)
    except RecursionError:
        return value


def _constructed(tp: Any, value: Any) -> Any:
    tp = bare(tp)
    origin = get_origin(tp)
    if origin in (Union, types.UnionType):
        return _construct_union(tp, value)
    if isinstance(value, dict):
        if isinstance(tp, type) and issubclass(tp, BaseModel):
            return _construct_model(tp, value)
        if origin in MAPPINGS:
            member = (*get_args(tp), Any, Any)[1]
            return {name: fit(member, item) for name, item in value.items()}
    elif isinstance(value, list):
        if origin in LISTS:
            item_type = (*get_args(tp), Any)[0]
            return [fit(item_type, item) for item in value]
        if origin is tuple:
            kinds = [kind for kind in get_args(tp) if kind is not Ellipsis]
            kinds += kinds[-1:] * (len(value) - len(kinds))
            return [fit(kind, item) for kind, item in zip(kinds, value, strict=False)]
    return value


def fit(tp: Any, value: Any) -> Any:
    """Validates ``value`` if possible, else constructs it."""
    return _fit(adapter_of(tp).validator, tp, value)


def _fit(validator: Any, tp: Any, value: Any) -> Any:
    try:
        found = validator.validate_python(value, by_alias=True, by_name=False)
    except ValidationError:
        return construct(tp, value)
    if MET.here:
        tell_apart(found, value)
    return found


class _Slot:
    """A field of a model; what validates it is made when it is first needed."""

    __slots__ = ("_validator", "field", "name", "required", "type", "wire")

    def __init__(self, name: str, field: FieldInfo) -> None:
        self.name = name
        self.field = field
        self.wire = wire_name_of(name, field)
        self.required = field.is_required()
        tp: Any = field.annotation
        self.type: Any = Annotated[(tp, *field.metadata)] if field.metadata else tp
        self._validator: Any = None

    def fit(self, value: Any) -> Any:
        """Validates ``value`` if possible, else constructs it."""
        if self._validator is None:
            self._validator = adapter_of(self.type).validator
        return _fit(self._validator, self.type, value)


@cache
def _slots(model: type[BaseModel]) -> tuple[_Slot, ...]:
    if not model.__pydantic_complete__:
        model.model_rebuild()
    return tuple(_Slot(name, field) for name, field in model.model_fields.items())


def _construct_model(model: type[BaseModel], data: dict[str, Any]) -> BaseModel:
    rest = dict(data)
    values: dict[str, Any] = {}
    given: set[str] = set()
    for slot in _slots(model):
        if slot.wire in rest:
            given.add(slot.name)
            values[slot.name] = slot.fit(rest.pop(slot.wire))
        elif slot.required:
            values[slot.name] = None  # it reads as None, and is not sent back
        else:
            default = slot.field.get_default(call_default_factory=True, validated_data=values)
            values[slot.name] = default
    if rest and (extras := _extras_type(model)) is not None:
        rest = {name: fit(extras, item) for name, item in rest.items()}
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", given)
    object.__setattr__(made, "__pydantic_extra__", rest)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _extras_type(model: type[BaseModel]) -> Any:
    """Returns the type of the properties that a class does not declare; ``None`` where they have none."""
    declared = get_type_hints(model, include_extras=True).get("__pydantic_extra__")
    return get_args(declared)[1] if get_origin(declared) is dict else None


def _construct_union(tp: Any, value: Any) -> Any:
    members = list(_members(tp))
    for member in members:
        try:
            found = adapter_of(member).validate_python(value, by_alias=True, by_name=False)
        except ValidationError:
            continue
        if MET.here:
            tell_apart(found, value)
        return found
    if isinstance(value, dict):
        models = [m for m in members if isinstance(m, type) and issubclass(m, BaseModel)]
        fitting = [model for model in models if not _contradicts(model, value)]
        if fitting:
            return _construct_model(max(fitting, key=lambda model: _likeness(model, value)), value)
        if models and Unknown not in models:
            return _construct_model(Unknown, value)
    for member in members:
        kind = get_origin(bare(member))
        if isinstance(value, list) and (kind in LISTS or kind is tuple):
            return construct(member, value)
        if isinstance(value, dict) and kind in MAPPINGS:
            return construct(member, value)
    return value


def _members(tp: Any) -> Iterator[Any]:
    """Yields the members of a union, also of unions within it; models bare, others annotated."""
    for member in get_args(tp):
        plain = bare(member)
        if get_origin(plain) in (Union, types.UnionType):
            yield from _members(plain)
        elif isinstance(plain, type) and issubclass(plain, BaseModel):
            yield plain
        else:
            yield member


def _contradicts(model: type[BaseModel], data: dict[str, Any]) -> bool:
    """Whether a constant of the object (its discriminator) has another value in the data."""
    for name, field in model.model_fields.items():
        wire = wire_name_of(name, field)
        values = () if _is_open(field) else _constants(field.annotation)
        if values and wire in data and not any(_same(data[wire], value) for value in values):
            return True
    return False


def _same(left: Any, right: Any) -> bool:
    """Compares as JSON does: ``true`` is not ``1``, ``1.0`` is."""
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def _constants(tp: Any) -> tuple[Any, ...]:
    """Returns the only values of a type, if it lists them; one that may be left out also is ``None``."""
    if get_origin(tp) is Literal:
        return get_args(tp)
    members = get_args(tp) if get_origin(tp) in (Union, types.UnionType) else ()
    if any(
        member is not types.NoneType and get_origin(member) is not Literal for member in members
    ):
        return ()
    return tuple(value for member in members for value in get_args(member) or (None,))


def _is_open(field: FieldInfo) -> bool:
    return any(mark is Open for mark in field.metadata)


def _likeness(model: type[BaseModel], data: dict[str, Any]) -> tuple[int, int]:
    """Rates by required properties that are missing, then by properties that are known."""
    missing = known = 0
    for name, field in model.model_fields.items():
        wire = wire_name_of(name, field)
        known += wire in data
        missing += field.is_required() and wire not in data
    return -missing, known


def declares(tp: Any, wire_name: str) -> bool:
    """Whether a type, or a member of a union, has a property of that name, or accepts anything."""
    tp = bare(tp)
    if tp is Any or tp is object or get_origin(tp) in MAPPINGS:
        return True
    if get_origin(tp) in (Union, types.UnionType):
        return any(declares(member, wire_name) for member in _members(tp))
    if not (isinstance(tp, type) and issubclass(tp, BaseModel)):
        return False
    return any(wire_name == wire_name_of(name, field) for name, field in tp.model_fields.items())
