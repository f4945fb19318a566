# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Date, DateTime, Model
from .age_rating import AgeRating
from .language import Language
from .money import Money


class PublicationBase(Model):
    """What all publications have in common."""

    id: str

    kind: str
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

    created_at: DateTime
