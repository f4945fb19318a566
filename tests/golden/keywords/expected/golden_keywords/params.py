# Generated from Keywords 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from . import models

__all__ = [
    "KeywordsClosedParam",
    "KeywordsConditionalParam",
    "KeywordsTypedParam",
    "KeywordsTypesObjectParam",
    "LocalParam",
    "PartParam",
    "PriceParam",
    "TreeParam",
]


class KeywordsClosedParam(TypedDict, total=False):
    a: str


class KeywordsConditionalParam(TypedDict, total=False):
    country: str

    zip: str

    card: str

    region: str

    billing: str


class KeywordsTypedParam(TypedDict, total=False):
    id: Required[str]


class KeywordsTypesObjectParam(TypedDict, total=False):
    a: str


class LocalParam(TypedDict, total=False):
    part: models.Part | PartParam


class PartParam(TypedDict, total=False):
    n: int


class PriceParam(TypedDict, total=False):
    amount: float


class TreeParam(TypedDict, total=False):
    value: str

    children: Sequence[models.Tree | TreeParam]
