# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import DateTime, Model
from .order import Order
from .order_status import OrderStatus


class OrderEvent(Model):
    """Notice that an order moved on."""

    id: str
    """Same for every delivery of the event."""

    type: Literal["order.status_changed"]

    occurred_at: DateTime

    previous_status: OrderStatus
    """State before the change."""

    order: Order
