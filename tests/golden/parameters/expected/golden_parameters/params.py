# Generated from Parameters 1.2.3 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from . import models

__all__ = [
    "WhereParam",
    "WhereRangeParam",
]


class WhereParam(TypedDict, total=False):
    name: str

    range: models.WhereRange | WhereRangeParam


class WhereRangeParam(TypedDict, total=False):
    min: int

    max: int
