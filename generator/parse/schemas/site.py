"""A schema where it stands, and the type of the functions that convert one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...ir.schemas import Annotations, Schema, SchemaId
    from .parser import SchemaParser


class Site(NamedTuple):
    """A Schema Object with its pointer, its words for a name, its named owner and its annotations."""

    node: dict[str, Any]
    pointer: str
    words: tuple[str, ...]
    owner: SchemaId | None
    annotations: Annotations


Converter: TypeAlias = "Callable[[SchemaParser, Site], Schema]"
