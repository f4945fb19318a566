# Generated from All of 1 by twinspec; changes are lost.

from .._runtime.models import Model


class EmployeeTag(Model):
    a: str | None = None


class Employee(Model):
    name: str | None = None
    """The full name."""

    email: str | None = None

    age: int | None = None

    id: int

    tags: list[EmployeeTag] | None = None
