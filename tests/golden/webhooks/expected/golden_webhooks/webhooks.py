# Generated from Webhooks 1 by twinspec; changes are lost.
"""What Webhooks sends of its own accord."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, overload

from . import models
from ._runtime.payloads import WebhookPayloads
from ._runtime.webhooks import verify

if TYPE_CHECKING:
    from typing import Any, Literal

    from ._runtime.payloads import Payload

__all__ = ["Event", "parse", "verify"]

Event: TypeAlias = "models.Order | models.Refund | models.StockChangedPayload"
"""Any of the payloads."""

_PAYLOADS = WebhookPayloads(
    {
        "order.created": lambda: models.Order,
        "order.refunded": lambda: models.Refund,
        "stock changed!": lambda: models.StockChangedPayload,
    }
)


@overload
def parse(payload: Payload, name: Literal["order.created"]) -> models.Order: ...


@overload
def parse(payload: Payload, name: Literal["order.refunded"]) -> models.Refund: ...


@overload
def parse(payload: Payload, name: Literal["stock changed!"]) -> models.StockChangedPayload: ...


@overload
def parse(payload: Payload, name: str = "") -> Event: ...


def parse(payload: Payload, name: str = "") -> Any:
    """Return the payload of a webhook as its type.

    Args:
        payload: The body of the request, or what was decoded of it.
        name: The webhook, where it is known; else it is told by what the payload fits.
            `order.created`: An order was made.
            `stock changed!`: The stock of an article changed.

    Raises:
        DecodeError: The payload is no JSON.
    """
    return _PAYLOADS.parse(payload, name)
