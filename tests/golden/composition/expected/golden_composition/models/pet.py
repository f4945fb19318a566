# Generated from Composition 0.0.1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class Cat(Model):
    kind: Literal["cat"]

    name: str
    """What it is called."""

    mother: "Pet | None" = None

    lives: int = 9


class Dog(Model):
    kind: Literal["dog"]

    name: str
    """What it is called."""

    mother: "Pet | None" = None

    tricks: list[str]


Pet = Cat | Dog
