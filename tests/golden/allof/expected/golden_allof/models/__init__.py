# Generated from All of 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .colour import Colour as Colour
    from .contact import Contact as Contact
    from .contact import ContactMail as ContactMail
    from .contact import ContactPhone as ContactPhone
    from .employee import Employee as Employee
    from .employee import EmployeeTag as EmployeeTag
    from .id import Id as Id
    from .limits import Limits as Limits
    from .manager import Manager as Manager
    from .manager import ManagerItems as ManagerItems
    from .new_employee import NewEmployee as NewEmployee
    from .person import Person as Person
    from .short_id import ShortId as ShortId
    from .staff import Staff as Staff
    from .warm import Warm as Warm

__all__ = [
    "Colour",
    "Contact",
    "ContactMail",
    "ContactPhone",
    "Employee",
    "EmployeeTag",
    "Id",
    "Limits",
    "Manager",
    "ManagerItems",
    "NewEmployee",
    "Person",
    "ShortId",
    "Staff",
    "Warm",
]

_MODULES = {
    "Colour": "colour",
    "Contact": "contact",
    "ContactMail": "contact",
    "ContactPhone": "contact",
    "Employee": "employee",
    "EmployeeTag": "employee",
    "Id": "id",
    "Limits": "limits",
    "Manager": "manager",
    "ManagerItems": "manager",
    "NewEmployee": "new_employee",
    "Person": "person",
    "ShortId": "short_id",
    "Staff": "staff",
    "Warm": "warm",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
