# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

OrderStatus = Annotated[Literal["placed", "paid", "shipped", "delivered", "cancelled"], Open]
"""Where an order stands."""
