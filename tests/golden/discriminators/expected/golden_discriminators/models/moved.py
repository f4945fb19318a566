# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class Moved(Model):
    event_type: Annotated[str, Alias("event-type")]

    to: str | None = None
