# Generated from Bodies 2.0 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from . import models

__all__ = [
    "AuthorParam",
    "ImportOptionsParam",
    "NoteParam",
]


class AuthorParam(TypedDict, total=False):
    name: Required[str]

    email: str


class ImportOptionsParam(TypedDict, total=False):
    overwrite: bool

    folder: str


class NoteParam(TypedDict, total=False):
    text: Required[str]

    author: models.Author | AuthorParam
