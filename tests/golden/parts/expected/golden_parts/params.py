# Generated from Letters 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "LetterParam",
]

LetterParam = TypedDict(
    "LetterParam", {"to": "Required[str]", "date": "date | str", "pages": "int"}, total=False
)
