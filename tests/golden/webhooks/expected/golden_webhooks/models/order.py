# Generated from Webhooks 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model, Number


class Order(Model):
    event: Literal["order.created"]

    id: str

    total: Number | None = None
