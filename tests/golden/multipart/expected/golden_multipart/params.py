# Generated from Multipart 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from typing import Any

    from . import models

__all__ = [
    "CreateChargeBodyCardAddressParam",
    "CreateChargeBodyCardParam",
    "CreateChargeBodyItemParam",
    "EditImageBodyOptionsParam",
    "EditImageBodyPointParam",
    "MessageEmbedParam",
    "PatchDocumentBodyJsonItemParam",
]


class CreateChargeBodyCardAddressParam(TypedDict, total=False):
    city: str


class CreateChargeBodyCardParam(TypedDict, total=False):
    number: str

    address: models.CreateChargeBodyCardAddress | CreateChargeBodyCardAddressParam


class CreateChargeBodyItemParam(TypedDict, total=False):
    price: str


class EditImageBodyOptionsParam(TypedDict, total=False):
    quality: int


class EditImageBodyPointParam(TypedDict, total=False):
    x: float


class MessageEmbedParam(TypedDict, total=False):
    title: str


class PatchDocumentBodyJsonItemParam(TypedDict, total=False):
    op: Required[str]

    path: Required[str]

    value: Any
