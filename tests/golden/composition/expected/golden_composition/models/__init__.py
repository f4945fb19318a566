# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .animal import Animal as Animal
    from .colour import Colour as Colour
    from .json_value import JsonValue as JsonValue
    from .list_pets import ListPetsResponse as ListPetsResponse
    from .node import Node as Node
    from .pet import Cat as Cat
    from .pet import Dog as Dog
    from .pet import Pet as Pet
    from .shapes import Shapes as Shapes
    from .shapes import ShapesColourOrNameName as ShapesColourOrNameName
    from .shapes import ShapesUsage as ShapesUsage
    from .shapes import ShapesUsageItem as ShapesUsageItem

__all__ = [
    "Animal",
    "Cat",
    "Colour",
    "Dog",
    "JsonValue",
    "ListPetsResponse",
    "Node",
    "Pet",
    "Shapes",
    "ShapesColourOrNameName",
    "ShapesUsage",
    "ShapesUsageItem",
]

_MODULES = {
    "Animal": "animal",
    "Cat": "pet",
    "Colour": "colour",
    "Dog": "pet",
    "JsonValue": "json_value",
    "ListPetsResponse": "list_pets",
    "Node": "node",
    "Pet": "pet",
    "Shapes": "shapes",
    "ShapesColourOrNameName": "shapes",
    "ShapesUsage": "shapes",
    "ShapesUsageItem": "shapes",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
