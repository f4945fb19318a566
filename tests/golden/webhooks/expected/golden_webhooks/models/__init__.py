# Generated from Webhooks 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .order import Order as Order
    from .refund import Refund as Refund
    from .stock_changed import StockChangedPayload as StockChangedPayload
    from .subscribe import SubscribeBody as SubscribeBody
    from .subscribe import SubscribeDeliveryPayload as SubscribeDeliveryPayload

__all__ = [
    "Order",
    "Refund",
    "StockChangedPayload",
    "SubscribeBody",
    "SubscribeDeliveryPayload",
]

_MODULES = {
    "Order": "order",
    "Refund": "refund",
    "StockChangedPayload": "stock_changed",
    "SubscribeBody": "subscribe",
    "SubscribeDeliveryPayload": "subscribe",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
