# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""What the Bookshop API sends of its own accord."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, overload

from . import models
from ._runtime.payloads import WebhookPayloads
from ._runtime.webhooks import verify

if TYPE_CHECKING:
    from typing import Any, Literal

    from ._runtime.payloads import Payload

__all__ = ["Event", "parse", "verify"]

Event: TypeAlias = "models.OrderEvent"
"""Any of the payloads."""

_PAYLOADS = WebhookPayloads(
    {
        "orderStatusChanged": lambda: models.OrderEvent,
    }
)


@overload
def parse(payload: Payload, name: Literal["orderStatusChanged"]) -> models.OrderEvent: ...


@overload
def parse(payload: Payload, name: str = "") -> Event: ...


def parse(payload: Payload, name: str = "") -> Any:
    """Return the payload of a webhook as its type.

    Args:
        payload: The body of the request, or what was decoded of it.
        name: The webhook, where it is known; else it is told by what the payload fits.
            `orderStatusChanged`: An order has entered another state.

    Raises:
        DecodeError: The payload is no JSON.
    """
    return _PAYLOADS.parse(payload, name)
