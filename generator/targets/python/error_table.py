"""The table of error bodies in ``_api.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass
from .annotations import runtime_expression
from .brackets import display
from .imports import Imports
from .literals import literal
from .naming import identifier, unique
from .types import Generated

if TYPE_CHECKING:
    from .error_bodies import ErrorBodies
    from .model_names import ModelNames
    from .types import PyType


@dataclass(frozen=True, slots=True)
class ThunkView:
    """A function that gives a type.

    It imports what it needs itself: the index of the models is long in large packages, and ``_api.py``
    is imported by every program.
    """

    name: str
    imports: tuple[str, ...]
    expression: str


def shared_table(shared: ErrorBodies, names: ModelNames) -> tuple[tuple[ThunkView, ...], str]:
    """Return a function for each type, and the table of error bodies that names them, or nothing."""
    thunks: dict[PyType, ThunkView] = {}
    taken: set[str] = set()
    rows = []
    for status, bodies in shared.items():
        members = []
        for media_type, kind in bodies.items():
            if kind not in thunks:
                thunks[kind] = _thunk(kind, names, taken)
            members.append(f"{literal(media_type)}: {thunks[kind].name}")
        rows.append(f"{literal(status)}: {display('{}', members, indent=8)}")
    return tuple(thunks.values()), display("{}", rows, indent=4) if rows else ""


def _thunk(kind: PyType, names: ModelNames, taken: set[str]) -> ThunkView:
    imports = Imports(depth=0)
    expression = runtime_expression(kind, names, imports)
    text = names.class_name(kind.id) if isinstance(kind, Generated) else "error body"
    return ThunkView(unique(f"_{identifier(text)}", taken), imports.runtime_lines, expression)
