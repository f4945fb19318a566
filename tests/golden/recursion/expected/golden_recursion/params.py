# Generated from Recursion 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import models

__all__ = [
    "ExpressionParam",
    "LiteralModelParam",
    "NoteParam",
    "SumParam",
]

ExpressionParam: TypeAlias = "models.LiteralModel | LiteralModelParam | models.Sum | SumParam"


class LiteralModelParam(TypedDict, total=False):
    value: Required[float]


class NoteParam(TypedDict, total=False):
    about: Mapping[str, models.Sum | SumParam]


class SumParam(TypedDict, total=False):
    left: Required[ExpressionParam]

    right: Required[ExpressionParam]

    note: models.Note | NoteParam
