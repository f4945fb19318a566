# Generated from Streams 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import DateTime, Model, Open


class Line(Model):
    at: DateTime

    text: str

    level: Annotated[Literal["info", "warn", "error"] | None, Open] = None
