# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BookParam",
    "FindBooksFilterParam",
    "SearchBooksQParam",
]


class BookParam(TypedDict, total=False):
    id: Required[str]

    title: str


class FindBooksFilterParam(TypedDict, total=False):
    text: str


class SearchBooksQParam(TypedDict, total=False):
    text: Required[str]

    tags: Sequence[str]
