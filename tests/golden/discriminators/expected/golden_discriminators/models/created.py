# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Alias, Model


class Created(Model):
    event_type: Annotated[Literal["created", "made"], Alias("event-type")]

    id: str | None = None
