# Generated from Defaults 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "SettingsUntypedObjectParam",
    "ThemeParam",
]


class SettingsUntypedObjectParam(TypedDict, total=False):
    a: str


class ThemeParam(TypedDict, total=False):
    dark: bool

    font: str
