# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from . import models

__all__ = [
    "CatParam",
    "DogParam",
    "PetParam",
]


class CatParam(TypedDict, total=False):
    kind: Required[Literal["cat"]]

    name: Required[str]
    """What it is called."""

    mother: PetParam

    lives: int


class DogParam(TypedDict, total=False):
    kind: Required[Literal["dog"]]

    name: Required[str]
    """What it is called."""

    mother: PetParam

    tricks: Required[Sequence[str]]


PetParam: TypeAlias = "models.Cat | CatParam | models.Dog | DogParam"
