# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

AgeRating = Annotated[Literal[0, 6, 12, 16, 18], Open]
"""Lowest recommended age in years."""
