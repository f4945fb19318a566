"""Imports as values: collected while annotations are written, rendered sorted at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

LINE_LENGTH = 100


@dataclass(slots=True)
class Imports:
    """The imports of one generated module.

    ``depth`` is how many folders below the package root the module lies (0 for ``params.py``, 1 for
    ``models/pet.py``), so that package modules can be imported relatively; ``folder`` is that folder
    (``models``) where its modules import each other. Symbols that only annotations need go under
    ``if TYPE_CHECKING:`` where the module postpones annotations.
    """

    depth: int
    folder: str = ""
    _runtime: dict[str, set[str]] = field(default_factory=dict)
    _typing_only: dict[str, set[str]] = field(default_factory=dict)

    def add(self, module: str, name: str, *, typing_only: bool = False) -> str:
        """Import ``name`` from ``module`` (a leading dot counts from the package root); return ``name``.

        An empty ``name`` is ``import module``.
        """
        if module:
            table = self._typing_only if typing_only else self._runtime
            names = table.get(module)
            if names is None:
                table[module] = {name}
            else:
                names.add(name)
        return name

    def _lines(
        self, table: dict[str, set[str]], skip: dict[str, set[str]], width: int
    ) -> list[str]:
        groups: tuple[list[tuple[_Rank, list[str]]], ...] = ([], [], [])
        for module, names in table.items():
            wanted = names - skip.get(module, set())
            if not wanted:
                continue
            target = self._target(module)
            relative = target.startswith(".")
            group = groups[2 if relative else 1 if _is_third_party(target) else 0]
            # Relative imports sort with the farthest package first, as isort does.
            distance = len(target.lstrip(".")) - len(target) if relative else 0
            rank = (distance, natural(target.lstrip(".")))
            if "" in wanted:
                group.append(((0, *rank), [f"import {target}"]))
            if listed := sorted(wanted - {""}, key=member_key):
                group.append(((1, *rank), _from_import(target, listed, width)))
        lines: list[str] = []
        for entries in groups:
            if entries and lines:
                lines.append("")
            for _, statement in sorted(entries):
                lines.extend(statement)
        return lines

    def _target(self, module: str) -> str:
        if not module.startswith("."):
            return module
        if self.folder and module.startswith(f".{self.folder}."):
            return module[len(self.folder) + 1 :]
        return "." * (self.depth + 1) + module[1:]

    @property
    def runtime_lines(self) -> tuple[str, ...]:
        """The import statements for run time, standard library first, a blank line between groups."""
        return tuple(self._lines(self._runtime, {}, LINE_LENGTH))

    @property
    def typing_lines(self) -> tuple[str, ...]:
        """The import statements that only type checkers need, without indentation."""
        return tuple(self._lines(self._typing_only, self._runtime, LINE_LENGTH - 4))


_Natural = tuple[tuple[str, int, str], ...]
_Rank = tuple[int, int, _Natural]
_DIGITS = re.compile(r"(\d+)")


def _from_import(module: str, names: list[str], width: int) -> list[str]:
    """Return one ``from`` statement, one name a line where it is too long."""
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= width:
        return [line]
    return [f"from {module} import (", *(f"    {name}," for name in names), ")"]


def _is_third_party(module: str) -> bool:
    return module.partition(".")[0] in {"httpx2", "pydantic", "typing_extensions"}


@cache
def natural(text: str) -> _Natural:
    """Return the key that sorts names as isort does: numbers by value, case last."""
    parts = _DIGITS.split(text.lower())
    if len(parts) == 1:
        return ((parts[0], 0, text),)
    pairs = zip(parts[::2], [*parts[1::2], "-1"], strict=False)
    return (*((word, int(number), "") for word, number in pairs), (text, 0, text))


@cache
def member_key(name: str) -> tuple[int, _Natural]:
    """Order constants, then classes, then functions, as isort and ruff do."""
    if name.isupper() and len(name) > 1:
        return (0, natural(name))
    return (1 if name[:1].isupper() else 2, natural(name))
