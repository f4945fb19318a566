# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Model, Open


class WatchChangesEvent(Model):
    event: Annotated[Literal["added", "removed"] | None, Open] = None

    data: str

    id: str | None = None
