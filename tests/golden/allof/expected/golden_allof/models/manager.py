# Generated from All of 1 by twinspec; changes are lost.

from .._runtime.models import Model


class ManagerItems(Model):
    a: str | None = None

    b: int


class Manager(Model):
    """An employee with reports."""

    name: str | None = None
    """The full name."""

    email: str | None = None

    age: int | None = None

    id: int

    tags: list[ManagerItems] | None = None
