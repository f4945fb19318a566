# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model, Number


class Square(Model):
    shape: Literal["square"]

    side: Number | None = None
