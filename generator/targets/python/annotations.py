"""Python types to annotation text, by the place where the text will stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from .literals import literal
from .types import (
    ANY,
    DATE,
    DATETIME,
    FLOAT,
    NONE,
    DictOf,
    Generated,
    JsonTextOf,
    ListOf,
    LiteralOf,
    Symbol,
    TupleOf,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.schemas import SchemaId
    from .imports import Imports
    from .model_names import ModelNames
    from .types import PyType


class Place(Enum):
    """Where an annotation stands; decides how models, arrays, enums and times are written."""

    MODEL = "model"
    """Fields and aliases in ``models/``, evaluated by pydantic."""
    RESULT = "result"
    """What a method returns: exact types, read by type checkers only."""
    INPUT = "input"
    """What a method takes: anything that can be sent as the type, its JSON form too."""
    PARAM = "param"
    """Values of dictionaries in ``params.py``: like INPUT."""


_EXACT = frozenset((Place.MODEL, Place.RESULT))
_RUNTIME = "._runtime.models"
_QUOTED_LENGTH = 60  # of an annotation in quotes, beside the name and the default
_NULLABLE = frozenset((NONE.name, ANY.name))
_NUMBER = Symbol("Number", _RUNTIME)  # a float that leaves integers as they are
_STANDARD = {DATETIME: Symbol("datetime", "datetime"), DATE: Symbol("date", "datetime")}


def annotate(
    kind: PyType,
    place: Place,
    names: ModelNames,
    imports: Imports,
    *,
    shadowed: frozenset[str] = frozenset(),
) -> str:
    """Return ``kind`` as an annotation for ``place`` and note its imports.

    ``shadowed`` are names of builtins that mean something else where the text stands (a class with a
    method ``list``); they are written ``builtins.list``. For fields of models see :class:`FieldWriter`.
    """
    if type(kind) is Symbol and not kind.module and kind.name not in shadowed:
        return kind.name
    return _Writer(place, names, imports, shadowed).text(kind)


def runtime_expression(kind: PyType, names: ModelNames, imports: Imports) -> str:
    """Return ``kind`` as an expression that resource modules can evaluate: ``list[models.Pet]``."""
    return _RuntimeWriter(Place.RESULT, names, imports, frozenset()).text(kind)


@dataclass(slots=True)
class _Writer:
    """Writes types for one place. All imports are for type checkers only."""

    place: Place
    names: ModelNames
    imports: Imports
    shadowed: frozenset[str]

    def text(self, kind: PyType) -> str:
        """Return the text of a type."""
        match kind:
            case Symbol():
                return self.symbol(kind)
            case Generated(id=key):
                return self.model(key)
            case LiteralOf():
                return self.literal(kind)
            case ListOf(item=item):
                return f"{self.array()}[{self.text(item)}]"
            case DictOf():
                return self.dictionary(kind)
            case TupleOf(items=items):
                inner = ", ".join(map(self.text, items)) or "()"
                return f"{self.builtin('tuple')}[{inner}]"
            case JsonTextOf(content=content):
                return self.json_text(content)
            case UnionOf(members=members):
                return self.union(members)
            case _:
                assert_never(kind)

    def union(self, members: Iterable[PyType]) -> str:
        texts = dict.fromkeys(self.text(member) for member in members)
        return " | ".join(texts)

    def import_(self, module: str, name: str) -> str:
        return self.imports.add(module, name, typing_only=True)

    def builtin(self, name: str) -> str:
        if name in self.shadowed:
            self.import_("builtins", "")
            return f"builtins.{name}"
        return name

    def symbol(self, kind: Symbol) -> str:
        standard = _STANDARD.get(kind, kind)
        if not standard.module:
            return self.builtin(standard.name)
        text = self.import_(standard.module, standard.name)
        if standard is not kind and self.place not in _EXACT:
            return f"{text} | {self.builtin('str')}"
        return text

    def model(self, key: SchemaId) -> str:
        name = f"{self.import_('.', 'models')}.{self.names.class_name(key)}"
        if self.place is Place.RESULT or (param := self.names.param_name(key)) is None:
            return name
        if self.place is Place.INPUT:
            param = f"{self.import_('.', 'params')}.{param}"
        return f"{name} | {param}" if self.names.is_class(key) else param

    def array(self) -> str:
        if self.place in _EXACT:
            return self.builtin("list")
        return self.import_("collections.abc", "Sequence")

    def mapping(self) -> str:
        if self.place in _EXACT:
            return self.builtin("dict")
        return self.import_("collections.abc", "Mapping")

    def dictionary(self, kind: DictOf) -> str:
        return f"{self.mapping()}[{self.builtin('str')}, {self.text(kind.value)}]"

    def literal(self, kind: LiteralOf) -> str:
        return f"{self.import_('typing', 'Literal')}[{_values(kind)}]"

    def json_text(self, content: PyType) -> str:
        return self.text(content)


class _RuntimeWriter(_Writer):
    """Writes expressions: imports for run time, exact types instead of the standard library's."""

    __slots__ = ()

    def union(self, members: Iterable[PyType]) -> str:
        kinds = list(members)
        if len(kinds) != 2 or kinds[1] != NONE or not self._is_annotated(kinds[0]):
            return _Writer.union(self, kinds)
        # Outside of annotations type checkers know no ``|`` between ``Annotated`` and None.
        return f"{self.import_('typing', 'Union')}[{self.text(kinds[0])}, None]"

    def _is_annotated(self, kind: PyType) -> bool:
        """Whether the expression of a type is, or may stand for, ``Annotated[...]``."""
        if isinstance(kind, Generated):
            return not self.names.is_class(kind.id)
        return kind in (DATE, DATETIME, FLOAT) or self.text(kind).startswith("Annotated[")

    def import_(self, module: str, name: str) -> str:
        return self.imports.add(module, name)

    def symbol(self, kind: Symbol) -> str:
        exact = _NUMBER if kind.name == FLOAT.name and kind == FLOAT else kind
        return self.import_(exact.module, exact.name) if exact.module else exact.name

    def dictionary(self, kind: DictOf) -> str:
        text, metadata = self.dictionary_parts(kind)
        if not metadata:
            return text
        return f"{self.import_('typing', 'Annotated')}[{', '.join((text, *metadata))}]"

    def dictionary_parts(self, kind: DictOf) -> tuple[str, list[str]]:
        """Return the type of a dictionary, and as metadata which of its members have it."""
        text = _Writer.dictionary(self, kind)
        if not kind.patterns:
            return text, []
        patterns = ", ".join(map(literal, kind.patterns))
        return text, [f"{self.import_(_RUNTIME, 'NamedBy')}({patterns})"]

    def literal(self, kind: LiteralOf) -> str:
        text = f"{self.import_('typing', 'Literal')}[{_values(kind)}]"
        if not kind.open:
            return text
        annotated, is_open = self.import_("typing", "Annotated"), self.import_(_RUNTIME, "Open")
        return f"{annotated}[{text}, {is_open}]"

    def json_text(self, content: PyType) -> str:
        mark = self.import_(_RUNTIME, "JsonText")
        return f"{self.import_('typing', 'Annotated')}[{self.text(content)}, {mark}]"


class FieldWriter(_RuntimeWriter):
    """Writes the annotations of one model: siblings by name, quoted where they stand further down.

    Quotes stand around the whole annotation, or, where that is long, around each name alone: a string
    cannot be broken into lines.
    """

    __slots__ = ("_apart", "_forward", "_module", "_position")

    def __init__(self, key: SchemaId, names: ModelNames, imports: Imports) -> None:
        super().__init__(Place.MODEL, names, imports, frozenset())
        self._module, self._position = names.places[key]
        self._forward = self._apart = False

    def field(
        self, kind: PyType, *, optional: bool, wire_name: str | None = None, mark: str = ""
    ) -> str:
        """Return the annotation of a field.

        ``wire_name`` is its name in JSON if that differs, ``mark`` what else is said of it.
        """
        if type(kind) is Symbol and wire_name is None and not mark:  # most fields
            text = self.symbol(kind)
            return f"{text} | None" if optional and text not in _NULLABLE else text
        text, metadata = self._evaluated(kind, optional=optional and not _holds_none(kind))
        if wire_name is not None:
            metadata = [*metadata, f"{self.import_(_RUNTIME, 'Alias')}({literal(wire_name)})"]
        if mark:
            metadata = [*metadata, mark]
        if not metadata:
            return text
        return f"{self.import_('typing', 'Annotated')}[{', '.join((text, *metadata))}]"

    def alias(self, kind: PyType) -> str:
        """Return the value of an alias."""
        # In pieces it would be a circle to mypy.
        text, metadata = self._evaluated(kind, optional=False, may_break=False)
        if not metadata:
            return text
        return f"{self.import_('typing', 'Annotated')}[{', '.join((text, *metadata))}]"

    def _evaluated(
        self, kind: PyType, *, optional: bool, may_break: bool = True
    ) -> tuple[str, list[str]]:
        """Return a type so that it can be evaluated before what stands further down exists."""
        self._forward = self._apart = False
        text, metadata = self._written(kind, optional=optional)
        if not self._forward:
            return text, metadata
        if len(text) <= _QUOTED_LENGTH or not may_break:
            return literal(text), metadata
        self._apart = True
        return self._written(kind, optional=optional)

    def _written(self, kind: PyType, *, optional: bool) -> tuple[str, list[str]]:
        if type(kind) is Symbol:
            text = self.symbol(kind)
            return (f"{text} | None" if optional and text != "Any" else text), []
        text, metadata = self._plain(kind)
        if optional and text != "Any":
            text = self._joined([text, "None"])
        return text, metadata

    def union(self, members: Iterable[PyType]) -> str:
        """Return the union of types."""
        return self._joined(dict.fromkeys(self.text(member) for member in members))

    def _joined(self, texts: Iterable[str]) -> str:
        """Return a union; a string has no ``|``."""
        texts = list(texts)
        if len(texts) > 1 and any(text.startswith('"') for text in texts):
            return f"{self.import_('typing', 'Union')}[{', '.join(texts)}]"
        return " | ".join(texts)

    def _plain(self, kind: PyType) -> tuple[str, list[str]]:
        """Return a type without its outermost metadata, and the metadata."""
        inner = kind
        suffix = ""
        if isinstance(kind, UnionOf) and len(kind.members) == 2 and kind.members[1] == NONE:
            inner, suffix = kind.members[0], " | None"
        if isinstance(inner, LiteralOf) and inner.open:
            text = f"{self.import_('typing', 'Literal')}[{_values(inner)}]{suffix}"
            return text, [self.import_(_RUNTIME, "Open")]
        if isinstance(inner, JsonTextOf):
            arms = [self.text(inner.content), *(["None"] if suffix else [])]
            return self._joined(arms), [self.import_(_RUNTIME, "JsonText")]
        if isinstance(kind, DictOf):
            return self.dictionary_parts(kind)
        return self.text(kind), []

    def model(self, key: SchemaId) -> str:
        """Return the name of another model, imported if it stands in another module."""
        module, position = self.names.places[key]
        name = self.names.class_name(key)
        if module != self._module:
            return self.imports.add(f".models.{module}", name)
        if position >= self._position:
            self._forward = True
            return literal(name) if self._apart else name
        return name


def _values(kind: LiteralOf) -> str:
    return ", ".join(map(literal, kind.values))


def _holds_none(kind: PyType) -> bool:
    return NONE in kind.members if isinstance(kind, UnionOf) else kind == NONE
