# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Date, DateTime, Model, read_only
from .age_rating import AgeRating
from .language import Language
from .money import Money


class Magazine(Model):
    """One issue of a magazine."""

    id: str = read_only

    kind: Literal["magazine"]
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

    issue: int | str
    """Running number, or a name such as `Summer 2024`."""

    issn: str | None = None
