"""Python types as values: a closed union that :mod:`.lowering` makes of schemas.

They become text only in :mod:`.annotations`, which knows where the text will stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...frozen import dataclass

if TYPE_CHECKING:
    from ...ir.schemas import SchemaId


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name that is a type by itself.

    ``module`` is where it is imported from: empty for builtins, absolute (``typing``), or with a
    leading dot for a module of the generated package, counted from its root (``._runtime.models``).
    """

    name: str
    module: str = ""


@dataclass(frozen=True, slots=True)
class Generated:
    """A type of the generated ``models`` package: a class, or an alias of something else."""

    id: SchemaId


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array with items of one type."""

    item: PyType


@dataclass(frozen=True, slots=True)
class DictOf:
    """A JSON object used as a map.

    Where there are ``patterns``, only members whose names they match have the type.
    """

    value: PyType
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TupleOf:
    """A JSON array of exactly these items."""

    items: tuple[PyType, ...]


@dataclass(frozen=True, slots=True)
class LiteralOf:
    """One of these values; ``open`` ones let unknown values of a response pass."""

    values: tuple[str | int | bool, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class JsonTextOf:
    """A text that holds JSON of this type."""

    content: PyType


@dataclass(frozen=True, slots=True)
class UnionOf:
    """Any of these; flat, without duplicates, ``None`` last (see :func:`union`)."""

    members: tuple[PyType, ...]


PyType: TypeAlias = (
    "Symbol | Generated | ListOf | DictOf | TupleOf | LiteralOf | JsonTextOf | UnionOf"
)

ANY = Symbol("Any", "typing")
NONE = Symbol("None")
BOOL = Symbol("bool")
INT = Symbol("int")
FLOAT = Symbol("float")
STR = Symbol("str")
BYTES = Symbol("bytes")
DATETIME = Symbol("DateTime", "._runtime.models")
DATE = Symbol("Date", "._runtime.models")
FILE_INPUT = Symbol("FileInput", "._runtime")
BINARY_RESPONSE = Symbol("BinaryResponse", "._runtime")


def union(*members: PyType) -> PyType:
    """Return the union of ``members``: flat, without duplicates, ``None`` last, ``Any`` absorbing.

    Literals become one; beside ``str`` there is no need for them to be open.
    """
    flat: dict[PyType, None] = {}
    literals: list[LiteralOf] = []
    for member in members:
        for inner in member.members if isinstance(member, UnionOf) else (member,):
            if not isinstance(inner, LiteralOf):
                flat[inner] = None
            elif not literals:
                literals.append(inner)
                flat[_LITERALS] = None
            else:
                literals.append(inner)
    if ANY in flat:
        return ANY
    if NONE in flat:
        del flat[NONE]
        flat[NONE] = None
    kinds = tuple(_merged(literals, STR in flat) if kind is _LITERALS else kind for kind in flat)
    return kinds[0] if len(kinds) == 1 else UnionOf(kinds)


_LITERALS = Symbol("Literal", "typing")


def _merged(literals: list[LiteralOf], beside_text: bool) -> LiteralOf:
    if len(literals) == 1 and not beside_text:
        return literals[0]
    # True == 1: values are told apart by their type as well.
    values = {(type(value), value): value for found in literals for value in found.values}
    is_open = not beside_text and any(found.open for found in literals)
    return LiteralOf(tuple(values.values()), is_open)


def optional(member: PyType) -> PyType:
    """Return ``member | None``."""
    return union(member, NONE)
