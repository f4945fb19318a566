# Generated from Webhooks 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Model, Open


class SubscribeBody(Model):
    url: str


class SubscribeDeliveryPayload(Model):
    id: str

    state: Annotated[Literal["sent", "failed"] | None, Open] = None
