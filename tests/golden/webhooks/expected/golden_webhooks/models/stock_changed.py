# Generated from Webhooks 1 by twinspec; changes are lost.

from .._runtime.models import Model


class StockChangedPayload(Model):
    article: str | None = None

    count: int | None = None
