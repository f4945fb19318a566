# Generated from References 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .address import Address as Address
    from .city import City as City
    from .problem import Problem as Problem
    from .status import Status as Status
    from .user import User as User

__all__ = [
    "Address",
    "City",
    "Problem",
    "Status",
    "User",
]

_MODULES = {
    "Address": "address",
    "City": "city",
    "Problem": "problem",
    "Status": "status",
    "User": "user",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
