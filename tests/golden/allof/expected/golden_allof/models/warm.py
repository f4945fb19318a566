# Generated from All of 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Warm = Annotated[Literal["red", "black"], Open]
