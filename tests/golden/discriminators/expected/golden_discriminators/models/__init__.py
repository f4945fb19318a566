# Generated from Discriminators 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import Base as Base
    from .bike import Bike as Bike
    from .car import Car as Car
    from .circle import Circle as Circle
    from .created import Created as Created
    from .deleted import Deleted as Deleted
    from .event import Event as Event
    from .everything import Everything as Everything
    from .inline import Inline as Inline
    from .inline import InlineA as InlineA
    from .inline import InlineB as InlineB
    from .moved import Moved as Moved
    from .polygon import Polygon as Polygon
    from .result import Result as Result
    from .result import ResultFalse as ResultFalse
    from .result import ResultTrue as ResultTrue
    from .shape import Shape as Shape
    from .square import Square as Square
    from .triangle import Triangle as Triangle
    from .vehicle import AnyVehicle as AnyVehicle
    from .vehicle import Vehicle as Vehicle
    from .vehicle_kind import VehicleKind as VehicleKind
    from .versioned import FirstVersion as FirstVersion
    from .versioned import SecondVersion as SecondVersion
    from .versioned import Versioned as Versioned

__all__ = [
    "AnyVehicle",
    "Base",
    "Bike",
    "Car",
    "Circle",
    "Created",
    "Deleted",
    "Event",
    "Everything",
    "FirstVersion",
    "Inline",
    "InlineA",
    "InlineB",
    "Moved",
    "Polygon",
    "Result",
    "ResultFalse",
    "ResultTrue",
    "SecondVersion",
    "Shape",
    "Square",
    "Triangle",
    "Vehicle",
    "VehicleKind",
    "Versioned",
]

_MODULES = {
    "AnyVehicle": "vehicle",
    "Base": "base",
    "Bike": "bike",
    "Car": "car",
    "Circle": "circle",
    "Created": "created",
    "Deleted": "deleted",
    "Event": "event",
    "Everything": "everything",
    "FirstVersion": "versioned",
    "Inline": "inline",
    "InlineA": "inline",
    "InlineB": "inline",
    "Moved": "moved",
    "Polygon": "polygon",
    "Result": "result",
    "ResultFalse": "result",
    "ResultTrue": "result",
    "SecondVersion": "versioned",
    "Shape": "shape",
    "Square": "square",
    "Triangle": "triangle",
    "Vehicle": "vehicle",
    "VehicleKind": "vehicle_kind",
    "Versioned": "versioned",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
