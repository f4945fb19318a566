# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .money import Money


class OrderItem(Model):
    """Line of an order."""

    publication_id: str

    quantity: int

    gift_note: str | None = None

    id: int
    """Number of the line."""

    unit_price: Money
    """Price at the time of the order."""
