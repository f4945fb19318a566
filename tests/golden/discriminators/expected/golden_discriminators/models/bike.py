# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class Bike(Model):
    kind: Literal["bike"]

    wheels: int | None = None

    gears: int | None = None
