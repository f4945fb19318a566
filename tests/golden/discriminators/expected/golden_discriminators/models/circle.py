# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model, Number


class Circle(Model):
    shape: Literal["Circle"]

    r: Number
