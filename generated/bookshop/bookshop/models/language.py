# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Language = Annotated[Literal["de", "en", "es", "fr"], Open]
"""Language code (ISO 639-1)."""
