# Generated from References 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "AddressParam",
]


class AddressParam(TypedDict, total=False):
    street: str

    city: str
