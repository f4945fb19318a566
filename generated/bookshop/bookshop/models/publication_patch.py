# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Date, Model
from .age_rating import AgeRating
from .money import Money


class PublicationPatch(Model):
    """Fields to change; what is left out stays."""

    title: str | None = None

    subtitle: str | None = None

    price: Money | None = None

    published_on: Date | None = None

    age_rating: AgeRating | None = None

    tags: list[str] | None = None
