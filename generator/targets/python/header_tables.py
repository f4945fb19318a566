"""Types of response headers: a table that several operations of a module share stands there once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from .annotations import runtime_expression
from .brackets import bracketed, display
from .literals import literal
from .naming import unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .imports import Imports
    from .model_names import ModelNames
    from .plan import Method
    from .types import PyType

_API = "._runtime.api"
_Table: TypeAlias = "tuple[tuple[str, PyType], ...]"


class HeaderTables:
    """The tables of one module; ``statements`` define those that are shared.

    Args:
        methods: those of the module.
        taken: names that the module has already; those of the tables are added.
    """

    def __init__(
        self, methods: Iterable[Method], taken: set[str], names: ModelNames, imports: Imports
    ) -> None:
        self._names = names
        self._imports = imports
        counts = Counter(table for method in methods for _, table in method.headers)
        # One of a single header is as short as its name would be.
        shared: list[_Table] = [
            table for table, count in counts.items() if count > 1 and len(table) > 1
        ]
        self._constants: dict[_Table, str] = {table: unique("_HEADERS", taken) for table in shared}
        self.statements = tuple(map(self._statement, shared))

    def expression(self, method: Method) -> str:
        """Return ``{status: {header: thunk}}`` for a method, for an argument of its descriptor."""
        rows = [
            f"{literal(status)}: {self._constants.get(table) or self._display(table)}"
            for status, table in method.headers
        ]
        return display("{}", rows, indent=4)

    def _statement(self, table: _Table) -> str:
        self._imports.add("collections.abc", "Mapping", typing_only=True)
        self._imports.add(_API, "Thunk", typing_only=True)
        head = f"{self._constants[table]}: Mapping[str, Thunk] = {{"
        return bracketed(head, self._rows(table), "}", is_display=True)

    def _display(self, table: _Table) -> str:
        return display("{}", self._rows(table), indent=8)

    def _rows(self, table: _Table) -> list[str]:
        return [
            f"{literal(name)}: lambda: {runtime_expression(kind, self._names, self._imports)}"
            for name, kind in table
        ]
