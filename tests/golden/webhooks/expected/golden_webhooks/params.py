# Generated from Webhooks 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from typing import Literal

__all__ = [
    "OrderParam",
]


class OrderParam(TypedDict, total=False):
    event: Required[Literal["order.created"]]

    id: Required[str]

    total: float
