# Generated from Composition 0.0.1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Colour = Annotated[Literal["red", "green", "blue"], Open]
"""What it looks like."""
