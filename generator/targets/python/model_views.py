"""The values of the templates of models: finished text only, no decisions left."""

from __future__ import annotations

from ...frozen import dataclass


@dataclass(frozen=True, slots=True)
class ClassView:
    """One class: its docstring, which may be empty, and its fields, each a statement with a docstring.

    ``keywords`` stand behind the base class.
    """

    name: str
    docstring: str
    fields: tuple[str, ...]
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class AliasView:
    """One alias: ``statement`` is the whole assignment, ``docstring`` may be empty."""

    statement: str
    docstring: str


@dataclass(frozen=True, slots=True)
class DictView:
    """One typed dictionary: a class, unless ``statement`` is there, its functional form."""

    name: str
    docstring: str
    fields: tuple[str, ...]
    statement: str = ""
