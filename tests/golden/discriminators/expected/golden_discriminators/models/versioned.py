# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class FirstVersion(Model):
    v: Literal[1]

    one: str | None = None


class SecondVersion(Model):
    v: Literal[2]

    two: str | None = None


Versioned = FirstVersion | SecondVersion
