"""How annotations are read at run time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args, get_origin

from .exactness import exact_adapter

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LISTS: Final = (list, Sequence, set, frozenset)
"""The origins of types that a JSON array becomes."""

MAPPINGS: Final = (dict, Mapping)
"""The origins of types that a JSON object without properties of its own becomes."""


def bare(tp: Any) -> Any:
    """Unwraps ``Annotated`` and named type aliases."""
    while True:
        if get_origin(tp) is Annotated:
            tp = get_args(tp)[0]
        elif hasattr(tp, "__value__"):
            tp = tp.__value__
        else:
            return tp


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter_of(tp: Any) -> TypeAdapter[Any]:
    """Returns the adapter of a type, made once where the type can be a key."""
    try:
        found = _ADAPTERS.get(tp)
    except TypeError:  # unhashable metadata
        return exact_adapter(tp)
    if found is None:
        found = _ADAPTERS[tp] = exact_adapter(tp)
    return found
