# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Date, Model, Open
from .language import Language


class PublicationFilter(Model):
    """Conditions on single fields."""

    kind: Annotated[Literal["book", "magazine", "audio_book"] | None, Open] = None

    language: Language | None = None

    published_after: Date | None = None

    max_price: str | None = None
