# Generated from Composition 0.0.1 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Alias, Model, Number, Open
from .colour import Colour


class ShapesUsageItem(Model):
    n: int | None = None


class ShapesUsage(Model):
    cost: str | None = None

    items: list[ShapesUsageItem] | None = None


class ShapesColourOrNameName(Model):
    name: str | None = None


class Shapes(Model):
    colour: Colour | None = None

    tuple_: Annotated[tuple[str, int] | None, Alias("tuple")] = None

    scores: dict[str, Number] | None = None

    anything: Any = None

    never: Any = None

    version: Literal[2] | None = None

    size: Annotated[Literal[1, 2, 3] | None, Open] = None

    usage: ShapesUsage | None = None

    colour_or_name: Annotated[Colour | ShapesColourOrNameName | None, Alias("colourOrName")] = None
