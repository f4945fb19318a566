# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model


class NewOrderItem(Model):
    """Line to order."""

    publication_id: str

    quantity: int = 1

    gift_note: str | None = None
