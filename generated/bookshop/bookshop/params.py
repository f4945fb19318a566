# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict, Union

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Literal

    from . import models

__all__ = [
    "AudioBookParam",
    "BookParam",
    "ImportOptionsParam",
    "MagazineParam",
    "MoneyParam",
    "NewOrderItemParam",
    "OrderItemParam",
    "OrderParam",
    "PublicationFilterParam",
    "PublicationParam",
]


class AudioBookParam(TypedDict, total=False):
    """Recording of a book."""

    kind: Required[Literal["audio_book"]]
    """Sort of publication."""

    title: Required[str]

    subtitle: str | None

    language: models.Language

    price: Required[models.Money | MoneyParam]
    """Price in the shop, tax included."""

    purchase_price: models.Money | MoneyParam
    """What the shop paid; never shown."""

    published_on: date | str | None

    age_rating: models.AgeRating

    tags: Sequence[str]

    stock: Mapping[str, int]
    """Copies on hand, by branch."""

    narrators: Required[Sequence[str]]

    duration_seconds: Required[int]


class BookParam(TypedDict, total=False):
    """Printed book."""

    kind: Required[Literal["book"]]
    """Sort of publication."""

    title: Required[str]

    subtitle: str | None

    language: models.Language

    price: Required[models.Money | MoneyParam]
    """Price in the shop, tax included."""

    purchase_price: models.Money | MoneyParam
    """What the shop paid; never shown."""

    published_on: date | str | None

    age_rating: models.AgeRating

    tags: Sequence[str]

    stock: Mapping[str, int]
    """Copies on hand, by branch."""

    isbn: Required[str]
    """ISBN-13 without hyphens."""

    author_ids: Required[Sequence[str]]

    pages: int

    size_mm: tuple[int, int, float]
    """Width, height and thickness in millimetres."""


class ImportOptionsParam(TypedDict, total=False):
    """How to treat the file."""

    dry_run: bool
    """Check the file and change nothing."""

    on_duplicate: Literal["skip", "replace", "fail"]


class MagazineParam(TypedDict, total=False):
    """One issue of a magazine."""

    kind: Required[Literal["magazine"]]
    """Sort of publication."""

    title: Required[str]

    subtitle: str | None

    language: models.Language

    price: Required[models.Money | MoneyParam]
    """Price in the shop, tax included."""

    purchase_price: models.Money | MoneyParam
    """What the shop paid; never shown."""

    published_on: date | str | None

    age_rating: models.AgeRating

    tags: Sequence[str]

    stock: Mapping[str, int]
    """Copies on hand, by branch."""

    issue: Required[int | str]
    """Running number, or a name such as `Summer 2024`."""

    issn: str


class MoneyParam(TypedDict, total=False):
    """Amount in a currency."""

    amount: Required[str]
    """Decimal number with two places."""

    currency: Required[Literal["EUR", "GBP", "USD"]]


class NewOrderItemParam(TypedDict, total=False):
    """Line to order."""

    publication_id: Required[str]

    quantity: int

    gift_note: str | None


class OrderItemParam(TypedDict, total=False):
    """Line of an order."""

    publication_id: Required[str]

    quantity: Required[int]

    gift_note: str | None

    id: Required[int]
    """Number of the line."""

    unit_price: Required[models.Money | MoneyParam]
    """Price at the time of the order."""


class OrderParam(TypedDict, total=False):
    """Order of a customer."""

    items: Required[Sequence[models.OrderItem | OrderItemParam]]

    email: Required[str]


class PublicationFilterParam(TypedDict, total=False):
    """Conditions on single fields."""

    kind: Literal["book", "magazine", "audio_book"]

    language: models.Language

    published_after: date | str

    max_price: str


PublicationParam: TypeAlias = Union[
    "models.Book",
    "BookParam",
    "models.Magazine",
    "MagazineParam",
    "models.AudioBook",
    "AudioBookParam",
]
