# Generated from All of 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Person(Model):
    name: str | None = None
    """The full name."""

    email: str | None = None

    age: int | None = None
