# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Model, Open


class Money(Model):
    """Amount in a currency."""

    amount: str
    """Decimal number with two places."""

    currency: Annotated[Literal["EUR", "GBP", "USD"], Open]
