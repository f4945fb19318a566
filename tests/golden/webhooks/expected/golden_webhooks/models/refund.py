# Generated from Webhooks 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model
from .order import Order


class Refund(Model):
    event: Literal["order.refunded"]

    order: Order
