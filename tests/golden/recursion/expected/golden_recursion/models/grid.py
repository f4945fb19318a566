# Generated from Recursion 1 by twinspec; changes are lost.

from typing_extensions import TypeAliasType

from .folder import Folder

Grid = TypeAliasType("Grid", "list[list[Cell]]")

Cell = TypeAliasType("Cell", Folder | str | Grid)
