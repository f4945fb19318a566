# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model, Number


class Triangle(Model):
    shape: Literal["triangle"]

    sides: list[Number] | None = None
