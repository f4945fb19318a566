# Generated from All of 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .employee import EmployeeTag


class NewEmployee(Model):
    name: str
    """The full name."""

    email: str

    age: int | None = None

    id: int

    tags: list[EmployeeTag] | None = None
