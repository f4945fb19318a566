# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import DateTime, Model, read_only
from .money import Money
from .order_item import OrderItem
from .order_status import OrderStatus


class Order(Model):
    """Order of a customer."""

    id: str = read_only

    status: OrderStatus = read_only

    items: list[OrderItem]

    email: str

    total: Money = read_only
    """Sum of all lines."""

    created_at: DateTime = read_only

    shipped_at: DateTime | None = None
