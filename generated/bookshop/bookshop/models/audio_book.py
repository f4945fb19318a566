# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Date, DateTime, Model, read_only
from .age_rating import AgeRating
from .language import Language
from .money import Money


class AudioBook(Model):
    """Recording of a book."""

    id: str = read_only

    kind: Literal["audio_book"]
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

    narrators: list[str]

    duration_seconds: int
