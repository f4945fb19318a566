# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Model, write_only
from .new_order_item import NewOrderItem


class NewOrder(Model):
    """Order to place."""

    items: list[NewOrderItem]

    email: str

    payment_token: Annotated[str, write_only]
    """One-time token of the payment provider."""
