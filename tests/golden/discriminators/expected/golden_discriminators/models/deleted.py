# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Alias, Model


class Deleted(Model):
    event_type: Annotated[Literal["deleted"], Alias("event-type")]

    reason: str | None = None
