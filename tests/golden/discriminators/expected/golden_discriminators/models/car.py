# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class Car(Model):
    kind: Literal["car"]

    wheels: int | None = None

    doors: int | None = None
