# Generated from Responses 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .job import Job as Job
    from .problem import Problem as Problem
    from .ticket import Ticket as Ticket

__all__ = [
    "Job",
    "Problem",
    "Ticket",
]

_MODULES = {
    "Job": "job",
    "Problem": "problem",
    "Ticket": "ticket",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
