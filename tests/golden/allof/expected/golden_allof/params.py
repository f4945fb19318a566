# Generated from All of 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "EmployeeTagParam",
]


class EmployeeTagParam(TypedDict, total=False):
    a: str
