# Generated from Unions 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = [
    "HitParam",
]


class HitParam(TypedDict, total=False):
    id: Required[str]

    score: float
