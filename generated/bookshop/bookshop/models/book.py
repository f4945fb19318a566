# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Date, DateTime, Model, Number, read_only
from .age_rating import AgeRating
from .language import Language
from .money import Money


class Book(Model):
    """Printed book."""

    id: str = read_only

    kind: Literal["book"]
    """Sort of publication."""

    title: str

    subtitle: str | None = None

    language: Language | None = None

    price: Money
    """Price in the shop, tax included."""

    purchase_price: Money | None = None
    """What the shop paid; never shown."""

    published_on: Date | None = None

    age_rating: AgeRating | None = None

    tags: list[str] | None = None

    stock: dict[str, int] | None = None
    """Copies on hand, by branch."""

    created_at: DateTime = read_only

    isbn: str
    """ISBN-13 without hyphens."""

    author_ids: list[str]

    pages: int | None = None

    size_mm: tuple[int, int, Number] | None = None
    """Width, height and thickness in millimetres."""
