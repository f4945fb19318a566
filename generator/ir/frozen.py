"""Frozen values that are quick to make.

A large document becomes a quarter of a million small values, and a frozen dataclass takes four times as
long to make as one that is not: its ``__init__`` goes through ``object.__setattr__``. So the types that
documents are made of are frozen for the type checkers, which see the dataclass of the standard library
here; at run time they have its equality and its hash, and nothing that guards them.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

if not TYPE_CHECKING:

    def dataclass(*, frozen: bool, slots: bool):
        """Make the class a dataclass whose values can be hashed if they are called frozen."""
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["dataclass"]
